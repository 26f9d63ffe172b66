"""A calendar to subscribe to (.ics): each interview as an event, each action to come as a task that starts when it opens.

The text is the same as long as nothing was changed: no time of writing stands in it, and whether a task is grey already
or open is left to its start.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from planner.domain.board import standing_of
from planner.domain.case import Case
from planner.domain.interview import Interview
from planner.domain.opening import late_from
from planner.domain.verdict import ActionId, Availability
from planner.formats.calendar_lines import block, instant, text, written

_BEFORE_INTERVIEW = "-PT1H"
# A follow-up opens at midnight, which is no hour to be told so.
_AFTER_OPENING = {ActionId.THANK_YOU: "PT0S", ActionId.FOLLOW_UP: "PT9H"}
_TITLES = {ActionId.THANK_YOU: "Thank-you", ActionId.FOLLOW_UP: "Follow-up"}
# The stamp of an interview of which nothing was recorded yet: it must be some instant, and not now.
_FIRST_STAMP = datetime(2000, 1, 1, tzinfo=UTC)


def write(cases: Iterable[Case], now: datetime, *, private: bool = False) -> bytes:
    """The calendar; with `private` it names nobody and no place, only that there is something, and when."""
    return written(block("VCALENDAR", _calendar(cases, now, private=private)))


def _calendar(cases: Iterable[Case], now: datetime, *, private: bool) -> Iterator[str]:
    yield from ("VERSION:2.0", "PRODID:-//planner//planner//EN", "X-WR-CALNAME:Interviews")
    for case in cases:
        yield from block("VEVENT", _event(case, private=private))
        # What is still to come is told as it will be once the interview is over: the same before that and after.
        standing = standing_of(case, max(now.astimezone(UTC), case.ends_at.astimezone(UTC)))
        for answer in standing.checklist:
            if answer.finding.opens_at and answer.state.verdict != "block":
                task = _task(case, answer, answer.finding.opens_at, standing.left, private=private)
                yield from block("VTODO", task)


def _event(case: Case, *, private: bool) -> Iterator[str]:
    interview = case.interview
    yield from _identity(interview, "interview")
    yield instant("DTSTART", interview.starts_at)
    yield instant("DTEND", interview.ends_at)
    yield "STATUS:CANCELLED" if case.called_off else "STATUS:CONFIRMED"
    yield text("SUMMARY", "Interview" if private else f"Interview: {_name(interview)}")
    if not private:
        if interview.location:
            yield text("LOCATION", interview.location)
        if interview.link:
            yield f"URL:{interview.link}"
        if interview.people:
            yield text("DESCRIPTION", f"With {', '.join(person.name for person in interview.people)}")
    yield from _alarm("Interview", _BEFORE_INTERVIEW)


def _task(case: Case, answer: Availability, opens_at: datetime, left: Iterable[str], *, private: bool) -> Iterator[str]:
    interview, finding, title = case.interview, answer.finding, _TITLES[answer.action]
    yield from _identity(interview, answer.action.value)
    yield f"RELATED-TO:{_uid(interview, 'interview')}"
    yield instant("DTSTART", opens_at)
    yield instant("DUE", finding.due_at or late_from(case, finding.opens_on or case.day(opens_at)))
    yield "STATUS:NEEDS-ACTION"
    yield text("SUMMARY", title if private else f"{title}: {_name(interview)}")
    whom = _whom(answer.action, interview, left)
    if whom and not private:
        yield text("DESCRIPTION", whom)
    yield from _alarm(title, _AFTER_OPENING[answer.action])


def _identity(interview: Interview, what: str) -> Iterator[str]:
    yield f"UID:{_uid(interview, what)}"
    yield instant("DTSTAMP", max((entry.at for entry in interview.log), key=datetime.timestamp, default=_FIRST_STAMP))
    yield f"SEQUENCE:{interview.rev}"
    yield "CLASS:PRIVATE"


def _uid(interview: Interview, what: str) -> str:
    """Always the same, and no name in it: an invitation's own uid often ends in the company's."""
    return f"{hashlib.sha256(interview.uid.encode()).hexdigest()[:32]}-{what}@planner"


def _alarm(words: str, after: str) -> Iterator[str]:
    return block("VALARM", ("ACTION:DISPLAY", text("DESCRIPTION", words), f"TRIGGER:{after}"))


def _whom(action: ActionId, interview: Interview, left: Iterable[str]) -> str:
    if action is ActionId.THANK_YOU:
        names = ", ".join(left)
        return f"To {names}" if names else ""
    contact = interview.main_contact
    return f"Ask {', '.join(filter(None, (contact.name, contact.phone, contact.email)))}" if contact else ""


def _name(interview: Interview) -> str:
    return f"{interview.company}, {interview.role}"
