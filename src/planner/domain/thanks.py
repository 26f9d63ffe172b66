"""The thank-you in figures: when it is due, to whom it is still owed, and how it is best sent."""

from datetime import UTC, datetime, timedelta

from planner.domain.calendar import add_business_days, after_hours, just_after, next_business_day, same_clock_on
from planner.domain.case import Case
from planner.domain.interview import Interview
from planner.domain.log import Channel, Thanked
from planner.domain.text import folded

TECHNOLOGY = frozenset({"technology", "tech", "software", "it", "information technology"})


def due_at(case: Case) -> datetime:
    """When a thank-you is late: some elapsed hours after the end, in the interview's zone."""
    due = after_hours(case.interview.ends_at, case.policy.thank_you_due_hours)
    if case.policy.roll_thank_you:
        return same_clock_on(next_business_day(due.date(), case.policy), due)
    return due


def lapses_at(case: Case) -> datetime:
    """After this instant, in UTC, a note would look odd: days on the clock, not elapsed hours."""
    end = case.ends_at.astimezone(case.zone)
    return same_clock_on(end.date() + timedelta(days=case.policy.thank_you_lapse_days), end).astimezone(UTC)


def late_from(case: Case) -> datetime:
    """The first instant, in UTC, at which a thank-you that is open is late, or too late."""
    return just_after(min(due_at(case).astimezone(UTC), lapses_at(case)))


def left(case: Case) -> tuple[str, ...]:
    """The names of those who are owed a note and have none."""
    return _without(case.interview, [note.to for note in case.log if isinstance(note, Thanked)])


def is_sent(case: Case) -> bool:
    """Whether everyone owed a note has one; with nobody named, whether one has gone out."""
    last = case.last(Thanked)
    return last is not None and (not last.to or not left(case))


def sent_at(case: Case) -> datetime | None:
    """When the last note went out that was owed to somebody without one; None while any is owed."""
    notes: list[str] = []
    for entry in case.log:
        if isinstance(entry, Thanked):
            notes.append(entry.to)
            if not _without(case.interview, notes):
                return entry.at
    return None


def _without(interview: Interview, notes: list[str]) -> tuple[str, ...]:
    """Who is owed a note, but for those to whom `notes` went: names, or "" for everyone."""
    if "" in notes:
        return ()
    thanked = {folded(to) for to in notes}
    return tuple([one.name for one in interview.owed_a_note if not thanked or folded(one.name) not in thanked])


def channel(case: Case) -> Channel:
    """Email to a technology company, else a card, if it arrives before the decision and there is where to send it."""
    if case.interview.no_postal_address:
        return Channel.EMAIL
    if case.decision and case.decision.on <= add_business_days(case.ends_on, case.policy.mail_days, case.policy):
        return Channel.EMAIL
    industry = folded(case.interview.industry)
    chosen = case.policy.channel.get(industry)
    return chosen or (Channel.EMAIL if industry in TECHNOLOGY else Channel.CARD)


def goes_either_way(case: Case) -> bool:
    """Whether email and card are as good, as the industry is not known: how it went out, only the person knows."""
    return channel(case) is Channel.CARD and not case.interview.industry


def note(case: Case) -> str:
    """What to send, in words."""
    if goes_either_way(case):
        return "an email or a card"
    return "an email" if channel(case) is Channel.EMAIL else "a card"
