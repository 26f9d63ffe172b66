"""The slots a template may have, and what fills them: the interview, the person, and what the writer gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from types import MappingProxyType

from planner.domain.errors import BadInput
from planner.domain.interview import Interview, Person
from planner.domain.log import Entry, FollowedUp, Obstacle, ToldCallBack, ToldDecision, ToldObstacle, in_order
from planner.domain.text import TEXT_LIMIT, harmless, stripped
from planner.letters.dates import spelt
from planner.letters.names import addressed

_FULL_STOPS = " .,;:"


@dataclass(frozen=True, slots=True)
class Slot:
    """`means` says what stands in it; of an `asked` one, what the writer is to give, with `example` as a pattern.

    `advice` is what to say while an asked one is empty; `{who}` in it becomes " with Ann", or nothing.
    """

    id: str
    means: str
    example: str
    advice: str = ""

    @property
    def is_asked(self) -> bool:
        return bool(self.advice)


_ALL = (
    Slot("name", "the person's name as a greeting has it", "Ann"),
    Slot("full_name", "the person's whole name", "Ann Lee"),
    Slot("reader", "in the words to an agency: whom the letter is for", "Ann Lee"),
    Slot("company", "the company", "Northwind Traders"),
    Slot("role", "the role", "Data analyst"),
    Slot("interview_day", "the day of the interview", "Monday 23 November"),
    Slot("decision_day", "the day they said they decide, of a range the last", "Friday 4 December"),
    Slot("call_back_told_day", "the day they said to call back, while you have not", "Friday 27 November"),
    Slot("call_back_day", "the day they said to call back on, while you have not", "Monday 7 December"),
    Slot("start_date_room", "the room you noted on the start date", "from 1 February"),
    Slot("salary_room", "the room you noted on the salary", "5 % either way"),
    Slot("start_date_answer", "the same, once they named the start date as the obstacle", "from 1 February"),
    Slot("salary_answer", "the same, once they named the salary as the obstacle", "5 % either way"),
    Slot(
        "offer_deadline",
        "the day by which your other offer wants its answer",
        "Tuesday 1 December",
        "Set the day by which your other offer wants its answer.",
    ),
    Slot("my_name", "your name", "Maya Chen", "Sign it: your name is not known yet."),
    Slot("my_phone", "your phone number", "+1 555 0100", "Give a number to call back on, for the voicemail."),
    Slot(
        "discussed",
        "what you talked about, to follow “I enjoyed hearing about …”",
        "how you test whether a discount pays",
        "Say one thing you discussed{who}.",
    ),
    Slot(
        "interest",
        "what draws you, to follow “What draws me most is …”",
        "the chance to build the reports from the ground up",
        "Say in a few words what draws you to the job.",
    ),
    Slot(
        "result_with_number",
        "a result of yours with a number that bears on their need, to follow a colon",
        "I raised renewals from 81 to 93 per cent in a year",
        "Name one result of yours, with a number, that bears on what they need.",
    ),
    Slot(
        "new_thing",
        "something new that is of use to them, to follow a colon",
        "I have put what I know of the Leeds market on one page for you",
        "Bring them one new thing that is of use.",
    ),
    Slot(
        "proposed_step",
        "the next step you propose, to follow “I would suggest …”",
        "half an hour with the regional lead in the week of 7 December",
        "Propose a next step.",
    ),
)

SLOTS: Mapping[str, Slot] = MappingProxyType({slot.id: slot for slot in _ALL})

SALES_SLOTS = ("result_with_number", "new_thing", "proposed_step")
"""What is wanted only where promoting oneself is the custom."""

_PROSE = frozenset(
    (*SALES_SLOTS, "discussed", "interest", "start_date_room", "salary_room", "start_date_answer", "salary_answer")
)


def values(interview: Interview, to: Person | None, given: Mapping[str, str], now: datetime) -> dict[str, str]:
    """What fills each slot that has something; `given` may fill any, and wins. All on one line, without controls.

    Days are those of the interview's zone. Raises BadInput for a slot there is not, or a text too long to be kept.
    """
    for id_, text in given.items():
        if id_ not in SLOTS:
            shown = harmless(id_[:60])
            raise BadInput(f"A letter has no place for “{shown}”.", f"It has places for: {', '.join(SLOTS)}.", shown)
        if len(text) > TEXT_LIMIT:
            raise BadInput(f"{id_} has {len(text):,} characters.", f"At most {TEXT_LIMIT:,} are taken.", id_)
    found = {id_: _clean(id_, text) for id_, text in _facts(interview, to, now).items()}
    found |= {id_: clean for id_, text in given.items() if (clean := _clean(id_, text))}
    return {id_: text for id_, text in found.items() if text}


def _clean(id_: str, text: str) -> str:
    clean = stripped(text, TEXT_LIMIT)
    return clean.rstrip(_FULL_STOPS) if id_ in _PROSE else clean


def _facts(interview: Interview, to: Person | None, now: datetime) -> dict[str, str]:
    zone = interview.starts_at.tzinfo
    today = now.astimezone(zone).date()
    log = in_order(interview.log)
    decision = next((told.days for told in reversed(log) if isinstance(told, ToldDecision) and told.days), None)
    deadline = interview.own_offer_deadline
    room = interview.flexibility
    named = {entry.what for entry in log if isinstance(entry, ToldObstacle)}
    return {
        "name": addressed(to.name) if to else "",
        "full_name": to.name if to else "",
        "company": interview.company,
        "role": interview.role,
        "interview_day": spelt(interview.starts_at.date(), today),
        "decision_day": spelt(decision.last, today) if decision else "",
        "start_date_room": room.start_date,
        "salary_room": room.salary,
        "start_date_answer": room.start_date if Obstacle.START_DATE in named else "",
        "salary_answer": room.salary if Obstacle.SALARY in named else "",
        "offer_deadline": spelt(deadline, today) if deadline else "",
    } | _call_back(log, zone, now)


def _call_back(log: tuple[Entry, ...], zone: tzinfo | None, now: datetime) -> dict[str, str]:
    asked = call_back_asked(log)
    if not asked:
        return {}
    today = now.astimezone(zone).date()
    return {
        "call_back_told_day": spelt(asked.at.astimezone(zone).date(), today),
        "call_back_day": spelt(asked.days.last, today),
    }


def call_back_asked(log: tuple[Entry, ...]) -> ToldCallBack | None:
    """Their last word to call back, while nobody has; `log` is in the order it is read."""
    for entry in reversed(log):
        if isinstance(entry, FollowedUp):
            return None
        if isinstance(entry, ToldCallBack):
            return entry
    return None
