"""Cards as people: who they are, where they work, how they are reached."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from planner.domain.interview import Person
from planner.domain.text import NAME_LIMIT, PHONE_LIMIT, TEXT_LIMIT, folded, stripped
from planner.formats.contacts.lines import Line, lines_of
from planner.formats.people import name_in, part_in

# Components of a name and of an address by their places in the value.
_FAMILY, _GIVEN, _MIDDLE, _BEFORE, _AFTER = range(5)
_SCHEME = re.compile(r"(?:mailto|tel):", re.IGNORECASE)
_NOT_TO_CALL = frozenset({"FAX", "PAGER", "MODEM", "BBS", "TELEX"})


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone of a card; `company` is where they work, "" where the card does not say."""

    person: Person
    company: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Contacts:
    """All of one file. `nameless` are the places of cards that name nobody ("card 3")."""

    people: tuple[Contact, ...]
    nameless: tuple[str, ...]


def read_contacts(data: bytes) -> Contacts:
    """The people of all cards of a file, in its order. Raises nothing: what can't be read of a card is not there."""
    people: list[Contact] = []
    nameless: list[str] = []
    for place, card in enumerate(_cards(data), 1):
        contact = _contact(card)
        if contact.person.name:
            people.append(contact)
        else:
            nameless.append(f"card {place}")
    return Contacts(tuple(people), tuple(nameless))


def _cards(data: bytes) -> Iterable[list[Line]]:
    """The lines of each card; one within another, after AGENT, ends before that goes on."""
    card: list[Line] | None = None
    around: list[list[Line]] = []
    for line in lines_of(data):
        if line.name == "BEGIN":
            if card and card[-1].name == "AGENT":
                around.append(card)
            elif card is not None:  # the one before has lost its end
                yield card
            card = []
        elif line.name == "END":
            if card is not None:
                yield card
            card = around.pop() if around else None
        elif card is not None:
            card.append(line)
    yield from ([card] if card is not None else [])
    yield from around


def _contact(card: list[Line]) -> Contact:
    company = _line(next((line.parts[0] for line in card if line.name == "ORG"), ""))
    title = _line(next((line.text for line in card if line.name in ("TITLE", "ROLE") and line.text), ""))
    email = _line(_SCHEME.sub("", _best(card, "EMAIL")))
    person = Person(
        name=_name(card) or name_in(email) or email,
        part=part_in(title),
        email=email,
        phone=_phone(card),
        postal_address=_address(card),
    )
    # A card of a company as such holds its name as the person's.
    return Contact(person, "" if folded(company) == folded(person.name) else company, title)


def _best(card: Iterable[Line], name: str) -> str:
    """The value that is marked as preferred, else the first."""
    given = [line for line in card if line.name == name and line.text]
    return min(given, key=lambda line: line.preference).text if given else ""


def _name(card: list[Line]) -> str:
    whole = _best(card, "FN")
    if not whole:
        parts = next((line.parts for line in card if line.name == "N"), [])
        order = (_BEFORE, _GIVEN, _MIDDLE, _FAMILY, _AFTER)
        whole = " ".join(parts[place] for place in order if place < len(parts) and parts[place])
    return _line(whole or _best(card, "NICKNAME"))


def _phone(card: list[Line]) -> str:
    """The number to call: the preferred, else one at work, else the first; no fax."""
    given = [line for line in card if line.name == "TEL" and line.text and not line.said & _NOT_TO_CALL]
    if not given:
        return ""
    best = min(given, key=lambda line: (line.preference, "WORK" not in line.said))
    number = _SCHEME.sub("", best.text).replace(";ext=", " ext. ").partition(";")[0]
    return stripped(number, PHONE_LIMIT)


def _address(card: list[Line]) -> str:
    """Where a card may be sent, on one line: the address at work before the one at home."""
    given = [line for line in card if line.name == "ADR" and (line.label or any(line.parts))]
    if not given:
        return ""
    best = min(given, key=lambda line: ("WORK" not in line.said, line.preference))
    # Of one written out the lines are the parts.
    parts = best.label.split("\n") if best.label else [row for part in best.parts for row in part.split("\n")]
    return stripped(", ".join(part for row in parts if (part := row.strip(" ,\r"))), TEXT_LIMIT)


def _line(text: str) -> str:
    return stripped(text, NAME_LIMIT)
