"""The command that writes letters: draft."""

from collections.abc import Sequence
from datetime import datetime

from planner.cli.call import Call, assignments
from planner.cli.documents import Document, headed
from planner.cli.exits import Exit
from planner.domain.errors import BadInput
from planner.letters.catalogue import Letter
from planner.letters.draft import Draft, Weight
from planner.letters.forms import plain
from planner.letters.sources import file_name, shipped_text
from planner.planning import people
from planner.planning.correspondence import (
    CHANNELS,
    Correspondence,
    advised_against,
    correspondence,
    letter_named,
    link,
    message,
    size_of,
    to_copy,
)

_BETWEEN = f"\n{'-' * 40}\n\n"
_SIGNS = {Weight.WARNING: "!", Weight.ADVICE: "›", Weight.NOTE: "·"}
_RECORDED_BY = {"thank_you": "thank", "follow_up": "follow-up"}


def draft(call: Call) -> Exit:
    """The letter to each who is to get it, or to one person; or its template. Nothing is recorded."""
    given = call.arguments
    letters = correspondence(call.planner, call.planner.standing(call.interview.id), call.planner.now())
    letter = letter_named(given.letter, letters.standing)
    if given.template:
        call.console.data(shipped_text(file_name(letter)).rstrip("\n"))
        call.console.say(f"Your own goes into {letters.templates.folder}, as {file_name(letter)}.")
        return Exit.FINE
    made = _drafts(letters, letter, given.to, assignments(given.say))
    if no := advised_against(letters.standing, letter, call.planner.now()):
        call.console.say(f"! {no}")
    _say_what_was_left_out(call, letters, letter)
    if given.eml:
        call.outside.write(given.eml, message(_only(made)))
    elif given.output:
        call.outside.write(given.output, _BETWEEN.join(map(plain, made)).encode())
    elif given.copy:
        call.console.copy(to_copy(_only(made)))
    _print(call, made)
    _say_what_is_to_be_said(call, made)
    if given.eml or given.output:
        call.console.say(f"Written to {given.eml or given.output}.")
    if given.copy:
        call.console.say("Sent to the terminal, which may ignore it.")
    return Exit.FINE


def _drafts(letters: Correspondence, letter: Letter, to: str, said: dict[str, str]) -> Sequence[Draft]:
    names = ("", *(person.name for person in letters.interview.people))
    given = dict.fromkeys(names, said)
    if not to.strip():
        return letters.drafts(letter, given)
    return (letters.draft(letter, people.named(letters.interview.people, to), given),)


def _only(made: Sequence[Draft]) -> Draft:
    if len(made) > 1:
        names = ", ".join(one.to.name for one in made if one.to)
        raise BadInput(f"There are {len(made)} letters: to {names}.", "Say with --to which one.")
    return made[0]


def _print(call: Call, made: Sequence[Draft]) -> None:
    """The letters, or the way to them; nothing where they went into a file."""
    given = call.arguments
    if call.options.json:
        call.print_json(_document(made, call.planner.now()))
    elif given.mailto:
        for one in made:
            call.console.data(link(one))
    elif not given.eml and not given.output:
        call.console.data(_BETWEEN.join(map(plain, made)).rstrip("\n"))


def _say_what_was_left_out(call: Call, letters: Correspondence, letter: Letter) -> None:
    for place in letters.without_a_place(letter, assignments(call.arguments.say)):
        call.console.say(f"“{letter.title}” has no place for {place}: it was left out.")
    for name in letters.templates.others:
        call.console.say(f"{name} in {letters.templates.folder} replaces no letter; planner draft --help names them.")


def _say_what_is_to_be_said(call: Call, made: Sequence[Draft]) -> None:
    for one in made:
        call.console.say(f"{one.letter.title}{f' to {one.to.name}' if one.to else ''}: {size_of(one)}.")
        for check in one.checks:
            call.console.say(f"  {_SIGNS[check.weight]} {check.weight}: {check.text}")
    action = _RECORDED_BY.get(made[0].letter.action or "")
    if action:
        channel = CHANNELS[made[0].medium]
        call.console.say(f"Once it has gone out: planner {action} {call.interview.id} --channel {channel}")


def _document(made: Sequence[Draft], at: datetime) -> Document:
    return headed(at) | {"letters": [_letter(one) for one in made]}


def _letter(one: Draft) -> Document:
    return {
        "letter": one.letter.id.value,
        "medium": one.medium.value,
        "to": one.to.name if one.to else None,
        "recipient": one.recipient.name if one.recipient else None,
        "email": one.recipient.email if one.recipient else "",
        "subject": one.subject,
        "text": one.text,
        "voicemail": one.voicemail,
        "size": one.size,
        "limit": {"least": one.limit.least, "most": one.limit.most, "unit": one.limit.unit},
        "missing": list(one.missing),
        "checks": [{"reason": each.reason, "weight": each.weight.value, "text": each.text} for each in one.checks],
    }
