"""How a command ends, for whoever called it: the one list of exit codes."""

from enum import IntEnum

from planner.domain.errors import BadInput, NotConfirmed, NotFound, PlannerError, StoreTrouble


class Exit(IntEnum):
    """Scripts rely on these numbers."""

    FINE = 0
    BUG = 1
    USAGE = 2
    NOT_FOUND = 3
    DATA_FILE = 4
    NOT_YET = 5
    DUE = 10
    INTERRUPTED = 130


EXIT_OF: dict[type[PlannerError], Exit] = {
    BadInput: Exit.USAGE,
    NotFound: Exit.NOT_FOUND,
    StoreTrouble: Exit.DATA_FILE,
    NotConfirmed: Exit.DATA_FILE,
}


def exit_of(error: PlannerError) -> Exit:
    """The code for an error that is told to a person: that of its class, or of the nearest one above it."""
    return next(EXIT_OF[kind] for kind in type(error).__mro__ if kind in EXIT_OF)
