"""Where a letter's template comes from: the texts a person wrote in its place, else our own files in the package."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from planner.domain.errors import BadInput
from planner.domain.text import harmless
from planner.letters.catalogue import LETTERS, Letter, Medium
from planner.letters.reading import template_in
from planner.letters.template import Template

COVER = "cover.txt"
"""The words to an agency that is to pass a letter on."""

FILES: tuple[str, ...] = (*(f"{letter.id}.txt" for letter in LETTERS), COVER)
"""The names of all templates."""

_SHOWN = 60


def file_name(letter: Letter) -> str:
    return f"{letter.id}.txt"


def template_of(letter: Letter, overrides: Mapping[str, str]) -> Template:
    """The letter's template: the text under its file name in `overrides`, else our own.

    Raises BadInput, naming the file, the line and what is accepted, where that text is no template for this letter.
    """
    name = file_name(letter)
    template = _template(name, overrides)
    if letter.medium is Medium.EMAIL and not template.subject:
        raise BadInput(f"{name}: an email needs a subject.", "Begin with a line like “subject: The {role} interview”.")
    if letter.medium is not Medium.EMAIL and template.subject:
        raise BadInput(f"{name}: only an email has a subject.", "Remove the line that begins with “subject:”.")
    if letter.medium is not Medium.VOICE and template.voicemail:
        raise BadInput(f"{name}: only a call script has a voicemail.", "Remove that part.")
    return template


def cover_of(overrides: Mapping[str, str]) -> Template:
    """The words to an agency: `name` is the agent's, `reader` the person the letter is for."""
    return _template(COVER, overrides)


def check_overrides(overrides: Mapping[str, str]) -> None:
    """Raises BadInput for the first of these texts, by file name, that is no template or replaces none."""
    letters = {file_name(letter): letter for letter in LETTERS}
    for name in overrides:
        if name in letters:
            template_of(letters[name], overrides)
        elif name == COVER:
            cover_of(overrides)
        else:
            raise BadInput(
                f"“{harmless(name[:_SHOWN])}” replaces no letter.", f"Files that do are: {', '.join(FILES)}.", name
            )


def shipped_text(name: str) -> str:
    """Our own template of that file name, for a person to begin from."""
    return (resources.files("planner.letters") / "templates" / name).read_text(encoding="utf-8")


def _template(name: str, overrides: Mapping[str, str]) -> Template:
    return template_in(overrides[name], name) if name in overrides else _shipped(name)


@cache
def _shipped(name: str) -> Template:
    return template_in(shipped_text(name), name)
