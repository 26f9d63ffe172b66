"""The rules, a file each, in a folder for each action. A file that is put here is a rule: nothing else is touched."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from planner.domain.rule import OnTop, Rule


def _found(path: Iterable[str], package: str) -> Iterator[Rule | OnTop]:
    for module in iter_modules(path, f"{package}."):
        loaded = import_module(module.name)
        if module.ispkg:
            yield from _found(loaded.__path__, module.name)
        else:
            yield loaded.RULE


RULES: tuple[Rule | OnTop, ...] = tuple(_found(__path__, __name__))
