"""Writing a small file whole or not at all, for its owner's eyes."""

import os
from pathlib import Path

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700


def private_folder(folder: Path) -> None:
    """Makes `folder` and those above it that are missing, for the owner only; one that is there stays as it is."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        # The mode of mkdir is cut by the umask, never widened: 0700 holds under any but an absurd one.
        each.mkdir(OWNER_ONLY_FOLDER, exist_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Puts `content` in place of the file at `path`, durably; a reader sees the old or the new, whole.

    A new file is 0600 in folders made 0700; one that is there keeps its mode. A symbolic link is followed. Raises
    OSError, and then the old file is untouched.
    """
    real = path.resolve()
    private_folder(real.parent)
    mode = real.stat().st_mode & 0o777 if real.exists() else OWNER_ONLY
    temporary = real.with_name(f".{real.name}.{os.urandom(8).hex()}.tmp")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(real)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(real.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
