"""Each error a person is told of has an exit code, and only one."""

import importlib
import pkgutil

import pytest

import planner
from planner.cli.exits import EXIT_OF, Exit, exit_of
from planner.domain.errors import BadInput, Conflict, NotFound, PlannerError, StoreTrouble

# Screens would load Textual, and Textual reads the environment; the program itself would run.
_NOT_LOADED = ("planner.tui", "planner.__main__")


def kinds(kind: type[PlannerError]) -> set[type[PlannerError]]:
    return {below for each in kind.__subclasses__() for below in (each, *kinds(each))}


@pytest.fixture(scope="module")
def every_kind() -> set[type[PlannerError]]:
    for module in pkgutil.walk_packages(planner.__path__, "planner."):
        if not module.name.startswith(_NOT_LOADED):
            importlib.import_module(module.name)
    return kinds(PlannerError)


def test_every_class_of_error_has_an_exit_code(every_kind: set[type[PlannerError]]) -> None:
    assert {BadInput, NotFound, StoreTrouble, Conflict} <= every_kind
    assert {kind for kind in every_kind if not set(kind.__mro__) & set(EXIT_OF)} == set()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadInput("No."), 2),
        (NotFound("No."), 3),
        (StoreTrouble("No."), 4),
        (Conflict("No."), 4),
    ],
)
def test_the_code_is_that_of_the_nearest_class_above(error: PlannerError, code: int) -> None:
    assert exit_of(error) == code


def test_the_numbers_are_those_that_scripts_know() -> None:
    assert {code.name: code.value for code in Exit} == {
        "FINE": 0,
        "BUG": 1,
        "USAGE": 2,
        "NOT_FOUND": 3,
        "DATA_FILE": 4,
        "NOT_YET": 5,
        "DUE": 10,
        "INTERRUPTED": 130,
    }
