"""Commands that record what happened: thank, follow-up, told, outcome, cancel, note."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from planner.cli.call import Call
from planner.cli.exits import Exit
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
from planner.planning.fields import choice

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
    channel = _channel(given.channel, without=Channel.CALL) if given.channel else None
    answer = call.planner.thank(
        call.interview.id, given.to, channel, call.when, anyway=given.anyway, words=given.words
    )
    return call.finished(answer)


def follow_up(call: Call) -> Exit:
    given = call.arguments
    channel = _channel(given.channel, without=Channel.CARD)
    answer = call.planner.follow_up(call.interview.id, channel, call.when, anyway=given.anyway, words=given.words)
    return call.finished(answer)


def told(call: Call) -> Exit:
    what, rest = call.arguments.what, " ".join(call.arguments.rest)
    match what:
        case "decision":
            return _record(call, _decision(call, rest))
        case "call-back":
            days = _days(call, rest, "When did they say to call back?")
            return _record(call, partial(ToldCallBack, days=days))
        case "obstacle":
            named = choice(rest, "OBSTACLE", Obstacle)
            return _record(call, partial(ToldObstacle, what=named))
        case _:
            if rest:
                raise BadInput(f"Nothing is to follow {what}.", f"Keep what was said with --words '{rest[:60]}'.")
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

    def entry(at: datetime) -> Entry:
        return make(at=at, words=said)

    return call.finished(call.planner.record(call.interview.id, entry, call.when))


def _decision(call: Call, rest: str) -> Make:
    """The days they named. A word like "soon" holds none: it is kept, and that no date was understood is said."""
    from planner.planning.when import is_vague

    if not rest or is_vague(rest):
        call.console.say(f"“{rest}” is no date: it is kept as words." if rest else "No date was given.")
        words = ": ".join(filter(None, (rest, call.arguments.words)))
        return lambda at, **_: ToldDecision(at=at, words=words)
    return partial(ToldDecision, days=_days(call, rest, "When do they decide?"))


def _days(call: Call, text: str, question: str) -> Days:
    """The days meant by words, as they lie where the interview takes place."""
    from planner.planning.when import parse_days

    if not text:
        raise BadInput(question, "Write it like fri, in two weeks, 4 Dec or 2026-12-01..2026-12-04.")
    from zoneinfo import ZoneInfo

    today = call.planner.now().astimezone(ZoneInfo(call.interview.time_zone)).date()
    return parse_days(text, today, call.planner.reading().date_order)


def _channel(text: str, *, without: Channel) -> Channel:
    channel = choice(text, "--channel", Channel)
    if channel is without:
        accepted = ", ".join(one for one in Channel if one is not without)
        raise BadInput(f"--channel is “{text}”.", f"It is one of {accepted}.", "channel")
    return channel
