"""Going back to an earlier version of the data file, also where the file itself can't be opened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from planner.domain import wording
from planner.domain.errors import BadInput, Conflict, NotFound, Unreadable
from planner.domain.text import harmless
from planner.planning.fields import Reading
from planner.planning.outcomes import Done
from planner.planning.ports import Backups, Store
from planner.planning.saving import saved
from planner.planning.state import State
from planner.planning.turns import Turn, back_to, turns
from planner.planning.versions import Version
from planner.planning.when import parse_instant

"""Seconds to wait for another session that is writing."""
_WAYS = "Give the number, the file's name, or a day or time at which it was the data file."


@dataclass(frozen=True, slots=True)
class Prospect:
    """What going back to `version` would change. `trouble` says why there is no file to change, "" where there is one.

    `revision` is that of the file it was worked out on.
    """

    version: Version
    turns: tuple[Turn, ...]
    revision: int
    trouble: str = ""


class Restoring:
    """`session` names this process in the step it makes; `reading` is what a date typed is read against."""

    def __init__(self, store: Store, backups: Backups, reading: Reading, session: str) -> None:
        self._store = store
        self._backups = backups
        self._reading = reading
        self._session = session

    def each(self) -> Iterator[Version]:
        """What there is to go back to, the newest first; each is read when it is come to, which can take a second."""
        return self._backups.versions()

    def versions(self) -> tuple[Version, ...]:
        """All of it."""
        return tuple(self.each())

    def named(self, which: str) -> Version:
        """The version with that number or file name, else the newest that opens of those from that time or before.

        Raises NotFound.
        """
        versions = self.versions()
        text = which.strip()
        found = [one for one in versions if text in (str(one.number), one.path.name, str(one.path))]
        if not found and not text.isdecimal():
            found = self._at_path(text) or self._by_time(text, versions)
        if not found:
            hint = f"{_WAYS} planner restore lists them." if versions else "There is none at all yet."
            raise NotFound(f"No backup answers to “{harmless(text[:60])}”.", hint)
        return found[0]

    def prospect(self, version: Version) -> Prospect:
        """What going back would change. Raises StoreTrouble where that version can't be opened."""
        then = self._backups.read(version.path)
        try:
            state = self._store.load()
        except Unreadable as error:
            return Prospect(version, self._turns(State(), then), 0, error.sentence)
        trouble = "" if state.revision else "There is no data file."
        return Prospect(version, self._turns(state, then), state.revision, trouble)

    def restore(self, prospect: Prospect) -> Done:
        """Goes back, as one step that can be undone, if the file is still the one it was worked out on; else Conflict.

        Where it can't be opened, the version takes its place, and it stays beside it under another name.
        """
        version = prospect.version
        named = f"the version of {self.when(version)} (change {version.revision:,})"
        if prospect.trouble:
            aside, doubt = self._backups.put_back(version.path)
            kept = f" The file as it was is kept as {aside}." if aside else ""
            return Done(f"Restored {named}.{kept}{doubt}")
        then = self._backups.read(version.path)

        def change(state: State) -> State:
            if state.revision != prospect.revision:
                raise Conflict("The data file was changed meanwhile.", "Nothing was restored. Look at it again.")
            return back_to(state, then, f"Restored {named}", self._reading.now, self._session)

        after, doubt = saved(self._store, change)
        if after.revision == prospect.revision:
            return Done(f"Nothing differs from {named}.")
        return Done(f"Restored {named}; undo takes it back.{doubt}")

    def when(self, version: Version) -> str:
        """When it was written, in words."""
        return wording.moment(version.written_at, self._reading.now.astimezone(version.written_at.tzinfo).date())

    def _turns(self, state: State, then: State) -> tuple[Turn, ...]:
        return turns(state, then, self._reading.now.date())

    def _at_path(self, text: str) -> list[Version]:
        found = self._backups.version_at(text)
        return [found] if found else []

    def _by_time(self, text: str, versions: Sequence[Version]) -> list[Version]:
        reading = self._reading
        try:
            at = parse_instant(
                text, reading.home_zone, reading.now, reading.date_order, toward="past", time_needed=False
            )
        except BadInput as error:
            raise NotFound(f"No backup answers to “{harmless(text[:60])}”.", _WAYS) from error
        # A time is given to the minute, and a day ends with its last minute.
        return [one for one in versions if not one.trouble and one.written_at < at + timedelta(minutes=1)]
