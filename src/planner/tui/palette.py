"""The palette: every command of the screen by name. What can't act now stands there grey, with its reason."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from planner.tui.commands import Command
from planner.tui.gating import grey
from planner.tui.house import house_of
from planner.tui.screens.room import RoomScreen


class Commands(Provider):
    """Offers the catalogue's commands on the screens that have a room in it."""

    async def discover(self) -> Hits:
        with self._owning_up():
            for command, why in self._commands():
                yield DiscoveryHit(self._name(command, why), self._run(command), help=_plain(why or command.help))

    async def search(self, query: str) -> Hits:
        with self._owning_up():
            matcher = self.matcher(query)
            for command, why in self._commands():
                score = matcher.match(command.title)
                if score > 0:
                    yield Hit(score, self._name(command, why), self._run(command), help=_plain(why or command.help))

    @contextmanager
    def _owning_up(self) -> Iterator[None]:
        """Handles a bug as one. Textual keeps quiet about those of a palette, and shows that nothing was found."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - any bug
            self.app._handle_exception(error)  # noqa: SLF001

    def _commands(self) -> list[tuple[Command, str]]:
        if not isinstance(self.screen, RoomScreen):
            return []
        now = self.screen.situation()
        here = [command for command in house_of(self.screen).of_room(self.screen.room) if command.id != "palette"]
        return [(command, grey(command.id, now)) for command in here]

    def _name(self, command: Command, why: str) -> Content:
        name = Content(f"{command.title}  ({command.key})")
        return name.stylize(self.app.theme_variables["grey"]) if why else name

    def _run(self, command: Command) -> Callable[[], object]:
        screen = self.screen
        return lambda: screen.call_next(screen.run_action, command.id)


def _plain(text: str) -> str:
    """Textual reads the help of a command as markup, unless it is content already, which its types don't say."""
    return cast("str", Content(text))
