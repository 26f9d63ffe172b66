"""What a key of the config file takes: in words, and as a reader that gives the value to keep."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from planner.domain.errors import BadInput
from planner.domain.text import NAME_LIMIT, folded, harmless, one_line

SHOWN = 60
ITEMS_SHOWN = 8
LONGEST_KEY = 40


class MisfitError(Exception):
    """The value is not one of those accepted; the words of the message, if any, say more."""


class Accepted(NamedTuple):
    """`words` go after "It takes"; `read` raises MisfitError, or BadInput where it has a sentence of its own.

    `choices` are all there are, where they are few, and `unit` is what is counted. `typed` makes what a person types what the file would hold.
    """

    words: str
    read: Callable[[object], object]
    choices: tuple[str, ...] = ()
    typed: Callable[[str], object] = str
    unit: str = ""

    def value(self, source: str, name: str, value: object) -> object:
        """What is kept for `value`; else BadInput that says which file, which key, what stands there, what may."""
        try:
            return self.read(value)
        except MisfitError as misfit:
            said = f": {misfit}" if str(misfit) else ""
            raise BadInput(f"{source}: {name} is {shown(value)}{said}.", f"It takes {self.words}.", name) from misfit
        except BadInput as error:
            hint = f"{error.hint} {name} takes {self.words}.".strip()
            raise BadInput(f"{source}: {name}: {error.sentence}", hint, name) from error


def shown(value: object) -> str:
    """A value as the config file writes it, made safe and short."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            text = f'"{value}"'
        case Mapping():
            return "a section"
        case list():
            more = ", …" if len(value) > ITEMS_SHOWN else ""
            text = f"[{', '.join(shown(item) for item in value[:ITEMS_SHOWN])}{more}]"
        case _:
            text = str(value)
    text = harmless(text)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def whole(low: int, high: int, unit: str = "days") -> Accepted:
    def read(value: object) -> int:
        # bool is an int to Python, not to a person
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise MisfitError
        return value

    return Accepted(f"a whole number of {unit} from {low} to {high}", read, typed=_number, unit=unit)


def _number(text: str) -> object:
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_KEY else text


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise MisfitError
    return value


SWITCH = Accepted(
    "true or false",
    _yes_or_no,
    ("yes", "no"),
    lambda text: {"true": True, "yes": True, "false": False, "no": False}.get(text.casefold(), text),
)


def one_of(*choices: str) -> Accepted:
    def read(value: object) -> str:
        if not isinstance(value, str) or value not in choices:
            raise MisfitError
        return value

    return Accepted(_either(choices), read, choices)


def _either(choices: Sequence[str]) -> str:
    quoted = [f'"{choice}"' for choice in choices]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def line(words: str, limit: int) -> Accepted:
    """Words of one's own, on one line; none are fine too."""

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise MisfitError
        return one_line(value, "it", limit)

    return Accepted(words, read)


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _weekend(value: object) -> frozenset[int]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise MisfitError
    names = [name.casefold() for name in value]
    if not set(names) <= set(WEEKDAYS):
        raise MisfitError
    if len(set(names)) < len(names):
        raise MisfitError("a day stands there twice")
    if len(names) == len(WEEKDAYS):
        raise MisfitError("no day would be left on which anything opens")
    return frozenset(WEEKDAYS.index(name) for name in names)


def items_in(text: str) -> object:
    """A list, typed with commas between."""
    return [item.strip() for item in text.split(",") if item.strip()]


WEEKEND = Accepted(f"a list of some, not all, of {_either(WEEKDAYS)}", _weekend, typed=items_in)


def _key(value: object) -> str:
    if not isinstance(value, str):
        raise MisfitError
    names = [name.strip() for name in value.split(",")]
    if not all(name.isprintable() and 0 < len(name) <= LONGEST_KEY and " " not in name for name in names):
        raise MisfitError
    return ",".join(names)


KEY = Accepted('the name of a key such as "t", "f5" or "ctrl+t", or several with commas between', _key)


def _addresses(value: object) -> frozenset[str]:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(each, str) and "@" in each.strip() for each in given):
        raise MisfitError
    return frozenset(folded(one_line(each, "it", NAME_LIMIT)) for each in given)


ADDRESSES = Accepted('your mail address, such as "maya@home.example", or a list of several', _addresses, typed=items_in)


def plain_date(value: object) -> date:
    """A date written as TOML does or as text; one with a time of day is no day."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        text = str(value).strip()
        day = date.fromisoformat(text)
    except ValueError:
        raise MisfitError(f"{shown(value)} is no date") from None
    if day.isoformat() != text:
        raise MisfitError(f"{shown(value)} is no date")
    return day
