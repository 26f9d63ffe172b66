"""A known interview and what a file says of it: which of the two holds, and what that changes."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from planner.domain.calendar import pinned
from planner.domain.interview import Interview, Received
from planner.domain.log import Cancelled, Entry, Outcome, in_order, is_called_off
from planner.domain.text import folded
from planner.domain.zones import wall_time
from planner.planning import fields as form
from planner.planning.transfer.found import Difference, Incoming

# What an invitation may change of an interview that is known: when and where, never what the person corrected.
_APPOINTMENT = ("starts_at", "time_zone", "minutes", "location", "mode")


def is_old_news(incoming: Interview, before: Interview) -> bool:
    """Whether a version as new or newer was read before: the sequence decides, then the stamp."""
    if not incoming.received or not before.received:
        return False
    if incoming.received.sequence != before.received.sequence:
        return incoming.received.sequence < before.received.sequence
    new, old = incoming.received.stamp, before.received.stamp
    return bool(new and old and new < old)


def updated(before: Interview, one: Incoming, now: datetime) -> Interview:
    """A known interview after another version of its invitation: its log and all that the person wrote are kept."""
    incoming = one.interview
    changes = {name: getattr(incoming, name) for name in _APPOINTMENT if getattr(incoming, name)}
    stamp = incoming.received.stamp if incoming.received and incoming.received.stamp else now
    at = min(stamp, now)
    if one.cancelled:
        cancelled = Cancelled(at=pinned(at, ZoneInfo(before.time_zone)))
        log = before.log if is_called_off(in_order(before.log)) else (*before.log, cancelled)
        return replace(before, log=log, received=_version(before, incoming))
    after = replace(_with_people(before, incoming), **changes, received=_version(before, incoming))
    return form.rescheduled(before, after, at)


def invited(before: Interview, one: Incoming, now: datetime) -> Interview:
    """An interview that was here before its invitation, after that one: what was left open is filled in."""
    incoming = one.interview
    if one.cancelled:
        return updated(before, one, now)
    told = {name: getattr(before, name) or getattr(incoming, name) for name in ("location", "mode", "notes")}
    after = replace(_with_people(before, incoming), **told, minutes=incoming.minutes)
    return replace(after, received=_version(before, incoming))


def _version(before: Interview, incoming: Interview) -> Received | None:
    """The version that was read, with the uid of the invitation where the interview has one of its own."""
    uid = "" if incoming.uid == before.uid else incoming.uid
    return incoming.received and incoming.received._replace(uid=uid)


def moved(before: Interview, one: Incoming, now: datetime) -> Interview:
    """A known interview after its row in somebody's table was read again: only when, who and how it ended may be new.

    Where the table tells the day alone the time of day stays. Raises BadInput where the clocks skip that time.
    """
    incoming = one.interview
    after = _with_outcome(_with_people(before, incoming), incoming, now)
    theirs, ours = incoming.starts_at.replace(tzinfo=None), before.starts_at.replace(tzinfo=None)
    if theirs == ours or (one.day_only and theirs.date() == ours.date()):
        return after
    if one.day_only:
        after = replace(after, starts_at=wall_time(datetime.combine(theirs, ours.time()), before.time_zone))
    else:
        after = replace(after, starts_at=incoming.starts_at, time_zone=incoming.time_zone)
    return form.rescheduled(before, after, now)


def merged(before: Interview, incoming: Interview) -> Interview:
    """The facts of our own export, and the log entries of both: nothing recorded here is lost to an older file."""
    here = {_unnumbered(entry) for entry in before.log}
    fresh = tuple(_unnumbered(entry) for entry in incoming.log if _unnumbered(entry) not in here)
    return replace(incoming, id=before.id, rev=before.rev, received=before.received, log=(*before.log, *fresh))


def differences(before: Interview, after: Interview) -> tuple[Difference, ...]:
    """What changes, field by field, as forms show the fields."""
    old, new = form.as_fields(before), form.as_fields(after)
    changed = [Difference(name, old[name], new[name]) for name in old if old[name] != new[name]]
    more = len(after.log) - len(before.log)
    if more > 0:
        kinds = ", ".join(entry.kind for entry in after.log[-more:])
        changed.append(Difference("log", f"{len(before.log)} entries", f"and {kinds}"))
    return tuple(changed)


def _with_people(before: Interview, incoming: Interview) -> Interview:
    """With those who were not known, and an address for those who had none."""
    told = {folded(person.name): person for person in incoming.people}
    known = tuple(
        replace(person, email=told[name].email)
        if (name := folded(person.name)) in told and not person.email
        else person
        for person in before.people
    )
    names = {folded(person.name) for person in before.people}
    added = tuple(person for name, person in told.items() if name not in names)
    people = (*known, *added)
    return before if people == before.people else replace(before, people=people)


def up_to(now: datetime, log: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What a table says has happened, none of it later than now."""
    if all(entry.at <= now for entry in log):
        return log
    return tuple(entry if entry.at <= now else replace(entry, at=now.astimezone(entry.at.tzinfo)) for entry in log)


def _with_outcome(before: Interview, incoming: Interview, now: datetime) -> Interview:
    """With how it ended, where that is not known here."""
    if any(isinstance(entry, Outcome) for entry in before.log):
        return before
    return replace(before, log=(*before.log, *up_to(now, incoming.log)))


def _unnumbered(entry: Entry) -> Entry:
    return replace(entry, id=0)
