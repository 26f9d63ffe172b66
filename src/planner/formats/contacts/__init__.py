"""Contacts: the people of a vCard file (.vcf), of version 2.1, 3.0 or 4.0."""

import re

from planner.formats.contacts.reading import Contact, Contacts, read_contacts

__all__ = ["Contact", "Contacts", "looks_like_contacts", "read_contacts"]

_BEGINNING = re.compile(rb"\s*BEGIN\s*:\s*VCARD\b", re.IGNORECASE)
_ENOUGH = 4096


def looks_like_contacts(data: bytes) -> bool:
    """Whether the content is a vCard's, whatever the file's name; only the beginning is looked at."""
    # In UTF-16 the same letters stand there with a NUL beside each.
    beginning = data[:_ENOUGH].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")
    return _BEGINNING.match(beginning) is not None
