"""What was told is remembered: never told twice, and never lost for being told."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from planner.domain.errors import Busy, StoreTrouble
from planner.store import lock, reminded
from planner.store.reminded import RemindedFile

DATA = Path("/data/planner.json")


def told(folder: Path, *keys: str, data: Path = DATA, rehearsed: bool = False) -> list[str]:
    with RemindedFile(folder, data, rehearsed=rehearsed).telling(keys) as new:
        return [*new]


def test_what_was_told_is_not_new_and_what_was_not_is(tmp_path: Path) -> None:
    assert told(tmp_path, "a", "b") == ["a", "b"]
    assert told(tmp_path, "a", "b") == []
    assert told(tmp_path, "c", "b") == ["c"]


def test_each_data_file_has_a_memory_of_its_own(tmp_path: Path) -> None:
    told(tmp_path, "a")
    assert told(tmp_path, "a", data=Path("/data/other.json")) == ["a"]


def test_a_rehearsal_hides_nothing_but_from_the_next_rehearsal(tmp_path: Path) -> None:
    told(tmp_path, "a")
    assert told(tmp_path, "a", "b", rehearsed=True) == ["b"]
    assert told(tmp_path, "a", "b", rehearsed=True) == []
    assert told(tmp_path, "a", "b") == ["b"]


def test_what_could_not_be_told_is_told_the_next_time(tmp_path: Path) -> None:
    memory = RemindedFile(tmp_path, DATA)
    with pytest.raises(BrokenPipeError), memory.telling(["a"]):
        raise BrokenPipeError
    assert told(tmp_path, "a") == ["a"]


@pytest.mark.parametrize("content", [b"", b'{"told": ["a"', b"[]", b'{"told": 7}', b"\xff", b"[" * 100_000])
def test_a_damaged_memory_tells_again(content: bytes, tmp_path: Path) -> None:
    told(tmp_path, "a")
    (file,) = tmp_path.glob("*.json")
    file.write_bytes(content)
    assert told(tmp_path, "a") == ["a"]
    assert told(tmp_path, "a") == []


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    told(tmp_path / "state" / "reminded", "a")
    files = [*(tmp_path / "state" / "reminded").iterdir()]
    assert len(files) == 2
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700


def test_two_at_once_tell_each_thing_once(tmp_path: Path) -> None:
    together = Barrier(4)

    def tell(_: int) -> list[str]:
        together.wait()
        return told(tmp_path, *"abcdefgh")

    with ThreadPoolExecutor(4) as pool:
        all_told = [key for keys in pool.map(tell, range(4)) for key in keys]
    assert sorted(all_told) == [*"abcdefgh"]


def test_who_waits_too_long_for_another_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told(tmp_path, "a")
    monkeypatch.setattr(reminded, "_WAIT", 0.0)
    (file,) = tmp_path.glob("*.json")
    with lock.held(lock.path_of(file), 0), pytest.raises(Busy, match="Another reminder is just being told"):
        told(tmp_path, "b")


def test_where_nothing_can_be_remembered_it_is_told_each_time_and_said_so(tmp_path: Path) -> None:
    (tmp_path / "reminded").write_text("no folder")
    seen: list[str] = []
    for _ in range(2):
        with (
            pytest.raises(StoreTrouble, match="will be told again"),
            RemindedFile(tmp_path / "reminded", DATA).telling(["a"]) as new,
        ):
            seen += new
    assert seen == ["a", "a"]
    assert told(tmp_path / "reminded") == []
