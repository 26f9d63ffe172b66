"""Dates and times as people write them, read without guessing: the only place that turns such text into time."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from planner.domain import wording
from planner.domain.calendar import start_of_day
from planner.domain.errors import BadInput
from planner.domain.log import Days
from planner.domain.text import harmless
from planner.domain.zones import YEARS, wall_time, zone_called
from planner.planning.day_words import LONGEST_TEXT, Shift, plain, read_days, shift_in
from planner.planning.settings import DateOrder
from planner.planning.viewpoint import Toward, Viewpoint, out_of_reach


def parse_instant(
    text: str,
    zone: str,
    now: datetime,
    date_order: DateOrder = "",
    *,
    toward: Toward = "future",
    time_needed: bool = True,
) -> datetime:
    """The instant `text` names, aware, in the zone called `zone`.

    `toward` fills in what is left out (see Viewpoint): "future" for plans, "past" for what happened. A time alone is
    today's; toward the past, the last such time gone by. A day alone is refused, unless `time_needed` is false: then
    it is the start of that day, and toward the past its last minute, or now if it is today, so that what is recorded
    later also counts as later. A distance alone ("+7d") then keeps the time of day, moved on where the clocks skip it.
    Where a time is needed, "now" and "in 2 hours" are cut to the minute, as appointments are.

    Raises BadInput where the text is not understood; SkippedTime and RepeatedTime for a wall time that the clocks
    skip or show twice, unless an offset tells which is meant.
    """
    place = zone_called(zone)
    local = now.astimezone(place)
    words = plain(text)
    elapsed = re.fullmatch(_ELAPSED, words, re.ASCII)
    if elapsed or words in _NOW:
        instant = _after(local, elapsed) if elapsed else local
        return instant.replace(second=0, microsecond=0) if time_needed else instant
    at, day_words = _split(words)
    if at is None and (vague := re.search(_PART_OF_DAY, words)):
        raise BadInput(f"“{harmless(vague[0])}” is no time.", "Give the hour, as in “9:30” or “yesterday 15:00”.")
    if at is None:
        shift = shift_in(day_words)
        if shift and not time_needed:
            return _moved(local, shift)
        day = _one_day(day_words, Viewpoint(local.date(), date_order, toward))
        if time_needed:
            hint = "Add the time, as in “fri 14:00” or “4 Dec 2pm”."
            raise BadInput(f"At what time on {wording.day(day, local.date())}?", hint)
        return _whole_day(day, local, place, toward)
    # Only compared: whether clocks skip it matters once the day is known.
    today_at = datetime.combine(local, at, at.tzinfo or place)
    gone_by = today_at.astimezone(UTC) <= now.astimezone(UTC)
    if day_words:
        day = _one_day(day_words, Viewpoint(local.date(), date_order, toward, gone_by == (toward == "past")))
    else:
        day = local.date() - timedelta(days=toward == "past" and not gone_by)
    if at.tzinfo is not None:
        return datetime.combine(day, at).astimezone(place)
    return wall_time(datetime.combine(day, at), zone)


def parse_days(text: str, today: date, date_order: DateOrder = "") -> Days:
    """The day or range of days that `text` names, as seen from `today`.

    A week is its Monday to Friday; of a week or month that runs, what is left. BadInput where the text is not
    understood; words that hold no date at all ("soon") are known by `is_vague`.
    """
    words = plain(text)
    at, day_words = _split(words)
    if at is None and (vague := re.search(_PART_OF_DAY, words)):
        raise BadInput(f"“{harmless(vague[0])}” is no time.", "Give the hour, as in “9:30” or “yesterday 15:00”.")
    if at is not None:
        hint = f"Leave the time out: “{harmless(day_words)}”." if day_words else "Give the day, as in fri or 4 Dec."
        raise BadInput(f"“{harmless(words)}” holds a time of day, and only the day is kept here.", hint)
    return read_days(words, Viewpoint(today, date_order))


def parse_day(text: str, today: date, date_order: DateOrder = "") -> date:
    """The one day that `text` names; BadInput for a range."""
    return _the_one(text, parse_days(text, today, date_order), today)


def is_vague(text: str) -> bool:
    """Whether the words are some that people say instead of a date: "soon", "in due course", "in a few days"."""
    words = " ".join(text.casefold().split()).rstrip(".!?")
    return len(words) <= LONGEST_TEXT and re.fullmatch(_VAGUE, words) is not None


# -- days in an instant


def _one_day(words: str, view: Viewpoint) -> date:
    return _the_one(words, read_days(words, view), view.today)


def _the_one(text: str, days: Days, today: date) -> date:
    if days.is_range:
        ends = f"{wording.day(days.first, today)} to {wording.day(days.last, today)}"
        raise BadInput(f"“{harmless(text.strip())}” is {ends}, and one day is wanted.", "Give that day.")
    return days.first


def _whole_day(day: date, local: datetime, place: ZoneInfo, toward: Toward) -> datetime:
    if toward == "future":
        return start_of_day(day, place)
    if day == local.date():
        return local
    return (start_of_day(day + timedelta(days=1), place).astimezone(UTC) - timedelta(minutes=1)).astimezone(place)


# -- distances


def _after(local: datetime, found: re.Match[str]) -> datetime:
    """Elapsed hours or minutes from now, which the clocks' changes don't alter."""
    number = int(found["count"]) if found["count"].isdigit() else 1
    length = timedelta(hours=number) if found["unit"].startswith("h") else timedelta(minutes=number)
    back = found["sign"] == "-" or bool(found["ago"])
    return (local.astimezone(UTC) + (-length if back else length)).astimezone(local.tzinfo)


def _moved(local: datetime, shift: Shift) -> datetime:
    import pendulum

    try:
        there = pendulum.instance(local).add(months=shift.months, days=shift.days)
    except (OverflowError, ValueError) as error:
        raise out_of_reach() from error
    if there.year not in YEARS:
        raise out_of_reach()
    return datetime.fromtimestamp(there.timestamp(), UTC).astimezone(local.tzinfo)


# -- times of day


def _split(words: str) -> tuple[time | None, str]:
    """The time of day at either end of the words, and the rest of them."""
    found = re.fullmatch(_TIME_LAST, words, re.ASCII) or re.fullmatch(_TIME_FIRST, words, re.ASCII)
    if found is None:
        return None, words
    rest = found["rest"] or ""
    is_offset = found["sign"] == "-" and (found["second"] or re.match(_ISO_MOMENT, words))
    if rest.endswith(("-", "to")) or (found["sign"] == "-" and not is_offset):
        raise BadInput(
            f"“{harmless(words)}” can be two times, or one with its offset.",
            "Give the start alone (the length has a field of its own); with an offset write 2026-12-04T14:00-05:00.",
        )
    return _time(found), rest


def _time(found: re.Match[str]) -> time:
    hour = int(found["hour"] or 12)
    if found["half"]:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the hours on the face of a clock
            raise _no_such_time(found["time"])
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    microsecond = f"{found['fraction'] or ''}000000"[:6]
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0), int(microsecond), _offset(found))
    except ValueError as error:
        raise _no_such_time(found["time"]) from error


def _offset(found: re.Match[str]) -> timezone | None:
    if not found["sign"]:
        return UTC if found["utc"] else None
    hours, minutes = int(found["offset_hours"]), int(found["offset_minutes"] or 0)
    if hours > LARGEST_OFFSET or minutes > 59:  # noqa: PLR2004 - minutes of an hour
        raise _no_such_time(found[0])
    length = timedelta(hours=hours, minutes=minutes)
    return timezone(-length if found["sign"] == "-" else length)


def _no_such_time(written: str) -> BadInput:
    return BadInput(f"There is no time “{written}”.", "Write it like 14:00, 9am, 2:30 pm or noon.")


# -- the patterns

LARGEST_OFFSET = 15

_NOW = ("now", "just now", "right now")
_PART_OF_DAY = r"(?:this )?\b(?:morning|afternoon|evening|tonight|night)$"

_ELAPSED = r"(?:(?P<sign>[+-])|in |(?=.* ago$))(?P<count>\d{1,4}|an?|one) ?(?P<unit>h|hrs?|hours?|mins?|minutes?)(?P<ago> ago)?"
_TIME = (
    r"(?P<time>noon|midday|(?=\d{1,2}(?::|h|(?:\.\d\d)? ?[ap]m))(?P<hour>\d{1,2})"
    r"(?:[:h.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<fraction>\d{1,9}))?)?|h)?(?: ?(?P<half>am|pm))?)"
    r"(?: ?(?:(?P<utc>z|utc)|(?P<sign>[+-])(?P<offset_hours>\d{2}):?(?P<offset_minutes>\d{2})?))?"
)
_TIME_LAST = rf"(?:at |(?P<rest>.+?)(?: at)?(?: |(?<=\d)t))?{_TIME}"
_TIME_FIRST = rf"(?:at )?{_TIME} (?P<rest>.+)"
_ISO_MOMENT = r"\d{4}-\d{2}-\d{2}t"

_VAGUE = (
    r"(?:very |quite |pretty )?(?:soon|shortly)|later|eventually|asap|as soon as possible|in due course|in time"
    r"|in the (?:near|foreseeable) future|(?:at )?some (?:time|point)(?: soon)?|sometime(?: soon)?"
    r"|(?:in |within )?(?:a few|some|the (?:next|coming)(?: few)?) (?:days|weeks|months)"
    r"|tb[acd]|to be (?:announced|confirmed|decided)|unknown|open|no (?:idea|date)(?: yet)?|not (?:sure|known)(?: yet)?"
    r"|(?:they |i )?(?:don['\u2019]t|do not) know(?: yet)?"
    r"|(?:we|they|i)(?:['\u2019]ll| will) (?:be in touch|call(?: you)?|let (?:you|me) know|get back to (?:you|me))"
)
