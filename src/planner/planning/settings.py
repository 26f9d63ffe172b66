"""The settings a person keeps in the config file, checked: what does not fit is refused by name, never passed over."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from planner.domain.errors import BadInput
from planner.domain.log import Channel
from planner.domain.policy import Policy
from planner.domain.text import NAME_LIMIT, PHONE_LIMIT, folded, harmless
from planner.domain.zones import zone_called
from planner.planning.accepted import (
    ADDRESSES,
    KEY,
    SWITCH,
    WEEKEND,
    Accepted,
    MisfitError,
    items_in,
    line,
    one_of,
    plain_date,
    shown,
    whole,
)

DateOrder = Literal["", "mdy", "dmy", "ymd"]
"""How 3/4 is read; "" until the person has set it, and then 3/4 is asked back."""

Calendar = Callable[[tuple[str, ...]], Container[date]]
"""Gives the days off of holiday calendars by their names; raises BadInput for a name it does not know."""


class Display(NamedTuple):
    """`theme` is "" until the person chooses one; `mouse` "auto" is off over SSH; `colour` "auto" is what the terminal can.

    `notices`: whether the terminal is to say it when something opens while the screen is there.
    """

    theme: Literal["", "dark", "light", "contrast"] = ""
    mouse: Literal["auto", "on", "off"] = "auto"
    colour: Literal["auto", "none", "16", "256", "true"] = "auto"
    notices: Literal["off", "on"] = "off"


class Me(NamedTuple):
    """Who signs the letters, and the number to be called back on; "" where that is not set.

    `email` holds the addresses that invitations come to, folded: whoever has one of them is nobody to thank.
    """

    name: str = ""
    phone: str = ""
    email: frozenset[str] = frozenset()

    @property
    def known_as(self) -> frozenset[str]:
        """What stands for them among the guests of an invitation, folded."""
        return self.email | ({folded(self.name)} if self.name else frozenset())


class Settings(NamedTuple):
    """What the config file says. `keys` gives, for the id of a command, the key or keys (with commas) to be its own."""

    policy: Policy = Policy()
    date_order: DateOrder = ""
    display: Display = Display()
    me: Me = Me()
    keys: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The holidays a person named: single dates, and those of calendars."""

    dates: frozenset[date]
    calendar: Container[date] = frozenset()

    def __contains__(self, day: object) -> bool:
        return day in self.dates or day in self.calendar


def read_settings(tables: Mapping[str, object], source: str, calendar: Calendar) -> Settings:
    """The settings in `tables`, the parsed TOML of the file named `source`; what is absent keeps its default.

    The first section, key or value that does not fit raises BadInput, whose `field` is its name
    ("policy.wait_days"). `day_zone = "home"` may stand without `home_time_zone`: whoever asks for the home zone takes
    the host's then, and says so.
    """
    _refuse_unknown(tables, ("policy", "keys", "display", "input", "me"), source, "")
    policy = dict(_section(tables, "policy", source))
    channels = _channels(_section(policy, "policy.channel", source), source)
    policy.pop("channel", None)
    accepted = _POLICY | {"holidays": _days_off(calendar)}
    settings = Settings(
        policy=Policy(**_values(policy, accepted, source, "policy"), channel=channels),
        display=Display(**_values(_section(tables, "display", source), _DISPLAY, source, "display")),
        me=Me(**_values(_section(tables, "me", source), _ME, source, "me")),
        keys=_keys(_section(tables, "keys", source), source),
        **_values(_section(tables, "input", source), _INPUT, source, "input"),
    )
    _refuse_a_note_that_lapses_before_it_is_due(settings.policy, source)
    return settings


def _home_zone(value: object) -> str:
    if not isinstance(value, str):
        raise MisfitError
    return zone_called(value).key if value.strip() else ""


def _days_off(calendar: Calendar) -> Accepted:
    def read(value: object) -> Container[date]:
        if not isinstance(value, list):
            raise MisfitError
        names = tuple(item.strip() for item in value if isinstance(item, str) and not item.strip()[:1].isdigit())
        dates = frozenset(plain_date(item) for item in value if not isinstance(item, str) or item.strip()[:1].isdigit())
        return DaysOff(dates, calendar(names)) if names else dates

    return Accepted('a list of dates ("2026-12-24") and calendar names ("US", "DE-BE")', read, typed=items_in)


_UNIT = one_of("calendar", "business")

_POLICY = {
    "thank_you_due_hours": whole(1, 336, "hours"),
    "thank_you_lapse_days": whole(1, 365),
    "roll_thank_you": SWITCH,
    "wait_days": whole(0, 365),
    "wait_unit": _UNIT,
    "decision_buffer_days": whole(0, 60),
    "decision_buffer_unit": _UNIT,
    "range_policy": one_of("end", "start"),
    "roll_to_business_day": SWITCH,
    "weekend": WEEKEND,
    "max_follow_ups": whole(1, 5, "follow-ups"),
    "second_follow_up_gap_days": whole(1, 365),
    "extension_reopens": SWITCH,
    "heard_resets_clock": SWITCH,
    "overdue_after_days": whole(1, 365),
    "lapse_after_days": whole(1, 3650),
    "min_gap_days": whole(0, 60, "business days"),
    "hold_review_days": whole(1, 365),
    "mail_days": whole(0, 60, "business days"),
    "day_zone": one_of("interview", "home"),
    "home_time_zone": Accepted('a time zone such as "Europe/Berlin"', _home_zone),
}
_DISPLAY = {
    "theme": one_of("dark", "light", "contrast"),
    "mouse": one_of("auto", "on", "off"),
    "colour": one_of("auto", "none", "16", "256", "true"),
    "notices": one_of("off", "on"),
}
_INPUT = {"date_order": one_of("mdy", "dmy", "ymd")}
_ME = {
    "name": line('your name, such as "Maya Chen"', NAME_LIMIT),
    "phone": line('your phone number, such as "+1 555 0100"', PHONE_LIMIT),
    "email": ADDRESSES,
}
_CHANNEL = one_of(Channel.EMAIL, Channel.CARD)
# By sections, what each key takes; of industries and keys of one's own there are as many as a person wants.
TAKES: Mapping[str, Mapping[str, Accepted]] = {
    "policy": _POLICY | {"holidays": _days_off(lambda _names: frozenset())},
    "channel": {"": _CHANNEL},
    "input": _INPUT,
    "display": _DISPLAY,
    "me": _ME,
    "keys": {"": KEY},
}
_EVERYWHERE = {
    "policy": (*_POLICY, "holidays", "channel"),
    "display": tuple(_DISPLAY),
    "input": tuple(_INPUT),
    "me": tuple(_ME),
}


def _section(tables: Mapping[str, object], name: str, source: str) -> Mapping[str, object]:
    section = tables.get(name.rpartition(".")[2], {})
    if not isinstance(section, Mapping):
        hint = f"It is a section: write [{name}] and its keys below it."
        raise BadInput(f"{source}: {name} is {shown(section)}.", hint, name)
    return section


def _values(section: Mapping[str, object], accepted: Mapping[str, Accepted], source: str, name: str) -> dict[str, Any]:
    _refuse_unknown(section, _EVERYWHERE[name], source, f"{name}.")
    return {key: accepted[key].value(source, f"{name}.{key}", value) for key, value in section.items()}


def _refuse_unknown(section: Mapping[str, object], known: Sequence[str], source: str, prefix: str) -> None:
    for key in section:
        if key not in known:
            name = harmless(f"{prefix}{key}"[:80])
            what = "key" if prefix else "section"
            raise BadInput(f"{source}: there is no {what} “{name}”.", _nearest(key, known, prefix), name)


def _nearest(key: str, known: Sequence[str], prefix: str) -> str:
    from difflib import get_close_matches

    near = [prefix + name for name in get_close_matches(key.casefold(), known, n=1)]
    elsewhere = [f"{section}.{key}" for section, keys in _EVERYWHERE.items() if key in keys]
    if near or elsewhere:
        return f"Did you mean {(elsewhere or near)[0]}?"
    return f"Known are {', '.join(sorted(known))}."


def _channels(section: Mapping[str, object], source: str) -> Mapping[str, Channel]:
    channels: dict[str, Channel] = {}
    for industry, value in section.items():
        name = f"policy.channel.{harmless(industry[:80])}"
        if folded(industry) in channels:
            hint = "Case and blanks make no difference; keep one of them."
            raise BadInput(f"{source}: {name} stands there twice.", hint, name)
        channels[folded(industry)] = Channel(str(_CHANNEL.value(source, name, value)))
    return MappingProxyType(channels)


def _keys(section: Mapping[str, object], source: str) -> Mapping[str, str]:
    keys: dict[str, str] = {}
    owner: dict[str, str] = {}
    for command, value in section.items():
        name = f"keys.{harmless(command[:80])}"
        keys[command] = str(KEY.value(source, name, value))
        for key in keys[command].split(","):
            if owner.setdefault(key, command) != command:
                other = harmless(owner[key][:80])
                hint = "Give each command a key of its own."
                raise BadInput(f"{source}: {name} is “{key}”, and so is keys.{other}.", hint, name)
    return MappingProxyType(keys)


def _refuse_a_note_that_lapses_before_it_is_due(policy: Policy, source: str) -> None:
    if policy.thank_you_lapse_days * 24 < policy.thank_you_due_hours:
        raise BadInput(
            f"{source}: a thank-you would lapse after {policy.thank_you_lapse_days} days, before it is due"
            f" after {policy.thank_you_due_hours} hours.",
            "Make policy.thank_you_lapse_days longer, or policy.thank_you_due_hours shorter.",
            "policy.thank_you_lapse_days",
        )
