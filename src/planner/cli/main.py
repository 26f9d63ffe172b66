"""Runs a command. Nothing here or below it knows of screens."""

from collections.abc import Callable

from planner.cli.call import Call, Outside
from planner.cli.commands import alter, carry, look, record, settings, upkeep
from planner.cli.console import Console
from planner.cli.exits import Exit
from planner.cli.parser import Asked


def _draft(call: Call) -> Exit:
    # Letters bring the library for mail along, which takes longer to load than most commands take to answer.
    from planner.cli.commands.letters import draft

    return draft(call)


def _insights(call: Call) -> Exit:
    from planner.cli.commands.insights import insights

    return insights(call)


def _remind(call: Call) -> Exit:
    from planner.cli.commands.remind import remind

    return remind(call)


def _setup(call: Call) -> Exit:
    from planner.cli.commands.setup import setup

    return setup(call)


def _completion(call: Call) -> Exit:
    from planner.cli.commands.completion import completion

    return completion(call)


COMMANDS: dict[str, Callable[[Call], Exit]] = {
    "list": look.list_,
    "show": look.show,
    "why": look.why,
    "due": look.due,
    "remind": _remind,
    "insights": _insights,
    "thank": record.thank,
    "follow-up": record.follow_up,
    "told": record.told,
    "outcome": record.outcome,
    "cancel": record.cancel,
    "note": record.note,
    "draft": _draft,
    "add": alter.add,
    "edit": alter.edit,
    "person": alter.person,
    "correct": alter.correct,
    "forget": alter.forget,
    "delete": alter.delete,
    "undo": alter.undo,
    "redo": alter.redo,
    "import": carry.import_,
    "export": carry.export,
    "backup": upkeep.backup,
    "restore": upkeep.restore,
    "doctor": upkeep.doctor,
    "purge": upkeep.purge,
    "config": settings.config,
    "setup": _setup,
    "completion": _completion,
}

# They are to work where the data or the settings can't be read.
WITHOUT_INTERVIEWS = ("backup", "restore", "doctor", "purge", "config", "setup", "completion")


def run(asked: Asked, outside: Outside, console: Console) -> Exit:
    """Runs the command asked for. What a person can mend comes through as a PlannerError, a bug as anything else."""
    call = Call(outside, console, asked.options, asked.arguments)
    if asked.command not in WITHOUT_INTERVIEWS:
        call.say_now()
    return COMMANDS[asked.command](call)
