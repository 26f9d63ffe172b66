"""One call of the command line: what a command has to work with."""

import re
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Protocol

from planner.cli import documents
from planner.cli.console import Console
from planner.cli.exits import Exit
from planner.cli.parser import Options
from planner.domain import wording
from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.domain.verdict import ActionState
from planner.planning.outcomes import Done, NotYet
from planner.planning.phrases import name_of
from planner.planning.planner import Planner
from planner.planning.ports import SettingsFile
from planner.planning.reminders import Reminded
from planner.planning.upkeep import Upkeep
from planner.planning.when import parse_instant

# The words hold their own zone: nothing has to be understood, and no home zone is needed.
_EXACT = re.compile(r".*\d(Z|[+-]\d\d:?\d\d)", re.DOTALL | re.IGNORECASE)


class Outside(Protocol):
    """What a command needs of the machine; `bootstrap` hands in the real thing."""

    @property
    def config_file(self) -> Path: ...

    @property
    def settings(self) -> SettingsFile:
        """The person's settings. Raises BadInput where they can't be read."""

    @property
    def upkeep(self) -> Upkeep:
        """What looks after the files. Raises BadInput where it can't be told where they are."""

    @property
    def reminded(self) -> Reminded:
        """What was told by `remind`. Raises BadInput where it can't be told where that is kept."""

    @property
    def calling(self) -> Sequence[str]:
        """The words that call this program from anywhere, whatever the PATH there is."""

    @property
    def calling_in_a_shell(self) -> Sequence[str]:
        """The words that call this program from the person's own shell: its name, if the PATH leads to it."""

    @property
    def chosen_files(self) -> Sequence[str]:
        """The options for the files that an option of this call or a variable of this shell names."""

    def remember(self, line: str, at: datetime, until: datetime | None) -> None:
        """Keeps the line for the next prompt that asks the same: it was true `at` then, and may change `until` then."""

    def planner(self) -> Planner:
        """The interviews with the settings. Raises BadInput for settings, StoreTrouble for data that can't be read."""

    def named(self, path: str) -> Sequence[str]:
        """The file itself; of a folder all files in it and below. Raises BadInput for an empty one."""

    def read(self, path: str) -> bytes:
        """All of a file. Raises BadInput when it can't be read or is too large."""

    def write(self, path: str, content: bytes) -> None:
        """Puts a file in place, whole or not at all, for the owner's eyes only. Raises BadInput when it can't."""

    def edit_config(self) -> None:
        """Lets the person edit the config file, and checks what they wrote. Raises BadInput where it does not fit."""


@dataclass(frozen=True)
class Call:
    """`options` are those of every command, `arguments` the command's own."""

    outside: Outside
    console: Console
    options: Options
    arguments: Namespace

    @cached_property
    def planner(self) -> Planner:
        planner = self.outside.planner()
        if self.options.color == "auto" and planner.settings.current.display.colour == "none":
            self.console.colour = False
        for notice in planner.notices:
            self.console.say(notice)
        return planner

    @cached_property
    def interview(self) -> Interview:
        """The interview that ID means. Raises NotFound."""
        return self.planner.named(self.arguments.id)

    @cached_property
    def when(self) -> datetime | None:
        """The instant that --when means, in the home zone; None for now. What was understood is said."""
        text: str = self.arguments.when
        if not text:
            return None
        self.say_home_zone(needed=not is_exact(text))
        reading = self.planner.reading()
        zone, order = reading.home_zone, reading.date_order
        at = parse_instant(text, zone, reading.now, order, toward="past", time_needed=False)
        self.console.say(f"Taken as {self._named(at)}.")
        return at

    def say_now(self) -> None:
        """Says which instant --at was understood as, unless it is exact, and where home is if days are counted there."""
        if self.options.at and not is_exact(self.options.at):
            self.say_home_zone()
            self.console.say(f"As of {self._named(self.planner.now())}.")
        self.say_home_zone(needed=self.planner.policy.day_zone == "home")

    def say_home_zone(self, *, needed: bool = True) -> None:
        """Says, where the home zone is needed and none is set, which one is taken instead."""
        if needed and not self.planner.settings.current.policy.home_time_zone:
            self.console.say_once(
                f"No home time zone is set: this machine's is taken, {self.planner.home_zone}.\n"
                f"Set yours with: planner config home-zone {self.planner.home_zone}"
            )

    def finished(self, answer: Done | NotYet, *, named: bool = True) -> Exit:
        """Says, of which interview if it is to be `named`, what was done, or why not; for programs, the interview as it is now."""
        if answer.interview and named:
            self.console.say(f"{answer.interview.id}  {name_of(answer.interview)}")
        if isinstance(answer, NotYet):
            waits = answer.availability.state is ActionState.WAITING
            told = answer.told(self.planner.now())
            self.console.say(f"Not yet: {told}" if waits else told)
            self.console.say("Nothing was recorded. If it has happened all the same, --anyway records it.")
            return Exit.NOT_YET
        self.console.say(answer.sentence)
        if self.options.json:
            self.print_board(filter(None, (answer.interview,)))
        return Exit.FINE

    def print_board(self, interviews: Iterable[Interview]) -> None:
        standings = [self.planner.standing(one.id) for one in interviews]
        self.print_json(documents.board(standings, self.planner.now()))

    def print_json(self, document: documents.Document) -> None:
        self.console.raw(documents.written(document))

    def _named(self, at: datetime) -> str:
        return f"{wording.moment(at, self.planner.now().date())}, {wording.zone_name(at)}"


def is_exact(text: str) -> bool:
    """Whether a time is given with its offset."""
    return bool(_EXACT.fullmatch(text.strip()))


def assignments(words: Iterable[str]) -> dict[str, str]:
    """FIELD=VALUE words as a table. Raises BadInput for a word without a sign of equality, or a field given twice."""
    found: dict[str, str] = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign or not name.strip():
            raise BadInput(f"“{word[:60]}” is no FIELD=VALUE.", "Write it like round=2 or notes='Bring the portfolio'.")
        if name.strip() in found:
            raise BadInput(f"{name.strip()} is given twice.", "Give each field once.", name.strip())
        found[name.strip()] = value
    return found
