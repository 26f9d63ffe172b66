"""What came of an attack."""

from typing import NamedTuple


class Result(NamedTuple):
    """`held` is None where the attack could not be made here, and `figures` say why."""

    held: bool | None
    figures: str
