"""`planner`: a prompt's question that was answered before is answered here; all else comes in by the entrance."""

import sys
import time

from planner import prompt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: "Sequence[str] | None" = None) -> int:
    """Runs one command line and returns its exit code; `argv` is without the program's name."""
    words = sys.argv[1:] if argv is None else [*argv]
    asked = prompt.question(words)
    try:
        if prompt.answer(asked, time.time()):
            return 0
    except OSError:
        pass  # the whole program tells that it can't print
    from planner import entrance

    return entrance.main(words, asked)


if __name__ == "__main__":
    sys.exit(main())
