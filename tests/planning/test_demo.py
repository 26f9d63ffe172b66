"""The demo's board looks alike whenever it is opened."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.board import board_of
from planner.domain.policy import Policy
from planner.domain.text import one_line
from planner.planning import demo
from planner.planning.lines import line_of

ZONES = [ZoneInfo(name) for name in ("UTC", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Auckland")]

BOARD = [
    ("do_now", "Northwind Traders", "R2", "Thank-you"),
    ("do_now", "Globex Health", "R1", "Follow up"),
    ("waiting", "Contoso", "R1", "Follow up"),
    ("waiting", "Initech", "R3", "Follow up"),
    ("waiting", "Umbrella Sales", "R1", "Call back"),
    ("waiting", "Hooli", "R1", "Followed up"),
    ("upcoming", "Stark Labs", "R1", "Interview"),
    ("closed", "Wayne Foundation", "R2", "Offer"),
    ("closed", "Tyrell", "R1", "Turned down"),
]


@given(st.integers(0, 7 * 365 * 24 * 60), st.sampled_from(ZONES))
def test_at_any_time_in_any_zone_it_is_the_same_board(minutes: int, zone: ZoneInfo) -> None:
    now = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    board = board_of(demo.state(zone, now).interviews.values(), Policy(), now)
    lines = [line_of(standing, now.astimezone(zone)) for standing in board.standings]
    assert [(line.section, line.company, line.round, line.step) for line in lines] == BOARD
    assert "late" not in lines[0].day
    assert not any("late" in line.tone for line in lines)


@pytest.mark.parametrize(
    ("clock", "due"), [("14:05", "15:00"), ("14:30", "15:30"), ("00:10", "01:00"), ("23:30", "23:55")]
)
def test_the_first_thank_you_is_due_today_within_the_hour_or_so(clock: str, due: str) -> None:
    zone = ZoneInfo("America/New_York")
    now = datetime.fromisoformat(f"2026-11-22T{clock}").replace(tzinfo=zone)
    first = board_of(demo.state(zone, now).interviews.values(), Policy(), now).standings[0]
    assert first.thank_you.finding.due_at == datetime.fromisoformat(f"2026-11-22T{due}").replace(tzinfo=zone)


def test_nothing_in_it_lies_ahead_but_what_is_planned() -> None:
    now = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    for interview in demo.state(ZoneInfo("UTC"), now).interviews.values():
        assert all(entry.at <= now for entry in interview.log)
        assert all(entry.at >= interview.ends_at for entry in interview.log)
        assert interview.starts_at.astimezone(UTC) < now or interview.company == "Stark Labs"


def test_it_begins_with_nothing_to_undo_and_numbers_of_its_own() -> None:
    state = demo.state(ZoneInfo("UTC"), datetime(2026, 11, 22, tzinfo=UTC) + timedelta(hours=9))
    entries = [entry.id for interview in state.interviews.values() for entry in interview.log]
    assert (state.undo, state.redo) == ((), ())
    assert sorted(state.interviews) == list(range(1, 10))
    assert sorted(entries) == list(range(1, state.next_entry))
    assert all(one_line(interview.notes, "notes", 400) for interview in state.interviews.values() if interview.notes)
