"""The settings one by one: what each means and takes, what the file says of it, and what holds where it says nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.domain.policy import Policy
from planner.planning.accepted import WEEKDAYS, Accepted
from planner.planning.settings import TAKES, Display

Tables = Mapping[str, object]
BY_INDUSTRY = "EMAIL OR CARD, BY INDUSTRY"


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of the config file, at `keys` in its tables.

    `default` is what holds where the file says nothing, as a person would type it; where that is no value, `otherwise`
    says in words what holds. One that is not `at_once` counts from the next start.
    """

    keys: tuple[str, ...]
    title: str
    means: str
    takes: Accepted
    default: str = ""
    otherwise: str = ""
    at_once: bool = True

    @property
    def name(self) -> str:
        """As errors name it: "policy.wait_days"."""
        return ".".join(self.keys)


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together."""

    title: str
    settings: tuple[Setting, ...]


def groups(tables: Tables) -> Iterator[Group]:
    """All but the keys, which the screen knows; of industries those that stand in the file."""
    for title, texts in _TEXTS.items():
        yield Group(title, tuple(_setting(name, *text) for name, text in texts.items()))
    industries = said(tables, ("policy", "channel"))
    named = industries if isinstance(industries, Mapping) else ()
    yield Group(BY_INDUSTRY, tuple(channel_for(industry) for industry in named))


def channel_for(industry: str) -> Setting:
    """How a thank-you goes out to one industry."""
    means = "How a thank-you goes out to this industry, instead of what the rules choose."
    return Setting(
        ("policy", "channel", industry), industry, means, TAKES["channel"][""], otherwise="what the rules choose"
    )


def key_for(command: str, title: str, means: str, default: str) -> Setting:
    """The key or keys of a command."""
    return Setting(("keys", command), title, means, TAKES["keys"][""], default)


def said(tables: Tables, keys: tuple[str, ...]) -> object:
    """What the file says; None where it says nothing."""
    found: object = tables
    for key in keys:
        if not isinstance(found, Mapping):
            return None
        found = found.get(key)
    return found


def typed(setting: Setting, text: str) -> object:
    """What the file is to hold for what a person typed; None, nothing, for blanks."""
    return setting.takes.typed(text.strip()) if text.strip() else None


def as_text(value: object) -> str:
    """A value as a person would type it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(as_text, value))
        case _:
            return str(value)


def _setting(name: str, title: str, means: str, otherwise: str = "") -> Setting:
    section, key = name.split(".")
    return Setting(
        (section, key),
        title,
        means,
        TAKES[section][key],
        _default(section, key),
        otherwise,
        at_once=name not in _FROM_THE_NEXT_START,
    )


def _default(section: str, key: str) -> str:
    match section, key:
        case "policy", "weekend":
            return ", ".join(WEEKDAYS[day] for day in sorted(Policy().weekend))
        case "policy", "holidays":
            return ""
        case "policy", _:
            return as_text(getattr(Policy(), key))
        case "display", _:
            return as_text(getattr(Display(), key))
        case _:
            return ""


_FROM_THE_NEXT_START = ("display.mouse", "display.colour")
# By group and name: the title, what it means, and what holds where nothing is set.
_TEXTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "TIME AND DAYS": {
        "policy.home_time_zone": (
            "Home time zone",
            "Where you are at home: what you type is in its time.",
            "this machine's",
        ),
        "policy.day_zone": ("Days are counted", "Where the interview takes place (interview), or at home (home)."),
        "input.date_order": (
            "3/4 is read as",
            "Month first (mdy), day first (dmy), year first (ymd).",
            "not said: it asks",
        ),
        "policy.weekend": ("Weekend", "Days of the week on which nothing opens."),
        "policy.holidays": (
            "Holidays",
            "Days on which nothing opens: calendars such as US or DE-BE, and dates such as 2026-12-24.",
            "none",
        ),
        "policy.roll_to_business_day": (
            "Skip days off",
            "What would open on a day off opens on the next business day.",
        ),
    },
    "THANK-YOU": {
        "policy.thank_you_due_hours": ("Due within", "Hours after the interview in which a thank-you is in time."),
        "policy.thank_you_lapse_days": (
            "Too late after",
            "Days after the interview from which it is too late for one.",
        ),
        "policy.roll_thank_you": (
            "Due on a business day",
            "One that would be due on a day off is due on the next day.",
        ),
        "policy.mail_days": ("Mail takes", "Business days a card is on its way: where there are fewer, an email goes."),
    },
    "FOLLOW-UP": {
        "policy.wait_days": ("Wait", "Days from the interview until you ask, where they gave no date."),
        "policy.wait_unit": ("Wait in", "Whether those are calendar or business days."),
        "policy.decision_buffer_days": ("After their date", "Days after the date they gave until you ask."),
        "policy.decision_buffer_unit": ("After their date in", "Whether those are business or calendar days."),
        "policy.range_policy": ("Of a range", "Which day counts where they gave a range: its end or its start."),
        "policy.max_follow_ups": ("At most", "How often you ask about one interview. One is enough."),
        "policy.second_follow_up_gap_days": ("Between two", "Days between two follow-ups, where several are allowed."),
        "policy.extension_reopens": ("New date, new chance", "A new date from them allows one more follow-up."),
        "policy.heard_resets_clock": ("Word from them", "When they get in touch without a date, the wait begins anew."),
        "policy.min_gap_days": ("Same company", "Business days between follow-ups about two roles of one company."),
        "policy.hold_review_days": ("On hold", "Days until you ask how it stands, once it was put on hold."),
        "policy.overdue_after_days": ("Late after", "Days after it opened from which a follow-up is called late."),
        "policy.lapse_after_days": ("Closed after", "Days after it opened from which it is too late for one."),
    },
    "YOU": {
        "me.name": ("Your name", "Signs your letters.", "left out"),
        "me.phone": ("Your phone", "Where they can call back.", "left out"),
        "me.email": (
            "Your addresses",
            "Where invitations come to: whoever has one of them is nobody to thank.",
            "none",
        ),
    },
    "DISPLAY": {
        "display.theme": (
            "Theme",
            "dark, light, or contrast for the strongest. With sixteen colours there is one.",
            "dark",
        ),
        "display.mouse": ("Mouse", "auto is off over SSH, where it would keep you from selecting text."),
        "display.notices": (
            "Notices",
            "on has the terminal say when something opens while the board is there: by a notification, or its bell.",
        ),
        "display.colour": ("Colours", "How many the terminal is taken to have; none draws without. auto asks it."),
    },
}
