"""The calendars that other programs wrote: each is read, and no time is wrong."""

from pathlib import Path

import pytest

from planner.formats.invitations import looks_like_calendar, read_invitations
from tests.formats.invitations.calendars import NOW, utc
from tests.shared_files import shared_files

HOME = "America/Chicago"  # UTC-6, from the second Sunday of March to the first of November UTC-5
SAMPLES = shared_files("samples/ics/*.ics")

# Every appointment that is offered of each file, with the instant (UTC) worked out by hand from the file's text.
TIMES = {
    # Outlook. W. Europe Standard Time, summer time to the last Sunday of October, the 30th in 2022: 08:00 - 2
    "biweekly__issue115-1.ics": [("29.10. 8-8:30", "2022-10-29 06:00")],
    # Exchange. W. Europe: winter, 09:30 - 1, and summer, 09:30 - 2
    "biweekly__issue126.ics": [("", "2023-11-22 08:30"), ("", "2023-04-22 07:30")],
    # Outlook. W. Europe, July: 12:00 - 2
    "biweekly__issue85.ics": [("Meeting in Berlin", "2018-07-22 10:00")],
    # Thunderbird. A Z
    "cc__event.ics": [("An Event", "2021-03-25 11:00")],
    # No zone: home, in January: 15:00 + 6, 18:00 + 6, 17:00 + 6, 16:00 + 6
    "cc__importLatin1.ics": [
        ("Event One", "2019-01-01 21:00"),
        ("Event Four", "2019-01-02 00:00"),
        ("Event Three", "2019-01-01 23:00"),
        ("Event Två", "2019-01-01 22:00"),
    ],
    # Google. A Z
    "icalendar__alarm_google_future.ics": [("event with alarms", "2024-10-04 18:15")],
    # Thunderbird. London, summer time to 27 October: 15:00 - 1
    "icalendar__alarm_thunderbird_future.ics": [("event with alarms", "2024-10-23 14:00")],
    # Apple. A Z
    "icalendar__issue_168_input.ics": [("", "2015-09-05 09:00")],
    # Outlook. Brasilia, in May without summer time: 13:30 + 3
    "icalendar__issue_237_fail_to_parse_timezone_with_non_ascii_tzid.ics": [("", "2017-05-11 16:30")],
    # Evolution and Mozilla. 14:00 in Berlin - 2, in New York + 4, in Buenos Aires + 3
    "icalendar__issue_313_globally_unique_tzid.ics": [
        ("libical / Evolution globally unique TZID", "2020-04-26 12:00"),
        ("Mozilla Lightning globally unique TZID", "2020-04-26 18:00"),
        ("vendor prefix in front of a multi-part Olson name", "2020-04-26 17:00"),
    ],
    # Exchange. Eastern, summer time to the first Sunday of November, the 3rd in 2024: 17:00 + 4
    "icalendar__issue_836_do_not_quote_tzid.ics": [("Anonymous Test Event for TZID", "2024-10-28 21:00")],
    # khal. Berlin, April: 09:30 - 2
    "khal__event_dt_duration.ics": [("An Event", "2014-04-09 07:30")],
    # khal. No zone: home, in April: 09:30 + 5
    "khal__event_dt_floating.ics": [("An Event", "2014-04-09 14:30")],
    # ownCloud. No zone: home, in May: 12:00 + 5. Then a zone beside a Z: 12:00 is in UTC (RFC 5545, 3.2.19)
    "khal__event_dt_mixed_awareness.ics": [
        ("Termin:Junghackertag", "2015-05-30 17:00"),
        ("An event with mixed tz-aware/tz-naive dates", "2015-06-02 12:00"),
    ],
    # khal. A Z
    "khal__event_dt_no_end.ics": [("Test", "2016-01-16 07:00")],
    # A railway. Brussels, February: 15:15 - 1, 09:50 - 1
    "khal__non_dst_error.ics": [
        ("Trip from Utrecht to Bruxelles Central/Brussel Centraal", "2023-02-03 14:15"),
        ("Trip from Bruxelles Central/Brussel Centraal to Utrecht", "2023-02-06 08:50"),
    ],
    # khal. New Zealand, November, summer time there: 13:00 - 13; the file's rules for it are Central Europe's
    "khal__tz_windows_format.ics": [("Event with Windows TZ name", "2019-11-20 00:00")],
    # Outlook on the web. Sydney, summer time there: 13:30 - 11. Eastern, before and after 1 November: + 4, + 5
    "node-ical__Office-2012-owa.ics": [
        ("TEST Syd", "2020-10-28 02:30"),
        ("TEST", "2020-10-28 17:30"),
        ("TEST 3", "2020-11-02 18:30"),
    ],
    # Google. A Z
    "node-ical__bad_custom_ms_tz2.ics": [("*masked-away*", "2021-04-01 19:30")],
    # Two versions of each: sequences 2 and 0, 1 and 3. Z
    "node-ical__duplicate-uid-sequence.ics": [
        ("Team Meeting (SEQUENCE 2)", "2024-01-15 10:00"),
        ("Updated version (SEQUENCE 3) - should win", "2024-01-20 14:00"),
    ],
    # Exchange. Bangkok: 09:00 - 7
    "node-ical__exchange-custom-tz.ics": [("Test event", "2019-04-30 02:00")],
    # No zone, whatever zone the file defines: home, in June: 14:00 + 5
    "node-ical__floating-dtstart-custom-vtimezone.ics": [
        ("Floating DTSTART with custom VTIMEZONE", "2025-06-10 19:00")
    ],
    # Meetup. Phoenix: 19:00 + 7
    "node-ical__meetup-timed-tz.ics": [("Phoenix Drupal User Group Monthly Meetup", "2011-11-10 02:00")],
    # Exchange. W. Europe, September: 09:00 - 2. Pacific, September: 08:30 + 7
    "node-ical__ms_timezones.ics": [("test", "2020-09-10 07:00"), ("Not the actual summary 1", "2020-09-15 15:30")],
    # Lanyrd. A Z
    "node-ical__multi-event-basic.ics": [("Dyncon 2011", "2011-03-12 20:00")],
    # Apple. A Z; then Vancouver, July: 09:00 + 7, 13:00 + 7, 09:00 + 7
    "node-ical__tentative-apple-calendar.ics": [
        ("Tentative", "2022-07-04 23:00"),
        ("Confirmed", "2022-07-05 16:00"),
        ("Cancelled", "2022-07-06 20:00"),
        ("No Status", "2022-07-07 16:00"),
    ],
    # eM Client. W. Europe, June: 10:00 - 2
    "node-ical__vtimezone-year-0001-dtstart.ics": [("Test event with year-0001 VTIMEZONE", "2024-06-01 08:00")],
    # Series without an end, from Friday 20 November 2026, 09:00, on. Stockholm, Fridays: 20:00 - 1
    "icalendar__issue_466_convert_tzid_with_slash.ics": [("Just chatting", "2026-11-20 19:00")],
    # Zurich, Monday to Friday: 14:00 - 1
    "icalendar__x_location.ics": [("Daily Sync", "2026-11-20 13:00")],
    # Nothing to offer: none held, series that are over, dates of series, whole days, zones that nothing tells, tasks.
    "icalendar__bom_calendar.ics": [],
    "icalendar__issue_165_missing_event.ics": [],
    "icalendar__issue_722_missing_VTIMEZONE_custom.ics": [],
    "icalendar__issue_722_missing_timezones.ics": [],
    "khal__event_dt_local_missing_tz.ics": [],
    "khal__event_dtr_notz_untilz.ics": [],
    "khal__mult_uids_and_recuid_no_order.ics": [],
    "khal__without_uid.ics": [],
    "node-ical__recurrence-sequence.ics": [],
    "node-ical__test_with_tz_list.ics": [],
    "node-ical__utf8-french-calendar.ics": [],
    "node-ical__windows-quoted-tz-rrule.ics": [],
}

# How a series that is over ended, as its refusal says it; worked out by hand.
ENDINGS = {
    # Monday to Friday, until Wednesday 22 July, 08:00 in UTC; by the rules in the file UTC+2
    "icalendar__issue_165_missing_event.ics": "its last date was 2015-07-22 10:00 in Etc/GMT-2",
    # Every second Thursday from 26 July on; on 1 November it would begin after its end. Of -05.00/-04.00 October's
    "khal__event_dtr_notz_untilz.ics": "its last date was 2012-10-18 13:00 in Etc/GMT+4",
    # Mondays until 6 August
    "khal__mult_uids_and_recuid_no_order.ics": "its last date was 2014-08-04 07:00 in Europe/Berlin",
    # Five days from 1 January on, at 10:00 in UTC
    "node-ical__recurrence-sequence.ics": "its last date was 2024-01-05 04:00 in America/Chicago",
    # Its end lies years before its start
    "node-ical__test_with_tz_list.ics": "no date of it is left",
    # Ten days from 6 July on; those left out are at noon of another zone, when there is none
    "node-ical__windows-quoted-tz-rrule.ics": "its last date was 2015-07-15 12:00 in America/New_York",
}

# With --zone: 09:30 in Berlin, April - 2; 08:00 in Berlin, August - 2; 10:35 in Berlin, 25 March 2021 - 1.
WITH_A_ZONE = {
    "khal__event_dt_local_missing_tz.ics": ("An Event", "2014-04-09 07:30"),
    "icalendar__issue_722_missing_VTIMEZONE_custom.ics": ("", "2014-08-29 06:00"),
    "node-ical__bad_custom_ms_tz2.ics": ("[private]", "2021-03-25 09:35"),
}


def named(table: dict[str, object]) -> list[Path]:
    return [sample for sample in SAMPLES if sample.name in table]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_each_sample_is_read_and_nothing_in_it_goes_unmentioned(sample: Path) -> None:
    data = sample.read_bytes()
    assert looks_like_calendar(data)
    reading = read_invitations(data, HOME, now=NOW)
    events = [place for place in reading.refused if place.place.startswith("event")]
    assert len(reading.invitations) + len(events) == data.count(b"BEGIN:VEVENT")
    assert all(refused.reason for refused in reading.refused)


@pytest.mark.parametrize("sample", named(dict(TIMES)), ids=lambda sample: sample.name)
def test_each_appointment_offered_has_the_time_worked_out_by_hand(sample: Path) -> None:
    reading = read_invitations(sample.read_bytes(), HOME, now=NOW)
    assert [(one.summary, utc(one)) for one in reading.invitations] == TIMES[sample.name]


@pytest.mark.parametrize("sample", named(dict(ENDINGS)), ids=lambda sample: sample.name)
def test_a_series_that_is_over_is_refused_with_its_last_date(sample: Path) -> None:
    reading = read_invitations(sample.read_bytes(), HOME, now=NOW)
    assert any(ENDINGS[sample.name] in refused.reason for refused in reading.refused)


@pytest.mark.parametrize("sample", named(dict(WITH_A_ZONE)), ids=lambda sample: sample.name)
def test_an_unknown_zone_is_taken_as_the_one_that_is_given(sample: Path) -> None:
    reading = read_invitations(sample.read_bytes(), HOME, assume_zone="Europe/Berlin", now=NOW)
    assert WITH_A_ZONE[sample.name] in [(one.summary, utc(one)) for one in reading.invitations]
