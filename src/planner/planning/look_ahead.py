"""Looking at another day: the same time of day so many days on, in the zone of the person."""

from datetime import datetime


def days_on(now: datetime, days: int) -> datetime:
    """`now` moved by whole days on the calendar, its clock time kept; moved on where the clocks skip that."""
    if not days:
        return now
    import pendulum

    moved = pendulum.instance(now).add(days=days)
    return datetime.fromisoformat(moved.isoformat()).astimezone(now.tzinfo)
