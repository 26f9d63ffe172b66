"""Runs a command. Nothing here or below it knows of screens."""

from collections.abc import Callable
from importlib import import_module

from planner.cli.call import Call, Outside
from planner.cli.console import Console
from planner.cli.exits import Exit
from planner.cli.parser import Asked


def _in(module: str, name: str) -> Callable[[Call], Exit]:
    """A command, loaded when it is run: none waits for what only another one needs."""

    def run(call: Call) -> Exit:
        command: Callable[[Call], Exit] = getattr(import_module(f"planner.cli.commands.{module}"), name)
        return command(call)

    return run


COMMANDS: dict[str, Callable[[Call], Exit]] = {
    "list": _in("look", "list_"),
    "show": _in("look", "show"),
    "why": _in("look", "why"),
    "due": _in("look", "due"),
    "remind": _in("remind", "remind"),
    "insights": _in("insights", "insights"),
    "thank": _in("record", "thank"),
    "follow-up": _in("record", "follow_up"),
    "told": _in("record", "told"),
    "outcome": _in("record", "outcome"),
    "cancel": _in("record", "cancel"),
    "note": _in("record", "note"),
    "draft": _in("letters", "draft"),
    "add": _in("alter", "add"),
    "edit": _in("alter", "edit"),
    "person": _in("alter", "person"),
    "correct": _in("alter", "correct"),
    "forget": _in("alter", "forget"),
    "delete": _in("alter", "delete"),
    "undo": _in("alter", "undo"),
    "redo": _in("alter", "redo"),
    "import": _in("carry", "import_"),
    "export": _in("carry", "export"),
    "backup": _in("upkeep", "backup"),
    "restore": _in("upkeep", "restore"),
    "doctor": _in("upkeep", "doctor"),
    "purge": _in("upkeep", "purge"),
    "config": _in("settings", "config"),
    "setup": _in("setup", "setup"),
    "completion": _in("completion", "completion"),
}

# They are to work where the data or the settings can't be read.
WITHOUT_INTERVIEWS = ("backup", "restore", "doctor", "purge", "config", "setup", "completion")


def run(asked: Asked, outside: Outside, console: Console) -> Exit:
    """Runs the command asked for. What a person can mend comes through as a PlannerError, a bug as anything else."""
    call = Call(outside, console, asked.options, asked.arguments)
    if asked.command not in WITHOUT_INTERVIEWS:
        call.say_now()
    return COMMANDS[asked.command](call)
