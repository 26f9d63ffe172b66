"""One event of a calendar file as an interview to offer."""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from planner.domain.errors import BadInput
from planner.domain.interview import Interview, Received
from planner.domain.text import NAME_LIMIT, stripped
from planner.domain.zones import YEARS
from planner.formats.invitations.blocks import Block, Line
from planner.formats.invitations.moments import Moment, duration, moment
from planner.formats.invitations.people import guests
from planner.formats.invitations.plain import plain
from planner.formats.invitations.proposal import proposal
from planner.formats.invitations.series import Search, next_date
from planner.formats.invitations.uids import uid_of
from planner.formats.invitations.values import BY_HAND, Invitation, Method
from planner.formats.invitations.venue import venue
from planner.formats.invitations.zones import Placed, Zones

USUAL_MINUTES = 60
LONGEST_MINUTES = 24 * 60

_LINES_SHOWN, _LINE_SHOWN = 3, 60

_SEQUENCE = re.compile(r"\d{1,18}", re.ASCII)


def invitation(event: Block, method: Method, zones: Zones, known_as: frozenset[str], search: Search) -> Invitation:
    """The event as an invitation, of a series its next date; BadInput with the reason where it can't be taken."""
    start = _start(event)
    first = zones.place(start)
    following = next_date(event, start, first, zones, search)
    placed = following.placed if following else first
    summary = stripped(event.value("SUMMARY"), NAME_LIMIT)
    notes = plain(event.value("DESCRIPTION"))
    status = event.value("STATUS").upper()
    minutes, on_minutes = _minutes(event, start, first, zones)
    received, on_received = _received(event)
    invited = guests(event, known_as, method)
    where = venue(event, summary, notes)
    wanted = proposal(summary, invited)
    interview = Interview(
        uid=uid_of(event, first, summary, following.day if following else None),
        company=wanted.company,
        role=wanted.role,
        starts_at=placed.at,
        time_zone=placed.zone,
        received=received,
        minutes=minutes,
        mode=where.mode,
        location=where.location,
        people=invited.people,
        notes=notes,
    )
    tentative = ["It is tentative: they have not confirmed it yet."] if status == "TENTATIVE" else []
    series = [following.remark] if following else []
    remarks = (*series, *placed.remarks, *on_minutes, *tentative, *where.remarks, *wanted.remarks, *invited.remarks)
    cancelled = method == "cancel" or status == "CANCELLED"
    return Invitation(interview, method, cancelled, summary, (*remarks, *on_received, *_unread(event)))


def _start(event: Block) -> Moment:
    if not event.closed:
        raise BadInput("It is not complete: its end is missing.", "Save the file again from where it came.")
    try:
        starts = {_moment(line) for line in event.all("DTSTART")}
    except BadInput as error:
        raise BadInput(f"Its start can't be read: {error.sentence}", BY_HAND) from error
    if len(starts) != 1:
        raise BadInput("It has more than one start." if starts else "It has no start.", BY_HAND)
    start = starts.pop()
    if start.whole_day or event.value("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE":
        raise BadInput(f"It lasts all day ({start.wall:%Y-%m-%d}), without a time.", BY_HAND)
    return start


def _moment(line: Line) -> Moment:
    found = moment(line)
    if found.wall.year not in YEARS:
        raise BadInput(f"The year {found.wall.year} can't be right.")
    return found


def _minutes(event: Block, start: Moment, placed: Placed, zones: Zones) -> tuple[int, list[str]]:
    """How long it lasts, by its end, else by its duration, else an hour; with a remark where neither can be used."""
    remarks = []
    ends, durations = event.all("DTEND"), event.all("DURATION")
    if ends and durations:
        remarks.append("It has both an end and a duration: the end was taken.")
    try:
        if ends:
            end = _moment(ends[0])
            if end.whole_day:
                raise BadInput("its end has no time")
            if end.offset is None and not end.tzid:
                end = Moment(end.wall, start.tzid, start.offset)
            length = zones.place(end).at.astimezone(UTC) - placed.at.astimezone(UTC)
        elif durations:
            length = duration(durations[0].value)
        else:
            return USUAL_MINUTES, []
    except BadInput as error:
        return USUAL_MINUTES, [
            *remarks,
            f"How long it lasts can't be told ({error.sentence.rstrip('.')}): an hour was taken.",
        ]
    minutes = round(length / timedelta(minutes=1))
    if 1 <= minutes <= LONGEST_MINUTES:
        return minutes, remarks
    return USUAL_MINUTES, [*remarks, f"It would last {minutes} minutes, which can't be right: an hour was taken."]


def _received(event: Block) -> tuple[Received, list[str]]:
    """The version of the event: a later one has a higher sequence, or the same and a later stamp."""
    remarks = []
    sequence, stamp = event.value("SEQUENCE"), None
    if sequence and not _SEQUENCE.fullmatch(sequence):
        remarks.append(f"Its SEQUENCE, “{stripped(sequence, _LINE_SHOWN)}”, is no number: taken as 0.")
        sequence = ""
    try:
        stamp = next((_moment(line).utc for line in event.all("DTSTAMP")), None)
    except BadInput as error:
        remarks.append(f"Its DTSTAMP was left out: {error.sentence}")
    return _version(int(sequence or 0), stamp), remarks


@lru_cache(maxsize=16)
def _version(sequence: int, stamp: datetime | None) -> Received:
    """Of the version of thousands of events that were written together there is one in memory."""
    return Received(sequence, stamp)


def _unread(event: Block) -> list[str]:
    shown = [f"A line can't be read and was left out: “{stripped(line, _LINE_SHOWN)}”." for line in event.unread]
    more = len(shown) - _LINES_SHOWN
    return [*shown[:_LINES_SHOWN], *([f"More lines that can't be read: {more}."] if more > 0 else [])]
