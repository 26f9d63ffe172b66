"""Recording what happened: thank, follow-up, told, outcome, cancel, note."""

import pytest

from tests.cli.line import CommandLine


def test_a_thank_you_is_noted_and_what_comes_next_is_said(known: CommandLine) -> None:
    result = known("thank", "contoso", "--channel", "email", "--when", "yesterday 17:00", "--words", "About the rota")
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == [
        "Taken as Mon 23 Nov 17:00, America/New_York (UTC-05:00).",
        "1  Contoso (Analyst, round 1)",
        "Thank-you by email: noted. Follow-up opens Mon 30 Nov.",
    ]
    assert known.log() == [
        {"id": 1, "at": "2026-11-23T17:00:00-05:00", "kind": "thanked", "channel": "email", "words": "About the rota"}
    ]


def test_how_a_thank_you_went_out_is_not_made_up_where_the_rules_leave_it_open(known: CommandLine) -> None:
    assert "Thank-you: noted." in known("thank", "1").err
    assert known.log()[0].get("channel", "other") == "other"
    known("undo")
    known("edit", "1", "industry=law")
    assert "Thank-you by card: noted." in known("thank", "1").err


def test_programs_get_the_interview_as_it_is_after_the_change(known: CommandLine) -> None:
    result = known("thank", "1", "--to", "Bo", "--json")
    assert result.one["thank_you"]["left"] == ["Ann Lee"]
    assert "Thank-you to Bo Chan" in result.err


def test_a_time_recorded_is_now_by_default(known: CommandLine) -> None:
    known("note", "1", "They", "were", "kind")
    assert known.log() == [{"id": 1, "at": known.at, "kind": "note", "words": "They were kind"}]


def test_a_grey_follow_up_is_refused_with_reason_and_date_and_changes_nothing(known: CommandLine) -> None:
    result = known("follow-up", "1")
    assert (result.code, result.out) == (5, "")
    assert "Not yet: No date given: wait about a week, till Mon 30 Nov.\n" in result.err
    assert "--anyway" in result.err
    assert known.log() == []


def test_a_follow_up_made_all_the_same_is_recorded_with_its_mark(known: CommandLine) -> None:
    assert known("follow-up", "1", "--channel", "call", "--anyway").code == 0
    assert known.log() == [{"id": 1, "at": known.at, "kind": "followed_up", "channel": "call", "anyway": True}]
    again = known("follow-up", "1")
    assert again.code == 5
    assert "Not yet" not in again.err


def test_a_thank_you_before_the_interview_and_one_sent_already_are_refused(known: CommandLine) -> None:
    assert known("thank", "globex").code == 5
    known("thank", "1", "--to", "ann")
    again = known("thank", "1", "--to", "ann")
    assert again.code == 5
    assert "Ann Lee has a note already." in again.err
    assert known("thank", "1", "--to", "ann", "--anyway").code == 0


def test_a_name_that_is_no_one_lists_those_there_are(known: CommandLine) -> None:
    result = known("thank", "1", "--to", "Cleo")
    assert result.code == 3
    assert "Ann Lee, Bo Chan" in result.err


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        (["decision", "fri"], {"kind": "told_decision", "on": "2026-11-27"}),
        (["decision", "next", "week"], {"kind": "told_decision", "from": "2026-11-30", "to": "2026-12-04"}),
        (["decision", "2026-12-01..2026-12-04"], {"kind": "told_decision", "from": "2026-12-01", "to": "2026-12-04"}),
        (["decision"], {"kind": "told_decision"}),
        (
            ["decision", "4", "Dec", "--words", "by mail"],
            {"kind": "told_decision", "on": "2026-12-04", "words": "by mail"},
        ),
        (["call-back", "in two weeks"], {"kind": "told_call_back", "on": "2026-12-08"}),
        (["not-to-contact"], {"kind": "told_not_to_contact"}),
        (["no-thanks"], {"kind": "told_no_thanks"}),
        (["on-hold", "--words", "Budget"], {"kind": "told_on_hold", "words": "Budget"}),
        (["obstacle", "salary"], {"kind": "told_obstacle", "what": "salary"}),
        (["obstacle", "start", "date"], {"kind": "told_obstacle", "what": "start_date"}),
        (["heard", "--words", "Thanks for coming"], {"kind": "heard", "words": "Thanks for coming"}),
    ],
)
def test_what_they_said_is_kept(words: list[str], entry: dict[str, str], known: CommandLine) -> None:
    assert known("told", "1", *words).code == 0
    assert known.log() == [{"id": 1, "at": known.at} | entry]


def test_the_date_that_was_understood_is_said(known: CommandLine) -> None:
    result = known("told", "1", "decision", "in", "ten", "days")
    assert result.err.endswith("They decide by Fri 4 Dec: noted. Next: send an email or a card by Tue 24 Nov 15:00.\n")


def test_a_word_that_is_no_date_is_kept_as_words_and_said_to_be_none(known: CommandLine) -> None:
    result = known("told", "1", "decision", "soon", "--words", "Jo on the phone")
    assert result.code == 0
    assert "“soon” is no date" in result.err
    assert known.log() == [{"id": 1, "at": known.at, "kind": "told_decision", "words": "soon: Jo on the phone"}]
    assert known.interview()["follow_up"]["reason"] == "wait-about-a-week"


def test_days_are_seen_from_the_day_they_were_said(known: CommandLine) -> None:
    known("told", "1", "decision", "tomorrow", "--when", "yesterday 15:10")
    assert [entry["on"] for entry in known.log()] == ["2026-11-24"]


@pytest.mark.parametrize(
    "words",
    [
        ["told", "1", "decision", "the twelfth of never"],
        ["told", "1", "call-back"],
        ["told", "1", "obstacle"],
        ["told", "1", "obstacle", "weather"],
        ["told", "1", "heard", "from", "them"],
        ["thank", "1", "--channel", "call"],
        ["follow-up", "1", "--channel", "card", "--anyway"],
        ["thank", "1", "--when", "tomorrow 9:00"],
        ["thank", "1", "--when", "half past"],
        ["outcome", "1", "maybe"],
        ["note", "1", " "],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_refused_and_nothing_is_recorded(words: list[str], known: CommandLine) -> None:
    result = known(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("planner: ") or "\nplanner: " in result.err
    assert known.log() == []


def test_an_outcome_ends_it(known: CommandLine) -> None:
    assert known("outcome", "1", "no").code == 0
    assert known.interview()["follow_up"]["reason"] == "outcome"


@pytest.mark.parametrize(("words", "kind"), [([], "cancelled"), (["--no-show"], "did_not_take_place")])
def test_an_interview_that_is_off_closes(words: list[str], kind: str, known: CommandLine) -> None:
    assert known("cancel", "2", *words).code == 0
    assert [entry["kind"] for entry in known.log(2)] == [kind]
    assert known.interview("2")["section"] == "closed"
