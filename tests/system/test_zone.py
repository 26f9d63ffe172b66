from pathlib import Path

import pytest

from planner.domain.errors import BadInput
from planner.system.zone import host_zone


@pytest.fixture
def etc(home: Path) -> Path:
    (home / "etc").mkdir()
    return home / "etc"


def zone(etc: Path, env: dict[str, str] | None = None) -> str:
    return host_zone(env or {}, etc / "localtime", etc / "timezone").key


@pytest.mark.parametrize(
    "value",
    [
        "Europe/Berlin",
        ":Europe/Berlin",
        "/usr/share/zoneinfo/Europe/Berlin",
        ":/usr/share/zoneinfo/posix/Europe/Berlin",
    ],
)
def test_the_variable_comes_first(etc: Path, value: str) -> None:
    (etc / "timezone").write_text("Asia/Tokyo\n")
    assert zone(etc, {"TZ": value}) == "Europe/Berlin"


@pytest.mark.parametrize("value", ["Mars/Olympus", "CET-1CEST,M3.5.0,M10.5.0/3", "<+05>-5", "../../etc/passwd"])
def test_a_variable_that_names_no_zone_is_refused_and_never_utc(etc: Path, value: str) -> None:
    with pytest.raises(BadInput, match="The variable TZ: ") as refused:
        zone(etc, {"TZ": value})
    assert "home_time_zone" in refused.value.hint


def test_an_empty_variable_counts_as_not_set(etc: Path) -> None:
    (etc / "timezone").write_text("Asia/Tokyo\n")
    assert zone(etc, {"TZ": ""}) == "Asia/Tokyo"


@pytest.mark.parametrize(
    "target",
    ["/usr/share/zoneinfo/America/Argentina/Ushuaia", "../usr/share/zoneinfo/America/Argentina/Ushuaia"],
)
def test_the_link_comes_before_the_file_which_may_be_stale(etc: Path, target: str) -> None:
    (etc / "localtime").symlink_to(target)
    (etc / "timezone").write_text("Asia/Tokyo\n")
    assert zone(etc) == "America/Argentina/Ushuaia"


def test_a_link_to_a_link_is_followed(etc: Path) -> None:
    (etc / "there").symlink_to("/var/db/timezone/zoneinfo/Asia/Kathmandu")
    (etc / "localtime").symlink_to(etc / "there")
    assert zone(etc) == "Asia/Kathmandu"


def test_where_the_link_is_a_copy_the_file_says_it(etc: Path) -> None:
    (etc / "localtime").write_bytes(b"TZif2")
    (etc / "timezone").write_text("Asia/Tokyo\n")
    assert zone(etc) == "Asia/Tokyo"


def test_with_nothing_to_go_by_it_is_utc(etc: Path) -> None:
    assert zone(etc) == "UTC"
    (etc / "localtime").symlink_to(etc / "nowhere")
    (etc / "timezone").write_bytes(b"\xff\x00 rubbish")
    assert zone(etc) == "UTC"
