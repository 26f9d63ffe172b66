"""A calendar file as the appointments it offers."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from planner.domain.errors import BadInput
from planner.domain.interview import Received
from planner.domain.text import NAME_LIMIT, stripped
from planner.domain.zones import zone_called
from planner.formats.invitations.blocks import Block, blocks_in, event_in
from planner.formats.invitations.decoding import decoded
from planner.formats.invitations.event import invitation
from planner.formats.invitations.series import Search
from planner.formats.invitations.values import BY_HAND, Invitation, Method, Reading, Refused
from planner.formats.invitations.zones import Zones, zones_of
from planner.formats.passing import Passing

_METHODS: dict[str, Method] = {"REQUEST": "request", "CANCEL": "cancel"}
_NO_INVITATION = {
    "REPLY": "It is somebody's answer to an invitation, not an invitation.",
    "COUNTER": "It is somebody's proposal of another time, not an invitation.",
    "DECLINECOUNTER": "It turns down a proposal of another time, and changes nothing.",
    "REFRESH": "It asks for an invitation, and is none.",
    "ADD": f"It adds a date to a series, and a series is no interview. {BY_HAND}",
}
_MOVED = "It is a series whose next date was moved, as another event of the file says."
_NO_APPOINTMENTS = {"VTODO": "tasks", "VJOURNAL": "journal entries", "VFREEBUSY": "lists of busy times"}
_NO_STAMP = datetime.min.replace(tzinfo=UTC)


def reading(
    data: bytes, home_zone: str, known_as: frozenset[str], assume_zone: str, passing: Passing[int], *, now: datetime
) -> Reading:
    """All that the file holds. Raises BadInput where it is no calendar, or a zone given is none."""
    home = zone_called(home_zone).key
    assumed = zone_called(assume_zone).key if assume_zone else ""
    text = decoded(data)
    file = blocks_in(text)
    calendars = (file, *(block for block in file.blocks if block.name == "VCALENDAR"))
    if len(calendars) == 1 and not file.events:
        raise BadInput(
            "This is no calendar file.", "Such files begin with BEGIN:VCALENDAR; most have names ending in .ics."
        )
    gathered, search = _Gathered(), Search(now)
    for calendar in calendars:
        zones = zones_of(calendar, home, assumed)
        method = calendar.value("METHOD").upper()
        for begins in passing(calendar.events):
            event = event_in(text, begins)
            gathered.take(event, _outcome(event, method, zones, known_as, search))
    gathered.leave_out(search.moved)
    return Reading(tuple(gathered.newest.values()), (*gathered.refused(), *_left_out(file, gathered.events)))


class _Gathered:
    """Of each appointment the newest version so far; every other event but mere repetitions is refused.

    `events` counts them. A file may hold thousands: nothing is kept of one beside what is offered.
    """

    def __init__(self) -> None:
        self.events = 0
        self.newest: dict[str, Invitation] = {}
        self._places: dict[str, int] = {}
        self._refused: list[tuple[int, str, str]] = []

    def take(self, event: Block, outcome: Invitation | str) -> None:
        """The next event, and what is offered or why it can't be."""
        self.events += 1
        if isinstance(outcome, str):
            self._refuse(self.events, stripped(event.value("SUMMARY"), NAME_LIMIT), outcome)
            return
        uid = outcome.interview.uid
        older, place = self.newest.get(uid), self._places.get(uid, 0)
        if older and _version(older) > _version(outcome):
            older, place = outcome, self.events
        else:
            self.newest[uid], self._places[uid] = outcome, self.events
        if older and older != self.newest[uid]:
            self._refuse(place, older.summary, "The file holds a newer version of the same appointment.")

    def leave_out(self, moved: set[str]) -> None:
        """Offers none of those dates of series: other events of the file say that they are elsewhere."""
        for uid in moved & self.newest.keys():
            one = self.newest.pop(uid)
            self._refuse(self._places[uid], one.summary, f"{_MOVED} {BY_HAND}")

    def refused(self) -> Iterator[Refused]:
        """In the order of the file."""
        return (Refused(f"event {place}", summary, reason) for place, summary, reason in sorted(self._refused))

    def _refuse(self, place: int, summary: str, reason: str) -> None:
        self._refused.append((place, summary, reason))


def _outcome(event: Block, method: str, zones: Zones, known_as: frozenset[str], search: Search) -> Invitation | str:
    if method in _NO_INVITATION:
        return _NO_INVITATION[method]
    try:
        return invitation(event, _METHODS.get(method, "publish"), zones, known_as, search)
    except BadInput as error:
        hint = "Record the cancellation by hand, if it is one of yours." if method == "CANCEL" else error.hint
        return f"{error.sentence} {hint}"


def _version(invitation: Invitation) -> tuple[int, datetime]:
    sequence, stamp, _ = invitation.interview.received or Received(0, None)
    return sequence, stamp or _NO_STAMP


def _left_out(file: Block, events: int) -> list[Refused]:
    kinds = Counter(block.name for calendar in (file, *file.blocks) for block in calendar.blocks)
    refused = [
        Refused("", "", f"Only appointments are read: its {words} ({kinds[kind]}) are left out.")
        for kind, words in _NO_APPOINTMENTS.items()
        if kinds[kind]
    ]
    return refused if events or refused else [Refused("", "", "It holds no appointment.")]
