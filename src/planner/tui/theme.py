"""The palettes as Textual takes them, and the style sheets."""

from pathlib import Path, PurePath
from typing import Any

from textual.app import App
from textual.theme import Theme

from planner.tui.palettes import PALETTES, Palette, palette_for

STYLES: list[str | PurePath] = ["app.tcss", *sorted(Path(__file__).parent.glob("screens/*.tcss"))]
"""The style sheets: what all screens share, then each screen's own."""


def _theme(palette: Palette) -> Theme:
    return Theme(
        name=palette.name,
        dark=palette.dark,
        primary=palette.primary,
        secondary=palette.primary,
        accent=palette.primary,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.background,
        panel=palette.panel,
        success=palette.success,
        warning=palette.warning,
        error=palette.error,
        variables={"grey": palette.grey, "strong": palette.strong, "rule": palette.rule},
    )


THEMES = tuple(map(_theme, PALETTES))


def dress(app: App[Any], wished: str) -> None:
    """Gives an app our themes, and the one wished for."""
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = palette_for(wished, app.console.color_system).name
