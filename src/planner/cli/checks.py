"""What an examination found: a line each, with a sign and a word."""

from collections.abc import Iterator, Sequence

from planner.cli import columns
from planner.cli.console import Painted, Piece, Style
from planner.cli.documents import VERSION, Document
from planner.planning.health import Check, Sign

_SIGNS = {Sign.FINE: "√", Sign.HINT: "·", Sign.WRONG: "✗"}
_STYLES = {Sign.FINE: Style.OPEN, Sign.HINT: Style.AHEAD, Sign.WRONG: Style.URGENT}
_WORD = max(map(len, Sign))
_HANG = _WORD + 4


def line(check: Check, width: int) -> Iterator[Painted]:
    """One finding; what is too long for a line goes on below."""
    head = f"{_SIGNS[check.sign]} {check.sign:<{_WORD}}  "
    first, *rest = columns.wrapped(f"{head}{check.about}: {check.found} {check.remedy}".rstrip(), width, _HANG)
    yield [Piece(head, _STYLES[check.sign]), Piece(first[len(head) :])]
    for each in rest:
        yield [Piece(each)]


def document(checks: Sequence[Check]) -> Document:
    """What `doctor` prints for programs."""
    return {
        "planner": VERSION,
        "fine": not any(check.is_wrong for check in checks),
        "checks": [
            {
                "about": check.about,
                "sign": check.sign.value,
                "found": check.found,
                "remedy": check.remedy,
                "repairable": check.repair is not None,
            }
            for check in checks
        ],
    }
