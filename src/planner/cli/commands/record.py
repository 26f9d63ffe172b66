"""Commands that record what happened: thank, follow-up, told, outcome, cancel, note."""

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from planner.cli.call import Call
from planner.cli.exits import Exit
from planner.domain.calendar import day_of
from planner.domain.errors import BadInput
from planner.domain.log import (
    Cancelled,
    Channel,
    Days,
    DidNotTakePlace,
    Entry,
    Heard,
    Note,
    Obstacle,
    Outcome,
    Result,
    ToldCallBack,
    ToldDecision,
    ToldNoThanks,
    ToldNotToContact,
    ToldObstacle,
    ToldOnHold,
)
from planner.planning.corrections import channel
from planner.planning.fields import choice
from planner.planning.when import is_vague, parse_days

_PLAIN: dict[str, type[Entry]] = {
    "not-to-contact": ToldNotToContact,
    "no-thanks": ToldNoThanks,
    "on-hold": ToldOnHold,
    "heard": Heard,
}

Make = Callable[..., Entry]
"""Makes an entry, given `at` and `words`."""


def thank(call: Call) -> Exit:
    given = call.arguments
    by = channel(given.channel, without=Channel.CALL) if given.channel else None
    answer = call.planner.thank(call.interview.id, given.to, by, call.when, anyway=given.anyway, words=given.words)
    return call.finished(answer)


def follow_up(call: Call) -> Exit:
    given = call.arguments
    by = channel(given.channel, without=Channel.CARD)
    answer = call.planner.follow_up(call.interview.id, by, call.when, anyway=given.anyway, words=given.words)
    return call.finished(answer)


def told(call: Call) -> Exit:
    what, rest = call.arguments.what, " ".join(call.arguments.rest).strip()
    match what:
        case "decision" if not rest or is_vague(rest):
            # A word like "soon" holds no date: it is kept, and that none was understood is said.
            call.console.say(f"“{rest}” is no date: it is kept as words." if rest else "No date was given.")
            return _record(call, ToldDecision, ": ".join(filter(None, (rest, call.arguments.words))))
        case "decision":
            return _record(call, partial(ToldDecision, days=_days(call, rest)))
        case "call-back" if not rest:
            raise BadInput("When did they say to call back?", "Write it like fri, in two weeks or 4 Dec.")
        case "call-back":
            return _record(call, partial(ToldCallBack, days=_days(call, rest)))
        case "obstacle" if not rest:
            raise BadInput("What did they name as the obstacle?", f"It is one of {', '.join(Obstacle)}.")
        case "obstacle":
            return _record(call, partial(ToldObstacle, what=choice(rest, "OBSTACLE", Obstacle)))
        case _ if rest:
            raise BadInput(f"Nothing is to follow {what}.", f"Keep what was said with --words '{rest[:60]}'.")
        case _:
            return _record(call, _PLAIN[what])


def outcome(call: Call) -> Exit:
    return _record(call, partial(Outcome, what=Result(call.arguments.what)))


def cancel(call: Call) -> Exit:
    return _record(call, DidNotTakePlace if call.arguments.no_show else Cancelled)


def note(call: Call) -> Exit:
    words = " ".join(call.arguments.words)
    if not words.strip():
        raise BadInput("The note is empty.", "Give it some words.", "words")
    return _record(call, Note, words)


def _record(call: Call, make: Make, words: str | None = None) -> Exit:
    said = call.arguments.words if words is None else words
    return call.finished(call.planner.record(call.interview.id, lambda at: make(at=at, words=said), call.when))


def _days(call: Call, text: str) -> Days:
    """The days meant, seen from the day they were said, where the interview takes place."""
    said_on = day_of(call.when or call.planner.now(), ZoneInfo(call.interview.time_zone))
    return parse_days(text, said_on, call.planner.reading().date_order)
