"""The people an invitation names, without rooms and without the person who reads it."""

import re
from dataclasses import dataclass

from planner.domain.interview import Person
from planner.domain.text import NAME_LIMIT, folded, stripped, stripped_name
from planner.formats.invitations.blocks import Block, Line
from planner.formats.invitations.values import Method
from planner.formats.people import name_in, part_in

_ADDRESS = re.compile(r"(?:mailto:)?\s*<?([^\s@<>:;,\"]+@[^\s@<>:;,\"]+)>?", re.IGNORECASE)
_MACHINE = re.compile(
    r"^(?:no-?reply|do-?not-?reply|notifications?|calendar(?:-notification)?|invites?|unknownorganizer)@"
    r"|@(?:group|import|resource)\.calendar\.google\.com$",
    re.IGNORECASE,
)
_NO_PERSON = frozenset({"ROOM", "RESOURCE", "GROUP"})


@dataclass(frozen=True, slots=True)
class Guests:
    """`people` are those at the other side; the organizer may also be a machine's address, but not oneself.

    `names` holds all names and addresses found, and one's own, folded: words in a summary that are neither company nor
    role.
    """

    people: tuple[Person, ...]
    organizer: Person | None
    names: frozenset[str]
    remarks: tuple[str, ...]


def guests(event: Block, known_as: frozenset[str], method: Method) -> Guests:
    """Everybody the event names but rooms, machines and oneself: told by what one is `known_as`, or by being invited alone."""
    own = {folded(each) for each in known_as}
    organizers = [person for person in map(_person, event.all("ORGANIZER")) if person.name][:1]
    attendees = (line for line in event.all("ATTENDEE") if line.params.get("CUTYPE", "").upper() not in _NO_PERSON)
    everyone: dict[str, Person] = {}
    for person in (*organizers, *map(_person, attendees)):
        if person.name:
            everyone.setdefault(folded(person.email or person.name), person)
    others = [person for person in everyone.values() if not own & {folded(person.email), folded(person.name)}]
    people = [person for person in others if not _MACHINE.search(person.email)]
    invited = [person for person in people if person not in organizers]
    remarks: list[str] = []
    if not own and method != "publish" and organizers and len(invited) == 1:
        people.remove(invited[0])
        remarks.append(f"{invited[0].name} was taken to be you: nobody else is invited.")
    elif len(others) == len(everyone) and len(people) > 1:
        remarks.append(
            "You may be among the people yourself: email under [me] in the config file says what your addresses are."
        )
    host = next((person for person in organizers if person in others), None)
    names = {folded(text) for person in everyone.values() for text in (person.name, person.email)}
    return Guests(tuple(people), host, frozenset(names | own), tuple(remarks))


def _person(line: Line) -> Person:
    """Whom the line names; without a name where it says nothing."""
    stated = [_ADDRESS.fullmatch(text.strip()) for text in (line.value, line.params.get("EMAIL", ""))]
    email = next((stripped(found[1], NAME_LIMIT) for found in stated if found), "")
    name = stripped_name(line.params.get("CN", "").strip("\"' "))
    if not name or "@" in name:
        name = stripped_name(name_in(email)) or email or name
    said = f"{name} {email.partition('@')[0]}".replace("_", " ")
    return Person(name, part=part_in(said), email=email)
