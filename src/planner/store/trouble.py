"""What can go wrong with the data file, as sentences a person can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.domain.errors import StoreTrouble

_REASONS = {
    errno.EACCES: ("permission is denied", "Check the owner and the mode of {path}."),
    errno.EBUSY: ("it is a mount of its own", "Mount the folder it lies in instead of the file."),
    errno.EDQUOT: ("your disk quota is used up", "Free some space, then do it again."),
    errno.EFBIG: ("it would be larger than files may be here", "Raise the limit (see `ulimit -f`)."),
    errno.EIO: ("the disk reports an error", "Copy your files to another disk before anything else."),
    errno.ELOOP: ("its links lead in a circle", "Mend the link {path}."),
    errno.EMFILE: ("too many files are open", "Close some programs, then do it again."),
    errno.ENAMETOOLONG: ("its name is too long", "Use a shorter path."),
    errno.ENFILE: ("too many files are open", "Close some programs, then do it again."),
    errno.ENOENT: ("it, or the folder it lies in, has gone", "Do it again; it will be made anew."),
    errno.ENOLCK: ("this file system has no locks", "Keep the data on a local disk."),
    errno.ENOSPC: ("the disk is full", "Free some space, then do it again."),
    errno.ENOTDIR: ("a part of its path is no folder", "Check the path {path}."),
    errno.EOPNOTSUPP: ("this file system has no locks", "Keep the data on a local disk."),
    errno.EPERM: ("permission is denied", "Check the owner and the mode of {path}."),
    errno.EROFS: ("the file system is read-only", "Make it writable, or choose another file with --data."),
    errno.EXDEV: ("its folder spans two file systems", "Keep the data in a folder of one file system."),
}


def reason(error: OSError, path: Path) -> tuple[str, str]:
    """Why it failed, as the end of a sentence, and what to do."""
    why, hint = _REASONS.get(error.errno or 0, (error.strerror or "it failed", "Check the disk."))
    return why, hint.format(path=error.filename or path)


@contextmanager
def told(path: Path, what: str) -> Iterator[None]:
    """Turns an OSError inside into StoreTrouble: `what` happened, and why."""
    try:
        yield
    except OSError as error:
        why, hint = reason(error, path)
        raise StoreTrouble(f"{what}: {why}.", hint) from error
