"""Whatever changes are made in whatever order: what is on the disk is what was returned, and undo leads back."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from planner.domain.interview import Interview
from planner.planning.state import State
from tests.formats.valid import interviews
from tests.store.made import change, data_file, redone, undone


class Changes(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="planner-store-")
        self.path = Path(self.folder.name) / "planner.json"
        self.store = data_file(self.path)
        self.state = State()
        self.highest = 0

    def commit(self, wanted: State) -> None:
        self.state = self.store.commit(lambda _state: wanted)
        assert self.state == wanted

    @rule(new=st.lists(interviews(), min_size=1, max_size=3))
    def add(self, new: list[Interview]) -> None:
        first = self.state.next_id
        assert first > self.highest
        self.highest = first + len(new) - 1
        self.commit(change("Added", dict(enumerate(new, first)))(self.state))

    @precondition(lambda self: self.state.interviews)
    @rule(data=st.data(), new=interviews())
    def edit(self, data: st.DataObject, new: Interview) -> None:
        id_ = data.draw(st.sampled_from(sorted(self.state.interviews)))
        self.commit(change("Edited", {id_: replace(new, uid=self.state.interviews[id_].uid)})(self.state))

    @precondition(lambda self: self.state.interviews)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.commit(change("Deleted", {data.draw(st.sampled_from(sorted(self.state.interviews))): None})(self.state))

    @precondition(lambda self: self.state.undo)
    @rule()
    def undo(self) -> None:
        self.commit(undone(self.state))

    @precondition(lambda self: self.state.redo)
    @rule()
    def redo(self) -> None:
        self.commit(redone(self.state))

    @rule()
    def restart(self) -> None:
        self.store = data_file(self.path)
        self.state = self.store.load()

    @invariant()
    def the_disk_holds_what_was_returned(self) -> None:
        if hasattr(self, "path"):
            assert data_file(self.path).load() == self.state

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()


TestChanges = Changes.TestCase
TestChanges.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
