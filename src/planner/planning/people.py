"""People as they are typed on one line: `Ann Lee <ann@x.example>; Jo Park, recruiter, main`.

A name that holds a sign which parts something here stands in quotes, `"Lee, Ann"`; a phone number that is more than
digits stands behind `tel:`.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from planner.domain.errors import BadInput, NotFound
from planner.domain.interview import OWED_A_NOTE, Part, Person
from planner.domain.text import PHONE_LIMIT, folded, one_line

Parts = tuple[Part, ...]
INTERVIEWERS: Parts = OWED_A_NOTE
CONTACTS: Parts = tuple(part for part in Part if part not in OWED_A_NOTE)

MOST_PEOPLE = 100
_ADDRESS = re.compile(r"<([^<>]*)>")
_QUOTED = r'"(?:[^"]|"")*"'
_PIECE = re.compile(rf"(?:^|[;\n])(\s*(?:{_QUOTED})?[^;\n]*)")
_NAMED = re.compile(r'\s*"((?:[^"]|"")*)"')
_PARTING = re.compile(r'[,;<>\n]|^"')
_NUMBER = re.compile(r"[+\d ()\-./]+", re.ASCII)
_TELEPHONE = "tel:"
*_PARTS, _LAST_PART = (part.replace("_", " ") for part in Part)
_PARTS_SAID = f"{', '.join(_PARTS)} or {_LAST_PART}"


def person(text: str, part: Part) -> Person:
    """One person: a name, an address in angle brackets, then words after commas: a part, "main", a phone number."""
    field = "person"
    quoted = _NAMED.match(text)
    rest = text[quoted.end() :] if quoted else text
    found = _ADDRESS.search(rest)
    name, *words = (piece.strip() for piece in _ADDRESS.sub("", rest).split(","))
    if quoted:
        name = " ".join((quoted[1].replace('""', '"'), name)).strip()
    email = one_line(found[1], f"{field}.email") if found else ""
    phone, main = "", False
    for word in words:
        said = re.sub(r"[\s-]+", "_", word.casefold())
        if said in list(Part):
            part = Part(said)
        elif said == "main":
            main = True
        elif word.startswith(_TELEPHONE) or _NUMBER.fullmatch(word):
            phone = one_line(word.removeprefix(_TELEPHONE), f"{field}.phone", PHONE_LIMIT)
        elif word:
            raise BadInput(
                f"“{word[:60]}” after {name[:60]} is neither a part nor a phone number.",
                f"After a name stands {_PARTS_SAID}; a number; or main. A job title goes into the notes.",
            )
    if not name:
        raise BadInput("A person needs a name.", "Write it like Ann Lee <ann@x.example>.")
    return Person(one_line(name, field), part, main, email, phone)


def rewritten(known: Iterable[Person], text: str, parts: Parts) -> tuple[Person, ...]:
    """The people after a form's line for some `parts` was rewritten: the others stay, and what a line can't say too."""
    known = tuple(known)
    typed = [person(piece, parts[0]) for piece in _PIECE.findall(text) if piece.strip()]
    if len(typed) > MOST_PEOPLE:
        raise BadInput(f"{len(typed)} people are too many.", f"At most {MOST_PEOPLE} are kept.")
    before = {folded(one.name): one for one in known if one.part in parts}
    kept = [replace(one, postal_address=_address_of(before.get(folded(one.name)))) for one in typed]
    together = (*(one for one in known if one.part not in parts), *kept)
    return with_one_main(together)


def _address_of(before: Person | None) -> str:
    return before.postal_address if before else ""


def with_one_main(everyone: Iterable[Person]) -> tuple[Person, ...]:
    """At most one main contact: the one marked last."""
    everyone = tuple(everyone)
    main = [place for place, one in enumerate(everyone) if one.main][-1:]
    return tuple(replace(one, main=place in main) for place, one in enumerate(everyone))


def written(everyone: Iterable[Person], parts: Parts) -> str:
    """The people with some `parts` as the line a form begins with."""
    return "; ".join(_line(one, parts[0]) for one in everyone if one.part in parts)


def _line(one: Person, usual: Part) -> str:
    name = one.name.replace('"', '""')
    name = f'"{name}"' if _PARTING.search(one.name) else one.name
    email = f" <{one.email}>" if one.email else ""
    phone = one.phone if not one.phone or _NUMBER.fullmatch(one.phone) else f"{_TELEPHONE}{one.phone}"
    words = [one.part.replace("_", " ")] if one.part is not usual else []
    words += [word for word in (phone, "main" if one.main else "") if word]
    return ", ".join((name + email, *words))


def named(everyone: Iterable[Person], name: str) -> Person:
    """The person meant by a name or its beginning. Raises NotFound where that is nobody, or more than one."""
    everyone = tuple(everyone)
    wanted = folded(name)
    meant = [one for one in everyone if wanted and folded(one.name).startswith(wanted)]
    exact = [one for one in meant if folded(one.name) == wanted]
    if len(exact or meant) != 1:
        known = ", ".join(one.name for one in everyone) or "nobody yet"
        candidates = tuple(one.name for one in meant)
        raise NotFound(f"“{name}” is not one person of this interview.", f"Known are: {known}.", candidates)
    return (exact or meant)[0]
