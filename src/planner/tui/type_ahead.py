"""Keys in the order they were typed, each seen by the screen that the one before it led to.

Textual hands every key at once to what has the focus at that instant, and what a key does comes later, by messages.
Over a slow line keys arrive in bunches: a tab that was to lead to the next field would come too late for the word
typed after it. So a key waits here until the one before it has been answered.
"""

from collections import deque
from functools import partial
from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

PATIENCE_SECONDS = 0.5
"""What had the focus may be gone before it says that it is done; then nobody waits longer than this."""


class Answered(Message):
    """Follows a key through the queues of all that may answer it, so that it comes to the app behind all of that."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class TypeAhead(App[None]):
    """An app that answers one key after the other."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self._ahead: deque[Key | Paste] = deque()
        self._answering = False
        self._number = 0
        self._asked_on: Screen[Any] | None = None
        self._patience: Timer | None = None

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._answering:
            self._ahead.append(event)
        else:
            await self._answer(event)

    async def _answer(self, event: Key | Paste) -> None:
        self._answering = True
        self._number += 1
        self._asked_on = self.screen
        asked = self.focused or self.screen
        await super().on_event(event)
        if asked.post_message(Answered(self._number)):
            self._patience = self.set_timer(PATIENCE_SECONDS, partial(self._next, self._number))
        else:
            self._next(self._number)

    def on_answered(self, answered: Answered) -> None:
        if self.screen is self._asked_on:
            self._next(answered.number)
        else:
            # Another screen opened, or one was left: it has to stand before it can take a key.
            self.screen.call_after_refresh(self._next, answered.number)

    def _next(self, number: int) -> None:
        if number != self._number:
            return
        self._number += 1
        if self._patience:
            self._patience.stop()
        if self._ahead:
            self.call_next(self._answer, self._ahead.popleft())
        else:
            self._answering = False
