"""Unsaved typing and the place on the board outlast the session."""

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import datetime

import pytest

from planner.domain.errors import StoreTrouble
from planner.planning.desk import Draft
from planner.tui.app import PlannerApp
from planner.tui.unsaved import ways_back
from tests.tui.house import NOW, MemoryLetterFiles
from tests.tui.interviews import CONTOSO, GLOBEX, NORTHWIND
from tests.tui.seat import row_with, seated
from tests.tui.typing import cleared, field, sent, typed


class Desk:
    """A desk in memory, on which a session that has ended left `left`."""

    def __init__(self, *left: Draft, place: str = "") -> None:
        self.left = left
        self.place = place
        self.kept: dict[str, Mapping[str, str]] = {}

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        self.kept[form] = fields

    def drop(self, form: str) -> None:
        self.kept.pop(form, None)

    def take_up(self, draft: Draft) -> None:
        self.left = tuple(other for other in self.left if other != draft)
        self.keep(draft.form, draft.fields)

    def discard(self, draft: Draft) -> None:
        self.left = tuple(other for other in self.left if other != draft)

    def leave_at(self, uid: str) -> None:
        self.place = uid


def left(form: str, at: datetime = NOW, **fields: str) -> Draft:
    return Draft(form, fields, at)


async def test_what_a_cut_line_left_typed_is_said_and_offered_back() -> None:
    desk = Desk(left("a new interview", company="Acme", role="Analyst"))
    async with seated(CONTOSO, desk=desk) as seat:
        assert "was not saved: it is kept" in seat.said
        await sent(seat, "a")
        assert (field(seat, "Company"), field(seat, "Role")) == ("Acme", "Analyst")
        await sent(seat, "tab", "tab")
        await typed(seat, "yesterday 10:00")
        await sent(seat, "ctrl+s")
        assert seat.interview(2).company == "Acme"
        assert desk.kept == {}
        assert desk.left == ()


async def test_what_is_typed_is_put_by_a_moment_later_and_when_the_line_drops() -> None:
    desk = Desk()
    async with seated(desk=desk) as seat:
        await sent(seat, "a")
        await typed(seat, "Acme")
        for _ in range(300):
            if desk.kept:
                break
            await seat.pilot.pause(0.01)
        assert desk.kept == {"a new interview": {"company": "Acme"}}
        await typed(seat, " Labs")
        seat.app.on_hangup(1)
        assert desk.kept == {"a new interview": {"company": "Acme Labs"}}


async def test_the_board_opens_where_it_was_left() -> None:
    desk = Desk(place=CONTOSO.uid)
    async with seated(GLOBEX, CONTOSO, desk=desk) as seat:
        assert "Contoso" in row_with(seat, "▌")
        await seat.press("k", "q")
    assert desk.place == GLOBEX.uid


class FullDesk(Desk):
    """A desk on a disk that is full."""

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        raise StoreTrouble("What you type can't be kept in /drafts: no space left on device.")

    def drop(self, form: str) -> None:
        self.keep(form, {})


def as_left(desk: Desk) -> Desk:
    """The desk as the next session finds it."""
    return Desk(*(Draft(form, fields, NOW) for form, fields in desk.kept.items()))


async def test_what_they_said_is_offered_back_where_one_was_and_saved_or_begun_afresh() -> None:
    desk = Desk()
    async with seated(CONTOSO, desk=desk) as seat:
        await sent(seat, "r", "d", *"next week", "tab", *"by phone")
        seat.app.put_by()
    assert desk.kept == {"said 1": {"choice": "d", "days": "next week", "words": "by phone"}}
    desk = as_left(desk)
    async with seated(CONTOSO, desk=desk) as seat:
        assert "r on Contoso: there it is." in seat.said
        seen = await sent(seat, "r")
        assert "They decide by" in seen
        assert "as you typed it" in seen
        assert field(seat, "Day").startswith("next week = Mon 23 Nov")
        assert field(seat, "Their words") == "by phone"
        seen = await sent(seat, "ctrl+n")
        assert "What did they say?" in seen
        assert desk.kept == {}
        await sent(seat, "d", *"4 dec", "escape")
        assert desk.kept == {"said 1": {"choice": "d", "days": "4 dec"}}
        await sent(seat, "escape")
        assert "Nothing was saved. What you typed is kept" in seat.said
        await sent(seat, "r", "enter")
        assert seat.interview(1).log[-1].kind == "told_decision"
        assert desk.kept == {}


async def test_a_choice_among_more_choices_is_returned_to_and_one_that_is_gone_is_not() -> None:
    for keys, shown in (("os", "The salary"), ("qq", "What did they say?")):
        async with seated(CONTOSO, desk=Desk(left("said 1", choice=keys, words="too high"))) as seat:
            assert shown in await sent(seat, "r")


async def test_a_note_and_a_correction_are_offered_back_with_the_way_there() -> None:
    desk = Desk()
    async with seated(CONTOSO, desk=desk) as seat:
        await sent(seat, "n", *"ask for", "escape", "enter", "G", "e", "tab", *"x", "escape")
    assert desk.kept == {"note 1": {"words": "ask for"}, "entry 1 1": {"to": "x"}}
    desk = as_left(desk)
    async with seated(CONTOSO, desk=desk) as seat:
        assert "n on Contoso, e on the log of Contoso: there it is." in seat.said
        await sent(seat, "n")
        assert field(seat, "Note") == "ask for"
        await sent(seat, *" more", "enter")
        assert seat.interview(1).log[-1].words == "ask for more"
        await sent(seat, "enter", "G", "k", "e")
        assert field(seat, "To") == "x"
        assert [*desk.kept] == ["entry 1 1"]


async def test_what_was_typed_for_letters_is_there_in_the_next_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PlannerApp, "suspend", nullcontext)
    desk = Desk()
    async with seated(NORTHWIND, desk=desk) as seat:
        seen = await sent(seat, "l", "e", *"nights", "escape")
        assert "nights" in seen
        files = seat.app.planner.letter_files
        assert isinstance(files, MemoryLetterFiles)
        files.editor = lambda text: text.replace("nights", "dawns")
        assert "dawns" in await sent(seat, "E")
    assert [*desk.kept] == ["letter 1"]
    desk = as_left(desk)
    async with seated(NORTHWIND, desk=desk) as seat:
        assert "not saved" not in seat.said
        seen = await sent(seat, "l")
        assert "dawns" in seen
        assert "changed in your editor" in seen
        assert "nights" in await sent(seat, "e", "y")
        await cleared(seat)
        await sent(seat, "escape")
        assert desk.kept == {}


async def test_on_a_full_disk_what_was_left_is_offered_back_and_a_form_is_saved_all_the_same() -> None:
    desk = FullDesk(left("note 1", words="ask for"))
    async with seated(CONTOSO, desk=desk) as seat:
        await sent(seat, "n")
        assert field(seat, "Note") == "ask for"
        await sent(seat, "escape")
        assert "is not put by" not in seat.said
        await sent(seat, "n", *" more", "enter")
        assert seat.interview(1).log[-1].words == "ask for more"


@pytest.mark.parametrize(
    ("form", "way"),
    [
        ("a new interview", ["a"]),
        ("interview 1", ["e on Contoso"]),
        ("interview 2", []),
        ("letter 1", []),
        ("add", []),
        ("said one", []),
    ],
)
def test_the_way_back_is_told_only_where_there_is_one(form: str, way: list[str]) -> None:
    keys = {"add": "a", "edit": "e", "they_said": "r", "note": "n"}
    assert [*ways_back((form,), {1: CONTOSO}, keys)] == way
