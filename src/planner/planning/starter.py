"""The config file a person begins with: every setting with its default, each behind a # until it is wanted."""

from collections.abc import Iterator

from planner.domain.policy import Policy
from planner.planning.accepted import WEEKDAYS

_HEAD = """\
# The settings of planner. A line counts once the # before it is gone; `planner config edit` checks the file.
"""
_TAIL = """
# By industry, instead of the choice the rules make:
[policy.channel]
# finance = "email"
# education = "card"

[input]
# How 3/4 is read: "mdy", "dmy" or "ymd". Without it, it is asked back.
# date_order = "dmy"

[display]
# theme = "dark"        # "light", "contrast"
# mouse = "auto"        # "on", "off"; auto is off over SSH
# colour = "auto"       # "none", "16", "256", "true"
# notices = "off"       # "on": the terminal says when something opens while the board is there

# How letters are signed, and where to call back; and the addresses your invitations come to.
[me]
# name = "Maya Chen"
# phone = "+1 555 0100"
# email = "maya@home.example"

[keys]
# thank_you = "t"       # the name of a command, and the key it is to have
"""
# Shown as an example where the default is nothing at all.
_EXAMPLES = {"home_time_zone": '"Europe/Berlin"', "holidays": '["DE-BE", "2026-12-24"]'}


def starter() -> str:
    """The text of the file; as it stands it changes no default."""
    return "\n".join((_HEAD, "[policy]", *_policy(), _TAIL))


def _policy() -> Iterator[str]:
    defaults = Policy()
    for name in Policy._fields:
        if name != "channel":
            yield f"# {name} = {_EXAMPLES.get(name) or _toml(getattr(defaults, name))}"


def _toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case frozenset():
            days = ", ".join(f'"{WEEKDAYS[day]}"' for day in sorted(value))
            return f"[{days}]"
        case str():
            return f'"{value}"'
        case _:
            return str(value)
