"""A bare Textual app: one line of text that answers a key, an input and a way out."""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static


class Bare(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "answer('ANSWERED')", ""),
        ("escape", "answer('ESCAPED')", ""),
        ("q", "quit", ""),
    ]

    def compose(self) -> ComposeResult:
        yield Static("READY")
        if "input" in sys.argv:
            yield Input()

    def action_answer(self, answer: str) -> None:
        self.query_one(Static).update(answer)


if __name__ == "__main__":
    Bare().run()
