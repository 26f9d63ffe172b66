"""The insights as plain text: plots as bars with their names and words, which one front end draws and the other prints."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planner.domain import wording
from planner.domain.insights import FEWEST, Answers, Figure, Funnel, Group, Insights, ThankYous, Ways
from planner.domain.surveys import SURVEYS, Survey

_CHANNELS = {"other": "another way", "": "none"}
_WEEKS = ("first week", "second week", "third week", "fourth week", "later")


@dataclass(frozen=True, slots=True)
class Bar:
    """How long a bar is, what stands before it, and the words behind it. `own`: it is of the person's interviews."""

    name: str
    length: float
    words: str
    own: bool = True


@dataclass(frozen=True, slots=True)
class Plot:
    """`said` is the figure in words, with its cases. Without bars there are too few of them.

    `full` is the length that takes all the room there is; 0: the longest bar takes it.
    """

    title: str
    said: str
    bars: tuple[Bar, ...] = ()
    full: float = 0


def plots_of(insights: Insights) -> tuple[Plot, ...]:
    """All figures in the order in which they are shown."""
    return (
        _thank_yous(insights.thank_yous),
        _answers(insights.answers, insights.unanswered),
        _weeks(insights.answers),
        _funnel(insights.funnel),
        _groups("WENT FURTHER, BY INDUSTRY", insights.by_industry, _industry),
        _groups("WENT FURTHER, BY THANK-YOU", insights.by_thank_you, _channel),
        _groups("WENT FURTHER, BY FOLLOW-UP", insights.by_follow_up, _channel),
    )


def _thank_yous(figure: Figure[ThankYous]) -> Plot:
    title = "THANK-YOUS IN TIME"
    if figure.value is None:
        return _too_few(title, figure.cases, "interview")
    counts = (("in time", figure.value.in_time), ("late", figure.value.late), ("none", figure.value.none))
    said = f"In time after {figure.value.in_time} of {wording.count(figure.cases, 'interview')}."
    return Plot(title, said, tuple(Bar(name, number, str(number)) for name, number in counts))


def _answers(figure: Figure[Answers], unanswered: int) -> Plot:
    title = "DAYS UNTIL THEY ANSWERED"
    still = f" {unanswered} more without a word yet." if unanswered else ""
    if figure.value is None:
        few = _too_few(title, figure.cases, "answer")
        return Plot(title, f"{few.said}{still}")
    days = figure.value.median_days
    yours = Bar("you", days, f"{_number(days)} days, the median of {figure.cases}")
    said = f"From {wording.count(figure.cases, 'answer')}, beside what surveys found; bars are in calendar days.{still}"
    return Plot(title, said, (yours, *map(_survey, SURVEYS)))


def _survey(survey: Survey) -> Bar:
    span = _number(survey.first)
    if survey.last != survey.first:
        span = f"{span} to {_number(survey.last)}"
    unit = "business days" if survey.business else "days"
    return Bar(f"{survey.by} {survey.year}", survey.calendar_days, f"{span} {unit}, {survey.measures}", own=False)


def _weeks(figure: Figure[Answers]) -> Plot:
    title = "WHEN THEY ANSWERED"
    if figure.value is None:
        return _too_few(title, figure.cases, "answer")
    bars = tuple(Bar(week, number, str(number)) for week, number in zip(_WEEKS, figure.value.by_week, strict=True))
    return Plot(title, f"{wording.count(figure.cases, 'answer')}, by weeks after the interview.", bars)


def _funnel(figure: Figure[Funnel]) -> Plot:
    title = "HOW FAR IT WENT"
    if figure.value is None:
        return _too_few(title, figure.cases, "role")
    rounds = (Bar(f"round {one.round}", one.pursuits, str(one.pursuits)) for one in figure.value.rounds)
    ends = (
        ("offer", figure.value.offers),
        ("turned down", figure.value.rejected),
        ("withdrawn", figure.value.withdrawn),
        ("still open", figure.value.open),
    )
    said = f"{wording.count(figure.cases, 'role')} in all."
    return Plot(title, said, (*rounds, *(Bar(name, number, str(number)) for name, number in ends)))


def _groups(title: str, groups: Sequence[Group], named: Callable[[Group], str]) -> Plot:
    """Bars are shares, in percent, of the groups that are large enough; the others are named with their cases."""
    cases = sum(group.ways.cases for group in groups)
    few = [f"{named(group)} ({group.ways.cases})" for group in groups if group.ways.value is None]
    bars = tuple(_shares(groups, named))
    if not bars:
        return _too_few(title, max((group.ways.cases for group in groups), default=0), "interview", " of a kind")
    rest = f" Too few to tell: {', '.join(few)}." if few else ""
    return Plot(title, f"To a next round or an offer, of {wording.count(cases, 'interview')}.{rest}", bars, full=100)


def _shares(groups: Sequence[Group], named: Callable[[Group], str]) -> Iterator[Bar]:
    for group in groups:
        if group.ways.value:
            share = 100 * group.ways.value.on / group.ways.cases
            yield Bar(named(group), share, _share(share, group.ways.value, group.ways.cases))


def _share(share: float, ways: Ways, cases: int) -> str:
    if ways.open == cases:  # nought percent would be a result, and there is none yet
        return f"none closed yet · {cases} open"
    return f"{share:.0f} % · {ways.on} of {cases}, {ways.open} open"


def _industry(group: Group) -> str:
    return group.name or "not said"


def _channel(group: Group) -> str:
    return _CHANNELS.get(group.name, group.name)


def _too_few(title: str, cases: int, noun: str, kind: str = "") -> Plot:
    return Plot(title, f"{wording.count(cases, noun)}{kind} so far: a figure takes {FEWEST}.")


def _number(number: float) -> str:
    """Without decimals that say nothing: 9, 23.5."""
    return f"{number:g}"
