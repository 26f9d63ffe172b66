"""What the environment tells of a terminal: whether it shows UTF-8, and how it is asked to notify somebody."""

import sys
from collections.abc import Mapping

from planner.domain.text import harmless

LONGEST_NOTICE = 200
"""Characters: what fits into one notification, and into what GNU screen passes on at once."""
_BELL = "\a"
# Which escape code shows a notification, by a variable that only such a terminal sets (and that reaches into tmux).
_OSC_9_BY_NAME = ("iterm.app", "iterm2", "wezterm", "ghostty")
_OSC_9_BY_VARIABLE = ("ITERM_SESSION_ID", "WEZTERM_PANE", "GHOSTTY_RESOURCES_DIR", "ConEmuPID")
_OSC_777_BY_TERM = ("rxvt", "foot", "contour")


def shows_utf8(environ: Mapping[str, str], *, coerced: bool = bool(sys.flags.utf8_mode)) -> bool:
    """Whether the locale the person set is a UTF-8 one, or they told Python outright to write UTF-8.

    `coerced`: in the C locale Python writes UTF-8 all the same, and sets LC_CTYPE for itself and its children
    (PEP 538, 540); what it set is no word of the person's.
    """
    if encoding := environ.get("PYTHONIOENCODING", "").partition(":")[0]:
        return _is_utf8(encoding)
    names = ["LC_ALL", "LC_CTYPE", "LANG"]
    if environ.get("LC_CTYPE") == "C.UTF-8" and (coerced or environ.get("LANG") in ("C", "POSIX")):
        names.remove("LC_CTYPE")
    locale = next((environ[name] for name in names if environ.get(name)), "")
    # What draws on a Mac shows UTF-8, also where nobody said so.
    return _is_utf8(locale) or (sys.platform == "darwin" and not locale)


def _is_utf8(name: str) -> bool:
    return "utf8" in name.lower().replace("-", "").replace("_", "")


def notice(title: str, text: str, environ: Mapping[str, str]) -> str:
    """The codes that make a terminal show a notification, in the way it knows; else they ring its bell.

    No terminal says whether it did. tmux passes the codes on only where its `allow-passthrough` is on: there the bell,
    which it marks the window with, goes along.
    """
    code = _code(_plain(title, environ), _plain(text, environ), environ)
    if environ.get("TMUX"):
        inner = code.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{inner}\x1b\\{_BELL}" if code else _BELL
    if environ.get("STY"):
        return f"\x1bP{code}\x1b\\{_BELL}" if code else _BELL
    return code or _BELL


def _code(title: str, text: str, environ: Mapping[str, str]) -> str:
    """The escape code without what a multiplexer needs around it; "" where none is known.

    Each ends with a bell, which every terminal takes, and which may stand within what a multiplexer passes on.
    """
    term = environ.get("TERM", "").lower()
    names = {environ.get(name, "").lower() for name in ("TERM_PROGRAM", "LC_TERMINAL")}
    if "kitty" in term or environ.get("KITTY_WINDOW_ID"):
        whole = ((0, "title", title), (1, "body", text))
        return "".join(f"\x1b]99;i=planner:d={done}:e=1:p={part};{in_base64(words)}\a" for done, part, words in whole)
    if names & {*_OSC_9_BY_NAME} or any(environ.get(name) for name in _OSC_9_BY_VARIABLE):
        # It begins with a letter: a number there means something else to some of them.
        return f"\x1b]9;{title}: {text}\a"
    if term.startswith(_OSC_777_BY_TERM) or environ.get("VTE_VERSION"):
        return f"\x1b]777;notify;{title.replace(';', ',')};{text.replace(';', ',')}\a"
    return ""


def _plain(text: str, environ: Mapping[str, str]) -> str:
    """One short line that can't end the code it stands in."""
    line = harmless(" ".join(text.split()))
    line = line if len(line) <= LONGEST_NOTICE else f"{line[: LONGEST_NOTICE - 1]}…"
    if shows_utf8(environ):
        return line
    from planner.planning.in_ascii import in_ascii

    return in_ascii(line)


def in_base64(text: str) -> str:
    """As codes carry text in which anything may stand."""
    from base64 import b64encode

    return b64encode(text.encode()).decode()
