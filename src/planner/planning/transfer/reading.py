"""Files told apart by what is in them, not by their names, and each read by what can read it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from planner.domain.errors import BadInput
from planner.planning.settings import DateOrder
from planner.planning.transfer.found import Card, Found, Incoming, Refusal

Recall = Callable[[tuple[str, ...]], Mapping[str, str]]
"""Gives what a person once said the columns of a table with that header are to be taken for."""


def _nothing(_header: tuple[str, ...]) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Wishes:
    """How files are to be read. `assume_zone` is for times whose own zone is not plain, "" for the home zone.

    `columns` says what a column of a table, by its name, is taken for; `recall` what was said of such a table before.
    """

    home_zone: str
    new_uid: Callable[[], str]
    assume_zone: str = ""
    date_order: DateOrder = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    recall: Recall = _nothing


def read_files(files: Iterable[tuple[str, bytes]], wishes: Wishes) -> tuple[Found, ...]:
    """Everything found in the files, given by name and content; a file that can't be read is one Refusal.

    What cancels an interview stands after what announces one, as files of a folder come in any order.
    """
    found: list[Found] = []
    for name, data in files:
        try:
            found += _read(name, data, wishes)
        except BadInput as error:
            found.append(Refusal(name, name, said(error)))
    return tuple(sorted(found, key=lambda one: isinstance(one, Incoming) and one.cancelled))


def said(error: BadInput) -> str:
    return f"{error.sentence} {error.hint}".strip()


def _read(name: str, data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Each kind of file is read by a module of its own, which is loaded for it alone."""
    if not data.strip():
        raise BadInput("It is empty.")
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _exchange(name, data, wishes)
    from planner.formats import contacts, invitations, mail

    if invitations.looks_like_calendar(data):
        from planner.planning.transfer.appointments import of_calendar

        return of_calendar(name, data, wishes.home_zone, wishes.assume_zone)
    if contacts.looks_like_contacts(data):
        return _contacts(name, data)
    if mail.looks_like_mail(data):
        from planner.planning.transfer.appointments import of_mails

        return of_mails(name, data, wishes.home_zone, wishes.assume_zone)
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


def columns(files: Iterable[tuple[str, bytes]], wishes: Wishes) -> dict[str, str]:
    """For each file that is somebody's table, in words, what its columns are taken for."""
    from planner.planning.transfer.table import columns_in_words

    return {name: words for name, data in files if (words := columns_in_words(data, wishes))}
