"""What the environment tells of the terminal, and what Textual is to make of it."""

from collections.abc import Mapping, MutableMapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from planner.planning.settings import Display
from planner.planning.terminals import shows_utf8

ColourSystem = Literal["standard", "256", "truecolor"]

_COLOUR_SYSTEMS: dict[str, ColourSystem] = {"16": "standard", "256": "256", "true": "truecolor"}

PLAIN_OUTPUT = "PLANNER_PLAIN_OUTPUT"
"""Not empty where all that is painted is to be written, whatever the terminal shows already."""
# Only a remedy for terminals that get keys wrong; the others would draw otherwise, press keys or record them.
_KEPT = ("TEXTUAL_DISABLE_KITTY_KEY",)
# How large it was when somebody exported them. What it is, and becomes, it tells itself.
_SIZES = ("COLUMNS", "LINES")
_OURS = "planner"
"""The NO_COLOR of the settings, not of the environment."""


class Terminal(NamedTuple):
    """`mouse`: whether to ask for its reports; `utf8`: whether it shows more than ASCII; `colours`: None for none.

    `erases`: whether it gives what it erases the ground it draws on. `remembers`: whether what it shows already may be
    left out of what is written.
    `overrides` has, by settings, what the environment makes of them where they are not made, in words.
    """

    mouse: bool = True
    utf8: bool = True
    colours: ColourSystem | None = "256"
    erases: bool = False
    remembers: bool = True
    overrides: Mapping[str, str] = MappingProxyType({})


def prepare(environ: MutableMapping[str, str], display: Display) -> Terminal:
    """Sets in `environ` what Textual reads while it is imported, so it has to be called before that."""
    overrides = _overrides(environ)  # before NO_COLOR is made what the settings wish
    for name in [name for name in environ if name.startswith("TEXTUAL") and name not in _KEPT]:
        del environ[name]
    for name in _SIZES:
        environ.pop(name, None)
    remote = over_ssh(environ)
    # A key that arrives in two pieces over a slow line must not become escape.
    environ.setdefault("ESCDELAY", "100" if remote else "25")
    # Scrolling by parts of a cell would report the mouse pixel by pixel.
    environ["TEXTUAL_SMOOTH_SCROLL"] = "0"
    system = environ["TEXTUAL_COLOR_SYSTEM"] = _COLOUR_SYSTEMS.get(display.colour) or colours(environ)
    _settle_no_color(environ, display)
    mouse = display.mouse == "on" or (display.mouse == "auto" and not remote)
    return Terminal(
        mouse=mouse,
        utf8=shows_utf8(environ),
        colours=None if environ.get("NO_COLOR") else system,
        erases=erases(environ),
        remembers=not environ.get(PLAIN_OUTPUT),
        overrides=overrides,
    )


def _overrides(environ: Mapping[str, str]) -> Mapping[str, str]:
    found = {}
    if _asks_for_no_colour(environ):
        found["display.colour"] = "none, as NO_COLOR is set"
    if over_ssh(environ):
        found["display.mouse"] = "off, over SSH"
    return found


def over_ssh(environ: Mapping[str, str]) -> bool:
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))


def colours(environ: Mapping[str, str]) -> ColourSystem:
    """How many colours the terminal has; over SSH at most 256, as the codes of those are a quarter shorter."""
    term = environ.get("TERM", "").lower()
    if term == "linux" or term.startswith("vt"):
        return "standard"
    # A COLORTERM inside GNU screen is that of the terminal around it, whose codes screen does not pass on.
    true = environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") and not term.startswith("screen")
    if true and not over_ssh(environ):
        return "truecolor"
    return "256" if true or "256color" in term or "kitty" in term else "standard"


def erases(environ: Mapping[str, str]) -> bool:
    """Whether, as far as it is described here, it can erase signs in a row, and does so in the ground it draws on."""
    import curses

    try:
        curses.setupterm(environ.get("TERM", ""), 1)
        return curses.tigetflag("bce") > 0 and curses.tigetstr("ech") == b"\x1b[%p1%dX"
    except (curses.error, OSError, ValueError):
        return False


def _asks_for_no_colour(environ: Mapping[str, str]) -> bool:
    """Whether the person does: a program that this one starts finds what the settings made of it here."""
    return environ.get("NO_COLOR", "") not in ("", _OURS)


def _settle_no_color(environ: MutableMapping[str, str], display: Display) -> None:
    """Textual takes even an empty NO_COLOR for a yes; the convention does not, and lets a person's settings decide."""
    if display.colour == "none":
        environ["NO_COLOR"] = environ.get("NO_COLOR") or _OURS
    elif display.colour != "auto" or not _asks_for_no_colour(environ):
        environ.pop("NO_COLOR", None)
