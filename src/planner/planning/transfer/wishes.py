"""How files are to be read, as far as a person has a say in it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from planner.domain.text import folded
from planner.planning.settings import DateOrder

if TYPE_CHECKING:
    from planner.formats.tables import Columns

Recall = Callable[[tuple[str, ...]], Mapping[str, str]]
"""Gives what a person once said the columns of a table with that header are to be taken for."""


def _nothing(_header: tuple[str, ...]) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Wishes:
    """How files are to be read. `assume_zone` is for times whose own zone is not plain, "" for the home zone.

    `own` are the names and addresses that stand for the person among the guests of an invitation, folded.
    `columns` says what a column of a table, by its name, is taken for; `recall` what was said of such a table before.
    Of a series of appointments the next date from `now` on is taken.
    """

    home_zone: str
    new_uid: Callable[[], str]
    assume_zone: str = ""
    date_order: DateOrder = ""
    own: frozenset[str] = frozenset()
    columns: Mapping[str, str] = field(default_factory=dict)
    recall: Recall = _nothing
    now: datetime = field(kw_only=True)


def header_key(header: Sequence[str]) -> str:
    """What a table's header is remembered by: its names, whatever their case and blanks."""
    return " | ".join(map(folded, header))


def recall_from(read: Callable[[], Mapping[str, Mapping[str, str]]]) -> Recall:
    """Looks up what was said of the columns of a table, by its header; `read` is asked once, for the first table."""
    read = cache(read)
    return lambda header: read().get(header_key(header), {})


def with_said(
    said: Mapping[str, Mapping[str, str]], tables: Iterable["Columns"], columns: Mapping[str, str]
) -> dict[str, Mapping[str, str]]:
    """What is remembered of tables, and what was said now of the columns of these; the newest last."""
    keys = [header_key(table.header) for table in tables]
    return {key: each for key, each in said.items() if key not in keys} | dict.fromkeys(keys, columns)
