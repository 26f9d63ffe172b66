"""Reads a template from its text, a form made to be written by hand.

- A line is a sentence, and blank lines part paragraphs. `#` begins a remark.
- `or:` before a line gives another wording of the sentence above it, so that no two people get the same letter.
- `else:` gives what is said where the sentence lacks a value. Without it the sentence is dropped.
- `subject:` begins the subject of an email; `voicemail:`, alone on its line, the part to say to a machine.
- A line that ends in a comma or a colon keeps its line to itself. In a call script, one that ends in a colon says
  when to say what follows, and is not spoken.
"""

import re
from collections.abc import Iterable

from planner.domain.errors import BadInput
from planner.domain.text import TEXT_LIMIT, harmless
from planner.letters.slots import SLOTS
from planner.letters.template import SLOT, Paragraph, Sentence, Template

_MARK = re.compile(r"(subject|voicemail|or|else):\s*(.*)", re.IGNORECASE)
_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_BRACKET = re.compile(r"[{}\[\]]")
_ACCEPTED = "A slot is its name in braces, such as {role}. Slots are: " + ", ".join(SLOTS) + "."
_SHOWN = 60

Groups = list[list[str]]


def template_in(text: str, name: str) -> Template:
    """The template in `text`, which errors call `name`.

    Raises BadInput, naming the line and what is accepted, where the text is no template.
    """
    if len(text) > TEXT_LIMIT:
        raise BadInput(f"{name} has {len(text):,} characters.", f"A template has at most {TEXT_LIMIT:,}.", name)
    reader = _Reader()
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        reader.read(" ".join(line.split()), f"{name}, line {number}")
    if not any(reader.body):
        raise BadInput(f"{name} holds no letter.", "Write a sentence on each line, or remove the file.", name)
    subject = _sentence(reader.subject) if reader.subject else None
    return Template(subject, _part(reader.body), _part(reader.voicemail))


class _Reader:
    """Takes a template line by line. `_sentence` is the one that `or:` and `else:` would add to."""

    def __init__(self) -> None:
        self.subject: Groups = []
        self.body: list[list[Groups]] = [[]]
        self.voicemail: list[list[Groups]] = []
        self._part = self.body
        self._sentence: Groups | None = None

    def read(self, line: str, place: str) -> None:
        if line.startswith("#"):
            return
        _check(line, place)
        marked = _MARK.fullmatch(line)
        mark, text = (marked[1].casefold(), marked[2]) if marked else ("", line)
        if mark == "voicemail":
            self._begin_voicemail(text, place)
        elif mark and not text:
            raise BadInput(f"{place}: nothing follows “{mark}:”.", "Write the wording behind it, or remove it.", place)
        elif mark == "subject":
            self._begin_subject(text, place)
        elif mark:
            self._add(mark, text, place)
        elif text:
            self._sentence = [[text]]
            self._part[-1].append(self._sentence)
        else:
            self._sentence = None
            self._part.append([])

    def _begin_subject(self, text: str, place: str) -> None:
        if self.subject or any(self.body):
            raise BadInput(f"{place}: the subject stands once, before all else.", "“or:” gives another one.", place)
        self.subject.append([text])
        self._sentence = self.subject

    def _begin_voicemail(self, text: str, place: str) -> None:
        if text or self.voicemail:
            raise BadInput(f"{place}: “voicemail:” stands once, alone on its line.", "Put the text below it.", place)
        self.voicemail.append([])
        self._part, self._sentence = self.voicemail, None

    def _add(self, mark: str, text: str, place: str) -> None:
        if self._sentence is None:
            raise BadInput(f"{place}: “{mark}:” has no sentence above it.", "Put it right below the sentence.", place)
        if mark == "or":
            self._sentence[-1].append(text)
        else:
            self._sentence.append([text])


def _check(line: str, place: str) -> None:
    """Refuses what would reach a reader by mistake: a bracket, a slot nothing can fill, a control character."""
    if harmless(line) != line:
        raise BadInput(f"{place} holds a control character.", "Remove it; any other character is fine.", place)
    unknown = next((name for name in _IN_BRACES.findall(line) if name not in SLOTS), None)
    if unknown is not None:
        raise BadInput(f"{place}: there is no slot {{{unknown[:_SHOWN]}}}.", _ACCEPTED, place)
    stray = _BRACKET.search(SLOT.sub("", line))
    if stray:
        what = "a square bracket would reach the reader" if stray[0] in "[]" else f"a “{stray[0]}” has no partner"
        raise BadInput(f"{place}: {what}.", _ACCEPTED, place)


def _part(paragraphs: Iterable[list[Groups]]) -> tuple[Paragraph, ...]:
    return tuple(tuple(_sentence(groups) for groups in paragraph) for paragraph in paragraphs if paragraph)


def _sentence(groups: Groups) -> Sentence:
    return Sentence(tuple(tuple(group) for group in groups))
