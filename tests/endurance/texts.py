"""Texts that would do harm, noise and sheer length, sent through every room and every command."""

import asyncio
import contextlib
import gc
import io
import json
import os
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planner.__main__ import main as planner
from planner.domain.interview import Interview
from planner.domain.text import harmless
from planner.planning.state import State
from tests.cli.hostile import command_lines
from tests.domain.building import said
from tests.e2e.noise import ordeal
from tests.endurance.result import Result
from tests.endurance.sealed import home_in
from tests.tui.hostile import MARKUP, UNSAFE, interviews
from tests.tui.house import NOW
from tests.tui.interviews import berlin
from tests.tui.rooms import FILE, ROOMS, walk
from tests.tui.screen import segments
from tests.tui.seat import seated

INPUTS = 10_000
WORLDS = 25
PROCESSES = 2
TEXTS = 40
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u0301\ufe0f"
ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from(UNSAFE + ZERO_WIDTH), min_size=20)
AT_RANDOM = settings(deadline=None, database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))


def noise(folder: Path) -> Result:
    """The seed is printed; SEED=… sends the same noise again."""
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**6))
    with home_in(folder, "Northwind", "Globex", "Initech") as home:
        found = ordeal(home, INPUTS, seed)
    return Result(
        not found.wrong, found.wrong or f"{found.sent:,} inputs over {found.starts} starts, alive; seed {seed}"
    )


def rooms(_folder: Path) -> Result:
    """Every room with texts of any characters whatever, in every field."""
    texts: list[str] = []

    @settings(AT_RANDOM, max_examples=WORLDS)
    @given(ANY_TEXT)
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    with ProcessPoolExecutor(PROCESSES, initializer=gc.disable) as processes:
        seen = sum(processes.map(_count_drawn_with, texts))
    return Result(True, f"{len(texts)} texts, {seen:,} pieces drawn, none of them harmful")


def _count_drawn_with(text: str) -> int:
    return asyncio.run(drawn_with(text))


async def drawn_with(text: str) -> int:
    """How many pieces were drawn; none may act on a terminal."""
    offer = json.dumps({"planner": 1, "interviews": [{"company": "A", "role": text, "starts_at": "2026-12-04T14:00"}]})
    earlier = [State().changed(f"Note: {text}", NOW, "before", {99: interviews("")[1]})]
    count = 0
    async with seated(*interviews(text), files={FILE: offer.encode(errors="replace")}, earlier=earlier) as seat:
        async for room in walk(seat):
            for part in segments(seat.app):
                assert harmless(part.text) == part.text, (room, text)
                count += 1
    return count


def commands(folder: Path) -> Result:
    """Every argument of every command with texts of any characters that the operating system hands over.

    Each text has a home of its own, or what was added for one would slow down all that come after it.
    """
    texts = count = 0

    @settings(AT_RANDOM, max_examples=TEXTS)
    @given(ANY_TEXT)
    def look(text: str) -> None:
        nonlocal texts, count
        texts += 1
        given_over = text.replace("\0", "").encode(errors="replace").decode()
        home = folder / str(texts)
        home.mkdir()
        with home_in(home, "Northwind"), contextlib.chdir(home):
            for words in command_lines(given_over):
                code, told = run(words)
                assert code != 1, (words, told)
                assert harmless(told, keep_lines=True) == told, words
                count += 1
        sys.stdout.write(f"commands: {texts} of {TEXTS} texts, {count:,} command lines\n")
        sys.stdout.flush()

    look()
    return Result(True, f"{count:,} command lines, nothing harmful printed, no bug")


def run(words: list[str]) -> tuple[int, str]:
    """The exit code of a command line, and all it printed."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = planner(words)
        out.flush()
    assert isinstance(out.buffer, io.BytesIO)
    return code, out.buffer.getvalue().decode()


# -- markup

PUNCTUATION = "[]/@=()'$\\{}%"
_PLAIN = str.maketrans(dict.fromkeys(PUNCTUATION, "ø"))
_DEPENDS_ON_THE_NAME = ("Dear ", " words, of ")
"""What stands in lines of a letter that tell a first name from a last, or count words: no two names give the same."""


def markup(_folder: Path) -> Result:
    """A world in which a text of markup is every name, against one in which a plain word of the same shape is.

    All rooms must look the same but for that name, and show it as often.
    """
    wrong, shown = [], 0
    plains = [text.translate(_PLAIN) for text in MARKUP]
    with ProcessPoolExecutor(PROCESSES, initializer=gc.disable) as processes:
        worlds = processes.map(_all_seen_with, (*plains, *MARKUP))
        theirs = dict(zip(plains, worlds, strict=False))
        for text, plain, ours in zip(MARKUP, plains, worlds, strict=True):
            for room in ROOMS:
                a, b = (_comparable(seen[room.name]) for seen in (theirs[plain], ours))
                shown += b.count(text)
                if a.translate(_PLAIN) != b.translate(_PLAIN) or (a.count(plain) != b.count(text) and plain != text):
                    wrong.append(f"{text} in {room.name}")
    figures = f"{len(MARKUP)} texts in {len(ROOMS)} rooms, shown {shown:,} times as they are"
    return Result(not wrong, "; ".join((figures, *wrong)))


def _comparable(seen: str) -> str:
    return "\n".join(line for line in seen.split("\n") if not any(part in line for part in _DEPENDS_ON_THE_NAME))


def _all_seen_with(name: str) -> dict[str, str]:
    return asyncio.run(seen_with(name))


async def seen_with(name: str) -> dict[str, str]:
    """What is seen in each room, where everything is called `name`."""
    offer = {"company": name, "role": name, "starts_at": "2026-12-04T14:00"}
    files = {FILE: json.dumps({"planner": 1, "interviews": [offer]}).encode()}
    earlier = [State().changed(f"Note: {name}", NOW, "before", {99: named(name)})]
    async with seated(named(name), files=files, earlier=earlier) as seat:
        return {room.name: seat.sees async for room in walk(seat)}


def named(name: str) -> Interview:
    log = [
        said("thanked", "2026-11-19T16:20+01:00", words=name),
        said("told_decision", "2026-11-19T16:30+01:00", on="2026-11-25", words=name),
        said("note", "2026-11-19T17:00+01:00", words=name),
    ]
    people = [{"name": "Ann Lee"}, {"name": name, "part": "recruiter"}]
    facts = {"notes": name, "tags": [name], "location": name, "people": people}
    return berlin(name, name, "2026-11-19T10:00", log=log, **facts)


# -- a million characters

MILLION = "x" * 1_000_000
MOST_MS = 100.0


def million(folder: Path) -> Result:
    """A million characters in one field of what is imported, said or set: refused, or cut where a stranger wrote it.

    Each is done once before with a short text, so that what has to be loaded is.
    """
    found = {}
    with home_in(folder, "Northwind") as home, contextlib.chdir(home):
        for _, words in _ways(home, "x"):
            run(words)
        for name, words in _ways(home, MILLION):
            begun = time.process_time()
            code, told = run(words)
            found[name] = (1000 * (time.process_time() - begun), code, len(told))
        found["paste"] = (asyncio.run(_pasted()), 2, 0)
    slowest = max(milliseconds for milliseconds, _, _ in found.values())
    held = slowest < MOST_MS and all(code != 1 and told < 10_000 for _, code, told in found.values())
    return Result(held, ", ".join(f"{name} {took:.0f} ms ({code})" for name, (took, code, _) in found.items()))


def _ways(home: Path, text: str) -> Iterator[tuple[str, list[str]]]:
    lines = {
        "json": json.dumps(
            {"planner": 1, "interviews": [{"company": "A", "role": text, "starts_at": "2026-12-04T14:00"}]}
        ),
        "csv": f"Company,Role,Starts at\nA,{text},2026-12-04 14:00\n",
        "ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261204T140000Z\r\n"
        f"SUMMARY:Interview {text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "vcf": f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{text}\r\nEND:VCARD\r\n",
        "eml": f"From: a@x.example\r\nSubject: {text}\r\n\r\nHello\r\n",
    }
    for kind, content in lines.items():
        file = home / f"a.{kind}"
        file.write_text(content, newline="")
        yield kind, ["import", str(file), "--yes", "--dry-run"]
    for field in ("company", "notes", "starts_at", "interviewers", "tags"):
        yield field, ["edit", "1", f"{field}={text}"]
    yield "at", ["--at", text, "list"]
    yield "say", ["draft", "1", "thank-you-email", "--say", f"discussed={text}"]
    (home / "long.toml").write_text(f"[policy]\nhome_time_zone = {json.dumps(text)}\n")
    yield "config", ["--config", str(home / "long.toml"), "list"]


async def _pasted() -> float:
    """Milliseconds in which the form takes no notice of a paste that long, in a field of one line and of several."""
    from tests.tui.typing import pasted, sent

    async with seated() as seat:
        await sent(seat, "a")
        await pasted(seat, "short")
        begun = time.process_time()
        shown = await pasted(seat, MILLION)
        took = time.process_time() - begun
        assert "1,000,000 characters" in shown
    return 1000 * took
