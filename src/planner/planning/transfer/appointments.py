"""Invitations out of calendar files and mails."""

from collections.abc import Iterator
from dataclasses import replace

from planner.domain.errors import BadInput
from planner.formats import invitations, mail
from planner.formats.invitations import Invitation, Reading, Refused
from planner.formats.passing import Passing
from planner.planning.transfer.found import Found, Incoming, Refusal, shared
from planner.planning.transfer.progress import Watch, reading
from planner.planning.transfer.wishes import Wishes

_NO_CALENDAR = "This mail has no calendar part, and no interview is made of mere words: add it by hand."

_WRAPPED = "What this mail has is in winmail.dat, which only Outlook reads: ask for the invitation as an .ics file."


def of_calendar(name: str, data: bytes, wishes: Wishes, watch: Watch) -> Iterator[Found]:
    """What a calendar file offers. Raises BadInput where it can't be read."""
    from planner.formats import feed

    if feed.is_one(data):
        raise BadInput("This is a calendar that planner wrote itself.", "What comes back whole is planner export json.")
    found = _invitations(data, wishes, reading(watch))
    yield from (_incoming(name, one) for one in found.invitations)
    yield from (_refusal(name, one) for one in found.refused)


def of_mails(name: str, data: bytes, wishes: Wishes) -> Iterator[Found]:
    """What a mail offers, or every mail of a mailbox."""
    several = mail.is_mailbox(data)
    wishes = replace(wishes, own=wishes.own | mail.readers(data))
    for number, one in enumerate(mail.mails(data), 1):
        source = f"{name}, mail {number:,}" if several else name
        yield from _of_mail(source, one, wishes)


def _of_mail(source: str, one: mail.Mail, wishes: Wishes) -> Iterator[Found]:
    """The calendar parts of one mail, taken together: most programs send the same event twice."""
    if not one.calendars:
        yield Refusal(source, one.subject or source, _WRAPPED if one.is_wrapped else _NO_CALENDAR)
        return
    wishes = replace(wishes, own=wishes.own | one.readers)
    newest: dict[str, Invitation] = {}
    refused: dict[tuple[str, str], Refused] = {}
    for calendar in one.calendars:
        try:
            found = _invitations(calendar, wishes)
        except BadInput as error:
            refused[one.subject, error.sentence] = Refused("", one.subject, f"{error.sentence} {error.hint}".strip())
            continue
        for invitation in found.invitations:
            uid = invitation.interview.uid
            newest[uid] = max(newest.get(uid, invitation), invitation, key=_version)
        refused |= {(each.summary, each.reason): each for each in found.refused}
    yield from (_incoming(source, each) for each in newest.values())
    yield from (_refusal(source, each) for each in refused.values())


def _invitations(data: bytes, wishes: Wishes, passing: Passing[int] = iter) -> Reading:
    return invitations.read_invitations(data, wishes.home_zone, wishes.own, wishes.assume_zone, passing, now=wishes.now)


def _version(invitation: Invitation) -> tuple[int, float]:
    received = invitation.interview.received
    return (received.sequence, received.stamp.timestamp() if received.stamp else 0.0) if received else (0, 0.0)


def _incoming(source: str, one: Invitation) -> Incoming:
    return Incoming(source, one.interview, one.cancelled, remarks=shared(one.remarks))


def _refusal(source: str, one: Refused) -> Refusal:
    return Refusal(source, one.summary or one.place or source, one.reason)
