"""A template, read: its sentences, and the wordings of each."""

import re
from dataclasses import dataclass

SLOT = re.compile(r"\{([a-z_]+)\}")
"""A slot as it stands in a wording: {role}."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Groups of wordings; what is said is one of the first group of which any wording can be filled."""

    groups: tuple[tuple[str, ...], ...]


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
