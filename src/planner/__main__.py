"""`planner`: a prompt's question that was answered before is answered here; all else comes in by the entrance."""

import sys
import time

from planner import prompt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


INTERRUPTED = 130
"""The exit code after ctrl+c, as of every command."""


def main(argv: "Sequence[str] | None" = None) -> int:
    """Runs one command line and returns its exit code; `argv` is without the program's name."""
    words = sys.argv[1:] if argv is None else [*argv]
    try:
        asked = prompt.question(words)
        if _answered(asked):
            return 0
        from planner import entrance

        return entrance.main(words, asked)
    except KeyboardInterrupt:  # while the program was still being loaded
        return INTERRUPTED


def _answered(asked: str) -> bool:
    try:
        return prompt.answer(asked, time.time())
    except OSError:  # the whole program tells that it can't print
        return False


if __name__ == "__main__":
    sys.exit(main())
