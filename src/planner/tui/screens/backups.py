"""Going back to an earlier version of the data file: the list of backups, what one would change, and consent."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize

from planner.domain.wording import count
from planner.planning.outcomes import Done
from planner.planning.restoring import Prospect, Restoring
from planner.planning.transfer import SAVING, Progress, Stage, Watch, in_line
from planner.planning.turns import Fate, Turn
from planner.planning.versions import Version
from planner.tui.errand import Errand
from planner.tui.labels import LABELS
from planner.tui.screens.keeping import KeepingScreen
from planner.tui.spans import BLANK, Row, Span, cut, paragraph, width_of
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.listing import Item, Listing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

V = TypeVar("V")
READING = Progress(Stage.READING)

SIGNS = {Fate.BACK: ("+", "open"), Fate.CHANGES: ("~", "ahead"), Fate.GOES: ("-", "urgent")}
KINDS = {False: "routine", True: "kept longer"}
"""What is said of a version by whether it outlives routine ones: it was asked for, or stood before a large change."""
KINDS_MEAN = {
    False: "Routine: in time it makes room for newer ones.",
    True: "Kept longer: it was asked for, or stood before a large change.",
}
KIND_WIDTH = max(map(len, KINDS.values()))
WORD_WIDTH = 2 + max(map(len, Fate)) + 2


class BackupsScreen(KeepingScreen):
    """First the list, then what going back to the one chosen would change; only `y` there goes back.

    `trouble` says why the data file can't be opened, where that is why one is here. Files are read in a thread.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "look", show=False),
        Binding("y", "save", show=False),
    ]

    def __init__(self, restoring: Restoring, trouble: str = "") -> None:
        super().__init__()
        self._restoring = restoring
        self._trouble = trouble
        self._versions: Sequence[Version] = ()
        self._prospect: Prospect | None = None
        self._errand = Errand(self, self._show_progress)

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        yield Pane(id="trouble")
        yield Listing(id="versions")
        yield Pane(id="changes", focusable=True)
        yield Says()
        yield KeyLine()

    def on_mount(self) -> None:
        self._show()
        self._begin(self._listed, self._found)

    def on_resize(self, _resize: Resize) -> None:
        self.call_after_refresh(self._lay_out)

    # -- reading

    def _listed(self, watch: Watch) -> Sequence[Version]:
        """In a thread: of ten thousand interviews each version takes a second. Those that are read are shown meanwhile."""
        found: tuple[Version, ...] = ()
        for version in self._restoring.each():
            watch(READING)
            self._versions = found = (*found, version)
        return found

    def _foreseen_by(self, version: Version, watch: Watch) -> Prospect:
        watch(READING)
        return self._restoring.prospect(version)

    def _restored(self, prospect: Prospect, watch: Watch) -> Done:
        watch(SAVING)
        return self._restoring.restore(prospect)

    def _begin(self, work: Callable[[Watch], V], then: Callable[[V], None]) -> None:
        """Does it in a thread; asking again while one is under way does nothing."""
        if not self._errand.is_under_way:
            self.says.say("Looking …", tone="grey")
            self._errand.begin(work, partial(self._answered, then), self.fail)

    def _show_progress(self, progress: Progress) -> None:
        self.says.say(in_line(progress, self.says.size.width), tone="grey")
        self._lay_out()

    def _answered(self, then: Callable[[V], None], found: V) -> None:
        self.says.clear()
        then(found)

    def _found(self, versions: Sequence[Version]) -> None:
        self._versions = versions
        self._lay_out()
        if versions:
            self._tell_of_chosen()
        else:
            self.says.say("There is no backup yet.", "The next change makes one; planner backup makes one now.")

    def _foreseen(self, prospect: Prospect) -> None:
        self._prospect = prospect
        self._show()
        self.query_one("#changes", Pane).scroll_to(y=0, animate=False, immediate=True)

    # -- showing

    @property
    def _chosen(self) -> Version | None:
        """The version under the cursor."""
        path = self.query_one("#versions", Listing).chosen
        return next((one for one in self._versions if one.path == path), None)

    def _tell_of_chosen(self) -> None:
        """What its line has no room for: its last change in whole, or why it can't be opened."""
        version = self._chosen
        if version is None:
            self.says.clear()
        elif version.trouble:
            self.says.say(version.trouble, tone="urgent")
        else:
            last = f"Its last change: {version.last}." if version.last else "No change that can be undone is in it."
            self.says.say(last, KINDS_MEAN[version.lasting])

    def _show(self) -> None:
        """The list, or what the version chosen in it would change."""
        prospect = self._prospect
        self.query_one("#versions").display = prospect is None
        self.query_one("#changes").display = prospect is not None
        if prospect is None:
            self.title_bar("Backups", "Earlier versions of your interviews")
            self.keys(("enter", "What it would change"), ("esc", "Leave"))
            self.query_one("#versions").focus()
        else:
            self.title_bar("Backup", self._when(prospect.version))
            restores = [("y", "Restore it")] if self._changes_something(prospect) else []
            self.keys(*restores, ("j k", "Scroll"), ("esc", "Back"))
            self.query_one("#changes").focus()
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        width = self.size.width - 4
        if width <= 0:
            return
        trouble = self.query_one("#trouble", Pane)
        told = [*paragraph(f"! {self._trouble}", width, "urgent")] if self._trouble and not self._prospect else []
        trouble.display = bool(told)
        trouble.styles.height = min(len(told) + 1, max(self.size.height // 3, 1))
        trouble.show(told)
        if self._prospect:
            self.query_one("#changes", Pane).show([*self._changes(self._prospect, width)])
        else:
            self.query_one("#versions", Listing).fill([*self._items(width)])

    def _when(self, version: Version) -> str:
        return f"{self._restoring.when(version)}, {count(version.interviews, 'interview')}"

    def _items(self, width: int) -> Iterator[Item]:
        """A line for each: when it was written, how much is in it, and, where there is room, which kind and its last change."""
        versions = self._versions  # of which there may be more by the time they are drawn
        whens = [self._restoring.when(version) for version in versions]
        counts = [count(version.interviews, "interview") for version in versions]
        columns = tuple(max(map(len, texts), default=0) for texts in (whens, counts))
        for version, when, counted in zip(versions, whens, counts, strict=True):
            what, kind, last = self._line(version, f"{when:{columns[0]}}  ", f"{counted:>{columns[1]}}")
            rest = (kind, last) if width_of((*what, kind)) <= width else ()
            yield Item(cut((*what, *rest), width), version.path)

    def _line(self, version: Version, when: str, counted: str) -> tuple[Row, Span, Span]:
        """When and how much, then the kind, then the last change."""
        if version.trouble:
            return (Span(when, "grey"), Span("can't be opened", "urgent")), Span(""), Span("")
        kind = Span(f"  {KINDS[version.lasting]:{KIND_WIDTH}}", "ahead" if version.lasting else "grey")
        return (Span(when), Span(counted, "strong")), kind, Span(f"  {version.last}")

    def _changes(self, prospect: Prospect, width: int) -> Iterator[Row]:
        if prospect.trouble:
            if not self._trouble:
                yield from paragraph(f"! {prospect.trouble}", width, "urgent")
            yield from paragraph("This takes its place; what there is of it is kept beside it.", width)
            yield BLANK
        elif not prospect.turns:
            yield from paragraph("It holds what the data file holds: nothing to restore.", width)
        for turn in prospect.turns:
            yield from _turn(turn, width)

    # -- what is pressed

    def action_look(self) -> None:
        version = self._chosen
        if self._prospect or version is None:
            return
        if version.trouble:
            self._tell_of_chosen()
        else:
            self._begin(partial(self._foreseen_by, version), self._foreseen)

    def action_save(self) -> None:
        prospect = self._prospect
        if prospect and self._changes_something(prospect):
            self._begin(partial(self._restored, prospect), self.kept)

    def on_listing_moved(self) -> None:
        if not self._errand.is_under_way:
            self._tell_of_chosen()

    def action_leave(self) -> None:
        if self._errand.is_under_way or self._prospect is None:
            if self._errand.call_off():
                super().action_leave()
            else:
                self.says.say("Being restored; that can't be stopped.")
        else:
            self._prospect = None
            self._tell_of_chosen()
            self._show()

    def _changes_something(self, prospect: Prospect) -> bool:
        return bool(prospect.turns or prospect.trouble)


def _turn(turn: Turn, width: int) -> Iterator[Row]:
    """What would become of one interview, and of which of its fields."""
    sign, tone = SIGNS[turn.fate]
    for place, line in enumerate(paragraph(turn.what, width - WORD_WIDTH, "strong")):
        head = "" if place else f"{sign} {turn.fate}"
        yield (Span(f"{head:{WORD_WIDTH}}", tone), *line)
    for one in turn.differences:
        text = f"{LABELS.get(one.field, one.field)}: {one.before or 'nothing'} → {one.after or 'nothing'}"
        yield from ((Span(" " * WORD_WIDTH), *line) for line in paragraph(text, width - WORD_WIDTH, "grey"))
