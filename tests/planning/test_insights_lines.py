"""The insights in words: what is said of each figure, and what stands beside each bar."""

from dataclasses import replace

from planner.domain.insights import Answers, Figure, Funnel, Group, Insights, Reached, ThankYous, Ways
from planner.planning.insights_lines import Plot, plots_of

FULL = Insights(
    thank_yous=Figure(8, ThankYous(5, 2, 1)),
    answers=Figure(4, Answers(8.5, (2, 1, 0, 0, 1))),
    unanswered=3,
    funnel=Figure(6, Funnel((Reached(1, 6), Reached(3, 2)), 1, 2, 0, 3)),
    by_industry=(
        Group("other", Figure(4, Ways(1, 1, 2))),
        Group("", Figure(3, Ways(3, 0, 0))),
        Group("law", Figure(1, None)),
    ),
    by_thank_you=(Group("other", Figure(5, Ways(2, 1, 2))), Group("", Figure(1, None))),
    by_follow_up=(Group("call", Figure(2, None)),),
)
EMPTY = Insights(Figure(0, None), Figure(1, None), 2, Figure(0, None), (), (), ())


def plot(title: str, insights: Insights = FULL) -> Plot:
    (found,) = [plot for plot in plots_of(insights) if plot.title == title]
    return found


def words(plot: Plot) -> list[tuple[str, str]]:
    return [(bar.name, bar.words) for bar in plot.bars]


def test_every_figure_is_said_with_its_cases() -> None:
    assert plot("THANK-YOUS IN TIME").said == "In time after 5 of 8 interviews."
    assert words(plot("THANK-YOUS IN TIME")) == [("in time", "5"), ("late", "2"), ("none", "1")]
    assert plot("DAYS UNTIL THEY ANSWERED").said == (
        "From 4 answers, beside what surveys found; bars are in calendar days. 3 more without a word yet."
    )
    assert plot("HOW FAR IT WENT").said == "6 roles in all."
    assert words(plot("HOW FAR IT WENT"))[:3] == [("round 1", "6"), ("round 3", "2"), ("offer", "1")]
    assert [bar.length for bar in plot("WHEN THEY ANSWERED").bars] == [2, 1, 0, 0, 1]


def test_one_s_own_days_stand_beside_the_surveys_with_their_years() -> None:
    yours, *surveys = plot("DAYS UNTIL THEY ANSWERED").bars
    assert (yours.name, yours.length, yours.words, yours.own) == ("you", 8.5, "8.5 days, the median of 4", True)
    assert (surveys[0].name, surveys[0].words) == ("NACE since 2017", "23.5 to 26 days, from interview to offer")
    assert surveys[1].words == "38 business days, from interview to offer"
    assert not any(bar.own for bar in surveys)


def test_shares_are_of_a_hundred_and_groups_that_are_too_small_are_named() -> None:
    industries = plot("WENT FURTHER, BY INDUSTRY")
    assert industries.said == "To a next round or an offer, of 8 interviews. Too few to tell: law (1)."
    assert words(industries) == [("other", "25 % · 1 of 4, 2 open"), ("not said", "100 % · 3 of 3, 0 open")]
    assert industries.full == 100
    channels = plot("WENT FURTHER, BY THANK-YOU")
    assert [bar.name for bar in channels.bars] == ["another way"]
    assert channels.said.endswith("Too few to tell: none (1).")


def test_a_group_of_which_nothing_is_known_yet_has_no_share() -> None:
    waiting = replace(
        FULL, by_industry=(Group("law", Figure(3, Ways(0, 0, 3))), Group("tech", Figure(3, Ways(0, 1, 2))))
    )
    assert words(plot("WENT FURTHER, BY INDUSTRY", waiting)) == [
        ("law", "none closed yet · 3 open"),
        ("tech", "0 % · 0 of 3, 2 open"),
    ]


def test_too_few_cases_are_said_and_nothing_is_drawn() -> None:
    assert plot("WENT FURTHER, BY FOLLOW-UP").said == "2 interviews of a kind so far: a figure takes 3."
    assert (
        plot("DAYS UNTIL THEY ANSWERED", EMPTY).said == "1 answer so far: a figure takes 3. 2 more without a word yet."
    )
    assert plot("WENT FURTHER, BY INDUSTRY", EMPTY).said == "0 interviews of a kind so far: a figure takes 3."
    assert [one.bars for one in plots_of(EMPTY)] == [()] * 7
