"""How a person is addressed in a greeting."""

from planner.domain.text import TEXT_LIMIT, stripped

_TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "herr", "frau", "madame", "monsieur"}
)
_WITH_TITLE = 3  # title, first name, family name
_WITHIN_A_NAME = "-'\u2019"
_LAST_OF_LATIN = "\u024f"


def addressed(name: str) -> str:
    """ "Ann" of "Ann Lee", "Dr. Lee" of "Dr. Ann Lee"; the whole name wherever it is not plain which part to use."""
    whole = stripped(name, TEXT_LIMIT)
    name, _, rest = whole.partition(", ")
    if rest and " " not in name and " " not in rest:
        return rest  # "Lee, Ann"
    words = name.split()  # without what may follow: "Ann Lee, PhD"
    if words and words[0].rstrip(".").casefold() in _TITLES:
        return f"{words[0]} {words[2]}" if len(words) == _WITH_TITLE else name
    # A name in another script may begin with the family's name, and "A. Lee" is not called "A.".
    if len(words) > 1 and all(sign <= _LAST_OF_LATIN for sign in name) and _is_given_name(words[0]):
        return words[0]
    return name


def _is_given_name(word: str) -> bool:
    return len(word) > 1 and all(sign.isalpha() or sign in _WITHIN_A_NAME for sign in word)
