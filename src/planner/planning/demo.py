"""Made-up interviews for a look at the program. Their dates lie around now, so that the board always looks alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from planner.domain.calendar import pinned
from planner.domain.interview import Flexibility, Interview, Mode, Part, Person
from planner.domain.log import (
    Channel,
    Days,
    FollowedUp,
    Heard,
    Note,
    Obstacle,
    Outcome,
    Result,
    Thanked,
    ToldCallBack,
    ToldDecision,
    ToldObstacle,
)
from planner.planning.state import State

_LAST_OF_DAY = time(23, 55)
_SATURDAY = 5


def state(zone: ZoneInfo, now: datetime) -> State:
    """What a data file holds that has these interviews, all in `zone`, and no change to undo."""
    numbered, entries = {}, 0
    for id_, interview in enumerate(_interviews(zone, now), 1):
        log = tuple(replace(entry, id=entries + place) for place, entry in enumerate(interview.log, 1))
        entries += len(log)
        numbered[id_] = replace(interview, id=id_, rev=1, log=log)
    return State(revision=1, interviews=MappingProxyType(numbered), next_id=len(numbered) + 1, next_entry=entries + 1)


def _interviews(zone: ZoneInfo, now: datetime) -> Iterable[Interview]:
    """One of every kind that a board shows."""
    days = _Around(zone, now.astimezone(zone))
    return (*_to_do(days), *_waiting(days), *_coming_and_gone(days))


@dataclass(frozen=True, slots=True)
class _Around:
    """Days and times as seen from `now`, which is in `zone`."""

    zone: ZoneInfo
    now: datetime

    def ago(self, days: int, clock: str) -> datetime:
        """So many days ago, or on the Friday before if that is a weekend."""
        day = self.now.date() - timedelta(days=days)
        return self._at(day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1)), clock)

    def ahead(self, days: int) -> date:
        """In so many days, or on the Monday after if that is a weekend."""
        day = self.now.date() + timedelta(days=days)
        return day + timedelta(days=7 - day.weekday() if day.weekday() >= _SATURDAY else 0)

    def coming(self, days: int, clock: str) -> datetime:
        return self._at(self.ahead(days), clock)

    def soon(self) -> datetime:
        """Within the hour or so, on a half hour, and today if it still can be."""
        local = self.now.replace(second=0, microsecond=0)
        later = local + timedelta(minutes=60 - local.minute % 30)
        last = datetime.combine(local, _LAST_OF_DAY, self.zone)
        return last if local < last < later else later

    def _at(self, day: date, clock: str) -> datetime:
        # Through UTC: a time that the clocks skip becomes the one as far behind the jump.
        wall = datetime.combine(day, time.fromisoformat(clock), self.zone)
        return wall.astimezone(UTC).astimezone(self.zone)

    def logged(self, days: int, clock: str) -> datetime:
        return pinned(self.ago(days, clock), self.zone)


def _to_do(days: _Around) -> Iterator[Interview]:
    due_at = days.soon()
    yield Interview(
        uid="demo-northwind-traders",
        company="Northwind Traders",
        role="Data analyst",
        starts_at=(due_at.astimezone(UTC) - timedelta(hours=25)).astimezone(days.zone),
        time_zone=days.zone.key,
        round=2,
        industry="technology",
        mode=Mode.VIDEO,
        location="https://meet.northwind.example/data-team",
        people=(
            Person("Ann Lee", email="ann.lee@northwind.example"),
            Person("Jo Park", Part.RECRUITER, main=True, email="jo.park@northwind.example"),
        ),
        notes="Ann asked how I would measure whether a discount pays; I told her about the two test regions.",
    )
    yield Interview(
        uid="demo-globex-health",
        company="Globex Health",
        role="Ward manager",
        starts_at=days.ago(9, "11:00"),
        time_zone=days.zone.key,
        industry="health",
        mode=Mode.ON_SITE,
        location="St Brigid's, 14 Harbour Road",
        people=(
            Person("Maria Santos", Part.HIRING_MANAGER, postal_address="Globex Health, 14 Harbour Road"),
            Person("Tom Weller", Part.RECRUITER, main=True, phone="+1 555 0142"),
        ),
        log=(
            Thanked(at=days.logged(9, "17:40"), to="Maria Santos", channel=Channel.CARD),
            Note(at=days.logged(9, "18:05"), words="Nights are every third week. Ask how the rota is made."),
        ),
    )


def _waiting(days: _Around) -> Iterator[Interview]:
    yield Interview(
        uid="demo-contoso",
        company="Contoso",
        role="Backend engineer",
        starts_at=days.ago(3, "10:00"),
        time_zone=days.zone.key,
        minutes=45,
        industry="technology",
        mode=Mode.VIDEO,
        people=(Person("Priya Raman", Part.RECRUITER, main=True, email="priya@contoso.example"),),
        log=(Thanked(at=days.logged(3, "16:20"), channel=Channel.EMAIL),),
    )
    yield Interview(
        uid="demo-initech",
        company="Initech",
        role="QA lead",
        starts_at=days.ago(2, "13:30"),
        time_zone=days.zone.key,
        round=3,
        industry="technology",
        mode=Mode.ON_SITE,
        people=(
            Person("Bill Lund", Part.HIRING_MANAGER, email="bill@initech.example"),
            Person("Dana Cole", Part.INTERVIEWER, email="dana@initech.example"),
            Person("Sam Ito", Part.RECRUITER, main=True, email="sam@initech.example"),
        ),
        own_offer_deadline=days.ahead(8),
        log=(
            ToldDecision(at=days.logged(2, "14:35"), days=Days.one(days.ahead(5)), words="after the team has met"),
            Thanked(at=days.logged(2, "15:10"), channel=Channel.EMAIL),
        ),
        notes="The one I would choose. Wayne Foundation wants its answer first.",
    )
    yield Interview(
        uid="demo-umbrella-sales",
        company="Umbrella Sales",
        role="Account executive",
        starts_at=days.ago(8, "09:00"),
        time_zone=days.zone.key,
        industry="sales",
        mode=Mode.PHONE,
        minutes=30,
        people=(Person("Rita Okafor", Part.AGENCY, main=True, phone="+1 555 0178"),),
        flexibility=Flexibility(start_date="any Monday from next month"),
        log=(
            Thanked(at=days.logged(8, "11:15"), channel=Channel.EMAIL),
            Heard(at=days.logged(4, "10:05"), words="Rita: the regional lead is travelling"),
            ToldCallBack(at=days.logged(4, "10:06"), days=Days.one(days.ahead(10)), words="call me back then"),
        ),
    )
    yield Interview(
        uid="demo-hooli",
        company="Hooli",
        role="SRE",
        starts_at=days.ago(17, "15:00"),
        time_zone=days.zone.key,
        industry="technology",
        mode=Mode.VIDEO,
        people=(
            Person("Gavin Roy", email="gavin@hooli.example"),
            Person("Lena Brandt", Part.RECRUITER, main=True, email="lena@hooli.example"),
        ),
        log=(
            Thanked(at=days.logged(17, "18:30"), to="Gavin Roy", channel=Channel.EMAIL),
            FollowedUp(at=days.logged(6, "10:20"), channel=Channel.EMAIL),
        ),
    )


def _coming_and_gone(days: _Around) -> Iterator[Interview]:
    yield Interview(
        uid="demo-stark-labs",
        company="Stark Labs",
        role="Embedded engineer",
        starts_at=days.coming(2, "09:30"),
        time_zone=days.zone.key,
        minutes=90,
        industry="technology",
        mode=Mode.ON_SITE,
        location="Building 3, ask for Pepper at the gate",
        people=(Person("Pepper Hayes", Part.COORDINATOR, main=True, email="pepper@stark.example"),),
        notes="Bring the oscilloscope traces and a question about release testing.",
    )
    yield Interview(
        uid="demo-wayne-foundation",
        company="Wayne Foundation",
        role="Programme officer",
        starts_at=days.ago(16, "14:00"),
        time_zone=days.zone.key,
        round=2,
        industry="charity",
        mode=Mode.ON_SITE,
        people=(Person("Alfred Moss", Part.HIRING_MANAGER, email="alfred@wayne.example"),),
        log=(
            Thanked(at=days.logged(16, "19:00"), to="Alfred Moss", channel=Channel.CARD),
            Outcome(at=days.logged(9, "12:10"), what=Result.OFFER, words="There are two weeks to think it over"),
        ),
    )
    yield Interview(
        uid="demo-tyrell",
        company="Tyrell",
        role="Technician",
        starts_at=days.ago(20, "08:30"),
        time_zone=days.zone.key,
        industry="manufacturing",
        mode=Mode.PHONE,
        flexibility=Flexibility(start_date="two weeks' notice"),
        log=(
            Thanked(at=days.logged(20, "12:00"), channel=Channel.CARD),
            ToldObstacle(at=days.logged(13, "09:45"), what=Obstacle.OTHER, words="They need someone with a licence"),
            Outcome(
                at=days.logged(11, "11:00"), what=Result.REJECTED, words="Kind about it; I may apply again in spring"
            ),
        ),
    )
