"""What the program says it did, and what comes next: one sentence each, under what a person reads in a toast."""

from datetime import date, datetime

from planner.domain import wording
from planner.domain.board import Section, Standing
from planner.domain.interview import Interview
from planner.domain.log import (
    Cancelled,
    Days,
    DidNotTakePlace,
    Entry,
    FollowedUp,
    Heard,
    Note,
    Outcome,
    Rescheduled,
    Thanked,
    ToldCallBack,
    ToldDecision,
    ToldNoThanks,
    ToldNotToContact,
    ToldObstacle,
    ToldOnHold,
    in_order,
)
from planner.domain.verdict import ActionState, Finding

PLAIN: dict[type[Entry], str] = {
    ToldNotToContact: "Asked not to be contacted",
    ToldNoThanks: "Asked for no thank-you notes",
    ToldOnHold: "Put on hold",
    Heard: "Heard from them",
    Cancelled: "Cancelled",
    DidNotTakePlace: "Did not take place",
    Rescheduled: "Moved to another time",
    Note: "Note",
}
RESULTS = {"offer": "Offer", "accepted": "Offer accepted", "rejected": "Turned down by them", "withdrawn": "Withdrawn"}
OBSTACLES = {"start_date": "the start date", "salary": "the salary", "other": "something else"}


def entry_title(entry: Entry, today: date) -> str:
    """What happened, in a few words, without the words they said."""
    match entry:
        case Thanked():
            to = f" to {entry.to}" if entry.to else ""
            return f"Thank-you{to}{_by(entry.channel)}"
        case FollowedUp():
            early = ", against the advice" if entry.anyway else ""
            return f"Followed up{_by(entry.channel)}{early}"
        case ToldDecision():
            return f"They decide by {days(entry.days, today)}" if entry.days else "They decide, no date given"
        case ToldCallBack():
            return f"Call back on {days(entry.days, today)}"
        case ToldObstacle():
            return f"They named {OBSTACLES[entry.what]}"
        case Outcome():
            return RESULTS[entry.what]
        case _:
            return PLAIN[type(entry)]


def end_of(interview: Interview, today: date) -> str:
    """How it ended and on which day, as its own log says: "Turned down by them, Tue 10 Nov"; "" where that is open."""
    ends = [entry for entry in in_order(interview.log) if isinstance(entry, Outcome)]
    return f"{entry_title(ends[-1], today)}, {wording.day(ends[-1].at.date(), today)}" if ends else ""


def _by(channel: str) -> str:
    return "" if channel == "other" else f" by {channel}"


def days(told: Days, today: date) -> str:
    """A day, or both ends of a range: "Mon 30 Nov to Fri 4 Dec"."""
    if not told.is_range:
        return wording.day(told.first, today)
    return f"{wording.day(told.first, today)} to {wording.day(told.last, today)}"


def next_words(standing: Standing, now: datetime) -> str:
    """What comes next for an interview, as a sentence; `now` is in the reader's zone."""
    today = now.date()
    if standing.section is Section.UPCOMING:
        return f"The thank-you opens {wording.moment_here_and_there(standing.interview.ends_at, today, now.tzinfo)}."
    if standing.thank_you.is_open:
        return f"Next: {_uncapitalised(by_both_clocks(standing.thank_you.finding, now))}"
    if standing.follow_up.state is ActionState.WAITING and standing.follow_up.finding.opens_on:
        return f"Follow-up opens {wording.day(standing.follow_up.finding.opens_on, today)}."
    return standing.follow_up.text


def left_to_ask(standing: Standing) -> str:
    """What is to be asked right after an interview, as it would change the dates; "" once anything came of it."""
    waits = standing.follow_up.state is ActionState.WAITING and standing.section is not Section.UPCOMING
    said_nothing = all(isinstance(entry, Thanked) for entry in standing.interview.log)
    return "Did they say when they decide?" if waits and said_nothing else ""


def by_both_clocks(finding: Finding, now: datetime) -> str:
    """What a rule says; a time that it ends with is told by the clock at home as well, where that shows another.

    `now` is in the reader's zone.
    """
    for at in filter(None, (finding.due_at, finding.opens_at)):
        at_home = wording.at_home(at, now.date(), now.tzinfo)
        if at_home and finding.text.endswith(f"{wording.clock(at)}."):
            return f"{finding.text[:-1]} in {wording.place(at)}, {at_home}."
    return finding.text


def refusal(state: ActionState, text: str) -> str:
    """A rule's no, as a person is told of it."""
    match state:
        case ActionState.WAITING:
            return f"Not yet. {text}"
        case ActionState.DONE:
            return f"Done already. {text}"
        case _:
            return f"Closed. {text}"


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def name_of(interview: Interview) -> str:
    """How an interview is named in a sentence: "Northwind Traders (Data analyst, round 2)"."""
    return f"{interview.company} ({interview.role}, round {interview.round})"
