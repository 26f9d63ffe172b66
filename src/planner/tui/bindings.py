"""The catalogue's keys as Textual takes them."""

from textual.binding import Binding, BindingType

from planner.tui.commands import ANYWHERE, of_room


def bindings(room: str) -> list[BindingType]:
    """The keys of one screen for Textual; their ids are the commands', by which a person may give other keys.

    Those that every screen has are those of ANYWHERE, and of no other room; they come before what has the focus.
    """
    everywhere = room == ANYWHERE
    return [
        Binding(command.keys, command.id, command.title, show=False, id=command.id, priority=everywhere)
        for command in of_room(room)
        if everywhere or ANYWHERE not in command.rooms
    ]
