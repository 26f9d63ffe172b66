"""The exchange file: its text, and what is no exchange file."""

import json
from itertools import count

import pytest

from planner.domain.errors import BadInput
from planner.formats.exchange import read, write

LEAST = {"company": "Acme", "role": "Analyst", "starts_at": "2026-11-23T14:00"}


def text_of(*interviews: object, planner: object = 1, **more: object) -> str:
    return json.dumps({"planner": planner, "interviews": list(interviews), **more})


def refusal(text: str) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read(text, "UTC", lambda: "made")
    return caught.value


def test_the_text_is_readable_and_the_same_each_time() -> None:
    (interview,) = read(text_of(LEAST | {"company": "Müller & Söhne", "id": 3}), "UTC", lambda: "made")
    text = write([interview])
    assert text == (
        '{\n  "planner": 1,\n  "interviews": [\n    {\n      "id": 3,\n      "uid": "made",\n'
        '      "company": "Müller & Söhne",\n      "role": "Analyst",\n      "starts_at": "2026-11-23T14:00",\n'
        '      "time_zone": "UTC"\n    }\n  ]\n}\n'
    )
    assert write(read(text, "", lambda: "never")) == text


def test_no_interviews_are_an_exchange_file_too() -> None:
    assert read(write([]), "UTC", lambda: "made") == ()


def test_the_home_zone_and_a_new_uid_are_filled_in_for_each_that_lacks_them() -> None:
    numbers = count(1)
    interviews = read(
        text_of(LEAST, LEAST | {"time_zone": "Asia/Kathmandu", "uid": "mine"}, LEAST),
        "Europe/Berlin",
        lambda: f"new-{next(numbers)}",
    )
    assert [(interview.uid, interview.time_zone) for interview in interviews] == [
        ("new-1", "Europe/Berlin"),
        ("mine", "Asia/Kathmandu"),
        ("new-2", "Europe/Berlin"),
    ]


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert len(read(f"\ufeff{text_of(LEAST)}", "UTC", lambda: "made")) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This is not JSON: Expecting value in line 1."),
        ('{"planner": 1,\n "interviews": [', "This is not JSON: Expecting value in line 2."),
        ("[" * 100_000, "This JSON can't be read: it is nested too deep, or a number is too long."),
        (f'{{"planner": {"9" * 5_000}}}', "This JSON can't be read: it is nested too deep, or a number is too long."),
        ('{"planner": NaN, "interviews": []}', "This is not JSON: NaN is no number."),
        ('{"planner": 1, "planner": 1, "interviews": []}', 'A field: "planner" is not to be given twice.'),
        ("[]", "This is no exchange file of planner."),
        ('{"interviews": []}', "This is no exchange file of planner."),
        ('{"format": "planner", "schema": 1, "revision": 1, "tables": {}}', "This is no exchange file of planner."),
        (text_of(planner="1"), 'planner: "1" is not a whole number from 1 on.'),
        (text_of(planner=2), "A newer planner wrote this file (form 2)."),
        (text_of(policy={}), 'The file\'s fields: "policy" is not one of planner, interviews.'),
        ('{"planner": 1}', "interviews: null is not a list."),
        (
            text_of(LEAST, LEAST | {"minutes": "60"}),
            'interviews[1].minutes: "60" is not a whole number from 1 to 10080.',
        ),
        (text_of(LEAST | {"rev": 3}), 'interviews[0]: "rev" is not a field of an exchange file.'),
        (text_of(LEAST | {"received": {}}), 'interviews[0]: "received" is not a field of an exchange file.'),
        (text_of(7), "interviews[0]: 7 is not an object."),
        (text_of(LEAST | {"uid": "a"}, LEAST | {"uid": "a"}), "interviews[1].uid: interviews[0] has the same uid."),
    ],
)
def test_what_does_not_fit_is_refused_by_name(text: str, sentence: str) -> None:
    assert refusal(text).sentence == sentence
