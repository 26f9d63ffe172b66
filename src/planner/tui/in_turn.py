"""Keys one after the other: over a slow line many arrive at once, and each must find what the one before it opened."""

from collections import deque
from itertools import count

from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.timer import Timer

ROUNDS = 4
"""How often a `Passed` follows a key. What a key sets off goes from message to message; so far it is waited for."""

PATIENCE_SECONDS = 0.25
"""How long a key waits at most. A `Passed` is lost where a screen closes under it."""


class Passed(Message):
    """Goes the way of the key numbered `key`, behind it: when it arrives at the app, all on that way have read the key."""

    def __init__(self, key: int, rounds: int) -> None:
        super().__init__()
        self.key = key
        self.rounds = rounds


class KeysInTurn(App[None]):
    """Gives out a key only when the one before it has been acted on.

    Textual gives each key at once to what has the focus, and acts on it later. Of a tab and a letter that arrive
    together both would go to the same field, and of `r d` the second to the screen that the first is just leaving.
    """

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self._waiting: deque[Key | Paste] = deque()
        self._numbers = count(1)
        self._given = 0
        self._impatience: Timer | None = None

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if not self._given:
            await self._give_next()
        elif self._impatience is None:
            self._wait_for(self._given)

    async def _give_next(self) -> None:
        self._given = 0
        if self._waiting:
            self._given = next(self._numbers)
            await super().on_event(self._waiting.popleft())
            self._follow(Passed(self._given, ROUNDS))

    def _follow(self, passed: Passed) -> None:
        # To a screen that is just being opened it comes once that is mounted.
        if not (self.focused or self.screen).post_message(passed):
            self.post_message(passed)

    async def on_passed(self, passed: Passed) -> None:
        if passed.key != self._given:
            return
        if passed.rounds:
            self._follow(Passed(passed.key, passed.rounds - 1))
        else:
            await self._give_next()

    def _wait_for(self, key: int) -> None:
        self._impatience = self.set_timer(PATIENCE_SECONDS, lambda: self._go_on_after(key))

    async def _go_on_after(self, key: int) -> None:
        self._impatience = None
        if key == self._given:
            await self._give_next()
        if self._waiting:
            self._wait_for(self._given)
