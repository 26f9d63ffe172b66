"""What people said the columns of their tables are, kept in a small file of its own."""

import json
from collections.abc import Mapping
from pathlib import Path

from planner.domain.errors import BadInput
from planner.system.files import write_whole

_MOST = 100
"""Tables remembered; the one said first is forgotten first."""

Said = Mapping[str, Mapping[str, str]]


def read(path: Path) -> dict[str, dict[str, str]]:
    """What the file holds; nothing where there is none. Raises BadInput where it is not as it was written."""
    try:
        content = json.loads(path.read_bytes())
        return {
            str(header): {str(name): str(field) for name, field in said.items()} for header, said in content.items()
        }
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise BadInput(f"{path} can't be read: {(error.strerror or 'it failed').lower()}.") from error
    except (ValueError, AttributeError, RecursionError) as error:
        raise BadInput(
            f"{path} is damaged.", "It only holds what columns of tables are: remove it, and say so again."
        ) from error


def write(path: Path, said: Said) -> None:
    """Puts it in the file, for the owner alone. Raises OSError, and then the file is as it was."""
    kept = dict(list(said.items())[-_MOST:])
    write_whole(path, json.dumps(kept, ensure_ascii=False, indent=1).encode(errors="surrogatepass"))
