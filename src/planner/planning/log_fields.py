"""An entry of the log as a person puts it right: fields of text to change, or the whole entry to forget."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from planner.domain import wording
from planner.domain.errors import Conflict
from planner.domain.interview import Interview
from planner.domain.log import Days, Entry
from planner.planning import corrections
from planner.planning.outcomes import Done
from planner.planning.phrases import entry_title
from planner.planning.planner import Planner


def as_fields(entry: Entry, home_zone: str) -> dict[str, str]:
    """What can be put right of an entry, as a person would type it; its time is told in the home zone, to the minute."""
    return {name: _text(getattr(entry, attribute), home_zone) for name, attribute in corrections.fields(entry).items()}


def correct(planner: Planner, id_: int, entry: Entry, fields: Mapping[str, str]) -> Done:
    """Puts these fields of an entry right, as one step. Raises Conflict where the entry is no longer as given here."""
    reading = planner.reading()

    def change(interview: Interview) -> Interview:
        if corrections.entry_numbered(interview, str(entry.id)) != entry:
            raise Conflict(
                "Another session changed this entry meanwhile.", "Nothing was overwritten. Look at it again."
            )
        return corrections.corrected(interview, entry.id, fields, reading)

    after = corrections.entry_numbered(change(planner.interview(id_)), str(entry.id))
    today = planner.now().date()
    title = f"Corrected to “{entry_title(after, today)}” of {wording.moment(after.at, today)}"
    return planner.change(id_, title, change)


def forget(planner: Planner, id_: int, entry: Entry) -> Done:
    """Takes an entry out of the log, as one step. Raises NotFound where it has gone already."""
    title = f"Forgot “{entry_title(entry, planner.now().date())}”"
    return planner.change(id_, title, partial(corrections.without_entry, entry_id=entry.id))


def _text(value: object, home_zone: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.astimezone(ZoneInfo(home_zone)).strftime("%Y-%m-%d %H:%M")
        case Days():
            return f"{value.first}..{value.last}" if value.is_range else str(value.first)
        case _:
            return str(value)
