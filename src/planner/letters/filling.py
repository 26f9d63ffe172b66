"""From a template and the values of its slots to the text."""

import re
from collections.abc import Iterable, Mapping

from planner.letters.template import SLOT, Paragraph, Sentence

CUE = ":"
_KEEPS_ITS_LINE = (",", CUE)
_SLOT_AND_STOP = re.compile(SLOT.pattern + r"(\.?)")
_STOPS = (".", "!", "?", "…")


class Filling:
    """Fills sentence after sentence. `place` is the person's among those of the interview: it picks the wordings."""

    def __init__(self, values: Mapping[str, str], place: int = 0) -> None:
        self._values = values
        self._left = place
        self._last = 0

    def sentence(self, sentence: Sentence) -> str:
        """The sentence with its slots filled; "" where no wording of it can be."""
        return self._fill(self._wording(sentence))

    def text(self, paragraphs: Iterable[Paragraph], *, by_line: bool = False) -> str:
        """The text: paragraphs apart by a blank line, and with `by_line` each sentence on its own line."""
        filled = (self._paragraph(paragraph, by_line=by_line) for paragraph in paragraphs)
        return "\n\n".join(text for text in filled if text)

    def _paragraph(self, paragraph: Paragraph, *, by_line: bool) -> str:
        said = [wording for sentence in paragraph if (wording := self._wording(sentence))]
        while said and said[-1].endswith(CUE):  # it says when to say what has been dropped
            said.pop()
        text, own_line = "", True
        for wording in said:
            was_own, own_line = own_line, by_line or wording.endswith(_KEEPS_ITS_LINE)
            text += ("\n" if was_own or own_line else " ") + self._fill(wording)
        return text.strip()

    def _wording(self, sentence: Sentence) -> str:
        for group in sentence.groups:
            usable = [wording for wording in group if all(name in self._values for name in SLOT.findall(wording))]
            if usable:
                return usable[self._turn(len(usable))]
        return ""

    def _turn(self, count: int) -> int:
        """Which of `count` wordings is this person's: the digits of the place, each moved on by the one before.

        So neighbours differ in every sentence, and no two people in all, up to the product of the counts.
        """
        if count == 1:
            return 0
        self._left, digit = divmod(self._left, count)
        self._last = (digit + self._last) % count
        return self._last

    def _fill(self, wording: str) -> str:
        return _SLOT_AND_STOP.sub(self._value, wording)

    def _value(self, found: re.Match[str]) -> str:
        value = self._values[found[1]]
        return value if value.endswith(_STOPS) else value + found[2]
