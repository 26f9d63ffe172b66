"""The numbers behind the rules that a person may set. The defaults are the advice, or ours where it is silent."""

from collections.abc import Container, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from planner.domain.log import Channel


class Policy(NamedTuple):
    """One value for each key of `[policy]` in the config file, under the same name.

    Days are calendar days unless a `*_unit` says "business". `weekend` holds weekdays as `date.weekday()` gives
    them (Monday 0); `holidays` answers whether a date is one. `home_time_zone` is "" until the person has set it.
    """

    thank_you_due_hours: int = 24
    thank_you_lapse_days: int = 14
    roll_thank_you: bool = False
    wait_days: int = 7
    wait_unit: Literal["calendar", "business"] = "calendar"
    decision_buffer_days: int = 1
    decision_buffer_unit: Literal["calendar", "business"] = "business"
    range_policy: Literal["end", "start"] = "end"
    roll_to_business_day: bool = True
    weekend: frozenset[int] = frozenset({5, 6})
    holidays: Container[date] = frozenset()
    max_follow_ups: int = 1
    second_follow_up_gap_days: int = 7
    extension_reopens: bool = True
    heard_resets_clock: bool = True
    overdue_after_days: int = 7
    lapse_after_days: int = 42
    min_gap_days: int = 5
    hold_review_days: int = 30
    mail_days: int = 4
    day_zone: Literal["interview", "home"] = "interview"
    home_time_zone: str = ""
    channel: Mapping[str, Channel] = MappingProxyType({})
