"""Worked cases through the command line: settings and interviews in, the board's answers out."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.line import CommandLine, interview
from tests.shared_files import shared_files

TOLD = {"at": "2026-11-23T15:10:00-05:00", "kind": "told_decision", "on": "2026-12-04"}
THANKED = {"at": "2026-11-23T17:00:00-05:00", "kind": "thanked", "channel": "email"}

# Of each kind one, so that the way through settings, import and list is proved here too.
OWN: list[dict[str, Any]] = [
    {
        "name": "the week after an interview without a date",
        "at": "2026-11-24T10:00:00-05:00",
        "interviews": [interview(uid="case")],
        "expect": {
            "thank_you": {"state": "available", "reason": "send-now", "due_at": "2026-11-24T15:00:00-05:00"},
            "follow_up": {"state": "waiting", "reason": "wait-about-a-week", "opens_on": "2026-11-30"},
        },
    },
    {
        "name": "a date they gave, and a buffer from the settings",
        "policy": {"decision_buffer_days": 2, "holidays": ["2026-12-07"]},
        "at": "2026-12-05T10:00:00-05:00",
        "interviews": [interview(uid="case", log=[THANKED, TOLD])],
        "expect": {
            "thank_you": {"state": "done", "reason": "sent", "due_at": None},
            "follow_up": {"state": "waiting", "reason": "wait-for-decision-date", "opens_on": "2026-12-09"},
        },
    },
    {
        "name": "a later round closes the follow-up of the one before",
        "at": "2026-12-05T10:00:00-05:00",
        "interviews": [interview(uid="case", log=[THANKED]), interview(uid="next", round=2, days=14)],
        "expect": {"follow_up": {"state": "closed", "reason": "later-round", "opens_on": None}},
    },
    {
        "name": "an obstacle they named, where there is room",
        "at": "2026-11-25T10:00:00-05:00",
        "interviews": [
            interview(
                uid="case",
                flexibility={"salary": "5 % either way"},
                own_offer_deadline="2026-12-01",
                log=[THANKED, {"at": "2026-11-24T09:00:00-05:00", "kind": "told_obstacle", "what": "salary"}],
            )
        ],
        "expect": {"flexibility": {"state": "available"}, "expedite": {"state": "available"}},
    },
]


def shared() -> list[dict[str, Any]]:
    return [case for file in shared_files("cases/rules.json") for case in json.loads(file.read_text("utf-8"))]


@pytest.mark.parametrize("case", [*OWN, *shared()], ids=lambda case: case["name"])
def test_a_case_comes_out_as_expected(case: dict[str, Any], home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config, file = home / "config.toml", home / "case.json"
    policy = [f"{key} = {json.dumps(value)}" for key, value in case.get("policy", {}).items()]
    config.write_text("\n".join(["[policy]", *policy, ""]))
    file.write_text(json.dumps({"planner": 1, "interviews": case["interviews"]}))
    line = CommandLine(capsys, case["at"])
    assert line("--config", str(config), "import", str(file), "--yes").code == 0

    result = line("--config", str(config), "list", "--json")

    assert result.code == 0
    (found,) = (one for one in result.json["interviews"] if one["uid"] == "case")
    for action, expected in case["expect"].items():
        assert {name: found[action][name] for name in expected} == expected
