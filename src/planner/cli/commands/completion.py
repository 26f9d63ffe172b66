"""The command for the shell's own completion: its script, and, called by that, the words that may come next."""

from collections.abc import Iterator

from planner.cli.call import Call
from planner.cli.completion import Candidate, Known, candidates
from planner.cli.exits import Exit
from planner.cli.snippets import text_of
from planner.domain.errors import PlannerError
from planner.domain.text import folded
from planner.planning.phrases import name_of

_PLACES = {
    "bash": "~/.local/share/bash-completion/completions/planner",
    "zsh": "a folder of $fpath, as _planner",
    "fish": "~/.config/fish/completions/planner.fish",
}


def completion(call: Call) -> Exit:
    shell, words = call.arguments.shell, call.arguments.words
    if words:
        for found in candidates(words, Known(lambda typed: _interviews(call, typed), lambda id_: _people(call, id_))):
            call.console.data(found.word)
            if shell != "bash":  # which shows no more than the words
                call.console.data(found.about)
    else:
        call.console.content(text_of(f"completion.{shell}"))
        call.console.say(f"It goes into {_PLACES[shell]}.")
    return Exit.FINE


def _interviews(call: Call, typed: str) -> Iterator[Candidate]:
    """By number; by company once a letter of it is typed, which is kept as it is."""
    try:
        interviews = call.planner.state.interviews.values()
    except PlannerError:  # a key pressed at a prompt is no place to tell it
        return
    for one in interviews:
        yield Candidate(str(one.id), name_of(one))
    if typed:
        for company in sorted({one.company for one in interviews}):
            if folded(company).startswith(folded(typed)):
                yield Candidate(typed + company[len(typed) :], company)


def _people(call: Call, id_: str) -> Iterator[Candidate]:
    try:
        people = call.planner.named(id_).people
    except PlannerError:
        return
    for person in people:
        yield Candidate(person.name, person.part.replace("_", " "))
