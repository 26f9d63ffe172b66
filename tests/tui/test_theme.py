"""Every theme can be read: text at 4.5:1 against what it stands on, grey too."""

from unittest.mock import patch

import pytest
from textual.color import Color
from textual.css.stylesheet import Stylesheet
from textual.theme import Theme

from planner.tui.palettes import palette_for
from planner.tui.theme import THEMES
from tests.tui.interviews import EACH
from tests.tui.seat import seated


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


TEXT = ("foreground", "primary", "success", "warning", "error")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "panel"])
def test_all_text_stands_out_from_its_ground(theme: Theme, ground: str) -> None:
    behind = Color.parse(getattr(theme, ground))
    colours = {name: getattr(theme, name) for name in TEXT} | {
        name: theme.variables[name] for name in ("grey", "strong")
    }
    contrasts = {name: round(contrast(Color.parse(colour), behind), 1) for name, colour in colours.items()}
    assert {name: ratio for name, ratio in contrasts.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_grey_looks_grey_beside_text(theme: Theme) -> None:
    grey, text = Color.parse(theme.variables["grey"]), Color.parse(theme.foreground or "")
    assert contrast(text, grey) > 1.6


def test_a_terminal_of_sixteen_colours_gets_the_theme_made_of_them() -> None:
    assert palette_for("light", "standard").name == "sixteen"
    assert palette_for("light", "256").name == "light"
    assert palette_for("", "truecolor").name == "dark"


async def test_the_style_sheets_are_parsed_once_for_the_first_screen() -> None:
    with patch.object(Stylesheet, "reparse", autospec=True) as anew:
        async with seated(*EACH):
            pass
    anew.assert_not_called()
