"""The catalogue's keys as Textual takes them."""

from textual.binding import Binding, BindingType

from planner.tui.commands import of_room


def bindings(room: str) -> list[BindingType]:
    """The keys of one screen for Textual; their ids are the commands', by which a person may give other keys."""
    return [Binding(command.keys, command.id, command.title, show=False, id=command.id) for command in of_room(room)]
