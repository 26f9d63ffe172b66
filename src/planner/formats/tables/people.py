"""Whom a row of a table names: interviewers, recruiters, contacts."""

import re
from dataclasses import replace

from planner.domain.interview import Part, Person
from planner.domain.text import NAME_LIMIT, PHONE_LIMIT, folded, stripped, stripped_name
from planner.formats.people import name_in, part_in
from planner.formats.tables.values import Row

_ADDRESS = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\"]+")
_NUMBER = re.compile(r"\+?\(?[0-9][0-9 ()./-]{5,}[0-9]")
_ASIDE = re.compile(r"\([^()]*\)?")
_BETWEEN = re.compile(r"[;\n]|,(?![^<]*>)| & | and ")


def people_of(row: Row) -> tuple[Person, ...]:
    """Everyone the row names, once; the address and number in columns of their own belong to the contact."""
    found: dict[str, Person] = {}
    for field, part in _PARTS.items():
        for place in row.places(field):
            for piece in _BETWEEN.split(row.cell(place)):
                person = _person(piece, part)
                if person.name:
                    found.setdefault(folded(person.name), person)
    email, phone = _email(row.first("email")), stripped(row.first("phone"), PHONE_LIMIT)
    if not (email or phone):
        return tuple(found.values())
    known = [one for one in found.values() if email and one.email == email]
    reached = [one for one in found.values() if one.part not in _INTERVIEWING]
    theirs = next(iter((*known, *reached, *found.values())), None)
    if theirs is None:
        theirs = _person(email, Part.COORDINATOR)
        if not theirs.name:
            return ()
    found[folded(theirs.name)] = replace(theirs, email=theirs.email or email, phone=theirs.phone or phone)
    return tuple(found.values())


_PARTS = {
    "interviewer": Part.INTERVIEWER,
    "hiring_manager": Part.HIRING_MANAGER,
    "recruiter": Part.RECRUITER,
    "contact": Part.COORDINATOR,
}
_INTERVIEWING = (Part.INTERVIEWER, Part.HIRING_MANAGER)


def _person(text: str, part: Part) -> Person:
    """Whom a piece of a cell names; without a name where it names nobody."""
    email, number = _email(text), _NUMBER.search(text)
    named = _ASIDE.sub("", _NUMBER.sub("", _ADDRESS.sub("", text)))
    name = stripped_name(named.strip(" <>[]\"'\t,:/-"))
    if part is Part.COORDINATOR and part_in(text) is Part.RECRUITER:
        part = Part.RECRUITER
    if not any(letter.isalpha() for letter in name) or name.casefold() in _NOBODY:
        name = name_in(email) or email
    return Person(name, part, email=email, phone=stripped(number[0], PHONE_LIMIT) if number else "")


_NOBODY = frozenset({"n/a", "na", "none", "no", "yes", "tbd", "tba", "unknown"})


def _email(text: str) -> str:
    found = _ADDRESS.search(text)
    return stripped(found[0], NAME_LIMIT) if found else ""
