"""The instruments the figures are taken with: that they measure what they say."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.system.clock import system_clock
from tests.benchmarks import __main__ as command
from tests.benchmarks import made_up, processes
from tests.benchmarks.conditions import Conditions
from tests.benchmarks.figure import Figure, Target, page, shown
from tests.benchmarks.in_turn import in_turn
from tests.benchmarks.one_shot import shot
from tests.benchmarks.screen import Screen
from tests.benchmarks.slow_line import Chunk, Line
from tests.benchmarks.terminal import NotShown, split, terminal
from tests.benchmarks.wiring import planner_on

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
# Answers each key with a sign in its own place, but for the sign that is there already; q ends it.
ECHO = """
import os, sys, tty
tty.setraw(0)
os.write(1, b"READY")
while (key := os.read(0, 1)) != b"q":
    os.write(1, b"\\x1b[2;1H" + key)
"""


def test_a_ratio_is_taken_round_by_round_with_another_first_each_time() -> None:
    order: list[str] = []
    times = iter([9.0, 9.0, 2.0, 1.0, 30.0, 10.0])

    def run(who: str) -> dict[str, float]:
        order.append(who)
        return {"took": next(times)}

    runs = in_turn({"ours": lambda: run("ours"), "theirs": lambda: run("theirs")}, rounds=2)
    assert order == ["theirs", "ours", "ours", "theirs", "theirs", "ours"]
    assert (runs.of("ours", "took"), runs.of("theirs", "took")) == ([2.0, 10.0], [1.0, 30.0])
    assert runs.ratio("ours", "took", "theirs") == pytest.approx((2 + 1 / 3) / 2)


@pytest.mark.parametrize(
    ("figure", "reached"),
    [
        (Figure("a", 10, "ms", [1, 2, 30], "b", [1, 1, 1], Target(times=2)), True),
        (Figure("a", 10, "ms", [1, 2, 30], "b", [1, 1, 10], Target(times=1.9)), False),
        (Figure("a", 10, "ms", [5], "b", [1], Target(times=2, most=5)), True),
        (Figure("a", 10, "ms", [6], "b", [1], Target(times=2, most=5)), False),
        (Figure("a", 10, "ms", [4, 6, 7], "b", [1, 1, 1], Target(most=5)), False),
        (Figure("a", 10, "B/s", [0], "b", [0], Target(most=0)), True),
        (Figure("a", 10, "ms", [6], "b", [1]), None),
    ],
)
def test_a_target_is_reached_by_the_median_or_by_the_median_of_the_ratios(figure: Figure, reached: object) -> None:
    assert figure.reached is reached


def test_the_page_holds_the_conditions_and_a_table_for_each_measure() -> None:
    figure = Figure("first", 1000, "ms", [400, 500, 600], "bare", [1000, 1000, 1000], Target(times=0.4))
    text = page(["- two cores"], [("Start", figure), ("Quit", Figure("q", None, "ms", [3.14159]))])
    assert "- two cores" in text
    assert "| first | 1,000      | 500 ms | 400–600 | bare: 1,000 | 0.50 x | 0.4 x  | **no**  |" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## Start", "## Quit"]
    assert shown(3.14159) == "3.14"


def test_a_slow_line_carries_one_write_after_the_other() -> None:
    chunks = [Chunk(0.0, b"x" * 960), Chunk(0.5, b"x" * 96), Chunk(9.0, b"x" * 960)]
    # The second waits for the first; the third finds the line free.
    assert list(Line().arrivals(chunks)) == pytest.approx([1.3, 1.4, 10.3])


def test_the_screen_tells_a_change_that_is_seen_from_bytes_that_change_nothing() -> None:
    screen = Screen(20, 3)
    assert screen.feed(b"\x1b[2;3Hword")
    assert screen.lines[1] == "  word"
    assert not screen.feed(b"\x1b[2;3Hword\x1b[?25l")
    assert screen.feed(b"\x1b[2;3H\x1b[31mword")


def test_keys_are_told_apart() -> None:
    assert split("j\x1b[6~\x1bé\r".encode()) == [b"j", b"\x1b[6~", b"\x1b", "é".encode(), b"\r"]


def test_a_terminal_measures_what_is_seen_and_refuses_what_is_not(tmp_path: Path) -> None:
    with terminal((sys.executable, "-Sc", ECHO), Conditions(tmp_path).env()) as session:
        session.wait(lambda screen: "READY" in screen.text, "READY")
        answer = session.press(b"a")
        assert answer.bytes == len("\x1b[2;1Ha")
        assert 0 < answer.first == answer.last < 1
        with pytest.raises(NotShown, match="Nothing came of"):
            session.press(b"a")
        assert processes.processor_seconds(session.pid) > 0
        assert processes.peak_memory(session.pid) > 2**20
        session.type(b"q")
        assert session.wait_end() > session.chunks[-1].at


def test_a_command_that_fails_gives_no_figure(tmp_path: Path) -> None:
    env = Conditions(tmp_path).env()
    done = shot((sys.executable, "-Sc", "print('done')"), env)
    assert (done.out, 0 < done.processor <= done.wall * 2) == ("done\n", True)
    with pytest.raises(AssertionError, match="ended with 3"):
        shot((sys.executable, "-Sc", "import sys; sys.exit(3)"), env)


def test_a_time_by_ps_is_read_in_seconds() -> None:
    assert [processes.seconds_in(text) for text in ("0:01.50", " 1:02:03 ", "2048")] == [1.5, 3723, 2048]


def test_the_same_interviews_are_made_up_each_time_and_every_section_has_some(tmp_path: Path) -> None:
    assert list(made_up.interviews(40, MONDAY)) == list(made_up.interviews(40, MONDAY))
    conditions = Conditions(tmp_path)
    planner = planner_on(conditions.data_file(40))
    sections = [standing.section for standing in planner.board().standings]
    assert len(sections) == 40
    assert len({*sections}) == 4
    assert conditions.own_copy(40) != conditions.data_file(40)
    assert planner.state.interviews[1].starts_at < system_clock()


def test_each_measure_can_be_asked_for_by_its_name() -> None:
    assert {*command.MEASURES} == {path.stem for path in (Path(command.__file__).parent / "measures").glob("*.py")}
    assert len({measure.TITLE for measure in command.MEASURES.values()}) == len(command.MEASURES)
