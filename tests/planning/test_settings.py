"""The config file's tables become settings, or are refused with the file, the key and what it takes."""

import tomllib
from collections.abc import Container
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.domain.log import Channel
from planner.domain.policy import Policy
from planner.planning.settings import Display, Me, Settings, read_settings

SOURCE = "/home/ann/.config/planner/config.toml"
ST_ANDREW = date(2026, 11, 30)


def calendar(names: tuple[str, ...]) -> Container[date]:
    if names != ("GB-SCT",):
        raise BadInput(f"There is no holiday calendar “{names[0]}”.", "Did you mean GB-SCT?")
    return {ST_ANDREW}


def settings(text: str) -> Settings:
    return read_settings(tomllib.loads(text), SOURCE, calendar)


def refusal(text: str) -> BadInput:
    with pytest.raises(BadInput) as refused:
        settings(text)
    return refused.value


def test_an_empty_file_leaves_every_default() -> None:
    assert settings("") == Settings()
    assert settings("[policy]\n[policy.channel]\n[keys]\n[display]\n[input]\n[me]\n") == Settings()


def test_every_key_can_be_set() -> None:
    read = settings(
        """
        [policy]
        thank_you_due_hours = 48
        thank_you_lapse_days = 21
        roll_thank_you = true
        wait_days = 5
        wait_unit = "business"
        decision_buffer_days = 2
        decision_buffer_unit = "calendar"
        range_policy = "start"
        roll_to_business_day = false
        weekend = ["Friday", "saturday"]
        holidays = ["2026-12-24", 2026-12-31, "GB-SCT"]
        max_follow_ups = 2
        second_follow_up_gap_days = 10
        extension_reopens = false
        heard_resets_clock = false
        overdue_after_days = 3
        lapse_after_days = 30
        min_gap_days = 0
        hold_review_days = 60
        mail_days = 2
        day_zone = "home"
        home_time_zone = "Europe/Berlin"

        [policy.channel]
        Finance = "email"
        "Software  Consulting" = "card"

        [keys]
        thank = "T"
        why = "w,question_mark"

        [display]
        theme = "light"
        mouse = "on"
        colour = "256"

        [input]
        date_order = "dmy"

        [me]
        name = " Maya Chen "
        phone = "+1 555 0100"
        email = ["Maya@home.example", "m@work.example "]
        """
    )
    policy = read.policy
    assert {name for name in Policy._fields if getattr(policy, name) == getattr(Policy(), name)} == set()
    assert policy.weekend == {4, 5}
    assert dict(policy.channel) == {"finance": Channel.EMAIL, "software consulting": Channel.CARD}
    assert dict(read.keys) == {"thank": "T", "why": "w,question_mark"}
    assert read.display == Display(theme="light", mouse="on", colour="256")
    assert read.date_order == "dmy"
    addresses = {"maya@home.example", "m@work.example"}
    assert read.me == Me(name="Maya Chen", phone="+1 555 0100", email=frozenset(addresses))
    assert read.me.known_as == addresses | {"maya chen"}
    assert settings('[me]\nemail = "M@x.example"').me.known_as == {"m@x.example"}


def test_holidays_are_the_dates_and_those_of_the_calendars() -> None:
    holidays = settings('[policy]\nholidays = ["2026-12-24", 2026-12-31, " GB-SCT"]').policy.holidays
    days = (date(2026, 12, 24), date(2026, 12, 31), ST_ANDREW, date(2026, 12, 25))
    assert [day in holidays for day in days] == [True, True, True, False]


def test_without_a_calendar_name_no_calendar_is_asked_for() -> None:
    def never(names: tuple[str, ...]) -> Container[date]:
        raise AssertionError(names)

    policy = read_settings({"policy": {"holidays": ["2026-12-24"]}}, SOURCE, never).policy
    assert policy.holidays == {date(2026, 12, 24)}


def test_the_home_zone_may_be_left_empty_and_days_be_taken_there_all_the_same() -> None:
    assert settings('[policy]\nday_zone = "home"\nhome_time_zone = ""').policy.home_time_zone == ""


def test_a_weekend_may_be_empty() -> None:
    assert settings("[policy]\nweekend = []").policy.weekend == frozenset()


@pytest.mark.parametrize(
    ("key", "value", "takes"),
    [
        ("wait_days", '"7"', "a whole number of days from 0 to 365"),
        ("wait_days", "true", "a whole number of days from 0 to 365"),
        ("wait_days", "7.0", "a whole number of days from 0 to 365"),
        ("wait_days", "-1", "a whole number of days from 0 to 365"),
        ("wait_days", "366", "a whole number of days from 0 to 365"),
        ("wait_days", "{ days = 7 }", "a whole number of days from 0 to 365"),
        ("thank_you_due_hours", "0", "a whole number of hours from 1 to 336"),
        ("thank_you_lapse_days", "0", "a whole number of days from 1 to 365"),
        ("max_follow_ups", "0", "a whole number of follow-ups from 1 to 5"),
        ("max_follow_ups", "6", "a whole number of follow-ups from 1 to 5"),
        ("lapse_after_days", "0", "a whole number of days from 1 to 3650"),
        ("roll_thank_you", "1", "true or false"),
        ("roll_thank_you", '"yes"', "true or false"),
        ("wait_unit", '"weeks"', '"calendar" or "business"'),
        ("wait_unit", '["calendar"]', '"calendar" or "business"'),
        ("range_policy", '"middle"', '"end" or "start"'),
        ("weekend", '"saturday"', "a list of some, not all"),
        ("weekend", '["caturday"]', "a list of some, not all"),
        ("weekend", "[6]", "a list of some, not all"),
        ("weekend", '["sunday", "Sunday"]', "a list of some, not all"),
        ("holidays", '"2026-12-24"', "a list of dates"),
        ("holidays", '["2026-02-30"]', "a list of dates"),
        ("holidays", '["20261224"]', "a list of dates"),
        ("holidays", '["24.12.2026"]', "a list of dates"),
        ("holidays", "[2026-12-24T10:00:00]", "a list of dates"),
        ("holidays", "[10:00:00]", "a list of dates"),
        ("holidays", "[true]", "a list of dates"),
        ("holidays", '["Scotland"]', "a list of dates"),
        ("holidays", '[""]', "a list of dates"),
        ("home_time_zone", '"Berlin"', "a time zone"),
        ("home_time_zone", '"../../etc/passwd"', "a time zone"),
        ("home_time_zone", "1", "a time zone"),
    ],
)
def test_a_value_that_does_not_fit_names_the_file_the_key_and_what_it_takes(key: str, value: str, takes: str) -> None:
    refused = refusal(f"[policy]\n{key} = {value}\n")
    assert refused.sentence.startswith(f"{SOURCE}: policy.{key}")
    assert takes in refused.hint
    assert refused.field == f"policy.{key}"


def test_all_seven_days_are_no_weekend() -> None:
    days = '["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]'
    assert "no day would be left" in refusal(f"[policy]\nweekend = {days}").sentence


def test_a_mistaken_name_is_answered_with_the_near_one() -> None:
    assert "Did you mean Europe/Berlin" in refusal('[policy]\nhome_time_zone = "Europe/Berln"').hint
    assert "Did you mean GB-SCT?" in refusal('[policy]\nholidays = ["GB-SC"]').hint
    assert refusal("[policy]\nwait_day = 3").hint == "Did you mean policy.wait_days?"
    assert refusal("[polici]\nwait_days = 3").hint == "Did you mean policy?"
    assert refusal('[display]\ncolor = "256"').hint == "Did you mean display.colour?"


def test_a_key_in_the_wrong_place_is_answered_with_the_right_one() -> None:
    assert refusal("wait_days = 3").hint == "Did you mean policy.wait_days?"
    assert refusal('[display]\ndate_order = "mdy"').hint == "Did you mean input.date_order?"


def test_an_unknown_name_like_no_other_is_answered_with_those_there_are() -> None:
    refused = refusal("[input]\nzzz = 1")
    assert refused.sentence == f"{SOURCE}: there is no key “input.zzz”."
    assert refused.hint == "Known are date_order."
    assert refused.field == "input.zzz"


@pytest.mark.parametrize(
    "text", ["policy = 3", "[[policy]]", "[policy]\nchannel = 'card'", "keys = []", "display = true"]
)
def test_a_value_in_place_of_a_section_is_refused(text: str) -> None:
    assert "It is a section: write [" in refusal(text).hint


@pytest.mark.parametrize("value", ['"call"', '"other"', '"Email"', "true"])
def test_a_channel_is_email_or_card(value: str) -> None:
    refused = refusal(f"[policy.channel]\nfinance = {value}")
    assert refused.field == "policy.channel.finance"
    assert refused.hint == 'It takes "email" or "card".'


def test_one_industry_written_twice_is_refused() -> None:
    assert "twice" in refusal('[policy.channel]\nFinance = "card"\nfinance = "email"').sentence


@pytest.mark.parametrize("value", ["1", '""', '"ctrl + t"', '"t,"', '"\\u001b"', "{ key = 't' }", '"' + "x" * 41 + '"'])
def test_a_key_binding_is_the_name_of_a_key(value: str) -> None:
    assert refusal(f"[keys]\nthank = {value}").field == "keys.thank"


def test_one_key_for_two_commands_is_refused() -> None:
    refused = refusal('[keys]\nthank = "t"\nwhy = "w, t"')
    assert refused.sentence == f"{SOURCE}: keys.why is “t”, and so is keys.thank."


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('[display]\ntheme = "a b"', "display.theme"),
        ('[display]\ntheme = ""', "display.theme"),
        ("[display]\nmouse = true", "display.mouse"),
        ("[display]\ncolour = 256", "display.colour"),
        ('[input]\ndate_order = "dym"', "input.date_order"),
        ('[input]\ndate_order = ""', "input.date_order"),
    ],
)
def test_display_and_input_are_checked_too(text: str, field: str) -> None:
    assert refusal(text).field == field


@pytest.mark.parametrize(
    ("text", "field", "says"),
    [
        ("[me]\nname = 3", "me.name", "It takes your name"),
        (f'[me]\nname = "{"x" * 201}"', "me.name", "it has 201 characters."),
        ('[me]\nphone = "\\u001b[31m"', "me.phone", "control character"),
        ('[me]\nmail = "m@x.example"', "me.mail", "Did you mean me.email?"),
        ('[me]\nemail = "Maya"', "me.email", "It takes your mail address"),
        ('[me]\nemail = ["m@x.example", 3]', "me.email", "or a list of several"),
        ("[me]\nemail = 3", "me.email", "It takes your mail address"),
    ],
)
def test_who_signs_is_words_on_one_line(text: str, field: str, says: str) -> None:
    refused = refusal(text)
    assert refused.field == field
    assert says in f"{refused.sentence} {refused.hint}"


def test_a_note_may_not_lapse_before_it_is_due() -> None:
    assert (
        refusal("[policy]\nthank_you_due_hours = 72\nthank_you_lapse_days = 2").field == "policy.thank_you_lapse_days"
    )


def test_what_is_shown_of_a_bad_value_is_short_and_harmless() -> None:
    sentence = refusal(f'[policy]\nwait_unit = "\\u001b[31m{"x" * 500}"').sentence
    assert "\x1b" not in sentence
    assert len(sentence) < 200
    assert "\x1b" not in refusal('[policy]\n"\\u001b[31m" = 1').sentence


toml = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes() | st.times(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from([*Policy._fields, "theme", "mouse", "colour", "date_order"])


@given(st.dictionaries(st.sampled_from(["policy", "keys", "display", "input"]), st.dictionaries(names, toml) | toml))
def test_any_tables_are_settings_or_are_refused_by_name(tables: dict[str, object]) -> None:
    refused: BadInput | None = None
    try:
        read_settings(tables, SOURCE, calendar)
    except BadInput as error:
        refused = error
    assert refused is None or refused.sentence.startswith(f"{SOURCE}: ")
