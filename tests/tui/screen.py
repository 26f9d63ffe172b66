"""What a person sees of a running app."""

from typing import Any

from textual._context import visible_screen_stack
from textual.app import App


def lines(app: App[Any]) -> list[str]:
    """The screen's lines as text, without blanks at their ends."""
    visible_screen_stack.set(app._background_screens)  # what is seen below a panel
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def text(app: App[Any]) -> str:
    return "\n".join(lines(app))
