import os
import stat
from pathlib import Path

import pytest

from planner.domain.errors import BadInput
from planner.system.config import LARGEST, read_config, with_value, write_config

BERLIN = "Europe/Berlin"
HOME_ZONE = ("policy", "home_time_zone")


@pytest.fixture
def path(home: Path) -> Path:
    return home / "config.toml"


def refusal(path: Path) -> BadInput:
    with pytest.raises(BadInput) as refused:
        read_config(path)
    assert str(path) in refused.value.sentence
    assert refused.value.hint
    return refused.value


def test_without_a_file_there_are_no_tables(home: Path) -> None:
    assert read_config(home / "nowhere" / "config.toml") == {}
    assert read_config(Path("/dev/null")) == {}


def test_the_tables_of_the_file_are_read(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf[policy]\r\nwait_days = 5 # f\xc3\xbcnf\r\n")
    assert read_config(path) == {"policy": {"wait_days": 5}}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"[policy]\nwait_days = \n", "line 2"),
        (b"[policy]\nwait_days = 1\nwait_days = 2\n", "line 3"),
        (b"[policy]\n# caf\xe9\n", "line 2: that is not UTF-8"),
        (b"a = \x00", "not TOML"),
        (b"a = 2026-13-01", "not TOML"),
        (b"a = " + b"9" * 5000, "not TOML"),
        (b"a = " + b"[" * 50_000, "not TOML"),
        (b"#" * (LARGEST + 1), "256 KiB"),
    ],
)
def test_a_file_that_is_no_config_is_refused_with_its_place(path: Path, content: bytes, says: str) -> None:
    path.write_bytes(content)
    assert says in refusal(path).sentence


def test_a_folder_and_a_pipe_are_refused_at_once(home: Path) -> None:
    os.mkfifo(home / "pipe")
    assert "no ordinary file" in refusal(home / "pipe").sentence
    refusal(home)


def test_a_device_without_end_is_refused() -> None:
    refusal(Path("/dev/zero"))


def test_a_file_that_may_not_be_read_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", denied)
        assert "Permission denied" in refusal(path).sentence


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[policy]\nhome_time_zone = "Europe/Berlin"\n'),
        ("# mine\n", '# mine\n\n[policy]\nhome_time_zone = "Europe/Berlin"\n'),
        (
            "[policy] # rules\nwait_days = 5 # not seven\n\n[display]\nmouse = 'on'\n",
            "[policy] # rules\nwait_days = 5 # not seven\nhome_time_zone = \"Europe/Berlin\"\n\n[display]\nmouse = 'on'\n",
        ),
        (
            "[policy]\nhome_time_zone = 'UTC' # for now\n",
            '[policy]\nhome_time_zone = "Europe/Berlin" # for now\n',
        ),
        (
            "[policy.channel]\nfinance = 'card'\n",
            "[policy]\nhome_time_zone = \"Europe/Berlin\"\n\n[policy.channel]\nfinance = 'card'\n",
        ),
        ("policy.wait_days = 5\n", 'policy.wait_days = 5\npolicy.home_time_zone = "Europe/Berlin"\n'),
    ],
)
def test_the_home_zone_is_added_and_the_rest_stays_as_written(before: str, after: str) -> None:
    assert with_value(before, HOME_ZONE, BERLIN) == after
    assert with_value(after, HOME_ZONE, BERLIN) == after


def test_a_config_without_room_for_the_home_zone_is_refused_with_what_to_write() -> None:
    with pytest.raises(BadInput) as refused:
        with_value("policy = 3\n", HOME_ZONE, BERLIN)
    assert refused.value.hint == 'Add home_time_zone = "Europe/Berlin" under [policy] by hand.'


def test_the_file_is_made_for_its_owner_only(home: Path) -> None:
    path = home / ".config" / "planner" / "config.toml"
    write_config(path, "[me]\n", "")
    assert read_config(path) == {"me": {}}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("before", "keys", "value", "after"),
    [
        (
            "[policy]\n# why\nwait_days = 5 # not seven\nmail_days = 4\n",
            ("policy", "wait_days"),
            9,
            "wait_days = 9 # not seven",
        ),
        (
            "[policy]\nwait_days = 5\nmail_days = 4 # slow\n",
            ("policy", "wait_days"),
            None,
            "[policy]\nmail_days = 4 # slow\n",
        ),
        ("[policy]\n", ("policy", "weekend"), ["friday"], 'weekend = ["friday"]'),
        ("", ("policy", "channel", "oil & gas"), "card", '[policy.channel]\n"oil & gas" = "card"'),
        ("[keys]\nwhy = 'W'\n", ("keys", "find"), "f5,ctrl+t", "why = 'W'\nfind = \"f5,ctrl+t\""),
    ],
)
def test_one_value_is_changed_or_taken_out_and_the_rest_stays(
    before: str, keys: tuple[str, ...], value: object, after: str
) -> None:
    assert after in with_value(before, keys, value)


def test_taking_out_what_is_not_there_changes_nothing() -> None:
    for text in ("", "# mine\n", "[policy]\n", "[policy]\nmail_days = 4\n"):
        assert with_value(text, ("policy", "wait_days"), None) == text


def test_a_file_that_can_not_be_written_is_said_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match="No space left on device") as refused:
        write_config(path, "[me]\n", "Write it by hand.")
    assert refused.value.hint == "Write it by hand."
    assert not path.exists()
