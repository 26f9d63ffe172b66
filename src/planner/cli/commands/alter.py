"""Commands that keep interviews in order: add, edit, person, correct, forget, delete, undo, redo."""

from functools import partial
from typing import assert_never

from planner.cli.call import Call, assignments, is_exact
from planner.cli.exits import Exit
from planner.domain.errors import BadInput, Conflict
from planner.domain.interview import Part
from planner.planning import corrections, fields, log_fields, people
from planner.planning.outcomes import Done, MadeElsewhere
from planner.planning.phrases import name_of

_QUESTIONS = {
    "company": "Which company?",
    "role": "For which role?",
    "starts_at": "When does it begin (such as tomorrow 14:00)?",
}

# What was understood of a date is always said.
_DATES = ("starts_at", "own_offer_deadline")


def add(call: Call) -> Exit:
    given = call.arguments
    call.say_home_zone(needed=not given.zone)
    wanted = {
        "company": given.company,
        "role": given.role,
        "starts_at": " ".join(given.when),
        "time_zone": given.zone,
        "minutes": given.minutes,
        "round": given.round,
        "industry": given.industry,
        "mode": given.mode,
        "location": given.location,
        "interviewers": "; ".join(given.interviewer),
        "contacts": "; ".join(given.recruiter),
        "notes": given.notes,
    }
    named = {name: text for name, text in wanted.items() if text}
    asks = call.console.can_ask and not any(name in named for name in fields.REQUIRED)
    return call.finished(_asked_for(call, named) if asks else call.planner.add(named))


def _asked_for(call: Call, named: dict[str, str]) -> Done:
    """Asks for what an interview needs, and again for an answer that can't be taken."""
    missing = list(fields.REQUIRED)
    while True:
        for name in missing:
            named[name] = call.console.ask(_QUESTIONS[name])
        try:
            return call.planner.add(named)
        except BadInput as error:
            if error.field not in fields.REQUIRED:
                raise
            call.console.say(f"{error.sentence} {error.hint}".strip())
            missing = [error.field]


def edit(call: Call) -> Exit:
    wanted = assignments(call.arguments.changes)
    done = call.planner.edit(call.interview.id, wanted)
    if done.interview:
        now = fields.as_fields(done.interview)
        for name in _DATES:
            if name in wanted:
                call.console.say(f"{name} is {now[name] or 'empty'}.")
    return call.finished(done)


def person(call: Call) -> Exit:
    given, interview = call.arguments, call.interview
    if (given.what == "edit") != bool(given.changes):
        raise BadInput(
            "Nothing is said that is to change."
            if not given.changes
            else f"FIELD=VALUE does not go with {given.what}.",
            "Write it like: planner person 3 edit Ann phone='+1 555 0100' main=yes",
        )
    match given.what:
        case "add":
            someone = people.person(given.name, Part.INTERVIEWER)
            change = partial(corrections.with_person, someone=someone)
            title = f"Added {someone.name}"
        case "edit":
            known = people.named(interview.people, given.name)
            change = partial(corrections.with_person_changed, name=known.name, fields=assignments(given.changes))
            title = f"Changed {known.name}"
        case _:
            known = people.named(interview.people, given.name)
            change = partial(corrections.without_person, name=known.name)
            title = f"Removed {known.name}"
    return call.finished(call.planner.change(interview.id, title, change))


def correct(call: Call) -> Exit:
    entry = corrections.entry_numbered(call.interview, call.arguments.entry)
    wanted = assignments(call.arguments.changes)
    call.say_home_zone(needed="at" in wanted and not is_exact(wanted["at"]))
    return call.finished(log_fields.correct(call.planner, call.interview.id, entry, wanted))


def forget(call: Call) -> Exit:
    entry = corrections.entry_numbered(call.interview, call.arguments.entry)
    return call.finished(log_fields.forget(call.planner, call.interview.id, entry))


def delete(call: Call) -> Exit:
    """On a terminal it asks; a script that says delete means it, and `undo` is there."""
    name = name_of(call.interview)
    if call.console.can_ask and not call.arguments.yes and not call.console.agrees(f"Delete {name} with its log?"):
        call.console.say("Nothing was deleted.")
        return Exit.FINE
    return call.finished(call.planner.delete(call.interview.id))


def undo(call: Call) -> Exit:
    answer = call.planner.undo(whoever=call.arguments.yes)
    match answer:
        case Done():
            return call.finished(answer, named=False)
        case MadeElsewhere(step):
            if not call.console.can_ask:
                raise Conflict(
                    f"Another session made the last change: {step.title}",
                    "planner undo --yes takes it back all the same.",
                )
            if not call.console.agrees(f"Another session made the last change: {step.title} Take it back?"):
                call.console.say("Nothing was undone.")
                return Exit.FINE
            call.arguments.yes = True
            return undo(call)
        case _:
            assert_never(answer)


def redo(call: Call) -> Exit:
    return call.finished(call.planner.redo(), named=False)
