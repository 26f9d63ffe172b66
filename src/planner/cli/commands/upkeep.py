"""Commands that look after the files themselves: backup, restore, doctor, purge."""

from typing import TYPE_CHECKING

from planner.cli.call import Call
from planner.cli.documents import VERSION
from planner.cli.exits import Exit
from planner.domain.errors import BadInput, PlannerError
from planner.domain.wording import count

if TYPE_CHECKING:
    from planner.planning.health import Check


def backup(call: Call) -> Exit:
    made = call.outside.upkeep.keep()
    if call.options.json:
        call.print_json({"planner": VERSION, "path": str(made)})
    else:
        call.console.data(str(made))
    call.console.say("That is the data file as it is now. planner restore lists all backups.")
    return Exit.FINE


def restore(call: Call) -> Exit:
    """Without WHICH it lists; what would change is printed before anything does."""
    from planner.cli import versions

    given = call.arguments
    restoring = call.outside.upkeep.restoring()
    if not given.which:
        found = restoring.versions()
        if call.options.json:
            call.print_json(versions.listed(found))
        elif found:
            call.console.lines(versions.listing(found, restoring.when, call.console.columns))
        else:
            call.console.say("There is no backup yet. The next change makes one; planner backup makes one now.")
        return Exit.FINE
    version = restoring.named(" ".join(given.which))
    prospect = restoring.prospect(version)
    call.console.say(f"The version of {restoring.when(version)}: {count(version.interviews, 'interview')}.")
    if call.options.json:
        call.print_json(versions.foreseen(prospect))
    else:
        call.console.lines(versions.changes(prospect.turns, call.console.columns))
    if prospect.trouble:
        call.console.say(prospect.trouble)
    elif not prospect.turns:
        call.console.say("It holds what the data file holds: nothing to restore.")
        return Exit.FINE
    if given.dry_run:
        return Exit.FINE
    if not given.yes and not _agrees(call, "Restore it?", "a restore"):
        call.console.say("Nothing was restored.")
        return Exit.FINE
    call.console.say(restoring.restore(prospect).sentence)
    return Exit.FINE


def doctor(call: Call) -> Exit:
    """What is found is printed as it is found; what can be put right is, if the person agrees to each."""
    if call.arguments.yes and not call.arguments.repair:
        raise BadInput("--yes goes with --repair.", "planner doctor --repair --yes puts right what it can.")
    found = _examined(call, shown=not call.options.json)
    broken = [check for check in found if check.repair]
    if call.arguments.repair and broken:
        if sum(_repaired(call, check) for check in broken):
            found = _examined(call, shown=False)
    elif broken:
        call.console.say("planner doctor --repair asks whether to put right what it can.")
    if call.options.json:
        from planner.cli import checks

        call.print_json(checks.document(found))
    wrong = [check for check in found if check.is_wrong]
    call.console.say(f"{count(len(wrong), 'thing')} to be put right." if wrong else "Nothing is wrong.")
    return Exit.DATA_FILE if wrong else Exit.FINE


def purge(call: Call) -> Exit:
    """Every file is named first."""
    upkeep = call.outside.upkeep
    found = upkeep.belongings(config_too=call.arguments.config_too)
    for file in found.foreign:
        call.console.say(f"{file} is not planner's and stays.")
    if call.options.json:
        call.print_json({"planner": VERSION, "files": [str(file) for file in found.files]})
    else:
        for file in found.files:
            call.console.data(str(file))
    if not found.files:
        call.console.say("There is nothing to remove.")
        return Exit.FINE
    question = f"Remove {count(len(found.files), 'file')} for good? There is no undo."
    if not call.arguments.yes and not _agrees(call, question, "a purge"):
        call.console.say("Nothing was removed.")
        return Exit.FINE
    upkeep.remove(found)
    call.console.say(f"{count(len(found.files), 'file')} removed.")
    return Exit.FINE


def _agrees(call: Call, question: str, what: str) -> bool:
    if not call.console.can_ask:
        raise BadInput(f"Without a terminal to ask on, {what} needs --yes.", "Nothing was changed.")
    return call.console.agrees(question)


def _examined(call: Call, *, shown: bool) -> "list[Check]":
    from planner.cli.checks import line

    found = []
    for check in call.outside.upkeep.checks():
        found.append(check)
        if shown:
            call.console.lines(line(check, call.console.columns))
    return found


def _repaired(call: Call, check: "Check") -> bool:
    """Puts one thing right, if the person agrees. What can't be is told, and the next is gone on with."""
    repair = check.repair
    if repair is None or (not call.arguments.yes and not _agrees(call, repair.question, "--repair")):
        return False
    try:
        call.console.say(repair.do())
    except PlannerError as error:
        call.console.tell(error)
        return False
    return True
