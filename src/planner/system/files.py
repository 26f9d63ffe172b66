"""Writing a small file of which a person may have made more: a link, or a file that others may read, too."""

from pathlib import Path

from planner.disk import OWNER_ONLY, make_folders, put, sync_folder


def write_whole(path: Path, content: bytes) -> None:
    """Puts `content` in place of the file at `path`, durably; a reader sees the old or the new, whole.

    A new file is 0600 in folders made 0700; one that is there keeps its mode. A symbolic link is followed. Raises
    OSError; unless it came from the very last step, the old file is untouched.
    """
    real = path.resolve()
    make_folders(real.parent)
    put(real, content, real.stat().st_mode & 0o777 if real.exists() else OWNER_ONLY)
    sync_folder(real.parent)
