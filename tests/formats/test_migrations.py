"""Older forms of the data file become today's, step by step; newer ones are refused."""

from typing import Any

import pytest

from planner.domain.errors import BadInput
from planner.formats.migrations import MIGRATIONS, SCHEMA, migrate


def test_todays_form_stays_as_it_is() -> None:
    content = {"schema": SCHEMA, "revision": 3}
    assert migrate(content) is content


def test_every_older_form_has_its_migration() -> None:
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA))


def test_an_older_form_is_taken_through_each_step_and_left_as_it_was() -> None:
    def second(content: dict[str, Any]) -> dict[str, Any]:
        return content | {"steps": [*content.get("steps", []), "to 2"]}

    def third(content: dict[str, Any]) -> dict[str, Any]:
        return content | {"steps": [*content["steps"], "to 3"]}

    old = {"schema": 1, "revision": 3}
    assert migrate(old, {1: second, 2: third}, 3) == {"schema": 3, "revision": 3, "steps": ["to 2", "to 3"]}
    assert old == {"schema": 1, "revision": 3}


def test_a_newer_form_is_refused_with_what_to_do() -> None:
    with pytest.raises(BadInput, match="A newer planner wrote it") as refusal:
        migrate({"schema": SCHEMA + 1})
    assert refusal.value.hint == "Update planner."


@pytest.mark.parametrize("schema", [None, 0, -1, "1", 1.0, True])
def test_what_says_no_form_is_refused(schema: object) -> None:
    with pytest.raises(BadInput, match="does not say which form"):
        migrate({"schema": schema})
