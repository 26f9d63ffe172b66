"""list, show, why and due: for people in columns, for programs as the contract says."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.cli.line import CommandLine, interview


def test_the_object_for_programs_is_the_contracts_to_the_letter(known: CommandLine) -> None:
    result = known("list", "--json")
    assert set(result.json) == {"planner", "at", "interviews"}
    assert (result.json["planner"], result.json["at"]) == (1, "2026-11-24T10:00:00-05:00")
    held, coming = result.json["interviews"]
    assert len(held.pop("uid")) > 8
    assert held == {
        "id": 1,
        "company": "Contoso",
        "role": "Analyst",
        "round": 1,
        "starts_at": "2026-11-23T14:00:00-05:00",
        "time_zone": "America/New_York",
        "section": "do_now",
        "thank_you": {
            "state": "available",
            "reason": "send-now",
            "text": "Send an email or a card by Tue 24 Nov 15:00.",
            "opens_at": "2026-11-23T15:00:00-05:00",
            "due_at": "2026-11-24T15:00:00-05:00",
            "channel": "card",
            "left": ["Ann Lee", "Bo Chan"],
        },
        "follow_up": {
            "state": "waiting",
            "reason": "wait-about-a-week",
            "text": "No date given: wait about a week, till Mon 30 Nov.",
            "opens_on": "2026-11-30",
            "opens_at": "2026-11-30T00:00:00-05:00",
        },
        "flexibility": {"state": "closed"},
        "expedite": {"state": "closed"},
        "next": {"action": "thank_you", "on": "2026-11-24"},
    }
    assert coming["section"] == "upcoming"
    assert coming["thank_you"]["opens_at"] == "2026-11-26T15:00:00-05:00"
    assert coming["next"] == {"action": "interview", "on": "2026-11-26"}


def test_show_and_due_have_the_form_of_list(known: CommandLine) -> None:
    listed = known("list", "--json").json
    shown, due = known("show", "globex", "--json").json, known("due", "--json").json
    assert shown == listed | {"interviews": listed["interviews"][1:]}
    assert due == listed | {"interviews": listed["interviews"][:1]}


def test_the_board_in_columns(known: CommandLine) -> None:
    result = known("list")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "DO NOW  1",
        " ! 1  Contoso  Analyst  R1  Thank-you  by 15:00 today",
        "",
        "UPCOMING  1",
        " ○ 2  Globex   Analyst  R1  Interview  Thu 26 · 14:00",
    ]


def test_a_section_or_a_text_narrows_the_list(known: CommandLine) -> None:
    assert [one["id"] for one in known("list", "--section", "upcoming", "--json").json["interviews"]] == [2]
    assert [one["id"] for one in known("list", "--find", "bo CHAN", "--json").json["interviews"]] == [1]
    nothing = known("list", "--find", "nowhere")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "No interview is like that.\n")
    assert known("list", "--find", "nowhere", "--json").json["interviews"] == []


def test_an_empty_board_says_how_to_begin(line: CommandLine) -> None:
    result = line("list")
    assert (result.code, result.out) == (0, "")
    assert "planner add" in result.err
    assert line("due").err == "Nothing is due.\n"


def columns_of(row: str) -> int:
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in row
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_row_is_wider_than_the_terminal(
    width: int, line: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [
        "Northwind Traders of the Wide and Windy North",
        "株式会社ノースウィンド・トレーダーズ東京支店",
        "Acme\u0301",
    ]
    roles = ["Assistant to the deputy head of data analysis", "データアナリスト", "Dev"]
    made = [interview(company=name, role=role) for name, role in zip(names, roles, strict=True)]
    (home / "i.json").write_text(json.dumps({"planner": 1, "interviews": made}))
    assert line("import", str(home / "i.json"), "--yes").code == 0
    monkeypatch.setenv("COLUMNS", str(width))
    rows = line("list").out.splitlines()[1:]
    assert [columns_of(row) for row in rows] == [columns_of(rows[0])] * 3
    assert columns_of(rows[0]) <= width
    assert all(row.endswith("by 15:00 today") for row in rows)
    assert any("Northwind" in row for row in rows), "the step goes before a name can't be told any more"


def test_colour_is_painted_when_it_is_asked_for(known: CommandLine) -> None:
    assert "\x1b[" not in known("list").out
    assert "\x1b[33m ! \x1b[0m" in known("list", "--color", "always").out


def test_show_tells_facts_checklist_and_log_with_its_numbers(known: CommandLine) -> None:
    known("thank", "1", "--to", "ann", "--channel", "email", "--when", "yesterday 17:00")
    known("note", "1", "Ask about the rota")
    assert known("show", "contoso").out.splitlines() == [
        "Contoso",
        "Analyst · round 1 · number 1",
        "Mon 23 Nov 14:00 to 15:00 · America/New_York (UTC-05:00)",
        "Ann Lee, interviewer",
        "Bo Chan, interviewer",
        "",
        "CHECKLIST",
        "□ Thank-you: available",
        "    1 more person is to be thanked by Tue 24 Nov 15:00.",
        "    Still to be thanked: Bo Chan",
        "□ Follow-up: waiting",
        "    No date given: wait about a week, till Mon 30 Nov.",
        "",
        "LOG",
        "1  Mon 23 Nov 17:00  Thank-you to Ann Lee by email",
        "2  Tue 24 Nov 10:00  Note: Ask about the rota",
    ]


def test_why_says_what_decides_and_what_else_holds(known: CommandLine) -> None:
    known("told", "1", "decision", "4 Dec")
    result = known("why", "1", "follow-up")
    rows = result.out.splitlines()
    assert rows[0] == "Follow-up: waiting"
    assert rows[1].strip() == "They decide by Fri 4 Dec: opens Mon 7 Dec."
    assert known("why", "1").out.startswith("Thank-you: available\n")


def test_why_lists_every_finding_for_programs(known: CommandLine) -> None:
    result = known("why", "1", "--json").json
    assert (result["planner"], result["id"]) == (1, 1)
    findings: list[dict[str, Any]] = result["findings"]
    assert {finding["action"] for finding in findings} == {"thank_you", "follow_up", "flexibility", "expedite"}
    deciding = [finding for finding in findings if finding["decides"]]
    assert [(one["action"], one["verdict"]) for one in deciding] == [
        ("thank_you", "allow"),
        ("follow_up", "wait"),
        ("flexibility", "block"),
        ("expedite", "block"),
    ]
    assert deciding[1]["rule"] == "about-a-week"
    assert deciding[1]["until"] == "2026-11-30T00:00:00-05:00"
    only = known("why", "1", "thank_you", "--json").json["findings"]
    assert only == [finding for finding in findings if finding["action"] == "thank_you"]


def test_an_action_that_is_none_is_refused(known: CommandLine) -> None:
    result = known("why", "1", "wave")
    assert (result.code, result.out) == (2, "")
    assert "thank-you" in result.err


def test_due_is_one_short_line_for_a_prompt(known: CommandLine) -> None:
    short = known("due", "--short")
    assert (short.code, short.out, short.err) == (0, "1 thank-you\n", "")
    known.at = "2026-11-24T18:00:00-05:00"
    assert known("due", "--short").out == "1 thank-you !\n"


def test_due_is_silent_in_a_prompt_when_nothing_is(known: CommandLine) -> None:
    known("thank", "1")
    short = known("due", "--short", "--check")
    assert short == (0, "", "")


def test_due_check_tells_by_its_exit_code(known: CommandLine) -> None:
    assert known("due", "--check").code == 10
    assert known("due", "--check", "--json").code == 10
    known("thank", "1")
    assert known("due", "--check").code == 0


def test_at_moves_now_and_is_echoed_unless_it_is_exact(known: CommandLine) -> None:
    known.at = "2026-12-01 10:00"
    result = known("list", "--json")
    assert result.json["at"] == "2026-12-01T10:00:00-05:00"
    assert result.json["interviews"][0]["follow_up"]["state"] == "available"
    assert result.err == "As of Tue 1 Dec 10:00, America/New_York (UTC-05:00).\n"


def test_a_name_that_fits_two_lists_both_and_a_number_settles_it(known: CommandLine) -> None:
    known("add", "Contoso Labs", "Engineer", "fri 9:00")
    result = known("show", "cont")
    assert (result.code, result.out) == (3, "")
    assert "  1  Contoso, Analyst, round 1\n  3  Contoso Labs, Engineer, round 1\n" in result.err
    assert known("show", "3").code == 0
    assert known("show", "9").code == known("show", "nobody").code == 3


@pytest.mark.parametrize("name", ["\x1b[31mred", "\x07", "\u202egnp"])
def test_what_is_typed_comes_back_harmless(name: str, known: CommandLine) -> None:
    for words in (
        ["show", name],
        [name],
        ["why", "1", name],
        ["thank", "1", "--to", name],
        ["list", "--section", name],
    ):
        result = known(*words)
        assert result.code in (2, 3)
        assert not set(result.err) & set("\x1b\x07\u202e")


def test_a_time_abroad_says_whose_clock_it_is_and_what_the_one_at_home_shows(line: CommandLine) -> None:
    line("add", "Lumen", "Analyst", "2026-11-26 14:00", "--zone", "Europe/Paris")
    line("thank", "lumen", "--anyway")
    assert "Thu 26 · 14:00 Paris" in line("list").out
    shown = line("show", "lumen").out
    assert "Europe/Paris (UTC+01:00), 08:00 at home" in shown
    assert "Tue 24 Nov 10:00  Thank-you" in shown
