"""Files told apart by what is in them, not by their names, and each read by what can read it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from planner.domain.errors import BadInput
from planner.domain.text import harmless
from planner.planning.transfer.found import Card, Filled, Found, Incoming, Refusal
from planner.planning.transfer.wishes import Wishes

if TYPE_CHECKING:
    from planner.formats.tables import Columns

_BEGINNING = 4096


def read_files(files: Iterable[tuple[str, bytes]], wishes: Wishes) -> tuple[Found, ...]:
    """Everything found in the files, given by name and content; a file that can't be read is one Refusal.

    Files of a folder come in any order, so it is put in the order in which it is to be taken: interviews by their
    start, as that tells the rounds; then what cancels one, contacts, which belong to interviews, and refusals.
    """
    found: list[Found] = []
    for name, data in files:
        try:
            found += [*_read(name, data, wishes)]  # all of a file or nothing of it
        except BadInput as error:
            found.append(Refusal(name, name, said(error)))
    return tuple(sorted(found, key=_turn))


def _turn(one: Found) -> tuple[int, float]:
    match one:
        case Incoming(whole=True) | Filled():
            return 0, 0.0
        case Incoming():
            return 2 if one.cancelled else 1, one.interview.starts_at.timestamp()
        case Card():
            return 3, 0.0
        case Refusal():
            return 4, 0.0


def said(error: BadInput) -> str:
    """Why something is refused, on one line: it may quote what stands in a file."""
    return harmless(f"{error.sentence} {error.hint}".strip())


def _kind(data: bytes) -> str:
    """Told by what the file begins with; what is none of the others may be a table."""
    if data[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "exchange"
    from planner.formats import contacts, invitations, mail

    kinds = {
        "calendar": invitations.looks_like_calendar,
        "contacts": contacts.looks_like_contacts,
        "mail": mail.looks_like_mail,
    }
    return next((kind for kind, looks in kinds.items() if looks(data)), "table")


def is_told_by_its_beginning(data: bytes) -> bool:
    """Whether it is plainly an invitation, a mail, contacts or an export; that of a table shows when it is read."""
    return _kind(data) != "table"


def _read(name: str, data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Each kind of file is read by a module of its own, which is loaded for it alone."""
    if not data[:_BEGINNING].strip():
        raise BadInput("It is empty.")
    match _kind(data):
        case "exchange":
            return _exchange(name, data, wishes)
        case "contacts":
            return _contacts(name, data)
        case "calendar":
            from planner.planning.transfer.appointments import of_calendar

            return of_calendar(name, data, wishes.home_zone, wishes.assume_zone)
        case "mail":
            from planner.planning.transfer.appointments import of_mails

            return of_mails(name, data, wishes.home_zone, wishes.assume_zone)
        case _:
            from planner.planning.transfer.table import of_table

            return of_table(name, data, wishes)


def _exchange(name: str, data: bytes, wishes: Wishes) -> Iterator[Found]:
    from planner.formats import exchange

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"This is not UTF-8 text, from byte {error.start + 1:,} on.", "Is the file whole?") from error
    return (Incoming(name, one, whole=True) for one in exchange.read(text, wishes.home_zone, wishes.new_uid))


def _contacts(name: str, data: bytes) -> Iterator[Found]:
    from planner.formats import contacts

    read = contacts.read_contacts(data)
    for one in read.people:
        yield Card(name, one.person, one.company)
    for place in read.nameless:
        yield Refusal(name, place, "It names nobody.")
    if not read.people and not read.nameless:
        yield Refusal(name, name, "It holds no card.")


def columns_of(files: Iterable[tuple[str, bytes]], wishes: Wishes) -> dict[str, "Columns"]:
    """For each file that is somebody's table, by its name, what its columns are taken for."""
    from planner.planning.transfer.table import columns_in

    tables = ((name, data) for name, data in files if _kind(data) == "table")
    return {name: columns for name, data in tables if (columns := columns_in(data, wishes))}
