"""Why an action is as it is: the findings of all rules, as sentences."""

from collections.abc import Iterable
from datetime import datetime

from planner.cli import columns
from planner.cli.console import Painted, Piece, Style
from planner.domain.verdict import ActionId, ActionState, Explained
from planner.planning.phrases import by_both_clocks

TITLES = {
    ActionId.THANK_YOU: "Thank-you",
    ActionId.FOLLOW_UP: "Follow-up",
    ActionId.FLEXIBILITY: "Say where there is room",
    ActionId.EXPEDITE: "Ask them to decide sooner",
}
STYLES = {
    ActionState.WAITING: Style.GREY,
    ActionState.AVAILABLE: Style.OPEN,
    ActionState.OVERDUE: Style.URGENT,
    ActionState.DONE: Style.GREY,
    ActionState.CLOSED: Style.GREY,
}
_INDENT = "  "


def reasons(action: ActionId, explained: Iterable[Explained], now: datetime, width: int) -> Iterable[Painted]:
    """The state of one action; the finding that decides with what it is good for; then what else holds.

    `now` is in the reader's zone.
    """
    explained = tuple(explained)
    deciding = [one for one in explained if one.decides]
    others = [one for one in explained if not one.decides]
    state = deciding[0].finding.state
    yield [Piece(f"{TITLES[action]}: ", Style.STRONG), Piece(state.value, STYLES[state])]
    for one in deciding:
        yield from _paragraph(by_both_clocks(one.finding, now), width)
        yield from _paragraph(one.why, width, Style.GREY)
    for one in others:
        yield from _paragraph(f"Otherwise: {by_both_clocks(one.finding, now)}", width, Style.GREY)


def _paragraph(text: str, width: int, style: Style = Style.PLAIN) -> Iterable[Painted]:
    for line in columns.wrapped(_INDENT + text, width, len(_INDENT)):
        yield [Piece(line, style)]
