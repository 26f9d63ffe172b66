"""Text for what shows nothing but ASCII: each character becomes one like it, or question marks, in as many columns."""

from unicodedata import category, east_asian_width, normalize

from planner.planning.lines import ASCII


class LookAlikes(dict[int, int | str]):
    """For `str.translate`; a character met for the first time is worked out and kept."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = found = _like(character)
        return found


def in_ascii(text: str) -> str:
    return text if text.isascii() else text.translate(_LOOK_ALIKES)


def _like(character: str) -> str:
    letter = normalize("NFD", character)[0]
    if letter.isascii():
        return letter
    if category(character) in ("Mn", "Me", "Cf"):
        return ""
    return "??" if east_asian_width(character) in "WF" else "?"


_LOOK_ALIKES = LookAlikes(ASCII)
