"""Bars as a plotting library draws them, in signs that a plain terminal has too."""

from collections.abc import Sequence

import plotille  # type: ignore[import-untyped]

# The library draws in dots of Braille, eight to a cell, which the fonts of consoles lack and few people tell apart.
_SIGNS = str.maketrans("⣿⡿⡷⡗⡇⠇⠆⠂⠀", "■■■■■··· ")


def bars(lengths: Sequence[float], full: float, width: int) -> list[str]:
    """Each length as a bar of `width` columns, blanks included; `full` fills them, or with 0 the longest length does."""
    most = full or max(lengths)
    # The bar of `most` gives the scale and is not shown; nor are head, foot, labels and numbers, which are ours to write.
    chart: str = plotille.hist_aggregated([*lengths, most], labels=[""] * (len(lengths) + 1), width=width, linesep="\n")
    rows = chart.split("\n")[1 : len(lengths) + 1]
    return [row.partition("| ")[2][:width].translate(_SIGNS) for row in rows]
