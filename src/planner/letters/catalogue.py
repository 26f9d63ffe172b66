"""The letters there are: to whom each goes, by what means, how long it may be, and what it is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from planner.domain.errors import NotFound
from planner.domain.text import folded, harmless
from planner.domain.verdict import ActionId


class LetterId(StrEnum):
    THANK_YOU_EMAIL = "thank-you-email"
    THANK_YOU_CARD = "thank-you-card"
    SALES_THANK_YOU = "sales-thank-you"
    FOLLOW_UP_EMAIL = "follow-up-email"
    SALES_FOLLOW_UP = "sales-follow-up"
    CALL_SCRIPT = "call-script"
    CALL_BACK = "call-back"
    FLEXIBILITY = "flexibility"
    EXPEDITE = "expedite"
    REPLY_TO_A_NO = "reply-to-a-no"


class Medium(StrEnum):
    EMAIL = "email"
    CARD = "card"
    VOICE = "voice"


class Audience(StrEnum):
    """To whom a letter goes, in a person's words."""

    EACH_INTERVIEWER = "each interviewer"
    MAIN_CONTACT = "the main contact"
    WHO_NAMED_IT = "who named the obstacle"
    WHO_WROTE = "who wrote"


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a letter should be, both ends included."""

    least: int
    most: int
    unit: str = "words"

    def __str__(self) -> str:
        return f"{self.least} to {self.most} {self.unit}" if self.least else f"up to {self.most} {self.unit}"


VOICEMAIL = Limit(0, 45)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One kind of letter.

    `action` is the one it carries out, None for a reply. `wanted` are the slots without which it is a poorer letter,
    the most important first. `sells`: it speaks for oneself more than is the custom outside sales.
    """

    id: LetterId
    title: str
    audience: Audience
    medium: Medium
    action: ActionId | None
    limit: Limit
    wanted: tuple[str, ...]
    sells: bool = False


LETTERS: tuple[Letter, ...] = (
    Letter(
        id=LetterId.THANK_YOU_EMAIL,
        title="Thank-you email",
        audience=Audience.EACH_INTERVIEWER,
        medium=Medium.EMAIL,
        action=ActionId.THANK_YOU,
        limit=Limit(60, 150),
        wanted=("discussed", "interest", "my_name"),
    ),
    Letter(
        id=LetterId.THANK_YOU_CARD,
        title="Thank-you card",
        audience=Audience.EACH_INTERVIEWER,
        medium=Medium.CARD,
        action=ActionId.THANK_YOU,
        limit=Limit(30, 60),
        wanted=("discussed",),
    ),
    Letter(
        id=LetterId.SALES_THANK_YOU,
        title="Thank-you email in sales",
        audience=Audience.EACH_INTERVIEWER,
        medium=Medium.EMAIL,
        action=ActionId.THANK_YOU,
        limit=Limit(90, 180),
        wanted=("result_with_number", "discussed", "proposed_step", "interest", "my_name"),
        sells=True,
    ),
    Letter(
        id=LetterId.FOLLOW_UP_EMAIL,
        title="Follow-up email",
        audience=Audience.MAIN_CONTACT,
        medium=Medium.EMAIL,
        action=ActionId.FOLLOW_UP,
        limit=Limit(50, 110),
        wanted=("my_name",),
    ),
    Letter(
        id=LetterId.SALES_FOLLOW_UP,
        title="Follow-up email in sales",
        audience=Audience.MAIN_CONTACT,
        medium=Medium.EMAIL,
        action=ActionId.FOLLOW_UP,
        limit=Limit(0, 130),
        wanted=("new_thing", "proposed_step", "result_with_number", "my_name"),
        sells=True,
    ),
    Letter(
        id=LetterId.CALL_SCRIPT,
        title="Call script",
        audience=Audience.MAIN_CONTACT,
        medium=Medium.VOICE,
        action=ActionId.FOLLOW_UP,
        limit=Limit(6, 8, "spoken lines"),
        wanted=("my_name", "my_phone"),
    ),
    Letter(
        id=LetterId.CALL_BACK,
        title="Getting back to them as they suggested",
        audience=Audience.MAIN_CONTACT,
        medium=Medium.EMAIL,
        action=ActionId.FOLLOW_UP,
        limit=Limit(0, 80),
        wanted=("my_name",),
    ),
    Letter(
        id=LetterId.FLEXIBILITY,
        title="Where there is room",
        audience=Audience.WHO_NAMED_IT,
        medium=Medium.EMAIL,
        action=ActionId.FLEXIBILITY,
        limit=Limit(0, 80),
        wanted=("my_name",),
    ),
    Letter(
        id=LetterId.EXPEDITE,
        title="An offer elsewhere, with a deadline",
        audience=Audience.MAIN_CONTACT,
        medium=Medium.EMAIL,
        action=ActionId.EXPEDITE,
        limit=Limit(0, 90),
        wanted=("offer_deadline", "my_name"),
    ),
    Letter(
        id=LetterId.REPLY_TO_A_NO,
        title="Reply to a no",
        audience=Audience.WHO_WROTE,
        medium=Medium.EMAIL,
        action=None,
        limit=Limit(0, 70),
        wanted=("my_name",),
    ),
)

BY_ID: Mapping[LetterId, Letter] = MappingProxyType({letter.id: letter for letter in LETTERS})


def letter_called(name: str) -> Letter:
    """The letter with that id, or the only one whose id begins so. Raises NotFound with the ids that there are."""
    wanted = folded(name).replace(" ", "-").replace("_", "-")
    meant = [letter for letter in LETTERS if wanted and letter.id.startswith(wanted)]
    exact = [letter for letter in meant if letter.id == wanted]
    if len(exact or meant) != 1:
        ids = tuple(letter.id.value for letter in meant or LETTERS)
        what = "could be more than one letter" if meant else "is not a letter known here"
        raise NotFound(f"“{harmless(name[:60])}” {what}.", f"The letters are: {', '.join(ids)}.", ids)
    return (exact or meant)[0]
