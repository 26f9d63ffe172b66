"""Files that may lie beside the checkout, in a folder `shared`: worked cases, and samples other programs wrote.

They are no part of the project. Where they are absent the lists below are empty, and a test parametrized over one
collects nothing; what it proves is also proved on texts of our own.
"""

from pathlib import Path

_beside = Path(__file__).resolve().parents[1].parent / "shared"

SHARED: Path | None = _beside if _beside.is_dir() else None
"""The folder, or None where there is none."""


def shared_files(pattern: str) -> list[Path]:
    """The files below the folder that match the glob, such as `samples/ics/*.ics`, in order of name; none without it."""
    return sorted(SHARED.glob(pattern)) if SHARED else []
