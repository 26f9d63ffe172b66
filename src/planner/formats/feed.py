"""A calendar to subscribe to (.ics): each interview as an event, each action to come as a task that starts when it opens.

The text is the same as long as nothing was changed: no time of writing stands in it, and whether a task is grey already
or open is left to its start.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Component, Event, Todo

from planner.domain.board import standing_of
from planner.domain.case import Case
from planner.domain.interview import Interview
from planner.domain.opening import late_from
from planner.domain.verdict import ActionId, Availability, Finding

_BEFORE_INTERVIEW = timedelta(hours=-1)
# A follow-up opens at midnight, which is no hour to be told so.
_AFTER_OPENING = {
    ActionId.THANK_YOU: timedelta(),
    ActionId.FOLLOW_UP: timedelta(hours=9),
    ActionId.EXPEDITE: timedelta(),
}
_WRITTEN_BY = "-//planner//planner//EN"
_BEGINNING = 200
_END = b"END:VCALENDAR\r\n"
_TITLES = {
    ActionId.THANK_YOU: "Thank-you",
    ActionId.FOLLOW_UP: "Follow-up",
    ActionId.EXPEDITE: "Ask them to decide sooner",
}
# The stamp of an interview of which nothing was recorded yet: it must be some instant, and not now.
_FIRST_STAMP = datetime(2000, 1, 1, tzinfo=UTC)


def is_one(data: bytes) -> bool:
    """Whether it is a calendar that `write` made, by its beginning."""
    return f"PRODID:{_WRITTEN_BY}".encode() in data[:_BEGINNING]


def write(cases: Iterable[Case], now: datetime, *, private: bool = False) -> bytes:
    """The calendar; with `private` it names nobody and no place, only that there is something, and when."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _WRITTEN_BY)
    calendar.add("x-wr-calname", "Interviews")
    frame: bytes = calendar.to_ical()
    head = frame.removesuffix(_END)
    # Each part becomes text at once: kept as objects, thousands of them take over twenty times the room of their text.
    return b"".join([head, *(part.to_ical() for part in _parts(cases, now, private=private)), _END])


def _parts(cases: Iterable[Case], now: datetime, *, private: bool) -> Iterator[Component]:
    for case in cases:
        yield _event(case, private=private)
        # What is still to come is told as it will be once the interview is over: the same before that and after.
        standing = standing_of(case, max(now.astimezone(UTC), case.ends_at.astimezone(UTC)))
        for answer in (*standing.checklist, standing.expedite):
            if answer.finding.opens_at and answer.state.verdict != "block":
                yield _task(case, answer, answer.finding.opens_at, standing.left, private=private)


def _event(case: Case, *, private: bool) -> Event:
    interview = case.interview
    event = Event()
    _identify(event, interview, "interview")
    event.add("dtstart", interview.starts_at.astimezone(UTC))
    event.add("dtend", interview.ends_at.astimezone(UTC))
    event.add("status", "CANCELLED" if case.called_off else "CONFIRMED")
    event.add("summary", "Interview" if private else f"Interview: {_name(interview)}")
    if not private:
        people = ", ".join(person.name for person in interview.people)
        _add_filled(event, location=interview.location, url=interview.link, description=people and f"With {people}")
    if not case.called_off:
        event.add_component(_alarm("Interview", _BEFORE_INTERVIEW))
    return event


def _task(case: Case, answer: Availability, opens_at: datetime, left: Iterable[str], *, private: bool) -> Todo:
    interview, finding, title = case.interview, answer.finding, _TITLES[answer.action]
    task = Todo()
    _identify(task, interview, answer.action.value)
    task.add("related-to", _uid(interview, "interview"))
    task.add("dtstart", opens_at.astimezone(UTC))
    task.add("due", _due_at(case, answer.action, finding, opens_at).astimezone(UTC))
    task.add("status", "NEEDS-ACTION")
    task.add("summary", title if private else f"{title}: {_name(interview)}")
    if not private:
        _add_filled(task, description=_whom(answer.action, interview, left))
    task.add_component(_alarm(title, _AFTER_OPENING[answer.action]))
    return task


def _due_at(case: Case, action: ActionId, finding: Finding, opens_at: datetime) -> datetime:
    """When it is late; asking them to decide sooner is for as long as the other offer stands."""
    if action is ActionId.EXPEDITE and finding.until:
        return finding.until
    return finding.due_at or late_from(case, finding.opens_on or case.day(opens_at))


def _identify(component: Component, interview: Interview, what: str) -> None:
    component.add("uid", _uid(interview, what))
    component.add("dtstamp", max((entry.at.astimezone(UTC) for entry in interview.log), default=_FIRST_STAMP))
    component.add("sequence", interview.rev)
    component.add("class", "PRIVATE")


def _uid(interview: Interview, what: str) -> str:
    """Always the same, and no name in it: an invitation's own uid often ends in the company's."""
    return f"{hashlib.sha256(interview.uid.encode()).hexdigest()[:32]}-{what}@planner"


def _alarm(words: str, after: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", after)
    return alarm


def _whom(action: ActionId, interview: Interview, left: Iterable[str]) -> str:
    if action is ActionId.THANK_YOU:
        names = ", ".join(left)
        return f"To {names}" if names else ""
    contact = interview.main_contact
    return f"Ask {', '.join(filter(None, (contact.name, contact.phone, contact.email)))}" if contact else ""


def _add_filled(component: Component, **texts: str) -> None:
    for name, text in texts.items():
        if text:
            component.add(name, text)


def _name(interview: Interview) -> str:
    return f"{interview.company}, {interview.role}"
