"""What is to be said of a draft before it is copied or sent. It only says; the person decides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from planner.domain.errors import BadInput
from planner.domain.interview import Person
from planner.domain.log import Obstacle, ToldCallBack, ToldDecision, ToldObstacle
from planner.domain.text import folded, harmless
from planner.letters.address import email_address
from planner.letters.catalogue import VOICEMAIL, Audience, LetterId, Medium
from planner.letters.dates import days_in, spelt
from planner.letters.draft import Check, Draft, Weight, words
from planner.letters.names import addressed
from planner.letters.slots import SLOTS

_GAP = re.compile(r"[\[{][^\[\]{}\n]*[\]}]")
_FIRST_WITHOUT_BLANKS = "\u2e80"  # from here on scripts that put no blanks between words
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Beside:
    """What a draft is compared with: the names of other companies, and the same letter to other people."""

    companies: tuple[str, ...] = ()
    drafts: tuple[Draft, ...] = ()


def checks(draft: Draft, beside: Beside, now: datetime) -> tuple[Check, ...]:
    """All there is to say, warnings first."""
    found = [
        *_text(draft),
        *_other_companies(draft, beside),
        *_same_text(draft, beside),
        *_dates(draft, now),
        *_length(draft),
        *_missing(draft),
        *_room(draft),
        *_way(draft),
    ]
    order = (Weight.WARNING, Weight.ADVICE, Weight.NOTE)
    return tuple(sorted(found, key=lambda check: order.index(check.weight)))


def _text(draft: Draft) -> Iterator[Check]:
    if not draft.body:
        yield Check("empty", "There is nothing in it.", Weight.WARNING)
    facts = " ".join((draft.interview.company, draft.interview.role, *_names(draft)))
    gaps = (found[0] for text in _parts(draft) for found in _GAP.finditer(text))
    for gap in dict.fromkeys(gap for gap in gaps if gap not in facts):
        yield Check("gap", f"“{_short(gap)}” looks like a gap that was left open.", Weight.WARNING)


def _other_companies(draft: Draft, beside: Beside) -> Iterator[Check]:
    own = (draft.interview.company, draft.interview.role, *_names(draft))
    text = " ".join(_parts(draft))
    for name in own:  # so that Acme is not found in Acme Labs, nor Lee in Ann Lee
        text = _name_pattern(name).sub(" ", text) if name else text
    read = folded(text)
    for name in dict.fromkeys(beside.companies):
        plain = folded(name)
        if not plain or plain == folded(draft.interview.company) or plain not in read:
            continue
        if any(_is_a_name(found[0], name) for found in _name_pattern(name).finditer(text)):
            yield Check("other-company", f"It names {_short(name)}, another company.", Weight.WARNING)


def _same_text(draft: Draft, beside: Beside) -> Iterator[Check]:
    for other in beside.drafts:
        if other.to != draft.to and _impersonal(other) == _impersonal(draft):
            who = _short(other.to.name) if other.to else "someone else"
            yield Check("same-text", f"Word for word the one to {who}: they may compare.", Weight.WARNING)


def _dates(draft: Draft, now: datetime) -> Iterator[Check]:
    today = now.astimezone(draft.interview.starts_at.tzinfo).date()
    known = _days_that_may_be_past(draft)
    days = (day for text in _parts(draft) for day in days_in(text, today))
    for day in sorted({day for day in days if day < today and day not in known}):
        yield Check("date-passed", f"It names {spelt(day, today)}, which has passed.", Weight.WARNING)


def _length(draft: Draft) -> Iterator[Check]:
    size, limit = draft.size, draft.limit
    if size > limit.most:
        yield Check("too-long", f"It has {size:,} {limit.unit}; {limit.most} are the most.", Weight.ADVICE)
    elif draft.body and size < limit.least:
        yield Check("too-short", f"It has {size:,} {limit.unit}; {limit.least} are the least.", Weight.ADVICE)
    said = words(draft.voicemail)
    if said > VOICEMAIL.most:
        yield Check("too-long", f"The voicemail has {said:,} words; {VOICEMAIL.most} are the most.", Weight.ADVICE)


def _missing(draft: Draft) -> Iterator[Check]:
    who = f" with {_short(addressed(draft.to.name))}" if draft.to else ""
    for id_ in draft.missing:
        yield Check(f"missing-{id_}".replace("_", "-"), SLOTS[id_].advice.format(who=who), Weight.ADVICE)


def _room(draft: Draft) -> Iterator[Check]:
    """What an answer to an obstacle lacks: the obstacle, or the room."""
    if draft.letter.id is not LetterId.FLEXIBILITY:
        return
    named = {entry.what for entry in draft.interview.log if isinstance(entry, ToldObstacle)}
    room = draft.interview.flexibility
    if not named & {Obstacle.START_DATE, Obstacle.SALARY}:
        yield Check("not-asked", "They named neither salary nor start date; unasked, leave it out.", Weight.ADVICE)
    if Obstacle.START_DATE in named and not room.start_date:
        yield Check("no-room", "Note what room you have on the start date.", Weight.ADVICE)
    if Obstacle.SALARY in named and not room.salary:
        yield Check("no-room", "Note what room you have on the salary.", Weight.ADVICE)


def _way(draft: Draft) -> Iterator[Check]:
    """How it reaches its reader."""
    to, recipient = draft.to, draft.recipient
    if recipient is not to and recipient:
        text = f"Everything goes through the agency: send it to {_short(recipient.name)}, to be passed on."
        yield Check("agency", text, Weight.NOTE)
    if recipient:
        yield from _address(draft, recipient)
    elif draft.letter.audience is Audience.EACH_INTERVIEWER:
        yield Check("nobody-named", "Nobody is named as interviewer; a name makes it warmer.", Weight.ADVICE)
    else:
        yield Check("nobody-named", "There is no main contact; put “, main” after the one to write to.", Weight.ADVICE)


def _address(draft: Draft, recipient: Person) -> Iterator[Check]:
    name = _short(recipient.name)
    match draft.medium:
        case Medium.EMAIL if not recipient.email:
            yield Check("no-address", f"No email address of {name} is known.", Weight.ADVICE)
        case Medium.EMAIL:
            try:
                email_address(recipient)
            except BadInput as wrong:
                yield Check("bad-address", wrong.sentence, Weight.WARNING)
        case Medium.CARD if draft.interview.no_postal_address and not recipient.postal_address:
            yield Check("no-address", "There is no postal address to be had; an email does as well.", Weight.ADVICE)
        case Medium.CARD if not recipient.postal_address:
            yield Check("no-address", f"No postal address of {name} is known.", Weight.ADVICE)
        case Medium.VOICE if not recipient.phone:
            yield Check("no-address", f"No phone number of {name} is known.", Weight.ADVICE)
        case _:
            pass


def _parts(draft: Draft) -> tuple[str, ...]:
    return draft.subject, draft.cover, draft.body, draft.voicemail


def _names(draft: Draft) -> tuple[str, ...]:
    return tuple(person.name for person in draft.interview.people)


def _impersonal(draft: Draft) -> str:
    """The text without the name of whom it speaks to."""
    return _without_name(draft.body, draft.to.name) if draft.to else folded(draft.body)


@lru_cache(maxsize=256)  # each of a hundred letters is compared with all the others
def _without_name(body: str, name: str) -> str:
    for called in (name, addressed(name)):
        body = _name_pattern(called).sub(" ", body) if called else body
    return folded(body).replace(" ,", ",")


def _days_that_may_be_past(draft: Draft) -> frozenset[date]:
    """The days of the interview and of what they told, of which a letter speaks as past."""
    interview = draft.interview
    zone = interview.starts_at.tzinfo
    days = {interview.starts_at.date()}
    for entry in interview.log:
        days.add(entry.at.astimezone(zone).date())
        if isinstance(entry, ToldDecision | ToldCallBack) and entry.days:
            days |= {entry.days.first, entry.days.last}
    if draft.letter.id is LetterId.EXPEDITE and interview.own_offer_deadline:
        days.discard(interview.own_offer_deadline)
    return frozenset(days)


def _name_pattern(name: str) -> re.Pattern[str]:
    """Finds a name as words of its own, in any case and with any blanks."""
    parts = name.split()
    before = r"(?<!\w)" if parts and parts[0][0] < _FIRST_WITHOUT_BLANKS else ""
    after = r"(?!\w)" if parts and parts[-1][-1] < _FIRST_WITHOUT_BLANKS else ""
    return re.compile(before + r"\s+".join(map(re.escape, parts)) + after, re.IGNORECASE)


def _is_a_name(found: str, name: str) -> bool:
    """Whether a company is meant: "target" in the middle of a sentence is not the company Target."""
    return " " in name.strip() or found == name.strip() or not found[0].islower()


def _short(text: str) -> str:
    return harmless(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
