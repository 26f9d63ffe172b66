"""What a person can look at: the interviews as they are in the file, and how they stand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from planner.domain.board import Board, Standing, board_of, standing_of
from planner.domain.case import Case, cases_of
from planner.domain.engine import explain
from planner.domain.errors import NotFound
from planner.domain.interview import Interview
from planner.domain.log import Entry
from planner.domain.policy import Policy
from planner.domain.text import folded_name
from planner.domain.verdict import ActionId, Explained
from planner.planning import fields as form
from planner.planning.desk import ShortDesk
from planner.planning.names import interview_named
from planner.planning.ports import Clock, Desk, Files, LetterFiles, SettingsFile, Store
from planner.planning.state import State


class Outlook:
    """What there is before anything is changed, and the base of what changes it.

    `session` names this process in the steps it makes; `new_uid` makes identities; `files` are those that people name;
    `desk` keeps what is no record yet; `notices` are to be told once.
    """

    def __init__(
        self,
        store: Store,
        settings: SettingsFile,
        clock: Clock,
        *,
        session: str,
        new_uid: Callable[[], str],
        files: Files,
        letter_files: LetterFiles,
        desk: Desk | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._new_uid = new_uid
        self._listeners: list[Callable[[], None]] = []
        self.settings = settings
        self.session = session
        self.files = files
        self.letter_files = letter_files
        self.desk = desk or ShortDesk()
        self.notices: tuple[str, ...] = ()
        self.state = store.load()
        # The last board, from which the next is made, and the state it shows: in one, as threads take each other's place.
        self._last: tuple[Board, State] | None = None

    @property
    def policy(self) -> Policy:
        """What the rules go by; where days are to be counted at home and no home zone is set, home is the host's."""
        policy = self.settings.current.policy
        if policy.day_zone == "home" and not policy.home_time_zone:
            return policy._replace(home_time_zone=self.settings.host_zone)
        return policy

    @property
    def home_zone(self) -> str:
        """The zone a person's own times are in: the one set, else the host's."""
        return self.policy.home_time_zone or self.settings.host_zone

    def now(self) -> datetime:
        """The instant it is, in the home zone."""
        return self._clock().astimezone(ZoneInfo(self.home_zone))

    def board(self, at: datetime | None = None) -> Board:
        """The board now, or at another instant; what is recorded counts either way."""
        state = self.state  # another thread may put a new one in its place meanwhile
        before = self._last[0] if self._last else None
        board = board_of(state.interviews.values(), self.policy, at or self._clock(), before)
        self._last = board, state
        return board

    def standing(self, id_: int, at: datetime | None = None) -> Standing:
        """How one interview stands. Raises NotFound when another session removed it meanwhile."""
        return standing_of(self._case(self.state, id_), at or self._clock())

    def supposing(self, id_: int, entry: Entry) -> Standing:
        """How an interview would stand now with one more entry in its log. Nothing is recorded."""
        interview = interview_in(self.state, id_)
        supposed = replace(interview, log=(*interview.log, entry))
        state = self.state._replace(interviews={**self.state.interviews, id_: supposed})
        return standing_of(self._case(state, id_), self._clock())

    def why(self, id_: int, action: ActionId, at: datetime | None = None) -> tuple[Explained, ...]:
        """What every rule says of an action, those that decide first."""
        return explain(self._case(self.state, id_), action, at or self._clock())

    def interview(self, id_: int) -> Interview:
        """Raises NotFound when another session removed it meanwhile."""
        return interview_in(self.state, id_)

    def named(self, name: str) -> Interview:
        """The interview meant by a number or the beginning of a company's name."""
        return interview_named(name, self.state.interviews.values(), self._clock())

    def reading(self) -> form.Reading:
        """What dates and times typed now are read against."""
        return form.Reading(self.home_zone, self.settings.current.date_order, self._clock())

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Calls `listener` after every change of the state; calling what is returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refresh(self) -> bool:
        """Reads the file again if another session changed it; whether it did."""
        if not self._store.changed():
            return False
        self._take(self._store.load())
        return True

    def _take(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            if self._listeners and self._last:
                self.board()  # here, as this may be a thread of its own: those who listen find most of it done
            for listener in tuple(self._listeners):
                listener()

    def _case(self, state: State, id_: int) -> Case:
        """The interview's case, read with the whole company's interviews and no others."""
        interview = interview_in(state, id_)
        board, shown = self._last or (None, None)
        if board and shown is state:
            known = next(one.case for one in board.standings if one.case.interview is interview)
            if known.policy == self.policy:
                return known
        company = interview.pursuit.company
        near = (one for one in state.interviews.values() if folded_name(one.company) == company)
        return next(case for case in cases_of(near, self.policy) if case.interview.id == id_)


def interview_in(state: State, id_: int) -> Interview:
    """The interview of that number. Raises NotFound where there is none."""
    interview = state.interviews.get(id_)
    if interview is None:
        raise NotFound(
            f"There is no interview number {id_}.", "It may have been deleted; planner list shows the numbers."
        )
    return interview
