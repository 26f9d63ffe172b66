"""What is refused in a document, and that the refusal names it with its place."""

from typing import Any

import pytest

from planner.domain.errors import BadInput
from planner.formats.records import decode_interview

LEAST = {"uid": "6f0c", "company": "Acme", "role": "Analyst", "starts_at": "2026-11-23T14:00", "time_zone": "UTC"}
ENTRY = {"at": "2026-11-23T17:00:00Z", "kind": "note"}


def refusal(document: object) -> BadInput:
    with pytest.raises(BadInput) as caught:
        decode_interview(document, "interviews[2]")
    return caught.value


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"company": ""}, "interviews[2].company is empty."),
        ({"company": " \t "}, "interviews[2].company is empty."),
        ({"company": 7}, "interviews[2].company: 7 is not text."),
        ({"company": None}, "interviews[2].company: null is not text."),
        ({"company": ["Acme"]}, "interviews[2].company: a list is not text."),
        ({"notes": {"a": 1}}, "interviews[2].notes: an object is not text."),
        ({"role": "x" * 201}, "interviews[2].role has 201 characters."),
        ({"notes": "x" * 20_001}, "interviews[2].notes has 20,001 characters."),
        ({"location": "one\ntwo"}, "interviews[2].location holds a control character (U+000A) at place 4."),
        ({"notes": "one\rtwo"}, "interviews[2].notes holds a control character (U+000D) at place 4."),
        ({"role": "\u202eevil"}, "interviews[2].role holds a control character (U+202E) at place 1."),
        ({"role": "half \ud800"}, "interviews[2].role holds a control character (U+D800) at place 6."),
        ({"round": 0}, "interviews[2].round: 0 is not a whole number from 1 to 99."),
        ({"round": 100}, "interviews[2].round: 100 is not a whole number from 1 to 99."),
        ({"round": True}, "interviews[2].round: true is not a whole number from 1 to 99."),
        ({"round": 1.0}, "interviews[2].round: 1.0 is not a whole number from 1 to 99."),
        ({"minutes": 10_081}, "interviews[2].minutes: 10081 is not a whole number from 1 to 10080."),
        ({"id": 0}, "interviews[2].id: 0 is not a whole number from 1 on."),
        ({"mode": "tv"}, 'interviews[2].mode: "tv" is not one of video, phone, on_site.'),
        ({"mode": []}, "interviews[2].mode: a list is not one of video, phone, on_site."),
        ({"no_postal_address": "yes"}, 'interviews[2].no_postal_address: "yes" is not true or false.'),
        ({"people": {}}, "interviews[2].people: an object is not a list."),
        ({"people": ["Ann"]}, 'interviews[2].people[0]: "Ann" is not an object.'),
        ({"people": [{"name": "Ann"}, {}]}, "interviews[2].people[1] has no name."),
        ({"people": [{"name": "A", "phone": "1" * 41}]}, "interviews[2].people[0].phone has 41 characters."),
        ({"people": [{"name": "A", "age": 7}]}, "interviews[2].people[0].age is no field here."),
        ({"flexibility": {"pay": "some"}}, "interviews[2].flexibility.pay is no field here."),
        ({"tags": ["a", ""]}, "interviews[2].tags[1] is empty."),
        ({"salary": 7}, "interviews[2].salary is no field here."),
        ({"own_offer_deadline": "tomorrow"}, 'interviews[2].own_offer_deadline: "tomorrow" is not a date'),
        ({"own_offer_deadline": "2026-02-29"}, 'interviews[2].own_offer_deadline: "2026-02-29" is not a date'),
        ({"own_offer_deadline": "20261204"}, 'interviews[2].own_offer_deadline: "20261204" is not a date'),
        ({"own_offer_deadline": "0026-12-04"}, 'interviews[2].own_offer_deadline: "0026-12-04" is not a date'),
        ({"starts_at": "2026-11-23"}, 'interviews[2].starts_at: "2026-11-23" is not a time'),
        ({"starts_at": "2026-11-23 14:00"}, 'interviews[2].starts_at: "2026-11-23 14:00" is not a time'),
        ({"starts_at": "now"}, 'interviews[2].starts_at: "now" is not a time'),
        ({"starts_at": "2026-W48-1T14:00"}, 'interviews[2].starts_at: "2026-W48-1T14:00" is not a time'),
        ({"starts_at": "2026-11-23T24:30"}, 'interviews[2].starts_at: "2026-11-23T24:30" is not a time'),
        ({"starts_at": "2026-11-23T14:00+99:00"}, 'interviews[2].starts_at: "2026-11-23T14:00+99:00" is not a time'),
        ({"starts_at": "\uff12026-11-23T14:00"}, 'interviews[2].starts_at: "\uff12026-11-23T14:00" is not a time'),
        ({"starts_at": "2226-11-23T14:00Z"}, 'interviews[2].starts_at: "2226-11-23T14:00Z" is not a time'),
        ({"starts_at": 1795442400}, "interviews[2].starts_at: 1795442400 is not a time"),
        ({"time_zone": "Berlin"}, "interviews[2].time_zone: “Berlin” is not a time zone known here."),
        ({"time_zone": ""}, "interviews[2].time_zone: “” is not a time zone known here."),
    ],
)
def test_a_wrong_value_is_named_with_its_place(changed: dict[str, Any], sentence: str) -> None:
    error = refusal(LEAST | changed)
    assert error.sentence.startswith(sentence)
    assert error.field.startswith(f"interviews[2].{next(iter(changed))}")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"kind": "foo"}, 'interviews[2].log[0].kind: "foo" is not one of thanked, followed_up, told_decision,'),
        ({"kind": ["note"]}, "interviews[2].log[0].kind: a list is not one of thanked,"),
        ({"to": "Ann"}, "interviews[2].log[0].to is no field here."),
        ({"at": "2026-11-23T17:00"}, 'interviews[2].log[0].at: "2026-11-23T17:00" is not a time with an offset'),
        ({"id": "1"}, 'interviews[2].log[0].id: "1" is not a whole number from 1 on.'),
        ({"words": "\x1b[2J"}, "interviews[2].log[0].words holds a control character (U+001B) at place 1."),
        (
            {"kind": "thanked", "channel": "call"},
            'interviews[2].log[0].channel: "call" is not one of email, card, other.',
        ),
        ({"kind": "followed_up", "channel": "card"}, 'interviews[2].log[0].channel: "card" is not one of call, email,'),
        ({"kind": "followed_up", "anyway": 1}, "interviews[2].log[0].anyway: 1 is not true or false."),
        ({"kind": "told_obstacle"}, "interviews[2].log[0] has no what."),
        (
            {"kind": "told_obstacle", "what": "hair"},
            'interviews[2].log[0].what: "hair" is not one of start_date, salary,',
        ),
        ({"kind": "outcome", "what": "hired"}, 'interviews[2].log[0].what: "hired" is not one of offer, accepted,'),
        ({"kind": "rescheduled"}, "interviews[2].log[0] has no was."),
        ({"kind": "told_call_back"}, "interviews[2].log[0] needs either on, or from and to."),
        ({"kind": "told_decision", "from": "2026-12-01"}, "interviews[2].log[0] needs either on, or from and to."),
        (
            {"kind": "told_decision", "on": "2026-12-01", "to": "2026-12-04"},
            "interviews[2].log[0] needs either on, or from and to.",
        ),
        (
            {"kind": "told_decision", "from": "2026-12-04", "to": "2026-12-01"},
            "interviews[2].log[0]: the range ends (2026-12-01) before it begins (2026-12-04).",
        ),
    ],
)
def test_a_wrong_entry_is_named_with_its_place(changed: dict[str, Any], sentence: str) -> None:
    error = refusal(LEAST | {"log": [ENTRY | changed]})
    assert error.sentence.startswith(sentence)
    assert error.field.startswith("interviews[2].log[0]")


@pytest.mark.parametrize("entry", [7, None, [], {"at": ENTRY["at"]}, {"kind": "note"}])
def test_an_entry_needs_a_kind_and_a_time(entry: object) -> None:
    assert refusal(LEAST | {"log": [entry]}).sentence.startswith("interviews[2].log[0]")


def test_a_number_of_an_entry_used_twice_is_refused() -> None:
    error = refusal(LEAST | {"log": [ENTRY | {"id": 4}, ENTRY, ENTRY | {"id": 4}]})
    assert error.sentence == "interviews[2].log[2].id: 4 is used twice."


@pytest.mark.parametrize("document", [None, [], "Acme", 7])
def test_what_is_no_object_is_no_interview(document: object) -> None:
    assert "is not an object" in refusal(document).sentence


def test_a_skipped_start_is_refused_with_its_neighbours() -> None:
    error = refusal(LEAST | {"starts_at": "2026-03-29T02:30", "time_zone": "Europe/Berlin"})
    assert error.sentence.startswith("interviews[2].starts_at: 2026-03-29T02:30 does not exist in Europe/Berlin")
    assert "2026-03-29T03:30" in error.hint


def test_a_repeated_start_without_an_offset_is_refused_with_both() -> None:
    error = refusal(LEAST | {"starts_at": "2026-10-25T02:30", "time_zone": "Europe/Berlin"})
    assert error.sentence.startswith("interviews[2].starts_at: 2026-10-25T02:30 comes twice in Europe/Berlin")
    assert "2026-10-25T02:30+02:00" in error.hint
    assert "2026-10-25T02:30+01:00" in error.hint


@pytest.mark.parametrize("value", ["x" * 1_000_000, "\x1b]52;c;evil\x07", "\u202e" * 99, 10**4_000, {"a": [1] * 9_999}])
def test_a_refusal_is_short_and_can_be_shown_on_a_terminal(value: object) -> None:
    for document in (LEAST | {"mode": value}, LEAST | {str(value): 1}, LEAST | {"log": [ENTRY | {"kind": value}]}):
        error = refusal(document)
        assert error.sentence.isprintable()
        assert len(error.sentence) < 400
