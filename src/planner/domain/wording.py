"""How times and counts are put into words. The only place that does so; all text is English and plain."""

from datetime import date, datetime, tzinfo

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Within so many days a weekday and the day of the month name one day only.
_FOUR_WEEKS = 28


def day(on: date, today: date) -> str:
    """ "Mon 7 Dec"; the year is said when it is not the year of `today`."""
    year = "" if on.year == today.year else f" {on.year}"
    return f"{DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}{year}"


def clock(at: datetime) -> str:
    """ "14:05", as the clock shows it in the zone of `at`."""
    return f"{at.hour:02}:{at.minute:02}"


def moment(at: datetime, today: date) -> str:
    """ "Mon 7 Dec 14:05"."""
    return f"{day(at.date(), today)} {clock(at)}"


def near(on: date, today: date) -> str:
    """A day as short as it can be told: "today", "tomorrow", "Thu 26" within four weeks, else "Mon 7 Dec"."""
    ahead = (on - today).days
    if ahead in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[ahead + 1]
    if abs(ahead) < _FOUR_WEEKS:
        return f"{DAYS[on.weekday()]} {on.day}"
    return day(on, today)


def near_moment(at: datetime, today: date, home: tzinfo | None) -> str:
    """A moment as short as it can be told: "15:00 today", "15:00 Thu 26", "15:00 Paris Thu 26"."""
    return f"{marked_clock(at, home)} {near(at.date(), today)}"


def marked_clock(at: datetime, home: tzinfo | None) -> str:
    """ "14:05"; "14:05 Paris" where the clock in the zone `home` shows another time then."""
    return f"{clock(at)} {place(at)}" if _is_abroad(at, home) else clock(at)


def moment_here_and_there(at: datetime, today: date, home: tzinfo | None) -> str:
    """ "Mon 7 Dec 14:05"; "Mon 7 Dec 14:05 in Paris, 13:05 at home" where the clock in the zone `home` differs then."""
    return (
        f"{moment(at, today)} in {place(at)}, {at_home(at, today, home)}" if _is_abroad(at, home) else moment(at, today)
    )


def at_home(at: datetime, today: date, home: tzinfo | None) -> str:
    """What the clock shows at home, with the day where that is another: "13:05 at home"; "" where it shows the same."""
    if not _is_abroad(at, home):
        return ""
    there = at.astimezone(home)
    return f"{clock(there) if there.date() == at.date() else moment(there, today)} at home"


def place(at: datetime) -> str:
    """Where the clock shows the time of `at`, as its zone names it: "Paris"."""
    return str(at.tzinfo).rpartition("/")[2].replace("_", " ")


def _is_abroad(at: datetime, home: tzinfo | None) -> bool:
    return home is not None and at.tzinfo is not home and at.utcoffset() != at.astimezone(home).utcoffset()


def ahead(on: date, today: date) -> str:
    """How far off a day is: "in 3 days", "tomorrow", "today", "3 days ago"."""
    days = (on - today).days
    if days in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[days + 1]
    return f"in {count(days, 'day')}" if days > 0 else f"{count(-days, 'day')} ago"


def count(number: int, noun: str) -> str:
    """ "1 day", "3 days"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def about(days: int, unit: str = "calendar") -> str:
    """A wait in words: "about a week", "two weeks", "10 days", "5 business days"."""
    if unit == "business":
        return count(days, "business day")
    return {7: "about a week", 14: "two weeks"}.get(days) or count(days, "day")


def zone_name(at: datetime) -> str:
    """The zone of `at` and its offset then: "Europe/Berlin (UTC+01:00)"."""
    offset = at.strftime("%z")
    return f"{at.tzinfo} (UTC{offset[:3]}:{offset[3:5]})"
