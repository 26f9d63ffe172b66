"""Holiday calendars by name ("US", "DE-BE"), from the `holidays` library, which is loaded when one is named."""

from collections.abc import Container
from datetime import date

from planner.domain.errors import BadInput
from planner.domain.text import harmless

REGIONS_SHOWN = 20


def calendar(names: tuple[str, ...]) -> Container[date]:
    """The public holidays of all the countries and regions named; BadInput for a name that is not known.

    A name is the two or three letters of the country (ISO 3166), and after a dash those of the region.
    """
    return Calendar(tuple(_known(name) for name in names)) if names else frozenset()


class Calendar:
    """Answers whether a date is a holiday; each year is worked out when it is first asked about."""

    def __init__(self, regions: tuple[tuple[str, str | None], ...]) -> None:
        self._regions = regions
        self._years: dict[int, frozenset[date]] = {}

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        days = self._years.get(day.year)
        if days is None:
            days = self._years[day.year] = self._worked_out(day.year)
        return day in days

    def _worked_out(self, year: int) -> frozenset[date]:
        from holidays import country_holidays

        # The language is named, so that the host's locale is not looked up; only the dates are used.
        return frozenset(
            day
            for country, region in self._regions
            for day in country_holidays(country, subdiv=region, years=year, expand=False, language="en_US")
        )


def _known(name: str) -> tuple[str, str | None]:
    from difflib import get_close_matches

    from holidays import country_holidays
    from holidays.registry import COUNTRIES, EntityLoader

    country, dash, region = name.partition("-")
    country = country.upper()
    if country not in set(EntityLoader.get_country_codes()):
        codes = {english: names[1] for english, names in COUNTRIES.items()}
        near = get_close_matches(name.casefold().replace(" ", "_"), codes, n=3)
        raise _unknown(name, [codes[english] for english in near])
    if not dash:
        return country, None
    known = country_holidays(country)
    found = next((each for each in known.subdivisions if each.casefold() == region.casefold()), None)
    if found is None:
        aliases = {alias.casefold(): code for alias, code in known.subdivisions_aliases.items()}
        alike = get_close_matches(region.upper(), known.subdivisions, n=3)
        meant = [aliases[region.casefold()]] if region.casefold() in aliases else alike
        raise _unknown(name, [f"{country}-{each}" for each in meant or known.subdivisions[:REGIONS_SHOWN]])
    return country, found


def _unknown(name: str, near: list[str]) -> BadInput:
    return BadInput(
        f"There is no holiday calendar “{harmless(name[:40])}”.",
        f"Did you mean {', '.join(near)}?" if near else "They are named by country, as US, or by its region, as DE-BE.",
    )
