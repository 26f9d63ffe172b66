"""Everything one data file holds, as one frozen value, and the steps that undo and redo walk over."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from planner.domain.interview import Interview

STEPS_KEPT = 100


class Step(NamedTuple):
    """A change that can be taken back: the interviews as they were on its other side (None: not there).

    `session` names the process that made it, `at` the instant, `title` what it did, in a person's words.
    """

    title: str
    at: datetime
    session: str
    restores: tuple[tuple[int, Interview | None], ...]

    @property
    def touched(self) -> int | None:
        """The one interview that it changed; None where it changed several."""
        return self.restores[0][0] if len(self.restores) == 1 else None


class State(NamedTuple):
    """`revision` counts the changes ever made to the file; `next_id` and `next_entry` only ever grow."""

    revision: int = 0
    interviews: Mapping[int, Interview] = MappingProxyType({})
    next_id: int = 1
    next_entry: int = 1
    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()

    def changed(self, title: str, at: datetime, session: str, after: Mapping[int, Interview | None]) -> "State":
        """This state with the interviews in `after` put in place (None removes), as one step that can be undone."""
        step = Step(title, at, session, self._now(after))
        return self._with(after)._replace(
            undo=(*self.undo, step)[-STEPS_KEPT:],
            redo=(),
        )

    def undone(self) -> "State":
        """The state before the last step; only to be asked while there is one."""
        step = self.undo[-1]
        back = step._replace(restores=self._now(dict(step.restores)))
        return self._with(dict(step.restores))._replace(undo=self.undo[:-1], redo=(*self.redo, back))

    def redone(self) -> "State":
        """The state after the step undone last; only to be asked while there is one."""
        step = self.redo[-1]
        forth = step._replace(restores=self._now(dict(step.restores)))
        return self._with(dict(step.restores))._replace(undo=(*self.undo, forth), redo=self.redo[:-1])

    def numbered(self, interview: Interview) -> Interview:
        """`interview` with a number of its own for each log entry that has none."""
        if all(entry.id for entry in interview.log):
            return interview
        number = self.next_entry
        log = []
        for entry in interview.log:
            log.append(entry if entry.id else replace(entry, id=number))
            number += not entry.id
        return replace(interview, log=tuple(log))

    def _now(self, touched: Mapping[int, Interview | None]) -> tuple[tuple[int, Interview | None], ...]:
        return tuple((id_, self.interviews.get(id_)) for id_ in touched)

    def _with(self, after: Mapping[int, Interview | None]) -> "State":
        revision = self.revision + 1
        interviews = dict(self.interviews)
        for id_, interview in after.items():
            if interview is None:
                interviews.pop(id_, None)
            else:
                interviews[id_] = replace(interview, id=id_, rev=revision)
        return self._replace(
            revision=revision,
            interviews=MappingProxyType(interviews),
            next_id=max(self.next_id, *(id_ + 1 for id_ in after), 1),
            next_entry=max(
                self.next_entry,
                *(entry.id + 1 for interview in after.values() if interview for entry in interview.log),
                1,
            ),
        )
