"""planner draft: the letter on stdout, what is to be said of it on stderr, nothing recorded."""

import json
from pathlib import Path

import pytest

from tests.cli.line import CommandLine, interview

PEOPLE = [
    {"name": "Ann Lee", "email": "ann@contoso.example"},
    {"name": "Bo Chan", "part": "hiring_manager", "email": "bo@contoso.example"},
    {"name": "Jo Park", "part": "recruiter", "phone": "+1 555 0142"},
]


@pytest.fixture
def writer(line: CommandLine, home: Path) -> CommandLine:
    """Number 1, held yesterday with three people; number 2, at another company, through an agency."""
    agency = [{"name": "Ann Ames"}, {"name": "Rita Okafor", "part": "agency", "email": "rita@agency.example"}]
    two = (interview(industry="technology", people=PEOPLE), interview(company="Globex", people=agency))
    file = home / "two.json"
    file.write_text(json.dumps({"planner": 1, "interviews": two}))
    assert line("import", str(file), "--yes").code == 0
    with (home / ".config/planner/config.toml").open("a") as config:
        config.write('[me]\nname = "Maya Chen"\n')
    return line


def test_the_letter_that_fits_goes_to_stdout_for_each_reader_and_its_checks_to_stderr(writer: CommandLine) -> None:
    before = writer("export", "json").out
    result = writer("draft", "1")
    assert result.code == 0
    assert [line for line in result.out.splitlines() if line.startswith("To: ")] == [
        "To: Ann Lee <ann@contoso.example>",
        "To: Bo Chan <bo@contoso.example>",
    ]
    assert result.out.count("Maya Chen") == 2
    assert "Thank-you email to Ann Lee: " in result.err
    assert "› advice: Say one thing you discussed with Ann." in result.err
    assert "planner thank 1 --channel email" in result.err
    assert writer("export", "json").out == before


def test_one_letter_takes_what_is_said_and_tells_what_it_has_no_place_for(writer: CommandLine) -> None:
    result = writer("draft", "1", "thank", "--to", "ann", "--say", "discussed=Globex and prices", "--say", "my_phone=1")
    assert "Globex and prices" in result.out
    assert "Bo" not in result.out
    assert "! warning: It names Globex, another company." in result.err
    assert "no place for my_phone" in result.err
    wrong = writer("draft", "1", "thank", "--say", "mood=good")
    assert (wrong.code, wrong.out) == (2, "")
    assert "no place for “mood”" in wrong.err


def test_a_letter_that_is_too_early_is_shown_and_said_to_be_so(writer: CommandLine) -> None:
    early = writer("draft", "1", "follow-up")
    assert early.code == 0
    assert early.out.startswith("Call: Jo Park")
    assert early.err.startswith("! Not yet. ")
    assert "till Mon 30 Nov" in early.err.splitlines()[0]
    assert "Not yet" not in writer("draft", "1", "thank-you").err


def test_through_an_agency_the_letter_goes_to_the_agency(writer: CommandLine) -> None:
    result = writer("draft", "2", "thank-you-email")
    assert result.out.startswith("To: Rita Okafor <rita@agency.example>")
    assert "pass the lines below on to Ann Ames" in result.out
    assert "· note: Everything goes through the agency" in result.err


def test_an_email_goes_into_a_file_that_only_its_owner_can_read(writer: CommandLine, home: Path) -> None:
    file = home / "ann.eml"
    result = writer("draft", "1", "--to", "Ann", "--eml", str(file))
    assert (result.code, result.out) == (0, "")
    assert f"Written to {file}." in result.err
    assert b"X-Unsent: 1" in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    text = home / "both.txt"
    assert writer("draft", "1", "-o", str(text)).code == 0
    assert text.read_text().count("Subject: ") == 2
    several = writer("draft", "1", "--eml", str(file))
    assert several.code == 2
    assert "There are 2 letters: to Ann Lee, Bo Chan." in several.err
    assert writer("draft", "1", "card", "--to", "Ann", "--eml", str(file)).code == 2


def test_a_mailto_link_is_printed_and_json_is_for_programs(writer: CommandLine) -> None:
    assert writer("draft", "1", "--mailto").out.count("mailto:") == 2
    (letter,) = writer("draft", "1", "call", "--json").json["letters"]
    assert (letter["letter"], letter["to"], letter["limit"]["unit"]) == ("call-script", "Jo Park", "spoken lines")
    assert letter["missing"] == ["my_phone"]


def test_copying_needs_a_terminal(writer: CommandLine) -> None:
    result = writer("draft", "1", "card", "--to", "Ann", "--copy")
    assert result.code == 2
    assert "no terminal to copy to" in result.err


def test_a_letter_or_person_that_is_not_there_is_not_found(writer: CommandLine) -> None:
    assert writer("draft", "1", "poem").code == 3
    assert writer("draft", "1", "thank", "--to", "Zoe").code == 3


def test_templates_of_one_s_own_are_used_and_strangers_beside_them_told(writer: CommandLine, home: Path) -> None:
    folder = home / ".config/planner/letters"
    folder.mkdir()
    ours = writer("draft", "1", "call", "--template")
    assert f"Your own goes into {folder}, as call-script.txt." in ours.err
    (folder / "call-script.txt").write_text(f"{ours.out}\n\nAny news, {{name}}?\n")
    assert "May I ask whether a decision has been made?" in writer("draft", "1", "call").out
    (folder / "call-script.txt").write_text("Hello {name}, any news?\n")
    (folder / "thankyou.txt").write_text("never read")
    result = writer("draft", "1", "call")
    assert "1. Hello Jo, any news?" in result.out
    assert f"thankyou.txt in {folder} replaces no letter" in result.err
    (folder / "call-script.txt").write_text("Hello {nome}\n")
    wrong = writer("draft", "1", "call")
    assert wrong.code == 2
    assert "call-script.txt" in wrong.err
    assert writer("draft", "1", "thank").code == 0, "one bad template is in the way of no other letter"
