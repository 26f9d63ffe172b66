"""Email addresses, as far as a letter has to know them."""

import re

from planner.domain.errors import BadInput
from planner.domain.interview import Person
from planner.domain.text import harmless

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]+@[^\s@<>()\[\],;:\\\"]+")
_SHOWN = 60


def email_address(person: Person) -> str:
    """The person's address in the letters that mail can carry everywhere; BadInput where it is none."""
    user, _, host = person.email.strip().rpartition("@")
    try:
        address = f"{user}@{host.encode('idna').decode('ascii')}"
    except UnicodeError:
        address = ""
    if not _ADDRESS.fullmatch(address) or not address.isascii() or harmless(address) != address:
        raise BadInput(
            f"“{harmless(person.email[:_SHOWN])}” of {harmless(person.name[:_SHOWN])} is no email address.",
            "Correct it; one is like ann@example.com.",
            "email",
        )
    return address
