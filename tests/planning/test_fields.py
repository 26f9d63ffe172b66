"""The fields of an interview, as people type them."""

from datetime import UTC, datetime

import pytest

from planner.domain.errors import BadInput
from planner.domain.interview import Mode, Part
from planner.planning.fields import Reading, choice, filled
from tests.tui.interviews import NORTHWIND

READING = Reading("UTC", "", datetime(2026, 11, 23, tzinfo=UTC))


@pytest.mark.parametrize("text", ["on_site", "on site", "On-Site", "onsite", " ONSITE ", "in person", "at the office"])
def test_a_mode_is_read_however_its_words_are_joined(text: str) -> None:
    assert filled(NORTHWIND, {"mode": text}, READING).mode is Mode.ON_SITE


def test_what_is_no_mode_is_refused_in_words_that_can_be_typed() -> None:
    with pytest.raises(BadInput) as refused:
        filled(NORTHWIND, {"mode": "tv"}, READING)
    assert (refused.value.sentence, refused.value.hint) == ("mode is “tv”.", "It is one of video, phone, on-site.")
    assert choice("on-site", "mode", Mode) is Mode.ON_SITE
    assert choice("hiring-manager", "part", Part) is Part.HIRING_MANAGER
