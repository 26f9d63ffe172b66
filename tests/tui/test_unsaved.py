"""Unsaved typing and the place on the board outlast the session."""

from collections.abc import Mapping
from datetime import datetime

from planner.planning.desk import Draft
from tests.tui.house import NOW
from tests.tui.interviews import CONTOSO, GLOBEX
from tests.tui.seat import row_with, seated
from tests.tui.typing import field, sent, typed


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
