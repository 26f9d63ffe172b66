"""The one question of the first start: the home time zone. The machine's own is a guess: a server is often elsewhere."""

from collections.abc import Sequence
from functools import cache
from typing import ClassVar
from zoneinfo import ZoneInfo, available_timezones

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from planner.domain import wording
from planner.domain.errors import BadInput, PlannerError
from planner.domain.text import folded
from planner.domain.zones import zone_called
from planner.tui.house import house_of
from planner.tui.screens.calm import CalmScreen
from planner.tui.spans import BLANK, Row, Span, paragraph
from planner.tui.widgets.field import Field
from planner.tui.widgets.line_field import LineField
from planner.tui.widgets.listing import Item, Listing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

ASKED = (
    "Where are you at home? Days and times are counted there, and waits begin and end with its days. An interview "
    "elsewhere keeps its own zone."
)
ROOM_FOR_REASONS = 20
"""From this many rows it is said what the answer is for."""


class FirstStartScreen(CalmScreen[None]):
    """Keeps the home zone in the settings; left with escape, the machine's zone is taken for now and asked again."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab", "complete", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        yield Pane(id="asked")
        yield LineField("zone", "Home time zone", self._guess, echoing=True, select=True)
        yield Listing(id="zones")
        yield Says()
        yield Pane(id="key-bar")

    def on_mount(self) -> None:
        self.query_one("#bar", Pane).show(((Span("planner   ", "strong"), Span("Welcome", "head")),))
        keys = (("enter", "Take it"), ("tab", "Complete"), ("esc", f"{self._guess} for now"))
        row = tuple(span for key, title in keys for span in (Span(f"{key} ", "key"), Span(f"{title}  ")))
        self.query_one("#key-bar", Pane).show((row,))
        self.query_one("#zones", Listing).can_focus = False
        self._field.focus_editor()

    def on_resize(self) -> None:
        self.call_after_refresh(self.fill)

    def fill(self) -> None:
        asked = self.query_one("#asked", Pane)
        guess = f"This machine says {self._guess}; type a city or a region if you are elsewhere."
        width = asked.scrollable_content_region.width
        rows: list[Row] = [*paragraph(ASKED, width), BLANK] if self.size.height >= ROOM_FOR_REASONS else []
        rows += paragraph(guess, width, "grey")
        asked.styles.height = len(rows) + 1
        asked.show(rows)

    @property
    def _guess(self) -> str:
        return house_of(self).planner.settings.host_zone

    @property
    def _field(self) -> Field:
        return self.query_one(Field)

    @property
    def _chosen(self) -> str:
        chosen = self.query_one("#zones", Listing).chosen
        return chosen if isinstance(chosen, str) else ""

    def on_field_changed(self) -> None:
        """Says what time it is there, which is how a person knows that it is theirs, and offers zones like it."""
        text = self._field.value
        try:
            zone = zone_called(text)
        except BadInput:
            self._field.note()
            offered = zones_like(text)
        else:
            self._field.note(f"= {self._clock_in(zone)} there now", "open")
            offered = []
        self.query_one("#zones", Listing).fill([Item((Span(f"{zone}"),), zone) for zone in offered])
        self.query_one("#zones", Listing).action_first()

    def _clock_in(self, zone: ZoneInfo) -> str:
        now = house_of(self).planner.now().astimezone(zone)
        return wording.moment(now, now.date())

    def action_move(self, by: int) -> None:
        zones = self.query_one("#zones", Listing)
        if by > 0:
            zones.action_down()
        else:
            zones.action_up()

    def action_complete(self) -> None:
        if self._chosen:
            self._field.value = self._chosen

    def on_field_entered(self) -> None:
        """Takes the zone; where only its beginning stands there, completes it first, so that one sees what is taken."""
        try:
            zone = zone_called(self._field.value).key
        except BadInput as error:
            if self._chosen:
                self.action_complete()
            else:
                self._field.wrong(error.sentence, error.hint)
            return
        house = house_of(self)
        house.perform(lambda: house.planner.settings.set_home_zone(zone), lambda _: self.action_leave(), self._fail)

    def _fail(self, error: PlannerError) -> None:
        self.query_one(Says).say(error.sentence, error.hint, tone="urgent")

    def action_leave(self) -> None:
        _ = self.dismiss(None)


def zones_like(text: str) -> list[str]:
    """The zones that hold `text`: first those whose city begins with it, then those with a word that does."""
    wanted = folded(text).replace(" ", "_")
    if not wanted:
        return []
    found = [zone for zone in _zones() if wanted in zone.casefold()]
    return sorted(found, key=lambda zone: (_distance(zone.casefold(), wanted), zone))


def _distance(zone: str, wanted: str) -> int:
    city = zone.rpartition("/")[2]
    if city.startswith(wanted):
        return 0
    return 1 if zone.startswith(wanted) else 2


@cache
def _zones() -> Sequence[str]:
    """The zones that are named after places; the others are old names and plain offsets."""
    return ("UTC", *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/")))
