"""Two sessions change, undo, go back, crash and start again in any order: the file holds what a plain model holds.

The model is a dictionary of interviews, and the dictionaries that were before and after it.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from planner.domain.errors import NotConfirmed, StoreTrouble
from planner.domain.interview import Interview
from planner.planning.ports import Change
from planner.planning.state import State
from planner.planning.turns import back_to
from planner.store import backups
from planner.store.backup_folder import BackupFolder
from planner.store.data_file import DataFile
from tests.formats.valid import interviews
from tests.store.faults import Died, Disk, Fault
from tests.store.made import NOW, change, data_file, redone, undone

Held = Mapping[int, Interview]

sessions = st.integers(0, 1)


def held(state: State) -> Held:
    """What it holds, whichever change each was last touched by."""
    return {id_: replace(one, rev=0) for id_, one in state.interviews.items()}


class Changes(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="planner-store-")
        self.path = Path(self.folder.name) / "planner.json"
        self.stores = [data_file(self.path), data_file(self.path)]
        self.now: Held = {}
        self.before: list[Held] = []
        self.after: list[Held] = []
        self.highest = 0
        self.revision = 0

    def latest(self) -> State:
        return data_file(self.path).load()

    def changed(self, after: Mapping[int, Interview | None]) -> Held:
        """The model after a change that can be undone."""
        self.before.append(self.now)
        self.after.clear()
        found = dict(self.now)
        for id_, one in after.items():
            found.pop(id_, None)
            if one is not None:
                found[id_] = replace(one, id=id_, rev=0)
        return found

    def commit(self, session: int, wanted: Change) -> None:
        """By a session that may never have seen what the other one wrote."""
        returned = self.stores[session].commit(wanted)
        assert returned == self.latest()
        assert returned.revision == self.revision + 1
        self.revision += 1

    @rule(session=sessions, new=st.lists(interviews(), min_size=1, max_size=3))
    def add(self, session: int, new: list[Interview]) -> None:
        first = self.latest().next_id
        assert first > self.highest
        self.highest = first + len(new) - 1
        after = dict(enumerate(new, first))
        self.commit(session, change("Added", after))
        self.now = self.changed(after)

    @precondition(lambda self: self.now)
    @rule(session=sessions, data=st.data(), new=interviews())
    def edit(self, session: int, data: st.DataObject, new: Interview) -> None:
        id_ = data.draw(st.sampled_from(sorted(self.now)))
        after = {id_: replace(new, uid=self.now[id_].uid)}
        self.commit(session, change("Edited", after))
        self.now = self.changed(after)

    @precondition(lambda self: self.now)
    @rule(session=sessions, data=st.data())
    def delete(self, session: int, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(sorted(self.now)))
        self.commit(session, change("Deleted", {id_: None}))
        self.now = self.changed({id_: None})

    @precondition(lambda self: self.before)
    @rule(session=sessions)
    def undo(self, session: int) -> None:
        self.commit(session, undone)
        self.after.append(self.now)
        self.now = self.before.pop()

    @precondition(lambda self: self.after)
    @rule(session=sessions)
    def redo(self, session: int) -> None:
        self.commit(session, redone)
        self.before.append(self.now)
        self.now = self.after.pop()

    @precondition(lambda self: self.revision > 1)
    @rule(session=sessions, which=st.integers(0, 9))
    def go_back(self, session: int, which: int) -> None:
        kept = backups.kept(self.path)
        then = BackupFolder(self.path, lambda: NOW).read(kept[which % len(kept)].path)
        if held(then) == self.now:
            return
        self.commit(session, lambda state: back_to(state, then, "Restored", NOW, "here"))
        self.changed({})
        self.now = held(then)

    @rule(new=interviews(), at=st.integers(0, 60), fault=st.sampled_from(Fault))
    def crash(self, new: Interview, at: int, fault: Fault) -> None:
        first = self.latest().next_id
        with Disk(at, fault).used():
            try:
                data_file(self.path).commit(change("Added", {first: new}))
                outcomes = {self.revision + 1}
            except NotConfirmed:
                outcomes = {self.revision + 1}
            except StoreTrouble:
                outcomes = {self.revision}
            except (Died, KeyboardInterrupt):
                outcomes = {self.revision, self.revision + 1}
        found = self.latest().revision
        assert found in outcomes
        if found > self.revision:
            self.revision, self.highest = found, first
            self.now = self.changed({first: new})

    @rule(session=sessions)
    def restart(self, session: int) -> None:
        self.stores[session] = data_file(self.path)

    @rule(session=sessions)
    def refresh(self, session: int) -> None:
        store: DataFile = self.stores[session]
        if store.changed():
            store.load()
        assert not store.changed()

    @invariant()
    def the_disk_holds_what_the_model_holds(self) -> None:
        if hasattr(self, "path"):
            found = self.latest()
            assert held(found) == self.now
            assert (found.revision, len(found.undo), len(found.redo)) == (
                self.revision,
                len(self.before),
                len(self.after),
            )

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()


TestChanges = Changes.TestCase
TestChanges.settings = settings(max_examples=12, stateful_step_count=14, deadline=None)
