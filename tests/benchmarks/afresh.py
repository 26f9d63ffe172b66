"""Work done in a Python of its own: nothing is remembered from before, and nothing else fills the memory."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def afresh(do: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
    """What `do`, a function of a module, answers there."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(do, *args, **named).result()
