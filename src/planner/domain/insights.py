"""What came of all interviews so far, in figures. Each says how many cases it comes from; none comes from fewer than three.

Only interviews that were held count: over by now, and not called off.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from typing import Generic, TypeVar

from planner.domain import thanks
from planner.domain.case import Case, cases_of
from planner.domain.interview import Interview, Pursuit
from planner.domain.log import (
    Entry,
    FollowedUp,
    Heard,
    Outcome,
    Result,
    Thanked,
    ToldCallBack,
    ToldDecision,
    ToldNoThanks,
    ToldNotToContact,
    ToldObstacle,
    ToldOnHold,
)
from planner.domain.policy import Policy
from planner.domain.text import folded

FEWEST = 3
"""Of fewer cases a figure would tell more of chance than of anything else."""
WEEKS = 5
"""Weeks in which answers are counted; all later ones count to the last."""

C = TypeVar("C")
F = TypeVar("F")
OFFERS = (Result.OFFER, Result.ACCEPTED)
_TOLD = (ToldDecision, ToldCallBack, ToldNotToContact, ToldNoThanks, ToldOnHold, ToldObstacle)


@dataclass(frozen=True, slots=True)
class Figure(Generic[F]):
    """`cases` is what it comes from; `value` is None where those are fewer than three."""

    cases: int
    value: F | None


@dataclass(frozen=True, slots=True)
class ThankYous:
    """Interviews by their thank-yous: all owed went out by the due time; some or all came later; none went out."""

    in_time: int
    late: int
    none: int


@dataclass(frozen=True, slots=True)
class Answers:
    """Days from the interview's to that of their first word after it; `by_week` counts answers: in the first week, …."""

    median_days: float
    by_week: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """How many pursuits got to a round, or beyond it."""

    round: int
    pursuits: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """Pursuits by the rounds they reached, fewer and fewer; the other four tell how they stand, and add up."""

    rounds: tuple[Reached, ...]
    offers: int
    rejected: int
    withdrawn: int
    open: int


@dataclass(frozen=True, slots=True)
class Ways:
    """Interviews by how they went: on to a next round or an offer; to an end; or nothing is known yet. They add up."""

    on: int
    ended: int
    open: int


@dataclass(frozen=True, slots=True)
class Group:
    """The interviews that have `name` in common: an industry, or the channel of the first message; "" without one."""

    name: str
    ways: Figure[Ways]


@dataclass(frozen=True, slots=True)
class Insights:
    """`unanswered` interviews have had no word from them yet. Groups stand the largest first."""

    thank_yous: Figure[ThankYous]
    answers: Figure[Answers]
    unanswered: int
    funnel: Figure[Funnel]
    by_industry: tuple[Group, ...]
    by_thank_you: tuple[Group, ...]
    by_follow_up: tuple[Group, ...]


def insights_of(interviews: Iterable[Interview], policy: Policy, now: datetime) -> Insights:
    """The figures at `now`. What is recorded counts, whatever its time, as everywhere."""
    now = now.astimezone(UTC)
    held = [case for case in cases_of(interviews, policy) if not case.called_off and case.ends_at <= now]
    return Insights(
        thank_yous=_thank_yous(held, now),
        answers=_figure([words[0] for case in held if (words := _words(case))], _answers),
        unanswered=sum(map(_is_unanswered, held)),
        funnel=_funnel(held),
        by_industry=_groups(held, _industry),
        by_thank_you=_groups(held, _thanked_by),
        by_follow_up=_groups(held, _followed_up_by),
    )


def _figure(cases: Sequence[C], value: Callable[[Sequence[C]], F]) -> Figure[F]:
    return Figure(len(cases), value(cases) if len(cases) >= FEWEST else None)


def _thank_yous(held: Iterable[Case], now: datetime) -> Figure[ThankYous]:
    """Not counted: where none were wanted, where it is not due yet, and where the pursuit ended before it was."""
    kinds = [kind for case in held if (kind := _thanked(case, now))]

    def value(kinds: Sequence[str]) -> ThankYous:
        count = Counter(kinds)
        return ThankYous(count["in_time"], count["late"], count["none"])

    return _figure(kinds, value)


def _thanked(case: Case, now: datetime) -> str:
    """How a thank-you went, as a field of ThankYous; "" where that does not count."""
    due = thanks.due_at(case).timestamp()
    sent_at = thanks.sent_at(case)
    if sent_at:
        return "in_time" if sent_at.timestamp() <= due else "late"
    ends = (entry.at.timestamp() for entry in case.log if isinstance(entry, Outcome) and entry.what not in OFFERS)
    ended = any(end <= due for end in ends)
    if case.last(ToldNoThanks) or ended or now.timestamp() <= due:
        return ""
    return "late" if case.last(Thanked) else "none"


def _words(case: Case) -> tuple[int, ...]:
    """After how many days each word from them came, the first first.

    What they told on the day of the interview is part of it: there they say when they decide.
    """
    return tuple(
        (case.day(entry.at) - case.ends_on).days
        for entry in case.log
        if entry.at >= case.ends_at and _is_word(entry, the_same_day=case.day(entry.at) == case.ends_on)
    )


def _is_word(entry: Entry, *, the_same_day: bool) -> bool:
    if isinstance(entry, Outcome):
        return entry.what is not Result.WITHDRAWN
    return isinstance(entry, Heard) or (isinstance(entry, _TOLD) and not the_same_day)


def _is_unanswered(case: Case) -> bool:
    return not _words(case) and case.outcome is None and case.later_round is None


def _answers(days: Sequence[int]) -> Answers:
    weeks = Counter(min(max(day - 1, 0) // 7, WEEKS - 1) for day in days)
    return Answers(median(days), tuple(weeks[week] for week in range(WEEKS)))


def _funnel(held: Iterable[Case]) -> Figure[Funnel]:
    pursuits: dict[Pursuit, list[Case]] = defaultdict(list)
    for case in held:
        pursuits[case.interview.pursuit].append(case)

    def value(pursuits: Sequence[list[Case]]) -> Funnel:
        reached = [max(case.interview.round for case in cases) for cases in pursuits]
        rounds = sorted({case.interview.round for cases in pursuits for case in cases})
        outcomes = Counter(cases[0].outcome for cases in pursuits)
        return Funnel(
            rounds=tuple(Reached(round_, sum(one >= round_ for one in reached)) for round_ in rounds),
            offers=sum(outcomes[result] for result in OFFERS),
            rejected=outcomes[Result.REJECTED],
            withdrawn=outcomes[Result.WITHDRAWN],
            open=outcomes[None],
        )

    return _figure([*pursuits.values()], value)


def _groups(held: Iterable[Case], name: Callable[[Case], str]) -> tuple[Group, ...]:
    """Grouped by a name, which is shown as it is written first."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in held:
        groups[folded(name(case))].append(case)
    named = (Group(name(cases[0]), _figure(cases, _ways)) for cases in groups.values())
    return tuple(sorted(named, key=lambda group: (-group.ways.cases, folded(group.name))))


def _ways(cases: Sequence[Case]) -> Ways:
    on = sum(case.later_round is not None or case.outcome in OFFERS for case in cases)
    open_ = sum(case.later_round is None and case.outcome is None and not case.no_contact for case in cases)
    return Ways(on, len(cases) - on - open_, open_)


def _industry(case: Case) -> str:
    return case.interview.industry


def _first_channel(case: Case, kind: type[Thanked | FollowedUp]) -> str:
    return next((entry.channel.value for entry in case.log if isinstance(entry, kind)), "")


def _thanked_by(case: Case) -> str:
    return _first_channel(case, Thanked)


def _followed_up_by(case: Case) -> str:
    return _first_channel(case, FollowedUp)
