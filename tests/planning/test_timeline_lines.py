"""The timeline in columns: every mark in view on its day, today once, and no line wider than there is room."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.board import board_of
from planner.domain.policy import Policy
from planner.domain.timeline import Course, Kind, monday, timeline_of
from planner.planning.lines import ASCII
from planner.planning.timeline_lines import (
    MONDAY,
    NAMES,
    SIGNS,
    TODAY,
    WEEKS,
    Chart,
    Piece,
    heading,
    legend,
    track,
)
from tests.domain.building import at, held, said
from tests.domain.worlds import World, worlds

MONDAY_16 = date(2026, 11, 16)
SUNDAY_22 = date(2026, 11, 22)
WEDNESDAY_25 = at("2026-11-25T09:00-05:00")
charts = st.tuples(st.sampled_from(WEEKS), st.integers(-8, 8), st.integers(24, 250))


def text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def drawn(course: Course, chart: Chart) -> str:
    """The columns of the chart alone, filled up to its width."""
    line = text(track(course, chart, 1000, WEDNESDAY_25))
    return line.removesuffix(course.caption).ljust(chart.width)[: chart.width]


@given(worlds, charts)
def test_every_mark_in_view_stands_on_its_day_or_gives_way_to_a_more_telling_one(
    world: World, look: tuple[int, int, int]
) -> None:
    weeks, off, room = look
    first = monday(world.now.date()) + timedelta(weeks=off)
    chart = Chart.fitting(first, 7 * weeks, room)
    assert chart.width <= room
    for course in timeline_of(world.board(), world.now).courses:
        line = drawn(course, chart)
        for mark in course.marks:
            if not chart.shows(mark.on):
                continue
            place = chart.place(mark.on)
            cell = line[place : place + chart.per_day]
            rivals = [other for other in course.marks if chart.shows(other.on) and chart.place(other.on) == place]
            more_telling = [other for other in rivals if other.kind > mark.kind]
            assert SIGNS[mark.kind][0] in cell or len(more_telling) >= chart.per_day


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), charts)
def test_today_is_marked_once_where_it_is_in_view_and_every_label_stands_over_its_monday(
    today: date, look: tuple[int, int, int]
) -> None:
    weeks, off, room = look
    chart = Chart.fitting(monday(today) + timedelta(weeks=off), 7 * weeks, room)
    labels, ticks = (text(pieces) for pieces in heading(chart, today))
    assert ticks.count(TODAY[0]) == chart.shows(today)
    if chart.shows(today):
        assert ticks[chart.place(today)] == TODAY[0]
    for place, sign in enumerate(ticks):
        assert sign != MONDAY or labels[place : place + 4] == "Mon "
    assert labels.startswith("Mon")


@given(worlds, charts, st.integers(0, 60))
def test_no_line_is_wider_than_its_room(world: World, look: tuple[int, int, int], more: int) -> None:
    weeks, off, room = look
    chart = Chart.fitting(monday(world.now.date()) + timedelta(weeks=off), 7 * weeks, room)
    for course in timeline_of(world.board(), world.now).courses:
        assert len(text(track(course, chart, chart.width + more, world.now))) <= chart.width + more


def the_course(*log: tuple[str, str, dict[str, str]], now: str = "2026-11-25T09:00-05:00") -> Course:
    entries = [said(kind, f"2026-11-{when}-05:00", **facts) for kind, when, facts in log]
    (course,) = timeline_of(board_of([held(log=entries)], Policy(), at(now)), at(now)).courses
    return course


def test_a_line_reads_as_the_days_went() -> None:
    course = the_course(("thanked", "24T17:00", {}), ("told_decision", "24T17:05", {"on": "2026-12-01"}))
    assert text(track(course, Chart(MONDAY_16, 35, 2, 1), 90, WEDNESDAY_25)).split("  ") == [
        *[""] * 7,
        "●■√■────────────◇─›",
        "opens Wed 2 · they decide by Tue 1",
    ]
    assert "●√──────◇›" in text(track(course, Chart(MONDAY_16, 35, 1, 1), 60, WEDNESDAY_25))


def test_a_caption_without_room_is_cut_with_an_ellipsis() -> None:
    line = text(track(the_course(("thanked", "23T17:00", {})), Chart(MONDAY_16, 35, 1, 1), 30, WEDNESDAY_25))
    assert line == "       √■─────›  opens Mon 30…"


def test_what_asks_for_nothing_any_more_is_grey_throughout() -> None:
    course = the_course(("thanked", "23T17:00", {}), ("followed_up", "24T17:00", {}))
    tones = {piece.tone for piece in track(course, Chart(MONDAY_16, 35, 2, 1), 90, WEDNESDAY_25) if piece.text.strip()}
    assert tones == {"grey"}


@pytest.mark.parametrize(
    ("room", "weeks", "width"),
    [(94, 5, 70), (58, 5, 35), (58, 2, 42), (26, 5, 18), (58, 26, 37), (250, 2, 56), (1, 26, 1)],
)
def test_days_get_as_many_columns_as_there_is_room_for_beside_the_captions(room: int, weeks: int, width: int) -> None:
    assert Chart.fitting(MONDAY_16, 7 * weeks, room).width == width


def test_a_month_is_named_where_it_begins_and_where_it_is_not_this_one() -> None:
    labels, ticks = heading(Chart(MONDAY_16, 35, 2, 1), SUNDAY_22)
    assert text(labels) == "Mon 16        Mon 23        Mon 30        Mon 7 Dec     Mon 14"
    assert text(ticks).split() == ["│", "▾", "│", "│", "│", "│"]
    assert text(heading(Chart(date(2026, 12, 7), 14, 2, 1), SUNDAY_22)[0]) == "Mon 7 Dec     Mon 14"


def test_every_sign_has_a_word_and_another_sign_of_its_own_without_utf8() -> None:
    meanings = [piece.text.split(" ", 1) for piece in legend()]
    assert len({sign for sign, _ in meanings}) == len({word for _, word in meanings}) == len(meanings)
    plain = [sign.translate(ASCII) for sign, _ in meanings]
    assert all(sign.isascii() for sign in plain)
    assert len(set(plain)) == len(plain)
    assert {SIGNS[kind][1] for kind in Kind} <= {word for _, word in meanings}
    assert set(NAMES) == set(WEEKS)
