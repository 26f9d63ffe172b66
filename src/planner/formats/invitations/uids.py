"""By what an appointment of a calendar file is known again."""

import hashlib
from datetime import UTC, date

from planner.domain.text import NAME_LIMIT, folded, stripped
from planner.formats.invitations.blocks import Block
from planner.formats.invitations.zones import Placed


def uid_of(event: Block, placed: Placed, summary: str, day: date | None = None) -> str:
    """The event's own; or one made of what makes it this appointment, so that reading it again gives the same.

    `day` is the one offered of a series, each day of which is an appointment of its own; `placed` its first date.
    """
    given, dated = stripped(event.value("UID"), NAME_LIMIT + 1), f"/{day}" if day else ""
    if given and len(given + dated) <= NAME_LIMIT:
        return given + dated
    organizer = folded(event.value("ORGANIZER"))
    made_of = event.value("UID") or "\n".join([placed.at.astimezone(UTC).isoformat(), summary, organizer])
    return f"{hashlib.sha256((made_of + dated).encode('utf-8', 'replace')).hexdigest()[:32]}@planner"
