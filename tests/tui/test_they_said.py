"""Recording what they said, by what a person sees and presses."""

from datetime import UTC, date, datetime

import pytest

from planner.domain.interview import Interview
from planner.domain.log import (
    Cancelled,
    Days,
    DidNotTakePlace,
    Entry,
    Heard,
    Obstacle,
    Outcome,
    Result,
    ToldCallBack,
    ToldDecision,
    ToldNoThanks,
    ToldNotToContact,
    ToldObstacle,
    ToldOnHold,
)
from planner.tui.screens.board import BoardScreen
from planner.tui.screens.they_said import CHOICES, Group, TheySaidScreen
from tests.tui.interviews import CONTOSO, GLOBEX, NORTHWIND
from tests.tui.screen import lines
from tests.tui.seat import NARROW, WIDE, Seat, row_with, seated
from tests.tui.typing import field, sent, typed

TINY = (40, 12)


def last(seat: Seat) -> Entry:
    return seat.interview(1).log[-1]


@pytest.mark.parametrize("size", [NARROW, WIDE, TINY])
async def test_a_day_is_understood_as_it_is_typed_with_what_comes_of_it(size: tuple[int, int]) -> None:
    async with seated(CONTOSO, size=size) as seat:
        await sent(seat, "r", "d")
        await typed(seat, "fri 4 dec")
        shown = " ".join(seat.sees.split())
        assert "= Fri 4 Dec. The follow-up then opens Mon 7 Dec." in shown
        assert not [entry for entry in seat.interview(1).log if isinstance(entry, ToldDecision)]
        await sent(seat, "enter")
        assert isinstance(seat.app.screen, BoardScreen)
        told = last(seat)
        assert isinstance(told, ToldDecision)
        assert told.days == Days.one(date(2026, 12, 4))
        assert "Mon 7 · 15 days" in row_with(seat, "· Contoso")


async def test_what_was_recorded_is_said_with_what_comes_next() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "d")
        await typed(seat, "1 dec..4 dec")
        await sent(seat, "enter")
        assert "They decide by Tue 1 Dec to Fri 4 Dec: noted. Follow-up opens Mon 7 Dec." in seat.said


async def test_the_list_says_every_key_and_the_board_stays_in_sight() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r")
        assert "What did they say?   Contoso (Backend engineer, round 1)" in seat.sees
        for choice in CHOICES:
            assert f"{choice.key}  {choice.title}" in seat.sees
        await seat.until("planner   Board")


def test_no_key_is_given_twice_or_moves_in_the_list() -> None:
    for choices in (CHOICES, *(one.more for one in CHOICES if isinstance(one, Group))):
        keys = [choice.key for choice in choices]
        assert len(set(keys)) == len(keys)
        assert not set(keys) & {"j", "k", "g", "G"}


@pytest.mark.parametrize(
    ("keys", "made"),
    [
        ("h", ToldOnHold),
        ("n", ToldNotToContact),
        ("t", ToldNoThanks),
        ("w", Heard),
        ("x", Cancelled),
        ("m", DidNotTakePlace),
    ],
)
async def test_what_has_no_day_needs_one_key_and_enter(keys: str, made: type[Entry]) -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", *keys)
        assert "Day" not in [line.strip(" ▌")[:4].strip() for line in lines(seat.app)]
        await sent(seat, "enter")
        assert type(last(seat)) is made


@pytest.mark.parametrize(("keys", "what"), [("d", Obstacle.START_DATE), ("s", Obstacle.SALARY), ("o", Obstacle.OTHER)])
async def test_an_obstacle_is_named_in_a_second_list(keys: str, what: Obstacle) -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "o")
        assert "Something stands in the way" in seat.sees
        await sent(seat, keys, "enter")
        told = last(seat)
        assert isinstance(told, ToldObstacle)
        assert told.what is what


@pytest.mark.parametrize(
    ("keys", "what"),
    [("o", Result.OFFER), ("a", Result.ACCEPTED), ("n", Result.REJECTED), ("w", Result.WITHDRAWN)],
)
async def test_an_outcome_is_one_of_four(keys: str, what: Result) -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "e", keys, "enter")
        outcome = last(seat)
        assert isinstance(outcome, Outcome)
        assert outcome.what is what


async def test_the_list_can_be_walked_and_chosen_from_with_enter() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "j", "down", "k", "enter")
        await typed(seat, "mon")
        await sent(seat, "enter")
        told = last(seat)
        assert isinstance(told, ToldCallBack)
        assert told.days == Days.one(date(2026, 11, 23))


async def test_a_word_without_a_date_is_kept_as_words_and_that_is_said() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "d")
        await typed(seat, "soon")
        assert "No date in that: it is kept as their words." in seat.sees
        assert "The follow-up then opens Thu 26 Nov." in seat.said
        await sent(seat, "enter")
        told = last(seat)
        assert isinstance(told, ToldDecision)
        assert (told.days, told.words) == (None, "soon")


async def test_a_call_back_needs_a_day_whatever_the_words() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "c")
        await typed(seat, "soon")
        await sent(seat, "enter")
        assert "“soon” is no day that is understood here." in field(seat, "Day")
        assert isinstance(seat.app.screen, TheySaidScreen)
        assert seat.interview(1).log == CONTOSO.log


@pytest.mark.parametrize("key", ["d", "c"])
async def test_a_missing_day_is_asked_for(key: str) -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", key, "enter")
        assert "! A day is missing. Write it like fri, next week or 4 Dec." in field(seat, "Day")


async def test_their_words_are_kept() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "d")
        await sent(seat, *"fri", "tab", *"[b]by then[/b]")
        await sent(seat, "enter")
        assert last(seat).words == "[b]by then[/b]"


async def test_it_can_have_been_said_earlier_and_days_count_from_then() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "d")
        await sent(seat, *"in two weeks", "tab", "tab", *"fri 16:00")
        assert "= Fri 4 Dec" in field(seat, "Day")
        await sent(seat, "enter")
        told = last(seat)
        assert isinstance(told, ToldDecision)
        assert told.at.astimezone(UTC) == datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
        assert told.days == Days.one(date(2026, 12, 4))


async def test_what_was_said_can_not_lie_ahead() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "h")
        await sent(seat, "tab", *"2026-11-30 10:00")
        await sent(seat, "enter")
        assert "Mon 30 Nov 10:00 has not come yet." in field(seat, "Said")
        assert seat.interview(1).log == CONTOSO.log


async def test_what_comes_of_a_pause_is_said_before_it_is_saved() -> None:
    async with seated(GLOBEX) as seat:
        await sent(seat, "r", "h")
        assert "The follow-up then opens Tue 22 Dec." in seat.said
        await sent(seat, "escape", "t")
        assert "They asked for no thank-you notes, so send none." in seat.said


async def test_escape_goes_back_to_the_list_and_then_leaves() -> None:
    async with seated(NORTHWIND) as seat:
        before = seat.store.state
        await sent(seat, "r", "o", "s", "escape")
        assert "The start date" in seat.sees
        await sent(seat, "escape")
        assert "They decide by" in seat.sees
        await sent(seat, "escape")
        assert isinstance(seat.app.screen, BoardScreen)
        assert seat.store.state is before


async def test_an_interview_deleted_elsewhere_is_said_and_the_text_stays() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "d")
        seat.store.elsewhere(lambda state: state.changed("Deleted", seat.clock.now, "another", {1: None}))
        await typed(seat, "fri")
        await sent(seat, "enter")
        assert "There is no interview number 1." in seat.said
        assert field(seat, "Day").startswith("fri")


async def test_one_interview_says_it_of_itself_alone() -> None:
    other = Interview(uid="x", company="Other", role="R", starts_at=CONTOSO.starts_at, time_zone=CONTOSO.time_zone)
    async with seated(CONTOSO, other) as seat:
        await sent(seat, "r", "n", "enter")
        assert len(seat.interview(1).log) + len(seat.interview(2).log) == len(CONTOSO.log) + 1
