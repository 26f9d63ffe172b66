"""What a person sees of a running app."""

from typing import Any

from rich.segment import Segment
from textual._context import visible_screen_stack
from textual.app import App


def lines(app: App[Any]) -> list[str]:
    """The screen's lines as text, without blanks at their ends."""
    visible_screen_stack.set(app._background_screens)  # what is seen below a panel
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def text(app: App[Any]) -> str:
    return "\n".join(lines(app))


def segments(app: App[Any]) -> list[Segment]:
    """All that is drawn, as it goes to the terminal."""
    return [part for strip in app.screen._compositor.render_strips() for part in strip]
