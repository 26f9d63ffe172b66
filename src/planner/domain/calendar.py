"""Days and hours that stay true when the clocks change. Days are dates in one zone; instants are exact."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

from planner.domain.policy import Policy

# A weekend and holidays that leave no business day in this many days are taken as leaving none at all.
_LONGEST_REST = 366


def is_business_day(day: date, policy: Policy) -> bool:
    return day.weekday() not in policy.weekend and day not in policy.holidays


def next_business_day(day: date, policy: Policy) -> date:
    """`day` itself if it is a business day, else the first one after it."""
    if is_business_day(day, policy):
        return day
    for ahead in range(1, _LONGEST_REST):
        candidate = day + timedelta(days=ahead)
        if is_business_day(candidate, policy):
            return candidate
    return day


def rolled(day: date, policy: Policy) -> date:
    """`next_business_day`, unless the person chose to let actions open on any day."""
    return next_business_day(day, policy) if policy.roll_to_business_day else day


def add_business_days(day: date, count: int, policy: Policy) -> date:
    """The `count`-th business day after `day`; with 0, the next business day from `day` on."""
    if count == 0:
        return next_business_day(day, policy)
    for _ in range(count):
        day = next_business_day(day + timedelta(days=1), policy)
    return day


def add_days(day: date, count: int, unit: str, policy: Policy) -> date:
    """`count` days after `day`, counted in `unit`: "calendar" or "business"."""
    return add_business_days(day, count, policy) if unit == "business" else day + timedelta(days=count)


def day_of(instant: datetime, zone: tzinfo) -> date:
    return instant.astimezone(zone).date()


# A board asks for few days again and again, each with some work: how the clocks stood has to be looked up twice.
_remembered = lru_cache(maxsize=4096)


@_remembered
def start_of_day(day: date, zone: tzinfo) -> datetime:
    """The first instant of `day` in `zone`; where the clocks skip midnight, or the whole day, the first after it."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    instant = midnight.astimezone(UTC)
    local = instant.astimezone(zone)
    if local.replace(tzinfo=None) == midnight.replace(tzinfo=None):
        return local
    # In a gap the two folds name one instant before the clocks change and one after it: halve to the change itself.
    before, after = midnight.replace(fold=1).astimezone(UTC), instant
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        if day_of(middle, zone) < day:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0).astimezone(zone)


@_remembered
def day_begins(day: date, zone: tzinfo) -> datetime:
    """`start_of_day` in UTC, in which instants are compared and counted as such, and quickly."""
    return start_of_day(day, zone).astimezone(UTC)


def after_hours(instant: datetime, hours: int) -> datetime:
    """`hours` elapsed hours later, in the zone of `instant`."""
    return (instant.astimezone(UTC) + timedelta(hours=hours)).astimezone(instant.tzinfo)


def just_after(instant: datetime) -> datetime:
    """The first instant later than `instant`: where something holds up to and including `instant`, it ends here."""
    return (instant.astimezone(UTC) + timedelta(microseconds=1)).astimezone(instant.tzinfo)


def same_clock_on(day: date, instant: datetime) -> datetime:
    """What the clock of `instant`'s zone shows at `instant`, on another day.

    Where the clocks skip it that day, it is moved on by as much; where they show it twice, the first is meant.
    """
    if day == instant.date():
        return instant
    moved = instant.replace(year=day.year, month=day.month, day=day.day, fold=0)
    return moved.astimezone(UTC).astimezone(instant.tzinfo)


def pinned(instant: datetime, zone: tzinfo) -> datetime:
    """`instant` to the second with the offset `zone` has then, fixed: the form in which the log keeps instants."""
    local = instant.astimezone(zone).replace(microsecond=0)
    return datetime.fromisoformat(local.isoformat())
