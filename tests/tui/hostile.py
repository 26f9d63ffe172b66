"""Texts that would do harm where they were taken for more than text."""

from dataclasses import replace

from planner.domain.interview import Flexibility, Interview, Person
from tests.domain.building import said
from tests.tui.interviews import berlin

MARKUP = (
    "[@click=app.bell]x",
    "[@click=app.screenshot('x','/tmp')]",
    "ACME [/b] Ltd",
    "[TODO] Q3",
    "[red",
    "[red]Acme[/red]",
    "[/]",
    "[/red]",
    "[b]",
    "[link=file:///etc]a[/link]",
    "[on red] x",
    "[[red]]",
    "\\[red]",
    "[$primary]x",
    "$x",
    "$primary",
    "{}",
    "{0.__class__}",
    "%s %(x)d",
    ":smile:",
    "[not a tag",
    "<b>&lt;[",
)
"""Markup of Textual and Rich, whole and broken, and what fills in templates."""

UNSAFE = (
    "\x1b[2J\x1b]52;c;aGk=\x07\x1bPq\x1b\\\x00\x08\r\t\x7f\x85\x9b31m\x9d0;t\x9c"
    "\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ud800\udfff"
)
"""Sequences of C0 and C1, separators, bidirectional controls, halves of pairs. No form and no file lets them in."""


def interviews(text: str) -> list[Interview]:
    """An interview for each text of MARKUP, in which they stand in every field, with `text` behind the longer ones."""
    first, second, third, *_ = MARKUP
    log = [
        said("thanked", "2026-11-19T16:20+01:00", to="Bo", words=MARKUP[5]),
        said("told_decision", "2026-11-19T16:30+01:00", on="2026-11-25", words="\n".join(MARKUP)),
        said("note", "2026-11-19T17:00+01:00", words=" ".join(MARKUP)),
    ]
    usual = berlin(first, second, "2026-11-19T10:00", log=log)
    open_door = replace(
        usual,
        role=second + text,
        industry=third,
        location=f"https://x.example/{third}{text} {text}",
        people=(
            Person(f"{MARKUP[4]} {text}", main=True, email=f"{MARKUP[4]}@x.example{text}", phone=text),
            Person(MARKUP[5], postal_address="\n".join(MARKUP) + text),
        ),
        flexibility=Flexibility(MARKUP[6] + text, MARKUP[7] + text),
        notes="\n".join(MARKUP) + text,
        tags=(*MARKUP, text),
        log=tuple(replace(entry, words=entry.words + text) for entry in usual.log),
    )
    roles = reversed(MARKUP)
    return [open_door, *(berlin(name, next(roles), "2026-11-20T10:00") for name in MARKUP[1:])]
