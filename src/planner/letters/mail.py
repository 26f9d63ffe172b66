"""A draft for mail programs: a message file that opens as unsent, and a mailto address."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from planner.domain.errors import BadInput
from planner.domain.text import NAME_LIMIT, TEXT_LIMIT, stripped
from planner.letters.address import email_address
from planner.letters.draft import Draft

MAILTO_LIMIT = 1_900
"""Characters beyond which some programs cut a mailto address off, or refuse it."""


def eml(draft: Draft) -> bytes:
    """The message as a file, which mail programs that know X-Unsent open as one to be sent.

    Without a To where no address is known. Raises BadInput for an address that is none.
    """
    message = EmailMessage(policy=SMTP)
    if draft.recipient and draft.recipient.email:
        user, _, host = email_address(draft.recipient).rpartition("@")
        message["To"] = Address(stripped(draft.recipient.name, NAME_LIMIT), user, host)
    message["Subject"] = stripped(draft.subject, TEXT_LIMIT)
    message["X-Unsent"] = "1"
    message.set_content(draft.text + "\n", charset="utf-8")
    return message.as_bytes()


def mailto(draft: Draft) -> str:
    """The address that opens a mail program with the draft in it.

    Raises BadInput where it would be longer than MAILTO_LIMIT, or for an address that is none.
    """
    to = email_address(draft.recipient) if draft.recipient and draft.recipient.email else ""
    body = draft.text.replace("\n", "\r\n")
    link = f"mailto:{quote(to, safe='@')}?subject={_quoted(draft.subject)}&body={_quoted(body)}"
    if len(link) > MAILTO_LIMIT:
        raise BadInput(
            f"As a mailto link the letter has {len(link):,} characters; programs take about {MAILTO_LIMIT:,}.",
            "Save it as an .eml file, or copy it.",
        )
    return link


def _quoted(text: str) -> str:
    return quote(text, safe="")
