"""Whatever stands in a file of the program's own, it is read, or refused in a sentence; nothing else is ever raised."""

import io
import json
import sys
import tempfile
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner import prompt
from planner.domain.board import board_of
from planner.domain.errors import BadInput, PlannerError, StoreTrouble
from planner.domain.policy import Policy
from planner.domain.text import harmless
from planner.planning.health import examined
from planner.planning.turns import turns
from planner.store.backup_folder import BackupFolder
from planner.store.backups import folder_of
from planner.store.contents import NOTHING
from planner.store.reading import understood
from planner.store.reminded import RemindedFile
from planner.system import column_memory
from planner.system.desk import FileDesk
from planner.system.settings_file import SettingsFile
from tests.store.made import NOW, data_file

Json = Any

DATA = json.loads((Path(__file__).parent / "store" / "samples" / "schema-1.json").read_bytes())
DESK = {
    "planner": 1,
    "data": "/planner.json",
    "place": "uid-1",
    "drafts": [{"form": "add", "typed_at": "2026-11-23T17:00:00+00:00", "fields": {"company": "Acme", "role": ""}}],
}
COLUMNS = {"Firma;Datum": {"Firma": "company", "Datum": "starts_at"}, "A;B": {"A": "role"}}
REMINDED = {"told": ["uid-1 thank_you 2026-11-24", "uid-2"], "rehearsed": ["uid-3"]}
CONFIG = b"""
[policy]
home_time_zone = "Europe/Berlin"
wait_days = 7
weekend = ["sat", "sun"]
holidays = [2026-12-25]
[policy.channel]
law = "card"
[keys]
quit = ["q"]
[display]
theme = "dark"
"""

values: st.SearchStrategy[Json] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 3),
    st.sampled_from([10**6, -(10**18), 10**400]),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["1", "UTC", "uid-1", "9999-12-31T23:59", "0001-01-01T00:00", "2199-12-31T23:59-23:59"]),
    st.sampled_from([[], {}, [[]], {"1": {}}, {"": None}, [None]]),
)


@st.composite
def mutated(draw: st.DrawFn, document: Json) -> bytes:
    """The document with some values changed, taken out or named anew; now and then its text is damaged, too."""
    document = deepcopy(document)
    for _ in range(draw(st.integers(1, 3))):
        holder = document
        for _ in range(draw(st.integers(0, 7))):
            within = [each for _, each in items(holder) if each and isinstance(each, dict | list)]
            holder = draw(st.sampled_from(within)) if within else holder
        key = draw(st.sampled_from([key for key, _ in items(holder)])) if holder else None
        match draw(st.integers(0, 4)) if holder else -1:
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[draw(st.sampled_from(["id", "rev", "2", "kind", "\ud800", ""]))] = deepcopy(holder[key])
            case -1:
                pass
            case _:
                holder[key] = deepcopy(draw(values))
    return draw(damaged(json.dumps(document).encode()))


@st.composite
def damaged(draw: st.DrawFn, raw: bytes) -> bytes:
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        at = draw(st.integers(0, len(raw)))
        raw = raw[:at] + draw(st.binary(max_size=4)) + raw[at + draw(st.integers(0, 20)) :]
    return raw


def items(holder: Json) -> list[tuple[Json, Json]]:
    return list(holder.items() if isinstance(holder, dict) else enumerate(holder))


def check_refusal(error: PlannerError) -> None:
    """What is shown of it: a sentence that no content of the file turns into more."""
    assert error.sentence
    assert harmless(error.sentence) == error.sentence


@given(mutated(DATA) | st.binary(max_size=200))
def test_a_data_file_is_refused_or_everything_can_be_done_with_what_it_holds(raw: bytes) -> None:
    try:
        found = understood(raw)
    except BadInput as error:
        check_refusal(error)
        return
    state = found.state
    board_of(state.interviews.values(), Policy(), NOW)
    assert all(check.found for check in examined(state, None, NOW))  # type: ignore[arg-type]
    turns(state, NOTHING.state, date(2026, 11, 23))


@given(mutated(DATA) | st.binary(max_size=200))
def test_the_file_itself_and_a_backup_of_it_are_refused_or_opened_and_never_changed(raw: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="planner-bytes-") as folder:
        path = Path(folder) / "planner.json"
        kept = folder_of(path) / "000001-r1-2026-11-23.json"
        kept.parent.mkdir()
        path.write_bytes(raw)
        kept.write_bytes(raw)
        try:
            data_file(path).load()
        except StoreTrouble as error:
            check_refusal(error)
        (version,) = BackupFolder(path, lambda: NOW).versions()
        assert harmless(version.trouble) == version.trouble
        assert path.read_bytes() == kept.read_bytes() == raw


@given(damaged(CONFIG) | st.binary(max_size=200))
@example(b"[policy]\nhome_time_zone = " + b"[" * 3_000)
@example(b"policy = " + b"9" * 5_000)
@example(b"[policy]\nholidays = [1000000-13-77]")
def test_settings_are_refused_or_read_and_only_the_home_zone_is_ever_written(raw: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="planner-bytes-") as folder:
        path = Path(folder) / "config.toml"
        path.write_bytes(raw)
        try:
            settings = SettingsFile(path, {})
            before = settings.current
            settings.set_home_zone("Asia/Tokyo")
        except BadInput as error:
            check_refusal(error)
            assert path.read_bytes() == raw
            return
        after = SettingsFile(path, {}).current
        assert after == before._replace(policy=before.policy._replace(home_time_zone="Asia/Tokyo"))


@given(mutated(DESK) | st.binary(max_size=200))
def test_what_another_session_left_is_offered_or_not_and_a_session_begins_either_way(raw: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="planner-bytes-") as folder:
        (Path(folder) / "0123456789abcdef.json").write_bytes(raw)
        desk = FileDesk(Path(folder), Path("/planner.json"), lambda: NOW)
        assert all(draft.typed_at.tzinfo for draft in desk.left)
        desk.keep("add", {"company": "Acme"})


@given(mutated(COLUMNS) | st.binary(max_size=200))
def test_what_columns_are_is_read_or_refused(raw: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="planner-bytes-") as folder:
        path = Path(folder) / "columns.json"
        path.write_bytes(raw)
        try:
            said = column_memory.read(path)
        except BadInput as error:
            check_refusal(error)
            return
        column_memory.write(path, said)


@given(mutated(REMINDED) | st.binary(max_size=200))
def test_what_was_told_is_known_or_told_again(raw: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="planner-bytes-") as folder:
        memory = RemindedFile(Path(folder), Path("/planner.json"))
        memory._path.write_bytes(raw)
        with memory.telling(["new \ud800"]) as new:
            assert set(new) <= {"new \ud800"}
        with memory.telling(["new \ud800"]) as new:
            assert new == []


REMEMBERED = f"question\n1000.0\n2000.0\n{prompt._identity(prompt._status('/'))} /\n! 1 thank-you\nend".encode()


@given(damaged(REMEMBERED) | st.binary(max_size=200))
@example(REMEMBERED.replace(b"1000.0", b"1000.0x"))
@example(REMEMBERED.replace(b"thank", b"\x1b[2J"))
@example(REMEMBERED.replace(b"thank", b"\xffhank"))
def test_what_is_remembered_for_a_prompt_is_said_or_not_and_is_always_one_plain_line(raw: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="planner-bytes-") as folder, pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", folder)
        out = io.StringIO()
        patched.setattr(sys, "stdout", out)
        path = Path(prompt.path())
        path.parent.mkdir()
        path.write_bytes(raw)
        path.chmod(0o600)
        said = prompt.answer("question", 1500.0)
        text = out.getvalue()
        assert text.isascii()
        assert text.rstrip("\n").isprintable()
        assert said or not text
