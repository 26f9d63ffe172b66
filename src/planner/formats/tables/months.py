"""The names of months in the languages that sheets are written in here: whole, in the forms dates take, or begun."""

from functools import cache
from unicodedata import combining, normalize

# As the Unicode locale data has them. Of a beginning that two languages have in common the language higher up decides.
_LANGUAGES = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber mrz apr mai jun jul aug sept okt nov dez",  # Austria's, and what is shortened in the middle
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november desember",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    (
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta "
        "heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"
    ),
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "ledna února března dubna května června července srpna září října listopadu prosince",
)
_LEAST = 3


def month_of(word: str) -> int | None:
    """The number of the month that a word names or begins to name, from 1; None for any other word.

    A name that goes wrong after its third letter ("Febuary") is taken for the English month it begins like.
    """
    plain = _plain(word).rstrip(".")
    return _known().get(plain) or _known_in_english().get(plain[:_LEAST])


def heads() -> list[str]:
    """What names of months begin with, with and without their marks."""
    names = " ".join(_LANGUAGES).split()
    return sorted({form[:_LEAST] for name in names for form in (name, _plain(name))})


@cache
def _known() -> dict[str, int]:
    whole: dict[str, int] = {}
    begun: dict[str, int] = {}
    for language in _LANGUAGES:
        names = {_plain(name): month for month, name in enumerate(language.split(), 1)}
        mine: dict[str, set[int]] = {}
        for name, month in names.items():
            for end in range(_LEAST, len(name)):
                mine.setdefault(name[:end], set()).add(month)
        whole = names | whole
        begun = {beginning: month for beginning, months in mine.items() for month in months if len(months) == 1} | begun
    return begun | whole


@cache
def _known_in_english() -> dict[str, int]:
    return {name[:_LEAST]: month for month, name in enumerate(_LANGUAGES[0].split(), 1)}


def _plain(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word.casefold()) if not combining(letter))
