"""Every setting with its value and where that comes from; changed here, and kept in the person's file."""

from collections.abc import Hashable, Iterator
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from planner.domain.errors import BadInput, Conflict, PlannerError
from planner.planning.outcomes import Done
from planner.planning.setting import BY_INDUSTRY, Group, Setting, as_text, channel_for, groups, key_for, said, typed
from planner.tui.bindings import bindings
from planner.tui.commands import COMMANDS, SETTINGS, shown
from planner.tui.gating import Situation
from planner.tui.keymap import own_commands
from planner.tui.screens.room import RoomScreen
from planner.tui.screens.setting import SettingScreen
from planner.tui.spans import BLANK, Row, Span, ends, fitted, paragraph, row
from planner.tui.widgets.key_bar import KeyBar
from planner.tui.widgets.listing import Item, Listing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Answer, Says

WIDE = 100
ABOUT_ROWS = 5
"""Rows for what a setting means, below the list, with the rule above them; beside it there is room enough."""
TITLE_WIDTH = 23
ROOM_FOR_SOURCES = 60
YOURS = "yours"
"""Where a value comes from that stands in the person's file."""
ANOTHER = "industry = email"
"""What is typed for an industry that is not in the file yet."""


class SettingsScreen(RoomScreen):
    """A change is checked by what reads the file, written at once, and put to use; `u` takes it back."""

    room = SETTINGS
    BINDINGS: ClassVar[list[BindingType]] = bindings(SETTINGS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self) -> None:
        super().__init__()
        self._changes: list[tuple[Setting, object]] = []
        self._said_of: Hashable = None

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        with Container(id="panes"):
            yield Listing(id="list")
            yield Pane(id="about")
        yield Says()
        yield KeyBar()

    def on_mount(self) -> None:
        self._listing.focus()
        try:
            if self.planner.settings.refresh():
                self.house.take_settings()
        except PlannerError as error:
            self.fail(error)

    def situation(self) -> Situation:
        return Situation(None, undoable=bool(self._changes))

    @property
    def _listing(self) -> Listing:
        return self.query_one("#list", Listing)

    @property
    def says(self) -> Says:
        return self.query_one(Says)

    @property
    def _chosen(self) -> Setting | None:
        chosen = self._listing.chosen
        return chosen if isinstance(chosen, Setting) else None

    # -- showing

    def lay_out(self) -> None:
        width = self._listing.text_width - 1
        if width <= 0:
            return
        self.title_bar("Settings")
        self._listing.fill([*self._items(width)])
        self._lay_out_about()

    def _groups(self) -> Iterator[Group]:
        yield from groups(self.planner.settings.tables)
        yield Group("KEYS", tuple(key_for(one.id, one.title, one.help, one.keys) for one in COMMANDS))

    def _items(self, width: int) -> Iterator[Item]:
        for place, group in enumerate(self._groups()):
            if place:
                yield Item(BLANK)
            yield Item(row(group.title, "head"))
            yield from (Item(self._line(setting, width), setting) for setting in group.settings)
            if group.title == BY_INDUSTRY:
                yield Item(row("  another industry …", "grey"), ANOTHER)

    def _line(self, setting: Setting, width: int) -> Row:
        """A sign for what is the person's own, title, value, and where there is room the word for where it comes from."""
        value, source = self._value(setting)
        own = source == YOURS
        left = (
            Span("* " if own else "  ", "open"),
            Span(f"{fitted(setting.title, min(TITLE_WIDTH, (width - 3) // 2))} "),
            Span(value, "strong" if own else "grey"),
        )
        word = (Span(f"  {source}", "open" if own else "grey"),) if width >= ROOM_FOR_SOURCES else ()
        return ends(left, word, width)

    def _value(self, setting: Setting) -> tuple[str, str]:
        """What holds now, and where that comes from."""
        found = said(self.planner.settings.tables, setting.keys)
        if found not in (None, ""):
            text, source = as_text(found), YOURS
        elif other := self.house.terminal.overrides.get(setting.name):
            text, source = other, "environment"
        elif setting.name == "policy.home_time_zone":
            text, source = self.planner.settings.host_zone, "this machine"
        else:
            text, source = setting.default or setting.otherwise, "default"
        return _as_shown(setting, text), source

    def on_listing_moved(self) -> None:
        """Forgets what was said of another setting; not what was said of one that has gone from the list by that."""
        if self._listing.chosen != self._said_of:
            self._said_of = self._listing.chosen
            self.says.clear()
        self._lay_out_about()

    def _lay_out_about(self) -> None:
        pane = self.query_one("#about", Pane)
        width = pane.text_width
        if not self.has_class("-wide"):
            pane.styles.height = max(min(self.size.height // 4, ABOUT_ROWS), 2)
        else:
            pane.styles.clear_rule("height")
        if width > 0:
            pane.show([*self._about(width)])

    def _about(self, width: int) -> Iterator[Row]:
        setting = self._chosen
        if setting is None:
            yield from paragraph(f"Says how a thank-you goes out to an industry, such as: {ANOTHER}", width)
            return
        yield from paragraph(setting.means, width)
        yield from paragraph(_takes(setting), width, "grey")
        default = _as_shown(setting, setting.default or setting.otherwise)
        later = "" if setting.at_once else " A change counts from the next start."
        yield from paragraph(f"Default: {default}. In the file: {setting.name}.{later}", width, "grey")

    # -- changing

    def action_change(self) -> None:
        setting = self._chosen
        if setting is None:
            self.house.visit(SettingScreen("Another industry", ANOTHER, "", self._keep_industry), self._changed)
        elif setting.takes.choices:
            answers = [Answer(str(place), text, text) for place, text in enumerate(setting.takes.choices, 1)]
            self.says.ask(f"{setting.title}?", answers, partial(self._choose, setting))
        else:
            value = as_text(said(self.planner.settings.tables, setting.keys))
            keep = partial(self._keep, setting)
            self.house.visit(SettingScreen(setting.title, setting.takes.words, value, keep), self._changed)

    def action_as_delivered(self) -> None:
        setting = self._chosen
        if setting and said(self.planner.settings.tables, setting.keys) is not None:
            self._choose(setting, "")
        else:
            self._say("It is the default already: your file does not say it.", tone="urgent")

    def action_undo(self) -> None:
        if not self._changes:
            self._say("There is nothing to undo.", tone="urgent")
            return
        setting, before = self._changes[-1]
        try:
            self._put(setting, before)
        except PlannerError as error:
            self.fail(error)
        else:
            self._changes.pop()
            self._changed(Done(f"Undone: {self._told(setting)}"))

    def _choose(self, setting: Setting, text: str) -> None:
        try:
            done = self._keep(setting, text)
        except PlannerError as error:
            self.fail(error)
        else:
            self._changed(done)

    def _keep_industry(self, text: str) -> Done:
        industry, channel = (part.strip() for part in text.partition("=")[::2])
        if not industry or not channel:
            raise BadInput("An industry and its channel are needed.", f"Write it like {ANOTHER}.")
        return self._keep(channel_for(industry), channel)

    def _keep(self, setting: Setting, text: str) -> Done:
        """Keeps what was typed, and puts it to use. Raises BadInput where it does not fit, Conflict."""
        before = said(self.planner.settings.tables, setting.keys)
        try:
            self._put(setting, typed(setting, text))
        except BadInput as error:  # which file it would not fit is plain here
            raise BadInput(error.sentence.removeprefix(f"{self.planner.settings.source}: "), error.hint) from error
        self._changes.append((setting, before))
        return Done(self._told(setting))

    def _put(self, setting: Setting, value: object) -> None:
        settings = self.planner.settings
        if setting.keys[0] == "keys":
            keys = {key: text for key, text in settings.current.keys.items() if key != setting.keys[1]}
            own_commands(keys | ({setting.keys[1]: str(value)} if value is not None else {}), settings.source)
        try:
            settings.keep(setting.keys, value)
        except Conflict:  # what the file says by now counts from now on
            self.house.take_settings()
            raise
        self.house.take_settings()

    def _told(self, setting: Setting) -> str:
        value, source = self._value(setting)
        default = ", the default" if source == "default" else ""
        later = "" if setting.at_once else " It counts from the next start."
        return f"{setting.title}: {value}{default}.{later}"

    def _changed(self, done: Done | None) -> None:
        self.repaint()
        if done:
            self._say(done.sentence, tone="open")

    def fail(self, error: PlannerError) -> None:
        self.repaint()
        self._say(error.sentence, error.hint, tone="urgent")

    def _say(self, text: str, hint: str = "", tone: str = "text") -> None:
        """Says it of what is chosen now; it goes when the cursor does."""
        self._said_of = self._listing.chosen
        self.says.say(text, hint, tone)

    def action_back(self) -> None:
        _ = self.dismiss(None)


def _takes(setting: Setting) -> str:
    *others, last = setting.takes.choices or ("",)
    return f"It is {', '.join(others)} or {last}." if others else f"It takes {setting.takes.words}."


def _as_shown(setting: Setting, text: str) -> str:
    """A value as it is shown: keys as a person would write them, numbers with what they count."""
    if setting.keys[0] == "keys":
        return " ".join(shown(key.strip()) for key in text.split(","))
    unit = setting.takes.unit
    return f"{text} {unit.removesuffix('s') if text == '1' else unit}" if unit else text
