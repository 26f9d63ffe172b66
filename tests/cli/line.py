"""Runs command lines in this process."""

import json
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeAlias

import pytest

from planner.__main__ import main

Json: TypeAlias = Any

AT = "2026-11-24T10:00:00-05:00"
"""A Tuesday."""


class Result(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Json:
        return json.loads(self.out)

    @property
    def one(self) -> Json:
        """The only interview of a JSON answer."""
        (interview,) = self.json["interviews"]
        return interview


class CommandLine:
    """Called like `planner` in a shell; `at` is the time it is."""

    def __init__(self, capsys: pytest.CaptureFixture[str], at: str) -> None:
        self._capsys = capsys
        self.at = at

    def __call__(self, *words: str) -> Result:
        return self.plain("--at", self.at, *words)

    def plain(self, *words: str) -> Result:
        """Without --at."""
        code = main(words)
        assert type(code) is int
        return Result(code, *self._capsys.readouterr())

    def interview(self, name: str = "1") -> Json:
        """The interview of that name as scripts see it."""
        return self("show", name, "--json").one

    def log(self, id_: int = 1) -> Json:
        """The log of an interview, as exported."""
        return next(one.get("log", []) for one in self("export", "json").json["interviews"] if one["id"] == id_)


def interview(**fields: Json) -> dict[str, Json]:
    """The document of an interview in New York, at 14:00 yesterday or in so many `days`."""
    day = date(2026, 11, 24) + timedelta(days=fields.pop("days", -1))
    usual = {"company": "Contoso", "role": "Analyst", "starts_at": f"{day}T14:00", "time_zone": "America/New_York"}
    return usual | fields
