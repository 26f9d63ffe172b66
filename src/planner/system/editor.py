"""The person's own editor, which takes over the terminal until it ends."""

from collections.abc import Mapping
from pathlib import Path

from planner.domain.errors import BadInput
from planner.domain.text import harmless

_SHOWN = 60


def edit(path: Path, env: Mapping[str, str], otherwise: str) -> None:
    """Opens the file in VISUAL or EDITOR. Raises BadInput, whose hint is `otherwise`, where the editor fails."""
    import shlex
    import subprocess

    editor = env.get("VISUAL") or env.get("EDITOR") or "vi"
    shown = harmless(editor[:_SHOWN])
    try:
        run = subprocess.run([*shlex.split(editor), str(path)], check=False)  # noqa: S603 - their editor
    except (OSError, ValueError) as error:
        raise BadInput(f"The editor “{shown}” can't be started.", "Set EDITOR to another one.") from error
    if run.returncode:
        raise BadInput(f"The editor ended with {run.returncode}.", otherwise)
