"""What to remind of: each thing on the checklist that has become open, once."""

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

from planner.domain.board import Board, Standing
from planner.domain.policy import Policy
from planner.domain.verdict import ActionId, Availability
from planner.planning.phrases import name_of
from planner.planning.planner import Planner
from planner.planning.state import State

_TITLES = {ActionId.THANK_YOU: "Thank-you", ActionId.FOLLOW_UP: "Follow-up"}


class Reminder(NamedTuple):
    """An action that is open. `key` stays the same for as long as it is the same opening of the same action."""

    standing: Standing
    answer: Availability

    @property
    def key(self) -> str:
        finding = self.answer.finding
        # By the day: an interview that turned out a little shorter is no second reason for a thank-you.
        opened_on = finding.opens_on or (finding.opens_at.date() if finding.opens_at else "")
        return f"{self.standing.interview.uid} {self.answer.action} {opened_on}"

    @property
    def text(self) -> str:
        """On one line whose it is, which action, and what the rule says of it."""
        return f"{name_of(self.standing.interview)}. {_TITLES[self.answer.action]}: {self.answer.text}"


def in_brief(reminders: Sequence[Reminder]) -> str:
    """All of them in one sentence, for a notification."""
    if len(reminders) == 1:
        return reminders[0].text
    companies = dict.fromkeys(one.standing.interview.company for one in reminders)
    return f"{len(reminders)} things can be done now: {', '.join(companies)}."


def reminders_of(board: Board) -> tuple[Reminder, ...]:
    """All that is open on the checklist, in the order of the board."""
    return tuple(
        Reminder(standing, answer) for standing in board.standings for answer in standing.checklist if answer.is_open
    )


class Openings:
    """What opens while somebody has the screen before them."""

    def __init__(self) -> None:
        self._under: tuple[State, Policy] | None = None
        self._known: frozenset[str] = frozenset()
        self._changes_at: datetime | None = None

    def since(self, planner: Planner) -> tuple[Reminder, ...]:
        """What the clock alone has opened since the last call.

        What a change of the interviews or the settings opened, whoever made it knows.
        """
        under = planner.state, planner.policy
        unchanged = self._under is not None and under[0] is self._under[0] and under[1] == self._under[1]
        if unchanged and (self._changes_at is None or planner.now() < self._changes_at):
            return ()
        board = planner.board()
        open_now = reminders_of(board)
        new = tuple(one for one in open_now if unchanged and one.key not in self._known)
        self._under, self._changes_at = under, board.changes_at
        self._known = frozenset(one.key for one in open_now)
        return new


class Reminded(Protocol):
    """Remembers what was told, between one time and the next, for one data file."""

    def telling(self, keys: Collection[str]) -> AbstractContextManager[Collection[str]]:
        """Those of `keys` that were not told yet. On leaving without an error they are remembered as told.

        Nobody else tells meanwhile. What can't be remembered raises StoreTrouble, and is told again the next time;
        so it is after a memory was lost or damaged.
        """
