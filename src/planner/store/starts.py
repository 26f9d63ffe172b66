"""The starts of interviews in the file: a wall time stays what people agreed on, whatever becomes of the clocks there.

The rules of a zone change by law. A time that was stored may then be one the clocks skip, or show twice; typed, or
brought by a file of somebody else's, it would be refused, but what was kept is never lost for it.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from planner.domain.interview import Interview
from planner.domain.zones import RepeatedTime, SkippedTime, wall_time
from planner.formats.records import decode_interview


class Starts:
    """Reads interviews; `moved` are the numbers of those whose start had to be chosen anew."""

    def __init__(self) -> None:
        self.moved: set[int] = set()

    def decode(self, document: object, place: str) -> Interview:
        """The interview of one document: of a start that comes twice the first, of one that is skipped the one after."""
        chosen: list[datetime] = []

        def settled(wall: datetime, zone: str) -> datetime:
            try:
                return wall_time(wall, zone)
            except SkippedTime as error:
                chosen.append(error.later)
            except RepeatedTime as error:
                chosen.append(error.first)
            return chosen[0]

        interview = decode_interview(document, place, start=settled)
        if chosen:
            self.moved.add(interview.id)
        return interview


def told(interviews: Mapping[int, Interview], moved: Collection[int]) -> tuple[str, ...]:
    """A sentence for each of those numbers, by which a person can see to it."""
    return tuple(
        f"The clocks of {one.time_zone} have other rules now than when interview {id_} was saved: it is taken to start at "
        f"{one.starts_at:%Y-%m-%d %H:%M}. Check it; planner edit {id_} starts_at=… puts it right."
        for id_, one in sorted(interviews.items())
        if id_ in moved
    )
