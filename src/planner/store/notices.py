"""What a start finds amiss around a data file that can be opened, and mends where it can."""

from pathlib import Path

from planner.domain.wording import count
from planner.store import backups, privacy
from planner.store.trouble import told


def at_start(path: Path) -> tuple[str, ...]:
    """A sentence for each thing a person should know of. `path` is the file itself, links followed.

    Only to be asked once the file has been opened: what is not ours is not to be touched.
    """
    found = [privacy.mended(one) for one in privacy.opened([path, backups.folder_of(path)])]
    if not path.exists():
        with told(path, f"The backups of {path} can't be read"):
            lost = len(backups.kept(path))
        if lost:
            found.append(f"There is no {path}, but {count(lost, 'backup')} of it. planner restore lists them.")
    return tuple(found)
