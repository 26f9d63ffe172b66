"""The config file: read as TOML, and one value changed in it with the rest left as the person wrote it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from planner.domain.errors import BadInput
from planner.system.files import write_whole
from planner.system.text_files import text_in

LARGEST = 256 * 1024


Tables = Mapping[str, object]


def read_config(path: Path) -> Tables:
    """The tables of the file; none if there is no file. BadInput, naming file and line, if it can't be read."""
    return parsed(text_of(path), path)


def write_config(path: Path, text: str, otherwise: str) -> None:
    """Puts the text in place of the file, which is made if it is not there.

    Raises BadInput where it can't be written, with what to do `otherwise`.
    """
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise BadInput(f"{path} could not be written: {error.strerror}.", otherwise) from error


def with_value(text: str, keys: Sequence[str], value: object) -> str:
    """`text`, a TOML document, with the value at `keys`, such as policy and wait_days; comments and order stay.

    None takes it out. Raises BadInput if that can't be done without changing anything else.
    """
    import tomllib

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    *sections, name = keys
    try:
        before = tomllib.loads(text)
        wanted = _placed(before, keys, value)
        if wanted == before:
            return text
        document = tomlkit.parse(text)
        table: Any = document
        for section in sections:
            table = table.setdefault(section, tomlkit.table())
        if value is None:
            table.pop(name, None)
        else:
            table[name] = value
        changed = tomlkit.dumps(document)
        if tomllib.loads(changed) == wanted:
            return changed
    except (TOMLKitError, tomllib.TOMLDecodeError, TypeError, AttributeError):
        pass  # a section is none, or one in pieces that tomlkit can't change
    raise BadInput(f"The config file is written in a way that {name} can't be changed in it.", by_hand(keys, value))


def by_hand(keys: Sequence[str], value: object) -> str:
    """How a person would write it into the file."""
    import tomlkit

    *sections, name = keys
    section = f"[{'.'.join(sections)}]"
    if value is None:
        return f"Take {name} out of {section} by hand."
    return f"Add {name} = {tomlkit.item(value).as_string()} under {section} by hand."


def _placed(table: Tables, keys: Sequence[str], value: object) -> Tables:
    """The tables with the value at `keys`; None takes it out."""
    first, *rest = keys
    if not isinstance(table, Mapping):
        raise TypeError(first)
    if value is None and first not in table:
        return table
    if rest:
        return {**table, first: _placed(cast("Tables", table.get(first, {})), rest, value)}
    if value is None:
        return {key: other for key, other in table.items() if key != first}
    return {**table, first: value}


def text_of(path: Path) -> str:
    """What stands in the file; "" where there is none. Raises BadInput."""
    try:
        return text_in(path, LARGEST, "a config file", "Name another with --config.")
    except FileNotFoundError:
        return ""


def parsed(text: str, path: Path) -> Tables:
    """The tables of a text. Raises BadInput, naming the file at `path` and the line."""
    if not text:
        return {}  # as on most machines: a start need not load what reads a file
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # TOMLDecodeError says the place; of a number with thousands of digits or a thousand brackets none is known.
        where = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "a value is out of all bounds"
        raise BadInput(f"{path} is not TOML: {where}.", "Mend that place, or move the file away.") from error
