"""The config file: read as TOML, and one key written back into it with the rest left as the person wrote it."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from planner.domain.errors import BadInput
from planner.system.files import write_whole
from planner.system.text_files import text_in

LARGEST = 256 * 1024


def read_config(path: Path) -> Mapping[str, object]:
    """The tables of the file; none if there is no file. BadInput, naming file and line, if it can't be read."""
    return _parsed(_text(path), path)


def write_home_zone(path: Path, zone: str) -> None:
    """Sets policy.home_time_zone to `zone` in the file, which is made if it is not there."""
    text = _text(path)
    _parsed(text, path)
    try:
        write_whole(path, with_home_zone(text, zone).encode())
    except OSError as error:
        raise BadInput(f"{path} could not be written: {error.strerror}.", _by_hand(zone)) from error


def with_home_zone(text: str, zone: str) -> str:
    """`text`, a TOML document, with policy.home_time_zone set to `zone`; comments and order stay.

    Raises BadInput if that can't be done without changing anything else.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    before = tomllib.loads(text)
    try:
        wanted = before | {"policy": before.get("policy", {}) | {"home_time_zone": zone}}
        document = tomlkit.parse(text)
        document.setdefault("policy", tomlkit.table())["home_time_zone"] = zone
        changed = tomlkit.dumps(document)
        if tomllib.loads(changed) == wanted:
            return changed
    except (TOMLKitError, tomllib.TOMLDecodeError, TypeError):
        pass  # policy is no section, or one in pieces that tomlkit can't add to
    raise BadInput("The config file is written in a way that the home zone can't be added to.", _by_hand(zone))


def _by_hand(zone: str) -> str:
    return f'Add home_time_zone = "{zone}" under [policy] by hand.'


def _text(path: Path) -> str:
    try:
        return text_in(path, LARGEST, "a config file", "Name another with --config.")
    except FileNotFoundError:
        return ""


def _parsed(text: str, path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # TOMLDecodeError says the place; of a number with thousands of digits or a thousand brackets none is known.
        where = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "a value is out of all bounds"
        raise BadInput(f"{path} is not TOML: {where}.", "Mend that place, or move the file away.") from error
