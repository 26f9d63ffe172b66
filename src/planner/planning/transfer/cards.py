"""Contacts: people of interviews whose addresses a card tells, or people to add where only the company is known."""

from dataclasses import replace

from planner.domain.interview import Interview, Person
from planner.domain.text import folded
from planner.planning.corrections import with_person
from planner.planning.transfer.found import Card, Difference, Kind, Row, known_id
from planner.planning.transfer.known import Known, is_them

_REACHED_BY = ("email", "phone", "postal_address")


def card_row(card: Card, known: Known) -> Row:
    """What a card changes. Raises BadInput for a person too many."""
    theirs = known.with_person(card.person)
    if theirs:
        return _known(card, theirs)
    newest = known.newest_at(card.company)
    if newest is None:
        return Row(Kind.REFUSED, card, reason=f"There is no interview with {_whom(card)}.")
    after = with_person(newest, card.person)
    new = Difference("people", "", _in_words(card.person))
    remark = f"The newest interview at {newest.company} gets a new person: {card.person.part.value.replace('_', ' ')}."
    return _row(card, newest, after, (new,), (remark,))


def _known(card: Card, theirs: list[Interview]) -> Row:
    """They are among the people: what the card says of reaching them is put in place, in every interview."""
    changed = [(before, after) for before in theirs if (after := _reached(before, card.person)) != before]
    if not changed:
        return _row(card, theirs[0], theirs[0], ())
    changes = {
        Difference(f"{field} of {person.name}", getattr(person, field), getattr(card.person, field)): None
        for before, _ in changed
        for person in before.people
        if is_them(card.person, person)
        for field in _REACHED_BY
        if getattr(card.person, field) not in ("", getattr(person, field))
    }
    (before, after), *others = changed
    elsewhere = (f"So in {len(others)} other interviews with them.",) if len(others) > 1 else ()
    elsewhere = ("So in one other interview with them.",) if len(others) == 1 else elsewhere
    differs = card.company and folded(card.company) != folded(before.company)
    company = (f"The card says they are at {card.company}.",) if differs else ()
    row = _row(card, before, after, tuple(changes), (*elsewhere, *company))
    return replace(row, also=tuple(one for _, one in others))


def _reached(interview: Interview, someone: Person) -> Interview:
    told = {field: text for field in _REACHED_BY if (text := getattr(someone, field))}
    people = tuple(replace(person, **told) if is_them(someone, person) else person for person in interview.people)
    return replace(interview, people=people)


def _row(
    card: Card, before: Interview, after: Interview, changes: tuple[Difference, ...], remarks: tuple[str, ...] = ()
) -> Row:
    kind = Kind.CHANGED if changes else Kind.SAME
    named = f"{card.person.name}, {before.company}"
    return Row(kind, card, after, known_id(before), changes, remarks, named=named)


def _whom(card: Card) -> str:
    return f"{card.person.name}, or at {card.company}" if card.company else card.person.name


def _in_words(person: Person) -> str:
    return ", ".join(filter(None, (person.name, person.email, person.phone, person.postal_address)))
