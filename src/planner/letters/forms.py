"""The forms in which a draft is read, copied and edited, as plain text."""

import textwrap

from planner.domain.interview import Person
from planner.domain.text import TEXT_LIMIT, harmless, stripped
from planner.letters.catalogue import VOICEMAIL, Medium
from planner.letters.draft import Draft, is_cue

CARD_WIDTH = 40
"""Characters that fit on a line of a card in handwriting, about."""

SUBJECT = "Subject:"
VOICEMAIL_MARK = "Voicemail:"


def plain(draft: Draft) -> str:
    """The draft as its medium wants it: an email with its head, a card with its envelope, a script by its lines."""
    match draft.medium:
        case Medium.EMAIL:
            return email_form(draft)
        case Medium.CARD:
            return card_form(draft)
        case Medium.VOICE:
            return script_form(draft)


def email_form(draft: Draft) -> str:
    """To, subject and text."""
    return f"To: {_mailbox(draft.recipient)}".rstrip() + f"\n{SUBJECT} {draft.subject}\n\n{draft.text}\n"


def card_form(draft: Draft) -> str:
    """What to write on the card, in its lines, and on the envelope."""
    return f"On the card, signed by hand:\n\n{on_card(draft)}\n\nOn the envelope:\n\n{envelope(draft)}\n"


def on_card(draft: Draft, width: int = CARD_WIDTH) -> str:
    """The text in lines of at most `width` characters."""
    return "\n".join(
        piece
        for line in draft.body.splitlines()
        for piece in (textwrap.wrap(line, width, break_on_hyphens=False) or [""])
    )


def envelope(draft: Draft) -> str:
    """The address, a part to a line; where an agency is in between, in its care."""
    company, to, recipient = draft.interview.company, draft.to, draft.recipient
    lines = [to.name] if to else []
    if recipient and recipient is not to:
        lines.append(f"c/o {recipient.name}")
    else:
        lines.append(company)
    address = recipient.postal_address if recipient else ""
    lines += [part for line in address.splitlines() for part in line.split(",")]
    lines = [stripped(line, TEXT_LIMIT) for line in lines]
    return "\n".join(dict.fromkeys(line for line in lines if line))


def script_form(draft: Draft) -> str:
    """The lines to say, numbered, with when to say them; then what to say to a machine."""
    lines, number = [], 0
    for line in draft.body.splitlines():
        if not line or is_cue(line):
            lines.append(line)
        else:
            number += 1
            lines.append(f"{number}. {line}")
    call = f"Call: {_number(draft.recipient)}" if draft.recipient else ""
    machine = f"If a machine answers ({VOICEMAIL}):\n{draft.voicemail}" if draft.voicemail else ""
    parts = (call, "\n".join(lines), machine, "Afterwards note what they said.")
    return "\n\n".join(part for part in parts if part) + "\n"


def editable(draft: Draft) -> str:
    """The draft as it is given to an editor; `writing.edited` takes it back."""
    head = f"{SUBJECT} {draft.subject}\n\n" if draft.medium is Medium.EMAIL else ""
    foot = f"\n\n{VOICEMAIL_MARK}\n{draft.voicemail}" if draft.voicemail else ""
    return f"{head}{draft.body}{foot}\n"


def _mailbox(person: Person | None) -> str:
    if not person:
        return ""
    return harmless(f"{person.name} <{person.email}>" if person.email else person.name)


def _number(person: Person) -> str:
    return harmless(f"{person.name}, {person.phone}" if person.phone else person.name)
