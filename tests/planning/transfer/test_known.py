"""What is here already, as an import looks it up."""

from dataclasses import replace
from datetime import UTC, datetime
from time import process_time

import pytest

from planner.domain.interview import Interview
from planner.planning.transfer.known import Known

ONE = Interview(uid="one", company="", role="Dev", starts_at=datetime(2026, 11, 23, 14, tzinfo=UTC), time_zone="UTC")


def at(*companies: str) -> Known:
    return Known(replace(ONE, uid=name, company=name) for name in companies)


@pytest.mark.parametrize(
    ("company", "found"),
    [
        ("north wind", "North  Wind"),
        ("North Wind GmbH", "North  Wind"),
        ("North", "North  Wind"),
        ("Contoso", "Contoso Berlin GmbH"),
        ("Contoso Berlin", "Contoso Berlin GmbH"),
        ("Contoso Paris", None),
        ("Nor", None),
        ("", None),
    ],
)
def test_a_company_is_known_with_more_or_fewer_words_behind_its_name(company: str, found: str | None) -> None:
    one = at("North  Wind", "Contoso Berlin GmbH").newest_at(company)
    assert (one.company if one else None) == found


def test_thousands_of_companies_whose_names_begin_alike_are_told_apart_at_once() -> None:
    names = [f"Institute of {number}" for number in range(2_000)]
    known = at(*names)
    began = process_time()
    assert [one.company if (one := known.newest_at(f"{name} Ltd")) else "" for name in names] == names
    assert process_time() - began < 1
