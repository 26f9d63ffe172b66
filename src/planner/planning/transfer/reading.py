"""Files told apart by what is in them, not by their names, and each read by what can read it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planner.domain.errors import BadInput
from planner.domain.text import harmless
from planner.planning.transfer.found import Card, Filled, Found, Incoming, Refusal
from planner.planning.transfer.handed_over import HandedOver
from planner.planning.transfer.progress import Stage, Watch, one_of, reading, told, unwatched
from planner.planning.transfer.wishes import Wishes

if TYPE_CHECKING:
    from planner.formats.tables import Columns

_BEGINNING = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its name; `read` gives its content when its turn comes.

    `named` when a person named it, rather than the folder it is in: that it can't be read is then an error.
    """

    name: str
    read: Callable[[], bytes]
    named: bool = True


class Brought(NamedTuple):
    """All that was found in files, and, by the name of each that is somebody's table, what its columns are taken for."""

    found: HandedOver[Found]
    tables: Mapping[str, "Columns"]


def read_files(sources: Sequence[Source], wishes: Wishes, watch: Watch = unwatched) -> Brought:
    """Everything found in the files, one in memory at a time; one that makes no sense is one Refusal.

    Files of a folder come in any order, so it is put in the order in which it is to be taken: interviews by their
    start, as that tells the rounds; then what cancels one, contacts, which belong to interviews, and refusals. Raises
    BadInput for a file that a person named and that can't be read.
    """
    found: list[Found] = []
    tables: dict[str, Columns] = {}
    for number, source in enumerate(sources):
        before = len(found)
        try:
            data = source.read()
        except BadInput as error:
            if source.named:
                raise
            found.append(_refusal(source, error))
            continue
        try:
            found.extend(_read(source.name, data, wishes, tables, one_of(watch, number, len(sources))))
        except BadInput as error:
            del found[before:]  # all of a file or nothing of it
            found.append(_refusal(source, error))
    found.sort(key=_turn)
    return Brought(HandedOver(found), tables)


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


def _refusal(source: Source, error: BadInput) -> Refusal:
    return Refusal(source.name, source.name, said(error))


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


def _read(name: str, data: bytes, wishes: Wishes, tables: "dict[str, Columns]", watch: Watch) -> Iterator[Found]:
    """Each kind of file is read by a module of its own, which is loaded for it alone."""
    if not data[:_BEGINNING].strip():
        raise BadInput("It is empty.")
    match _kind(data):
        case "exchange":
            return _exchange(name, data, wishes, watch)
        case "contacts":
            return told(watch, Stage.READING, _contacts(name, data), data.count(b"BEGIN:VCARD"))
        case "calendar":
            from planner.planning.transfer.appointments import of_calendar

            return of_calendar(name, data, wishes, watch)
        case "mail":
            from planner.planning.transfer.appointments import of_mails

            return told(watch, Stage.READING, of_mails(name, data, wishes), data.count(b"\nFrom "))
        case _:
            from planner.planning.transfer.table import opened

            table = opened(data, wishes)
            if table.columns:
                tables[name] = table.columns
            is_packed = b"\0" in data[:_BEGINNING]
            return told(watch, Stage.READING, table.found(name, wishes), 0 if is_packed else data.count(b"\n"))


def _exchange(name: str, data: bytes, wishes: Wishes, watch: Watch) -> Iterator[Found]:
    from planner.formats import exchange

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"This is not UTF-8 text, from byte {error.start + 1:,} on.", "Is the file whole?") from error
    return (
        Incoming(name, one, whole=True, round_told=True)
        for one in exchange.read(text, wishes.home_zone, wishes.new_uid, reading(watch))
    )


def _contacts(name: str, data: bytes) -> Iterator[Found]:
    from planner.formats import contacts

    read = contacts.read_contacts(data)
    for one in read.people:
        yield Card(name, one.person, one.company)
    for place in read.nameless:
        yield Refusal(name, place, "It names nobody.")
    if not read.people and not read.nameless:
        yield Refusal(name, name, "It holds no card.")
