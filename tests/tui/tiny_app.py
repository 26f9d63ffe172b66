"""The smallest app on GuardedApp that a terminal can be tested with."""

import os
import time
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from planner.tui.guarded_app import GuardedApp
from planner.tui.terminal.environment import Terminal

HOSTILE = "clip\x1b]52;c;aGk=\x07 red\x9b31m turned\u202e"
SECRET = "84,000 a year"


class TinyApp(GuardedApp):
    """Shows the last key, and keeps what was typed in the file KEPT, with a full stop once it was told to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("ctrl+b", "block"),
        ("ctrl+e", "fail"),
        ("ctrl+t", "type"),
        ("ctrl+w", "write_much"),
        ("ctrl+x", "exit_now"),
    ]

    def __init__(self, terminal: Terminal = Terminal()) -> None:  # noqa: B008 - frozen
        super().__init__(lambda error: Path(f"/crashes/{type(error).__name__}"), terminal)
        self._kept = Path(os.environ["KEPT"])

    def compose(self) -> ComposeResult:
        yield Static(Content(HOSTILE))
        yield Static("ready", id="last")

    def on_key(self, event: Key) -> None:
        self.query_one("#last", Static).update(Content(f"pressed {event.key}"))
        if event.is_printable and event.character:
            with self._kept.open("a", encoding="utf-8", errors="replace") as kept:
                kept.write(event.character)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#last", Static).update(Content(f"typed {event.value}"))

    def on_hangup(self, number: int) -> None:
        with self._kept.open("a", encoding="utf-8") as kept:
            kept.write(".")
        super().on_hangup(number)

    async def action_type(self) -> None:
        field = Input(placeholder="a field")
        await self.mount(field)
        field.focus()

    def action_block(self) -> None:
        self._kept.write_text("blocked", encoding="utf-8")
        time.sleep(60)

    def action_fail(self) -> None:
        salary = SECRET
        raise ValueError(salary)

    def action_write_much(self) -> None:
        """More than the terminal and the line to it hold, in more pieces than Textual lets wait."""
        assert self._driver
        for _ in range(200):
            self._driver.write("\x1b[1;1H" + " " * 4096)

    def action_exit_now(self) -> None:
        self.exit(return_code=5)
