"""What is told of one interview, row by row."""

from zoneinfo import ZoneInfo

from planner.tui.detail import brief
from tests.domain.building import at, held, said, standing

NOW = at("2026-11-23T08:12+00:00").astimezone(ZoneInfo("Europe/Lisbon"))


def told(zone: str, width: int = 60) -> str:
    log = [said("followed_up", "2026-11-23T09:12+01:00", channel="email")]
    shown = standing(held("2026-11-26T14:00", zone, log=log), NOW.isoformat())
    return "\n".join("".join(span.text for span in row).rstrip() for row in brief(shown, NOW, width))


def test_of_an_interview_abroad_both_clocks_are_told_and_its_log_by_the_one_at_home() -> None:
    there = told("Europe/Paris")
    assert "Thu 26 Nov 14:00 in Paris, 13:00 at home · 60 min" in there
    assert "opens 15:00 Paris Thu 26" in there
    assert "Opens when the interview ends: Thu 26 Nov 15:00 in Paris, 14:00 at home." in " ".join(there.split())
    assert "Mon 23 Nov 08:12 Followed up by email" in there
    assert "Thu 26 Nov 13:00 Interview" in there


def test_where_the_clocks_agree_nothing_is_said_of_zones() -> None:
    there = told("Europe/London")
    assert "Thu 26 Nov 14:00 · 60 min" in there
    assert "opens 15:00 Thu 26" in there
    assert "London" not in there
    assert "at home" not in there


def test_a_day_that_would_cut_what_it_is_the_day_of_stands_below_it() -> None:
    assert "□ Thank-you\n  opens 15:00 New York Thu 26\n" in told("America/New_York", 35)
    assert "□ Thank-you  opens 15:00 New York Thu 26\n" in told("America/New_York", 40)


def test_a_number_is_not_parted_from_what_it_counts() -> None:
    assert "Thu 26 Nov 14:00\n· 60 min\n" in told("Europe/London", 22)


def test_what_happened_is_told_in_whole_beside_its_time() -> None:
    assert "Mon 23 Nov 08:12 Followed up by\n                 email\n" in told("Europe/Paris", 34)
