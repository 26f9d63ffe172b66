"""Keys one after the other: over a slow line many arrive at once, and each must find what the one before it opened."""

import asyncio
from collections import deque

from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.widget import Widget


class KeysInTurn(App[None]):
    """Gives out a key only when the one before it has been acted on.

    Textual gives each key at once to what has the focus, and acts on it later. Of a tab and a letter that arrive
    together both would go to the same field, and of `r d` the second to the screen that the first is just leaving.
    """

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self._waiting: deque[Key | Paste] = deque()
        self._typed_in: Widget | None = None
        self._is_looking = False

    @property
    def has_keys_waiting(self) -> bool:
        """Whether something that was typed has not been acted on."""
        return bool(self._waiting) or not self._is_quiet()

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if not self._is_looking:
            await self._give_out()

    async def _give_out(self) -> None:
        """Gives out what may be given out now; for the rest it is looked again when others have had their turn."""
        self._is_looking = False
        while self._waiting and self.screen_stack and (self._is_typing(self._waiting[0]) or self._is_quiet()):
            event = self._waiting.popleft()
            self._typed_in = self.focused if self._is_text(event) else None
            await super().on_event(event)
        if self._waiting and self.screen_stack:
            self._is_looking = True
            await asyncio.sleep(0)
            self.call_later(self._give_out)

    def _is_typing(self, event: Key | Paste) -> bool:
        """Whether this is text for what just got text: that moves no focus and opens nothing."""
        return self._typed_in is not None and self._typed_in is self.focused and self._is_text(event)

    def _is_text(self, event: Key | Paste) -> bool:
        focused = self.focused
        if not isinstance(event, Key):
            return False
        return focused is not None and focused.check_consume_key(event.key, event.character)

    def _is_quiet(self) -> bool:
        """Whether nothing is under way: every screen stands, what it shows is true, and no message waits anywhere."""
        if getattr(self.screen, "repaint_waits", False):
            return False
        widgets = (widget for screen in self.screen_stack for widget in screen.walk_children(Widget, with_self=True))
        return not self.message_queue_size and all(
            widget.is_mounted and not widget.message_queue_size for widget in widgets
        )
