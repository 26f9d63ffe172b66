"""The colours of the program. Each state has a sign and a word as well; colour is never alone."""

from pathlib import Path, PurePath
from typing import Any, NamedTuple

from textual.app import App
from textual.theme import Theme

STYLES: list[str | PurePath] = ["app.tcss", *sorted(Path(__file__).parent.glob("screens/*.tcss"))]
"""The style sheets: what all screens share, then each screen's own."""


class Look(NamedTuple):
    """How a tone looks: the theme's names of its colour and of its ground ("": that of the pane it stands in)."""

    colour: str
    bold: bool = False
    ground: str = ""


TONES = {
    "text": Look("foreground"),
    "strong": Look("strong", bold=True),
    "grey": Look("grey"),
    "head": Look("primary", bold=True),
    "urgent": Look("warning"),
    "open": Look("success"),
    "ahead": Look("primary"),
    "rule": Look("rule"),
    "key": Look("primary", bold=True),
    "cursor": Look("primary"),
    "field": Look("foreground", ground="panel"),
}
"""What a span of text is. In code and not as classes of a stylesheet, which would be worked out for each pane anew."""

# Grey must look grey and stay legible: 4.5:1 against the background, what the accessibility guidelines ask of text,
# though 3:1 would do for what can't be used.
DARK = Theme(
    name="dark",
    dark=True,
    primary="#7aa2f7",
    secondary="#7aa2f7",
    accent="#7aa2f7",
    foreground="#c8cede",
    background="#14161d",
    surface="#14161d",
    panel="#1d212c",
    success="#9bd174",
    warning="#e5a95c",
    error="#f28b82",
    variables={"grey": "#868d9e", "strong": "#ffffff", "rule": "#3a4152"},
)
LIGHT = Theme(
    name="light",
    dark=False,
    primary="#1f4fb8",
    secondary="#1f4fb8",
    accent="#1f4fb8",
    foreground="#2b303b",
    background="#fbfbf8",
    surface="#fbfbf8",
    panel="#e9eaec",
    success="#2c6a1e",
    warning="#8a4b00",
    error="#a32018",
    variables={"grey": "#646a78", "strong": "#000000", "rule": "#c3c7d0"},
)
CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#8fd3ff",
    secondary="#8fd3ff",
    accent="#8fd3ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    success="#8cff8c",
    warning="#ffd24a",
    error="#ff9d9d",
    variables={"grey": "#b4b4b4", "strong": "#ffffff", "rule": "#7a7a7a"},
)
# Made of the sixteen colours alone, so that nothing is bent to the nearest: there grey is the ordinary white, and
# text the bright one.
SIXTEEN = Theme(
    name="sixteen",
    dark=True,
    primary="#55ffff",
    secondary="#55ffff",
    accent="#55ffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#0000aa",
    success="#55ff55",
    warning="#ffff55",
    error="#ffff55",
    variables={"grey": "#aaaaaa", "strong": "#ffffff", "rule": "#555555"},
)
THEMES = (DARK, LIGHT, CONTRAST, SIXTEEN)


def dress(app: App[Any], wished: str) -> None:
    """Gives an app our themes, and the one wished for."""
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = theme_for(wished, app.console.color_system)


def theme_for(wished: str, colours: str | None) -> str:
    """The name of the theme: the one wished for, unless the terminal has but sixteen colours ("standard")."""
    if colours == "standard":
        return SIXTEEN.name
    return wished or DARK.name
