"""Made-up interviews, the same for the same count and day: people, notes and logs as a long search leaves them."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from planner.domain.interview import Interview, Mode, Part, Person
from planner.domain.log import (
    Cancelled,
    Channel,
    Days,
    Entry,
    FollowedUp,
    Heard,
    Note,
    Outcome,
    Result,
    Thanked,
    ToldDecision,
)
from planner.planning.state import STEPS_KEPT, State

ZONE = ZoneInfo("Europe/Berlin")

_WORDS = """\
Amber Birch Cedar Delta Ember Fjord Garnet Harbour Indigo Juniper Kestrel Larch Meridian Nimbus Orchard Pelican Quarry
Rowan Sable Tundra Umber Violet Willow Yarrow Zephyr Alder Beacon Cobalt Dune Everest

Analytics Bakery Clinic Data Energy Foods Games Hotels Insurance Journeys Kitchens Logistics Media Networks Optics
Pharma Quality Robotics Systems Textiles Utilities Ventures Water Yachts Schools Partners Rail Steel Bank Museum

Ann Bo Cleo Dan Eve Finn Gita Hugo Ida Jo Kim Lea Max Nia Omar Pia Quin Rosa Sam Tess

Lee Park Santos Weller Ek Novak Okoye Prins Quist Rossi Silva Tanaka Ueda Vogel Wirth Yilmaz
"""
_FIRST, _SECOND, _GIVEN, _FAMILY = (words.split() for words in _WORDS.split("\n\n"))
_ROLES = (
    "Data analyst",
    "Ward manager",
    "Backend engineer",
    "QA lead",
    "Account executive",
    "Programme officer",
    "Technician",
    "Copy editor",
    "Site reliability engineer",
    "Payroll clerk",
    "Product designer",
    "Head of research",
    "Train dispatcher",
    "Buyer",
)
_INDUSTRIES = ("", "technology", "health", "finance", "charity", "sales", "education")
_SENTENCES = (
    "Asked how I would measure whether a discount pays.",
    "The team is five people, two of them new since spring.",
    "They want somebody who has moved a warehouse before.",
    "Nights are every third week; ask how the rota is made.",
    "The lift was out of order, so we talked on the stairs.",
    "Send the two charts I mentioned, without the client's name.",
    "Pay is by the public scale, grade eleven or twelve.",
    "She used to work with Omar at the harbour office.",
    "The second part was a pairing task on a small parser.",
    "Be ready to say why I left; it came up twice.",
)

Make = Callable[["_Chance"], Interview]


@dataclass(frozen=True, slots=True)
class _Chance:
    """What is drawn by lot, around `now`."""

    lot: random.Random
    now: datetime

    def held(self, least: float, most: float, *log: Callable[[datetime], Entry]) -> Interview:
        """An interview that ended between so many days ago; each of the log is made from when it ended."""
        ended = self.now - timedelta(days=self.lot.uniform(least, most))
        hour = ended.hour if most < 1 else self.lot.randrange(10, 18)
        ended = ended.replace(hour=hour, minute=ended.minute // 15 * 15, second=0, microsecond=0)
        notes = tuple(self._note(ended) for _ in range(self.lot.randrange(3)))
        return self.interview(ended - timedelta(hours=1), (*(make(ended) for make in log), *notes))

    def interview(self, starts_at: datetime, log: Sequence[Entry] = ()) -> Interview:
        company = f"{self.lot.choice(_FIRST)} {self.lot.choice(_SECOND)}"
        domain = f"{company.split(maxsplit=1)[0].lower()}.example"
        return Interview(
            uid=f"made-up-{self.lot.getrandbits(64):016x}",
            company=company,
            role=self.lot.choice(_ROLES),
            starts_at=starts_at,
            time_zone=ZONE.key,
            industry=self.lot.choice(_INDUSTRIES),
            mode=self.lot.choice((*Mode, None)),
            location=f"https://meet.{domain}/{self.lot.randrange(10**6)}",
            people=tuple(self._people(domain)),
            notes=" ".join(self.lot.sample(_SENTENCES, self.lot.randrange(6))),
            log=tuple(log),
        )

    def _people(self, domain: str) -> Iterator[Person]:
        parts = [Part.INTERVIEWER, *[Part.INTERVIEWER, Part.RECRUITER][: self.lot.randrange(3)]]
        for part in parts:
            name = f"{self.lot.choice(_GIVEN)} {self.lot.choice(_FAMILY)}"
            yield Person(name, part, email=f"{name.lower().replace(' ', '.')}@{domain}")

    def _note(self, ended: datetime) -> Entry:
        return Note(at=ended + timedelta(minutes=self.lot.randrange(1, 300)), words=self.lot.choice(_SENTENCES))


def _thanked(ended: datetime) -> Entry:
    return Thanked(at=ended + timedelta(hours=3), channel=Channel.EMAIL)


def _asked(ended: datetime) -> Entry:
    return FollowedUp(at=ended + timedelta(days=8), channel=Channel.EMAIL)


def _said_when(ended: datetime) -> Entry:
    return ToldDecision(at=ended, days=Days.one(ended.date() + timedelta(days=10)), words="after the team has met")


def _heard(ended: datetime) -> Entry:
    return Heard(at=ended + timedelta(days=2), words="They are still talking to others.")


def _ended(what: Result) -> Callable[[datetime], Entry]:
    return lambda ended: Outcome(at=ended + timedelta(days=12), what=what, words="Kind about it.")


def _cancelled(ended: datetime) -> Entry:
    return Cancelled(at=ended - timedelta(days=2))


def _coming(chance: _Chance) -> Interview:
    day = chance.now.date() + timedelta(days=chance.lot.randrange(1, 30))
    return chance.interview(datetime.combine(day, time(chance.lot.randrange(9, 17), 30), ZONE))


# How often each is met: much is closed, and little of it is to be done today.
_KINDS: Sequence[tuple[int, Make]] = (
    (2, lambda chance: chance.held(0.1, 0.8)),
    (4, lambda chance: chance.held(8, 12, _thanked)),
    (3, lambda chance: chance.held(2, 5, _thanked)),
    (3, lambda chance: chance.held(1, 8, _thanked, _said_when)),
    (2, lambda chance: chance.held(9, 12, _thanked, _asked)),
    (5, _coming),
    (30, lambda chance: chance.held(20, 1500, _thanked, _ended(Result.REJECTED))),
    (4, lambda chance: chance.held(20, 1500, _thanked, _heard, _asked, _ended(Result.OFFER))),
    (35, lambda chance: chance.held(60, 1500, _thanked, _asked)),
    (12, lambda chance: chance.held(20, 1500, _cancelled)),
)
_WEIGHTS = [often for often, _ in _KINDS]
_MAKES = [make for _, make in _KINDS]


def interviews(count: int, now: datetime) -> Iterator[Interview]:
    """So many: one of each kind first, then by lot; one in four is the next round of what was closed before it."""
    chance = _Chance(random.Random(count), now.astimezone(ZONE))
    before: Interview | None = None
    for place in range(count):
        make = _MAKES[place] if place < len(_MAKES) else chance.lot.choices(_MAKES, _WEIGHTS)[0]
        one = make(chance)
        if before and before.starts_at < one.starts_at and chance.lot.random() < 0.25:
            one = replace(one, company=before.company, role=before.role, round=before.round + 1)
        closed = any(isinstance(entry, Outcome | Cancelled) for entry in one.log)
        before = one if place >= len(_MAKES) and not closed else None
        yield one


def state(count: int, now: datetime) -> State:
    """A state that holds them, each numbered, with steps to undo, as many as are kept or two for each: notes to them."""
    numbered, entries = {}, 0
    for id_, interview in enumerate(interviews(count, now), 1):
        log = tuple(replace(entry, id=entries + place) for place, entry in enumerate(interview.log, 1))
        entries += len(log)
        numbered[id_] = replace(interview, id=id_, log=log)
    made = State(interviews=MappingProxyType(numbered), next_id=count + 1, next_entry=entries + 1)
    for step in range(min(STEPS_KEPT, 2 * count)):
        one = made.interviews[1 + step % count]
        noted = replace(one, log=(*one.log, Note(at=now, words=_SENTENCES[step % len(_SENTENCES)])))
        made = made.changed(f"Note on {one.company}", now, "command line", {one.id: made.numbered(noted)})
    # Written at once, it is the first revision of its file.
    first = {id_: replace(interview, rev=1) for id_, interview in made.interviews.items()}
    return made._replace(revision=1, interviews=MappingProxyType(first))
