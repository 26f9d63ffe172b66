"""Why an action is open or grey: every rule that has something to say of it, those that decide first."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from planner.domain.verdict import ActionId, ActionState, Explained
from planner.planning.phrases import by_both_clocks, name_of
from planner.tui.house import house_of
from planner.tui.screens.reading import ReadingScreen
from planner.tui.spans import BLANK, Row, Span, paragraph, row

TITLES = {
    ActionId.THANK_YOU: "THANK-YOU",
    ActionId.FOLLOW_UP: "FOLLOW-UP",
    ActionId.FLEXIBILITY: "SAYING WHERE YOU ARE FLEXIBLE",
    ActionId.EXPEDITE: "ASKING THEM TO HURRY",
}
WORDS = {
    ActionState.WAITING: ("wait", "urgent"),
    ActionState.AVAILABLE: ("open", "open"),
    ActionState.OVERDUE: ("late", "urgent"),
    ActionState.DONE: ("done", "open"),
    ActionState.CLOSED: ("closed", "grey"),
}


class WhyScreen(ReadingScreen):
    """Explains all actions of the interview numbered `number` at the instant `at`."""

    title_text = "Why?"

    def __init__(self, number: int, at: datetime) -> None:
        super().__init__()
        self._number = number
        self._at = at

    def rows(self, width: int) -> Sequence[Row]:
        planner = house_of(self).planner
        shown = [row(name_of(planner.interview(self._number)), "strong"), BLANK]
        for action in ActionId:
            shown += [
                row(TITLES[action], "head"),
                *_explained(planner.why(self._number, action, self._at), self._at, width),
                BLANK,
            ]
        return shown


def _explained(findings: Sequence[Explained], now: datetime, width: int) -> Iterator[Row]:
    for place, one in enumerate(findings):
        if place and not one.decides and findings[place - 1].decides:
            yield row("  Otherwise these would have decided:", "grey")
        word, tone = WORDS[one.finding.state]
        tone = tone if one.decides else "grey"
        yield (Span(f"  {word:<7}", tone), Span(one.title, "text" if one.decides else "grey"))
        for text, shade in ((by_both_clocks(one.finding, now), tone), (one.why, "grey")):
            for line in paragraph(text, width - 9, shade):
                yield (Span(" " * 9), *line)
