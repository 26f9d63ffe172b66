"""The colours of the program. Each state has a sign and a word as well; colour is never alone."""

from typing import NamedTuple


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


class Palette(NamedTuple):
    """The colours of one theme, by what they stand for. `panel` is the ground of bars and fields."""

    name: str
    dark: bool
    foreground: str
    background: str
    panel: str
    primary: str
    success: str
    warning: str
    error: str
    grey: str
    strong: str
    rule: str


# Grey must look grey and stay legible: 4.5:1 against the background, what the accessibility guidelines ask of text,
# though 3:1 would do for what can't be used.
DARK = Palette(
    name="dark",
    dark=True,
    foreground="#c8cede",
    background="#14161d",
    panel="#1d212c",
    primary="#7aa2f7",
    success="#9bd174",
    warning="#e5a95c",
    error="#f28b82",
    grey="#868d9e",
    strong="#ffffff",
    rule="#3a4152",
)
LIGHT = Palette(
    name="light",
    dark=False,
    foreground="#2b303b",
    background="#fbfbf8",
    panel="#e9eaec",
    primary="#1f4fb8",
    success="#2c6a1e",
    warning="#8a4b00",
    error="#a32018",
    grey="#646a78",
    strong="#000000",
    rule="#c3c7d0",
)
CONTRAST = Palette(
    name="contrast",
    dark=True,
    foreground="#ffffff",
    background="#000000",
    panel="#1a1a1a",
    primary="#8fd3ff",
    success="#8cff8c",
    warning="#ffd24a",
    error="#ff9d9d",
    grey="#b4b4b4",
    strong="#ffffff",
    rule="#7a7a7a",
)
# Made of the sixteen colours alone, so that nothing is bent to the nearest: there grey is the ordinary white, and
# text the bright one.
SIXTEEN = Palette(
    name="sixteen",
    dark=True,
    foreground="#ffffff",
    background="#000000",
    panel="#0000aa",
    primary="#55ffff",
    success="#55ff55",
    warning="#ffff55",
    error="#ffff55",
    grey="#aaaaaa",
    strong="#ffffff",
    rule="#555555",
)
PALETTES = (DARK, LIGHT, CONTRAST, SIXTEEN)


def palette_for(wished: str, colours: str | None) -> Palette:
    """The palette wished for by name, unless the terminal has but sixteen colours ("standard")."""
    if colours == "standard":
        return SIXTEEN
    return next((palette for palette in PALETTES if palette.name == wished), DARK)
