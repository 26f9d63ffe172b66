"""Earlier versions of the data file: as a list, and as what going back to one would change."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from planner.cli import columns
from planner.cli.console import Painted, Piece, Style
from planner.cli.documents import VERSION, Document
from planner.planning.restoring import Prospect
from planner.planning.turns import Fate, Turn
from planner.planning.versions import Version

_STYLES = {Fate.BACK: Style.OPEN, Fate.CHANGES: Style.AHEAD, Fate.GOES: Style.URGENT}
_INDENT = max(map(len, Fate)) + 2
_HEADS = ("number", "written", "change", "interviews")


def listing(versions: Sequence[Version], when: Callable[[Version], str], width: int) -> Iterator[Painted]:
    """A line for each, with what had last been done in it; `when` words the time."""
    rows = [(str(one.number), when(one), f"{one.revision:,}", f"{one.interviews:,}") for one in versions]
    widths = [max(map(len, cells)) for cells in zip(_HEADS, *rows, strict=True)]
    yield [Piece("  ".join(f"{head:>{each}}" for head, each in zip(_HEADS, widths, strict=True)), Style.HEADING)]
    for one, row in zip(versions, rows, strict=True):
        cells = "  ".join(f"{cell:>{each}}" for cell, each in zip(row, widths, strict=True))
        rest = max(width - len(cells) - 2, 0)
        if one.trouble:
            yield [Piece(f"{cells}  "), Piece(columns.cut("can't be opened", rest), Style.URGENT)]
        else:
            yield [Piece(f"{cells}  {columns.cut(one.last, rest)}")]


def changes(turns: Iterable[Turn], width: int) -> Iterator[Painted]:
    """What would become of each interview, and of which of its fields."""
    for turn in turns:
        yield [
            Piece(f"{turn.fate:<{_INDENT}}", _STYLES[turn.fate]),
            Piece(columns.cut(f"{turn.id}  {turn.what}", width - _INDENT), Style.STRONG),
        ]
        for field, before, after in turn.differences:
            text = f"{'':{_INDENT}}{field}: {before or 'nothing'} → {after or 'nothing'}"
            for line in columns.wrapped(text, width, _INDENT):
                yield [Piece(line)]


def listed(versions: Iterable[Version]) -> Document:
    """What `restore` prints for programs."""
    return {"planner": VERSION, "backups": [_version(one) for one in versions]}


def foreseen(prospect: Prospect) -> Document:
    """What `restore WHICH` prints for programs."""
    return {
        "planner": VERSION,
        "backup": _version(prospect.version),
        "trouble": prospect.trouble,
        "interviews": [
            {
                "becomes": turn.fate.value,
                "id": turn.id,
                "what": turn.what,
                "changes": [{"field": one.field, "before": one.before, "after": one.after} for one in turn.differences],
            }
            for turn in prospect.turns
        ],
    }


def _version(one: Version) -> Document:
    return {
        "number": one.number,
        "written_at": one.written_at.isoformat(timespec="seconds"),
        "revision": one.revision,
        "interviews": one.interviews,
        "last": one.last,
        "kept": one.lasting,
        "opens": not one.trouble,
        "trouble": one.trouble,
        "path": str(one.path),
    }
