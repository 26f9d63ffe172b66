"""Small cards of our own to read."""

from planner.formats.contacts import Contact, Contacts, read_contacts


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def read(*cards: str, encoding: str = "utf-8") -> Contacts:
    return read_contacts("".join(cards).encode(encoding))


def only(*lines: str, version: str = "3.0") -> Contact:
    """The one contact of a card with these lines."""
    contacts = read(card(*lines, version=version))
    assert contacts.nameless == ()
    (contact,) = contacts.people
    return contact
