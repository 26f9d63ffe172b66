"""The keys of the screen one comes from, then the rules with their reasons."""

from collections.abc import Iterator, Sequence

from planner.domain.engine import TABLES
from planner.domain.rule import OnTop, Rule
from planner.domain.verdict import ActionId
from planner.tui.commands import LIST, Command, shown
from planner.tui.house import house_of
from planner.tui.screens.reading import ReadingScreen
from planner.tui.screens.why import TITLES
from planner.tui.spans import BLANK, Row, Span, fitted, paragraph, row

INTRODUCTION = (
    "Thank them almost at once. If they gave a date, do nothing else until then; if not, wait about a week. "
    "Then one polite call or email to the main contact. One is enough, unless they say to call back."
)
# Cited as surveys, with the year; nothing here is a promise.
SURVEYS = (
    "Thank-you notes: 68 % of recruiters say they matter (TopResume 2017).",
    "80 % of managers find them helpful, and 24 % of applicants send one (Accountemps 2017).",
    "From interview to offer: about 24 to 26 days in most of NACE's surveys since 2017.",
    "The whole process: 23.8 days on average in the US, 53.8 in government (Glassdoor 2017).",
)


class HelpScreen(ReadingScreen):
    """Help for one room of the catalogue."""

    title_text = "Help"

    def __init__(self, room: str) -> None:
        super().__init__()
        self._room = room

    def rows(self, width: int) -> Sequence[Row]:
        shown_rows: list[Row] = [row("KEYS OF THIS SCREEN", "head")]
        house = house_of(self)
        for command in (*house.of_room(self._room), *house.of_room(LIST)):
            shown_rows += _key(command, width)
        shown_rows += [BLANK, row("THE RULES", "head"), *paragraph(INTRODUCTION, width), BLANK]
        for action in ActionId:
            shown_rows += [row(TITLES[action], "head"), *_rules(action, width), BLANK]
        shown_rows.append(row("WHAT SURVEYS SAY", "head"))
        for survey in SURVEYS:
            shown_rows += [*paragraph(survey, width), BLANK]
        return shown_rows


def _key(command: Command, width: int) -> Iterator[Row]:
    keys = " ".join(shown(key) for key in command.keys.split(","))
    for place, line in enumerate(paragraph(command.help, width - 12)):
        yield (Span(fitted("" if place else f"  {keys}", 12), "key"), *line)


def _rules(action: ActionId, width: int) -> Iterator[Row]:
    rules: tuple[Rule | OnTop, ...] = (*TABLES[action].rows, *TABLES[action].on_top)
    for rule in rules:
        yield from ((Span("  "), *line) for line in paragraph(rule.title, width - 2, "strong"))
        yield from ((Span("    "), *line) for line in paragraph(rule.why, width - 4, "grey"))
