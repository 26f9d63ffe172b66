"""What came of an attack."""

from typing import NamedTuple


class Result(NamedTuple):
    """`held` says whether it ended as it must; None where it could not be made here, and `figures` say why."""

    held: bool | None
    figures: str
