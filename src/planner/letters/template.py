"""Templates: plain text files, each read into its sentences and their wordings.

A line is a sentence; blank lines part paragraphs; `#` begins a remark. `or:` before a line gives another wording of
the sentence above it, so that no two people get the same letter; `else:` gives what is said where the sentence lacks
a value (without it the sentence is dropped). `subject:` begins the subject of an email, and `voicemail:` on a line of
its own the part to say to a machine. A line that ends in a comma or a colon keeps its line to itself; in a call
script one that ends in a colon says when, and is not spoken.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from planner.domain.errors import BadInput
from planner.domain.text import TEXT_LIMIT, harmless
from planner.letters.catalogue import Letter, LetterId, Medium
from planner.letters.slots import SLOTS

SLOT = re.compile(r"\{([a-z_]+)\}")
SUFFIX = ".txt"

_MARK = re.compile(r"(subject|voicemail|or|else):\s*(.*)", re.IGNORECASE)
_BRACKETS = re.compile(r"[{}\[\]]")
_ACCEPTED = "A slot is its name in braces, such as {role}. Slots are: " + ", ".join(SLOTS) + "."
_SHOWN = 60

Wordings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Groups of wordings; one of the first group of which a wording can be filled is said."""

    groups: tuple[Wordings, ...]


Paragraph = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """`subject` is None for what has none; `voicemail` is empty but for a call script."""

    subject: Sentence | None
    body: tuple[Paragraph, ...]
    voicemail: tuple[Paragraph, ...] = ()

    @property
    def slots(self) -> frozenset[str]:
        """The names of all slots in it."""
        sentences = [one for paragraph in (*self.body, *self.voicemail) for one in paragraph]
        sentences += [self.subject] if self.subject else []
        texts = (wording for one in sentences for group in one.groups for wording in group)
        return frozenset(name for text in texts for name in SLOT.findall(text))


def template_of(letter: Letter, overrides: Mapping[str, str]) -> Template:
    """The letter's template: the text in `overrides` under its file name, else our own.

    Raises BadInput, naming the template, the line and what is accepted, where that text is no template.
    """
    name = letter.id + SUFFIX
    template = parsed(overrides[name], name) if name in overrides else shipped(letter.id)
    if letter.medium is Medium.EMAIL and not template.subject:
        raise BadInput(f"{name}: an email needs a subject.", "Add a line such as subject: The {role} interview.")
    if letter.medium is not Medium.EMAIL and template.subject:
        raise BadInput(f"{name}: only an email has a subject.", "Remove that line.")
    if template.voicemail and letter.medium is not Medium.VOICE:
        raise BadInput(f"{name}: only a call script has a voicemail.", "Remove that part.")
    return template


def check_overrides(overrides: Mapping[str, str]) -> None:
    """Raises BadInput for the first of these texts that is no template, or replaces none."""
    names = [id_ + SUFFIX for id_ in (*LetterId, COVER)]
    for name, text in overrides.items():
        if name not in names:
            raise BadInput(f"{harmless(name[:_SHOWN])}: there is no such letter.", f"Files are: {', '.join(names)}.")
        parsed(text, name)


COVER = "cover"
"""The template of the words to an agency that is to pass a letter on."""


def cover_template(overrides: Mapping[str, str]) -> Template:
    name = COVER + SUFFIX
    return parsed(overrides[name], name) if name in overrides else shipped(COVER)


def shipped_text(name: str) -> str:
    """Our own template as its file holds it, for a person to begin from; `name` is a letter's id, or COVER."""
    return (resources.files("planner.letters") / "templates" / (name + SUFFIX)).read_text(encoding="utf-8")


@cache
def shipped(name: str) -> Template:
    return parsed(shipped_text(name), name + SUFFIX)


@dataclass(slots=True)
class _Reading:
    """What has been read of a template; a sentence is a list of groups for as long as it grows."""

    subject: list[list[str]] = field(default_factory=list)
    body: list[list[list[list[str]]]] = field(default_factory=list)
    voicemail: list[list[list[list[str]]]] = field(default_factory=list)
    in_voicemail: bool = False
    sentence: list[list[str]] | None = None
    in_paragraph: bool = False

    def begin(self, text: str) -> None:
        part = self.voicemail if self.in_voicemail else self.body
        if not self.in_paragraph:
            part.append([])
        self.in_paragraph = True
        self.sentence = [[text]]
        part[-1].append(self.sentence)


def parsed(text: str, name: str) -> Template:
    """The template in `text`; `name` is what errors call it."""
    if len(text) > TEXT_LIMIT:
        raise BadInput(f"{name} has {len(text):,} characters.", f"A template has at most {TEXT_LIMIT:,}.", name)
    reading = _Reading()
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        _read(reading, " ".join(line.split()), f"{name}, line {number}")
    if not reading.body:
        raise BadInput(f"{name} holds no letter.", "Write a sentence on each line, or remove the file.", name)
    return Template(
        _sentence(reading.subject) if reading.subject else None, _part(reading.body), _part(reading.voicemail)
    )


def _read(reading: _Reading, line: str, place: str) -> None:
    if line.startswith("#"):
        return
    if not line:
        reading.in_paragraph, reading.sentence = False, None
        return
    _check(line, place)
    marked = _MARK.fullmatch(line)
    mark, text = (marked[1].casefold(), marked[2]) if marked else ("", line)
    if mark == "voicemail":
        if text or reading.in_voicemail:
            raise BadInput(f"{place}: “voicemail:” stands once, alone on its line.", "Put the text below it.", place)
        reading.in_voicemail, reading.in_paragraph, reading.sentence = True, False, None
    elif not text:
        raise BadInput(f"{place}: nothing follows “{mark}:”.", "Write the wording behind it, or remove it.", place)
    elif mark == "subject":
        if reading.subject or reading.body:
            raise BadInput(f"{place}: the subject stands once, before all else.", "Put “or:” before others.", place)
        reading.sentence = reading.subject
        reading.subject.append([text])
    elif not mark:
        reading.begin(text)
    elif reading.sentence is None:
        raise BadInput(f"{place}: “{mark}:” has no sentence above it.", "Put it right below the sentence.", place)
    elif mark == "or":
        reading.sentence[-1].append(text)
    else:
        reading.sentence.append([text])


def _check(line: str, place: str) -> None:
    """Refuses what would reach a reader by mistake: a bracket, a slot nobody can fill, a control character."""
    if harmless(line) != line:
        raise BadInput(f"{place} holds a control character.", "Remove it; any other character is fine.", place)
    unknown = next((name for name in re.findall(r"\{([^{}]*)\}", line) if name not in SLOTS), None)
    if unknown is not None:
        raise BadInput(f"{place}: there is no slot {{{unknown[:_SHOWN]}}}.", _ACCEPTED, place)
    stray = _BRACKETS.search(SLOT.sub("", line))
    if stray:
        what = "a square bracket" if stray[0] in "[]" else f"a “{stray[0]}” without its partner"
        raise BadInput(f"{place}: {what}.", _ACCEPTED, place)


def _part(paragraphs: list[list[list[list[str]]]]) -> tuple[Paragraph, ...]:
    return tuple(tuple(_sentence(sentence) for sentence in paragraph) for paragraph in paragraphs)


def _sentence(groups: list[list[str]]) -> Sentence:
    return Sentence(tuple(tuple(group) for group in groups))
