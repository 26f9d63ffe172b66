"""The command that tells what came of all interviews so far."""

from collections.abc import Iterator
from dataclasses import asdict

from planner.cli import columns, documents
from planner.cli.call import Call
from planner.cli.console import Painted, Piece, Style
from planner.cli.exits import Exit
from planner.domain.insights import FEWEST, insights_of
from planner.domain.surveys import SURVEYS
from planner.planning.insights_lines import Plot, plots_of

_GAP = 2


def insights(call: Call) -> Exit:
    now = call.planner.now()
    found = insights_of(call.planner.state.interviews.values(), call.planner.policy, now)
    if call.options.json:
        figures = asdict(found) | {"fewest_cases": FEWEST, "surveys": [asdict(survey) for survey in SURVEYS]}
        call.print_json(documents.headed(now) | {"insights": figures})
    else:
        for place, plot in enumerate(plots_of(found)):
            call.console.lines([[Piece("")]] if place else ())
            call.console.lines(_printed(plot, call.console.columns))
    return Exit.FINE


def _printed(plot: Plot, width: int) -> Iterator[Painted]:
    yield [Piece(plot.title, Style.HEADING)]
    for line in columns.wrapped(plot.said, width):
        yield [Piece(line, Style.PLAIN if plot.bars else Style.GREY)]
    names = min(max((columns.width(bar.name) for bar in plot.bars), default=0), width // 2)
    for bar in plot.bars:
        words = columns.cut(bar.words, width - names - 2 * _GAP)
        yield [Piece(f"{'':{_GAP}}{columns.left(bar.name, names)}{'':{_GAP}}"), Piece(words, Style.GREY)]
