"""Reading a small text that a person wrote."""

import os
import stat
from pathlib import Path

from planner.domain.errors import BadInput


def text_in(path: Path, limit: int, what: str, hint: str) -> str:
    """The text of a file, or of a device like /dev/null, of at most `limit` bytes; a pipe would hang.

    `what` it is and the `hint` are for the sentence of BadInput. Raises FileNotFoundError where there is none.
    """
    try:
        content = _content(path, limit, what, hint)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise BadInput(f"{path} can't be read: {error.strerror}.", hint) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadInput(f"{path}, line {line}: that is not UTF-8.", "Save it as UTF-8 text.") from error


def _content(path: Path, limit: int, what: str, hint: str) -> bytes:
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        mode = os.fstat(handle).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISCHR(mode)):
            raise BadInput(f"{path} is no ordinary file.", hint)
        content = file.read(limit + 1)
    if len(content) > limit:
        raise BadInput(f"{path} is over {limit // 1024} KiB, too large for {what}.", "Is it another file?")
    return content
