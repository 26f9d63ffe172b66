"""The time zone the host seems to be in, as a guess to offer: an SSH host is often in UTC while its user is not."""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from planner.domain.errors import BadInput
from planner.domain.zones import zone_called

LOCALTIME = Path("/etc/localtime")
TIMEZONE = Path("/etc/timezone")
_MARK = "zoneinfo/"


def host_zone(env: Mapping[str, str], localtime: Path = LOCALTIME, timezone: Path = TIMEZONE) -> ZoneInfo:
    """From TZ, else the link /etc/localtime, which programs go by, else /etc/timezone, else UTC.

    A TZ that names no zone raises BadInput: libraries would take it as UTC without a word.
    """
    if name := env.get("TZ", "").removeprefix(":"):
        return _of_variable(name)
    for name in (_behind_link(localtime), _written_in(timezone)):
        try:
            return zone_called(name)
        except BadInput:  # a file that names none is no guess; the next may be
            continue
    return ZoneInfo("UTC")


def _of_variable(name: str) -> ZoneInfo:
    try:
        return zone_called(_after_mark(name))
    except BadInput as error:
        hint = f"{error.hint} Unset TZ, or set home_time_zone under [policy] in the config file."
        raise BadInput(f"The variable TZ: {error.sentence}", hint) from error


def _behind_link(path: Path) -> str:
    """The name in what the link points to: /usr/share/zoneinfo/Europe/Berlin; "" for a file that is no link."""
    try:
        target = str(path.readlink())
        return _after_mark(target if _MARK in target else str(path.resolve()))
    except OSError:
        return ""


def _written_in(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")[:100].strip()
    except OSError:
        return ""


def _after_mark(path: str) -> str:
    return path.rpartition(_MARK)[2].removeprefix("posix/").removeprefix("right/")
