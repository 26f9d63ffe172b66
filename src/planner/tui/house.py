"""The app as its screens know it."""

from typing import TYPE_CHECKING, cast

from textual.dom import DOMNode

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def house_of(node: DOMNode) -> "PlannerApp":
    """The app a screen or widget is in, typed."""
    return cast("PlannerApp", node.app)
