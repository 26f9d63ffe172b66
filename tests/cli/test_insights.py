"""insights: every figure with its cases, for people in lines, for programs as figures."""

import json
from pathlib import Path

import pytest

from tests.cli.line import CommandLine, interview


@pytest.fixture
def several(line: CommandLine, home: Path) -> CommandLine:
    """Three interviews three weeks ago, each thanked for in an hour; one was answered."""
    thanked = {"kind": "thanked", "at": "2026-11-03T16:00:00-05:00", "channel": "email"}
    answer = {"kind": "heard", "at": "2026-11-12T09:00:00-05:00"}
    logs = [[thanked, answer], [thanked], [thanked]]
    made = [interview(company=f"Company {place}", days=-21, log=log) for place, log in enumerate(logs)]
    (home / "several.json").write_text(json.dumps({"planner": 1, "interviews": made}))
    assert line("import", str(home / "several.json"), "--yes").code == 0
    return line


def test_insights_tells_each_figure_with_its_cases_and_none_from_too_few(several: CommandLine) -> None:
    printed = several("insights")
    assert printed.code == 0
    assert "THANK-YOUS IN TIME\nIn time after 3 of 3 interviews.\n  in time  3\n  late     0\n" in printed.out
    assert "DAYS UNTIL THEY ANSWERED\n1 answer so far: a figure takes 3. 2 more without a word yet.\n" in printed.out
    assert "WENT FURTHER, BY THANK-YOU\nTo a next round or an offer, of 3 interviews.\n" in printed.out


def test_insights_for_programs_are_figures_with_their_cases_and_null_for_too_few(several: CommandLine) -> None:
    document = several("insights", "--json").json
    assert set(document) == {"planner", "at", "insights"}
    insights = document["insights"]
    assert insights["thank_yous"] == {"cases": 3, "value": {"in_time": 3, "late": 0, "none": 0}}
    assert insights["answers"] == {"cases": 1, "value": None}
    assert insights["unanswered"] == 2
    assert insights["funnel"]["value"]["rounds"] == [{"round": 1, "pursuits": 3}]
    assert insights["by_thank_you"] == [
        {"name": "email", "ways": {"cases": 3, "value": {"on": 0, "ended": 0, "open": 3}}}
    ]
    assert insights["fewest_cases"] == 3
    assert {survey["by"] for survey in insights["surveys"]} >= {"NACE", "Glassdoor, US"}


def test_insights_without_interviews_say_what_they_take(line: CommandLine) -> None:
    printed = line("insights")
    assert (printed.code, printed.out.count("so far: a figure takes 3.")) == (0, 7)


def test_insights_keep_to_a_narrow_terminal(several: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, several("insights").out.splitlines())) <= 40
