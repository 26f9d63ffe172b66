import pytest

from planner.domain.errors import BadInput
from planner.formats.invitations import read_invitations
from tests.formats.invitations.calendars import (
    HOME,
    NOW,
    US_EASTERN,
    calendar,
    event,
    offered,
    read,
    refused,
    utc,
    zone,
)


def test_a_time_in_utc_is_shown_at_home() -> None:
    invitation = offered(start="DTSTART:20261123T140000Z")
    assert (utc(invitation), invitation.interview.time_zone) == ("2026-11-23 14:00", HOME)
    assert invitation.interview.starts_at.isoformat() == "2026-11-23T15:00:00+01:00"


@pytest.mark.parametrize("tzid", ["UTC", "Etc/GMT", "tzone://Microsoft/Utc", "(UTC) Coordinated Universal Time"])
def test_a_zone_that_is_utc_is_shown_at_home_too(tzid: str) -> None:
    invitation = offered(start=f'DTSTART;TZID="{tzid}":20261123T140000')
    assert (utc(invitation), invitation.interview.time_zone) == ("2026-11-23 14:00", HOME)


def test_a_time_without_a_zone_is_taken_as_home_time_and_a_remark_says_so() -> None:
    invitation = offered(start="DTSTART:20261123T140000")
    assert utc(invitation) == "2026-11-23 13:00"
    assert f"It has no time zone: taken as {HOME} time." in invitation.remarks


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("DTSTART;VALUE=DATE-TIME;TZID=Asia/Tokyo:20261123T140000", "2026-11-23 05:00"),
        ("DTSTART;TZID=Asia/Tokyo:20261123T1400", "2026-11-23 05:00"),
        ("DTSTART:2026-11-23T14:00:00Z", "2026-11-23 14:00"),
        ("DTSTART:20261123T140000+0530", "2026-11-23 08:30"),
        ("DTSTART:20261123T140000.5-0200", "2026-11-23 16:00"),
        ("dtstart:20261123t140060z", "2026-11-23 14:00"),
        ("DTSTART;TZID=Asia/Tokyo:20261123T140000\nDTSTART;TZID=Asia/Tokyo:20261123T140000", "2026-11-23 05:00"),
    ],
)
def test_a_start_is_read_in_all_its_forms(start: str, expected: str) -> None:
    assert utc(offered(start=start)) == expected


def test_a_z_counts_more_than_a_zone_beside_it() -> None:
    invitation = offered(start="DTSTART;TZID=Asia/Tokyo:20261123T140000Z")
    assert (utc(invitation), invitation.interview.time_zone) == ("2026-11-23 14:00", "Asia/Tokyo")
    assert any("names “Asia/Tokyo” too: the offset was followed" in remark for remark in invitation.remarks)


def test_a_z_beside_a_zone_nobody_knows_is_shown_at_home() -> None:
    invitation = offered(start="DTSTART;TZID=FOO:20261123T140000Z")
    assert (utc(invitation), invitation.interview.time_zone) == ("2026-11-23 14:00", HOME)


def test_a_z_beside_utc_is_no_doubt() -> None:
    assert "offset" not in " ".join(offered(start="DTSTART;TZID=UTC:20261123T140000Z").remarks)


def test_an_hour_the_clocks_skip_is_taken_by_the_offset_before_and_a_remark_says_so() -> None:
    # 29 March 2026: 02:00 is 03:00 in Berlin. 02:30 at UTC+1 is 01:30 in UTC, shown as 03:30.
    invitation = offered(start="DTSTART;TZID=Europe/Berlin:20260329T023000")
    assert (utc(invitation), invitation.interview.starts_at.hour) == ("2026-03-29 01:30", 3)
    assert "The clocks in Europe/Berlin skip 02:30 on that day: taken as 03:30." in invitation.remarks


def test_an_hour_the_clocks_show_twice_is_taken_as_the_first_and_a_remark_says_so() -> None:
    # 1 November 2026 in New York: 01:30 is first at UTC-4.
    invitation = offered(start="DTSTART;TZID=America/New_York:20261101T013000")
    assert utc(invitation) == "2026-11-01 05:30"
    assert "The clocks in America/New_York show 01:30 twice on that day: the first was taken." in invitation.remarks


def test_an_unknown_zone_is_refused_with_the_way_to_say_which_it_is() -> None:
    reason = refused(start="DTSTART;TZID=Customized Time Zone 1:20261123T140000")
    assert "“Customized Time Zone 1” is not known here" in reason
    assert "--zone" in reason


def test_with_a_zone_assumed_only_the_times_in_unknown_zones_are_taken_in_it() -> None:
    reading = read(
        event(start="DTSTART;TZID=FOO:20261123T140000", uid="unknown"),
        event(start="DTSTART;TZID=Asia/Tokyo:20261123T140000", uid="known"),
        event(start="DTSTART:20261123T140000", uid="floating"),
        assume="America/New_York",
    )
    assert [utc(one) for one in reading.invitations] == ["2026-11-23 19:00", "2026-11-23 05:00", "2026-11-23 13:00"]
    assert (
        "“FOO” is no time zone known here: taken as America/New_York, as you asked." in reading.invitations[0].remarks
    )


def test_a_zone_given_that_is_none_is_bad_input() -> None:
    with pytest.raises(BadInput, match="is not a time zone known here"):
        read(event(), assume="Atlantis/Centre")
    with pytest.raises(BadInput, match="is not a time zone known here"):
        read_invitations(calendar(event()), "", now=NOW)


def test_a_zone_by_any_name_follows_the_rules_the_file_has_for_it() -> None:
    # The second Sunday of March 2026 is the 8th: 14:00 is 19:00 in UTC before it, and 18:00 after.
    before = offered(start="DTSTART;TZID=Customized Time Zone 1:20260307T140000", zones=zone("Customized Time Zone 1"))
    after = offered(start='DTSTART;TZID="My, office":20260309T140000', zones=zone("My\\, office"))
    assert (utc(before), before.interview.time_zone) == ("2026-03-07 19:00", "Etc/GMT+5")
    assert (utc(after), after.interview.time_zone) == ("2026-03-09 18:00", "Etc/GMT+4")
    assert (
        "“Customized Time Zone 1” is UTC-05:00 then, by the file's own rules; shown as Etc/GMT+5 time."
        in before.remarks
    )


def test_a_zone_by_rules_is_shown_as_home_where_home_has_that_time() -> None:
    reading = read(zone("Mine"), event(start="DTSTART;TZID=Mine:20260107T140000"), home="America/Toronto")
    (invitation,) = reading.invitations
    assert (utc(invitation), invitation.interview.time_zone) == ("2026-01-07 19:00", "America/Toronto")


@pytest.mark.parametrize(
    ("offset", "expected", "shown"),
    [("+0545", "2026-01-07 08:15", "Asia/Kathmandu"), ("+0317", "2026-01-07 10:43", HOME)],
)
def test_a_zone_by_rules_with_an_odd_offset_is_shown_where_clocks_have_it_else_at_home(
    offset: str, expected: str, shown: str
) -> None:
    rules = f"BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\nEND:STANDARD"
    invitation = offered(start="DTSTART;TZID=Mine:20260107T140000", zones=zone("Mine", rules))
    assert (utc(invitation), invitation.interview.time_zone) == (expected, shown)


def test_one_file_does_not_lend_its_zones_to_the_next() -> None:
    other = US_EASTERN.replace("-05", "+01").replace("-04", "+02")
    first = offered(start="DTSTART;TZID=Mine:20260107T140000", zones=zone("Mine"))
    second = offered(start="DTSTART;TZID=Mine:20260107T140000", zones=zone("Mine", other))
    assert [utc(first), utc(second)] == ["2026-01-07 19:00", "2026-01-07 13:00"]
    assert "not known here" in refused(start="DTSTART;TZID=Mine:20260107T140000")


def test_a_zone_defined_after_its_use_is_found() -> None:
    reading = read(event(start="DTSTART;TZID=Mine:20260107T140000"), zone("Mine"))
    assert [utc(one) for one in reading.invitations] == ["2026-01-07 19:00"]


def test_the_name_of_a_place_counts_more_than_rules_that_differ_and_a_remark_says_so() -> None:
    invitation = offered(
        start="DTSTART;TZID=New Zealand Standard Time:20260107T140000", zones=zone("New Zealand Standard Time")
    )
    assert (utc(invitation), invitation.interview.time_zone) == ("2026-01-07 01:00", "Pacific/Auckland")
    assert any("differ from Pacific/Auckland: Pacific/Auckland was taken" in remark for remark in invitation.remarks)


def test_rules_count_more_than_an_abbreviation_that_knows_no_summer_time() -> None:
    summer = offered(start="DTSTART;TZID=EST:20260707T140000", zones=zone("EST"))
    winter = offered(start="DTSTART;TZID=EST:20260107T140000", zones=zone("EST"))
    assert [utc(summer), utc(winter)] == ["2026-07-07 18:00", "2026-01-07 19:00"]
    assert (summer.interview.time_zone, winter.interview.time_zone) == ("Etc/GMT+4", "EST")
    assert any("“EST” is UTC-04:00 then, by the file's own rules" in remark for remark in summer.remarks)


def test_rules_that_agree_with_the_name_leave_no_remark() -> None:
    invitation = offered(
        "SUMMARY:Interview: Data analyst at Northwind",
        start="DTSTART;TZID=Eastern Standard Time:20260707T140000",
        zones=zone("Eastern Standard Time"),
    )
    assert (utc(invitation), invitation.interview.time_zone) == ("2026-07-07 18:00", "America/New_York")
    assert invitation.remarks == ()


def test_broken_rules_cost_nothing_where_the_name_is_known() -> None:
    broken = zone("Europe/Paris", US_EASTERN.replace("-0500", "PT-5H"))
    invitation = offered(start="DTSTART;TZID=Europe/Paris:20260707T140000", zones=broken)
    assert utc(invitation) == "2026-07-07 12:00"
    assert "The file's own rules for “Europe/Paris” can't be used: “PT-5H” is no offset from UTC." in invitation.remarks


def test_broken_rules_for_an_unknown_zone_are_told_with_the_refusal() -> None:
    reason = refused(start="DTSTART;TZID=Mine:20260707T140000", zones="BEGIN:VTIMEZONE\nTZID:Mine\nEND:VTIMEZONE")
    assert "“Mine” is not known here. The file's own rules for “Mine” can't be used: it has no rules." in reason


@pytest.mark.parametrize(
    ("tzid", "day", "expected"),
    [
        ("GMT-0500", "20260707", "2026-07-07 19:00"),
        ("(UTC+05:30)", "20260707", "2026-07-07 08:30"),
        ("GMT-05.00/-04.00", "20260707", "2026-07-07 18:00"),
        ("GMT -0500 (Standard) / GMT -0400 (Daylight)", "20260107", "2026-01-07 19:00"),
    ],
)
def test_an_offset_for_a_name_is_followed_where_it_leaves_no_doubt(tzid: str, day: str, expected: str) -> None:
    assert utc(offered(start=f'DTSTART;TZID="{tzid}":{day}T140000')) == expected


def test_two_offsets_are_refused_where_zones_that_have_them_differ() -> None:
    # -4 and -3: in July Halifax has -3 and Santiago -4.
    assert "is not known here" in refused(start='DTSTART;TZID="GMT-0400/-0300":20260707T140000')


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (["DTEND:20261123T144500Z"], 45),
        (["DTEND;TZID=Asia/Tokyo:20261124T003000"], 90),
        (["DTEND:20261123T150000"], 60),
        (["DURATION:PT1H30M"], 90),
        (["DURATION:P1D"], 1440),
        (["DURATION:PT1H0M0S"], 60),
        ([], 60),
    ],
)
def test_how_long_it_lasts_comes_from_its_end_or_its_duration_else_it_is_an_hour(
    lines: list[str], minutes: int
) -> None:
    assert offered(*lines).interview.minutes == minutes


def test_a_bare_end_is_in_the_zone_of_the_start() -> None:
    assert offered("DTEND:20261123T144500", start="DTSTART;TZID=Asia/Tokyo:20261123T140000").interview.minutes == 45


def test_how_long_it_lasts_is_counted_over_a_change_of_the_clocks() -> None:
    start, end = "DTSTART;TZID=Europe/Berlin:20261025T013000", "DTEND;TZID=Europe/Berlin:20261025T033000"
    assert offered(end, start=start).interview.minutes == 180


def test_of_an_end_and_a_duration_the_end_counts_and_a_remark_says_so() -> None:
    invitation = offered("DTEND:20261123T143000Z", "DURATION:PT2H")
    assert invitation.interview.minutes == 30
    assert "It has both an end and a duration: the end was taken." in invitation.remarks


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("DTEND:20261123T140000Z", "It would last 0 minutes"),
        ("DTEND:20261123T130000Z", "It would last -60 minutes"),
        ("DTEND:20270101T140000Z", "It would last 56160 minutes"),
        ("DTEND;VALUE=DATE:20261124", "its end has no time"),
        ("DTEND:soon", "“soon” is no date and time"),
        ("DTEND;TZID=FOO:20261123T150000", "“FOO” is not known here"),
        ("DTEND:99991231T235959Z", "The year 9999 can't be right"),
        ("DURATION:-PT1W1D2H3M4S", "is no duration"),
        ("DURATION:P", "is no duration"),
    ],
)
def test_an_impossible_end_becomes_an_hour_and_a_remark_says_why(line: str, said: str) -> None:
    invitation = offered(line)
    assert invitation.interview.minutes == 60
    assert any(said in remark and "an hour was taken" in remark for remark in invitation.remarks)
