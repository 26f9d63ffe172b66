"""How far an import is, and that it can be ended at any time with nothing left behind."""

from weakref import ref

import pytest

from planner.domain.errors import BadInput
from planner.planning import transfer
from planner.planning.transfer import SAVING, Progress, Source, Stage, in_line
from tests.formats.contacts.cards import card
from tests.formats.invitations.calendars import calendar, event
from tests.formats.mails import invitation, mail, part
from tests.formats.tables.sheets import table, workbook
from tests.planning.transfer.bringing import found, source, wishes
from tests.tui.house import planner_of

ROWS = table("Company,Role,Interview", *(f"Acme {n},Dev,2026-11-{n:02} 14:00" for n in range(1, 11)))


class Told:
    """Hears what is told; at the word numbered `ends_at` it ends the work."""

    def __init__(self, ends_at: int = -1) -> None:
        self.all: list[Progress] = []
        self._ends_at = ends_at

    def __call__(self, progress: Progress) -> None:
        self.all.append(progress)
        if len(self.all) - 1 == self._ends_at:
            raise KeyboardInterrupt

    def parts(self, stage: Stage) -> list[float | None]:
        return [progress.part for progress in self.all if progress.stage is stage]


def test_the_reading_of_a_file_grows_from_nothing_to_nearly_all() -> None:
    told = Told()
    transfer.read_files([source("rows", ROWS)], wishes(), told)
    parts = [part or 0.0 for part in told.parts(Stage.READING)]
    assert parts == sorted(parts)
    assert (parts[0], 0.8 < parts[-1] <= 1.0) == (0.0, True)


def test_of_several_files_each_is_a_part_of_the_whole() -> None:
    told = Told()
    one = calendar(event("UID:1", "DTSTART:20261123T140000Z"))
    transfer.read_files([source("a", one), source("b", one), source("c", card("FN:Ann").encode())], wishes(), told)
    assert told.parts(Stage.READING) == pytest.approx([0.0, 1 / 3, 2 / 3])


@pytest.mark.parametrize(
    "data", [mail(part(invitation())), b'{"planner": 1, "interviews": []}', card("FN:Ann Lee").encode(), ROWS]
)
def test_no_part_is_more_than_all(data: bytes) -> None:
    told = Told()
    transfer.read_files([source("1", data)], wishes(), told)
    assert all(part is None or 0 <= part <= 1 for part in told.parts(Stage.READING))


def test_how_much_a_workbook_holds_is_not_known_before_it_is_unpacked() -> None:
    told = Told()
    transfer.read_files(
        [source("1", workbook([["Company", "Role", "Interview"], ["A", "B", 46349.5]]))], wishes(), told
    )
    assert told.parts(Stage.READING) == [None]


def test_ended_at_any_word_nothing_is_taken_and_the_next_import_takes_all() -> None:
    def take_all(told: Told) -> None:
        brought = transfer.read_files([source("rows", ROWS)], wishes(), told)
        planner.take(planner.preview(brought.found, watch=told), told)

    planner, store = planner_of()
    whole = Told()
    take_all(whole)
    assert whole.all[-1] == SAVING
    assert len(store.state.interviews) == 10
    planner.undo()
    before = store.state
    for ends_at in range(len(whole.all)):
        with pytest.raises(KeyboardInterrupt):
            take_all(Told(ends_at))
        assert store.state is before
    take_all(Told())
    assert len(store.state.interviews) == 10


def test_what_another_session_did_meanwhile_is_reckoned_with() -> None:
    planner, store = planner_of()
    preview = planner.preview(found(ROWS))
    other, _ = planner_of()
    other.take(other.preview(found(ROWS)))
    store.elsewhere(lambda _: other.state)
    done = planner.take(preview)
    assert done.sentence == "Import: 10 the same."
    assert len(store.state.interviews) == 10


def test_what_a_caller_hands_over_is_let_go_of_before_it_is_saved() -> None:
    class Rows(list[transfer.Found]):
        """A list that can be watched."""

    planner, _ = planner_of()
    rows = Rows(found(ROWS))
    watched, there = ref(rows), list[bool]()
    handed = [planner.preview(rows)]
    del rows
    planner.take(handed.pop(), lambda step: there.append(step == SAVING and watched() is not None))
    assert there == [False]


@pytest.mark.parametrize(
    ("progress", "columns", "line"),
    [
        (Progress(Stage.READING, 0.5), 30, "Reading  ████████········  50%"),
        (Progress(Stage.READING, 1.0), 24, "Reading  ██████████ 100%"),
        (Progress(Stage.READING, 0.0), 12, "Reading   0%"),
        (Progress(Stage.COMPARING, 0.25), 200, f"Comparing  {'█' * 10}{'·' * 30}  25%"),
        (SAVING, 30, "Saving …"),
        (SAVING, 3, "Sav"),
        (SAVING, -1, ""),
    ],
)
def test_a_bar_is_as_long_as_there_is_room_for(progress: Progress, columns: int, line: str) -> None:
    assert in_line(progress, columns) == line


def gone() -> bytes:
    raise BadInput("gone.ics can't be read.")


def test_a_file_of_a_folder_that_can_not_be_read_does_not_cost_the_others_and_one_that_was_named_is_an_error() -> None:
    brought = transfer.read_files([Source("gone.ics", gone, named=False), source("rows", ROWS)], wishes())
    assert [type(one).__name__ for one in brought.found] == ["Incoming"] * 10 + ["Refusal"]
    with pytest.raises(BadInput, match=r"gone\.ics"):
        transfer.read_files([Source("gone.ics", gone)], wishes())
