"""The letters about one interview: which fit, what each is made of, and what is recorded once one has gone out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from planner.domain.board import Standing
from planner.domain.errors import BadInput
from planner.domain.interview import Interview, Person
from planner.domain.log import Channel, Note, Outcome, Result, in_order
from planner.domain.text import folded
from planner.domain.verdict import ActionId, ActionState
from planner.letters import writing
from planner.letters.catalogue import BY_ID, VOICEMAIL, Letter, LetterId, Medium, letter_called
from planner.letters.checks import Beside
from planner.letters.choice import is_sales, letters_for
from planner.letters.draft import Draft, words
from planner.letters.forms import on_card, plain, script_form
from planner.letters.mail import eml, mailto
from planner.letters.slots import SALES_SLOTS, SLOTS, Slot, values
from planner.letters.sources import FILES, template_of
from planner.planning.outcomes import Done, NotYet
from planner.planning.phrases import by_both_clocks, refusal
from planner.planning.planner import Planner
from planner.planning.ports import Templates
from planner.planning.settings import Me

Given = Mapping[str, Mapping[str, str]]
"""What the writer gives: by the person's name ("" for nobody by name), then by slot. What is empty counts as not given."""

NOTHING: Given = MappingProxyType({})

CHANNELS = {Medium.EMAIL: Channel.EMAIL, Medium.CARD: Channel.CARD, Medium.VOICE: Channel.CALL}
"""What goes into the log once a letter has gone out."""

_CHECKLIST = (ActionId.THANK_YOU, ActionId.FOLLOW_UP)
_NOT_OF_A_NAME = re.compile(r"[\W_]+")
# Of a company and of a person; a file system takes 255 bytes, and a sign may have four.
_LONGEST_IN_A_NAME = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """What letters about one interview are written from. `companies` are those of all interviews."""

    standing: Standing
    me: Me
    templates: Templates
    companies: tuple[str, ...]
    now: datetime

    @property
    def interview(self) -> Interview:
        return self.standing.interview

    def drafts(self, letter: Letter, given: Given = NOTHING) -> tuple[Draft, ...]:
        """The letter to each who is to get it. Raises BadInput for a template that is none, or a slot there is not."""
        names = ("", *(person.name for person in self.interview.people))
        return writing.drafts(
            letter,
            self.interview,
            {name: self._given(given, name) for name in names},
            self.now,
            overrides=self.templates.texts,
            companies=self.companies,
        )

    def draft(self, letter: Letter, to: Person, given: Given = NOTHING) -> Draft:
        """The letter to one person, whoever it is; checked against those to the others."""
        made = self.drafts(letter, given)
        found = next((one for one in made if one.to == to), None)
        return found or writing.draft(
            letter,
            self.interview,
            to,
            self._given(given, to.name),
            self.now,
            overrides=self.templates.texts,
            beside=Beside(self.companies, made),
        )

    def edited(self, before: Draft, text: str, others: tuple[Draft, ...]) -> Draft:
        """The draft with what a person made of `forms.editable` of it. Raises BadInput for what is no letter any more."""
        beside = Beside(self.companies, tuple(other for other in others if other is not before))
        return writing.edited(before, text, self.now, beside=beside)

    def slots(self, letter: Letter) -> tuple[Slot, ...]:
        """What the writer can give to make it better, the most important first. Raises BadInput for a bad template."""
        sales = SALES_SLOTS if is_sales(self.interview) else ()
        custom = [id_ for id_ in SLOTS if id_ not in SALES_SLOTS]
        places = template_of(letter, self.templates.texts).slots
        known = values(self.interview, None, self._given(NOTHING, ""), self.now)
        ids = dict.fromkeys((*letter.wanted, *sales, *custom))
        return tuple(SLOTS[id_] for id_ in ids if SLOTS[id_].is_asked and id_ in places and id_ not in known)

    def without_a_place(self, letter: Letter, given: Mapping[str, str]) -> tuple[str, ...]:
        """The slots given that the letter's template does not have: what is said there would not be read."""
        places = template_of(letter, self.templates.texts).slots
        return tuple(id_ for id_ in given if id_ not in places)

    def _given(self, given: Given, name: str) -> dict[str, str]:
        mine = {"my_name": self.me.name, "my_phone": self.me.phone}
        return {id_: text for id_, text in (*mine.items(), *given.get(name, {}).items()) if text.strip()}


def correspondence(planner: Planner, standing: Standing, now: datetime) -> Correspondence:
    """Letters as they would be written at `now`. Raises BadInput or StoreTrouble where the person's templates can't be read."""
    return Correspondence(
        standing=standing,
        me=planner.settings.current.me,
        templates=planner.letter_files.templates(FILES),
        companies=tuple(dict.fromkeys(one.company for one in planner.state.interviews.values())),
        now=now,
    )


# -- which


def offered(standing: Standing) -> tuple[Letter, ...]:
    """The letters that fit: for what can be done now first, then for what waits, then the rest."""
    interview = standing.interview
    actions = [action for action in ActionId if action in _CHECKLIST or standing.answer(action).is_open]
    actions.sort(key=lambda action: _rank(standing.answer(action).state))
    fitting = [letter for action in actions for letter in letters_for(action, interview, standing.channel)]
    return (BY_ID[LetterId.REPLY_TO_A_NO], *fitting) if _turned_down(interview) else tuple(fitting)


def letter_named(name: str, standing: Standing) -> Letter:
    """The letter of that name; "" is the one that fits best.

    A name is its id or the beginning of it, what it is for ("thank-you"), or a word that tells it from the others that
    fit ("card"). Raises NotFound with the ids that there are.
    """
    if not name.strip():
        return offered(standing)[0]
    wanted = folded(name).replace("-", "_").replace(" ", "_")
    for action in _CHECKLIST:
        if wanted in (action.value, action.value.partition("_")[0]):
            return letters_for(action, standing.interview, standing.channel)[0]
    told_apart = [letter for letter in offered(standing) if wanted in letter.id.split("-")]
    return told_apart[0] if len(told_apart) == 1 else letter_called(name)


def advised_against(standing: Standing, letter: Letter, now: datetime) -> str:
    """Why the letter had better not go out now, and when it may, where the rules say so; "" where they don't.

    `now` is in the reader's zone.
    """
    if letter.action not in _CHECKLIST or (answer := standing.answer(letter.action)).is_open:
        return ""
    return refusal(answer.state, by_both_clocks(answer.finding, now))


def _rank(state: ActionState) -> int:
    return 0 if state.is_open else 1 if state is ActionState.WAITING else 2


def _turned_down(interview: Interview) -> bool:
    outcomes = [entry.what for entry in in_order(interview.log) if isinstance(entry, Outcome)]
    return outcomes[-1:] == [Result.REJECTED]


# -- in which form


def size_of(draft: Draft) -> str:
    """How long it is beside how long it should be: "93 words, of 60 to 150"."""
    size = f"{draft.size:,} {draft.limit.unit}, of {str(draft.limit).removesuffix(f' {draft.limit.unit}')}"
    return f"{size}; voicemail {words(draft.voicemail)} words, of {VOICEMAIL}" if draft.voicemail else size


def to_copy(draft: Draft) -> str:
    """What is pasted, or written by hand: of an email without its head."""
    match draft.medium:
        case Medium.EMAIL:
            return draft.text
        case Medium.CARD:
            return on_card(draft)
        case Medium.VOICE:
            return script_form(draft)


def message(draft: Draft) -> bytes:
    """The email as a file (.eml) that mail programs open as unsent. Raises BadInput where it is none."""
    _refuse_what_is_no_email(draft)
    return eml(draft)


def link(draft: Draft) -> str:
    """The email as a mailto address. Raises BadInput where it is none, or too long for one."""
    _refuse_what_is_no_email(draft)
    return mailto(draft)


def as_file(draft: Draft) -> tuple[str, bytes]:
    """A name for its file, and what stands in it: an email as a message, all else as it is read."""
    company, who = _in_a_name(draft.interview.company), _in_a_name(draft.to.name if draft.to else "")
    name = "-".join(filter(None, (str(draft.interview.id), company, draft.letter.id.value, who)))
    return (f"{name}.eml", eml(draft)) if draft.medium is Medium.EMAIL else (f"{name}.txt", plain(draft).encode())


def _in_a_name(text: str) -> str:
    return _NOT_OF_A_NAME.sub("-", folded(text)).strip("-")[:_LONGEST_IN_A_NAME].strip("-")


def _refuse_what_is_no_email(draft: Draft) -> None:
    if draft.medium is not Medium.EMAIL:
        raise BadInput(f"“{draft.letter.title}” is no email.", "Copy it, or save it as text.")


# -- once it has gone out


def mark_sent(planner: Planner, draft: Draft, *, anyway: bool = False) -> Done | NotYet:
    """Records that the letter went out, under the rules of the action it carries out.

    A letter without an action of the checklist, such as a reply to a no, is kept as a note.
    """
    id_, channel = draft.interview.id, CHANNELS[draft.medium]
    name = draft.to.name if draft.to else ""
    match draft.letter.action:
        case ActionId.THANK_YOU:
            return planner.thank(id_, name, channel, anyway=anyway)
        case ActionId.FOLLOW_UP:
            return planner.follow_up(id_, channel, anyway=anyway)
        case _:
            sent = f"Sent: {draft.letter.title}{f', to {name}' if name else ''}"
            return planner.record(id_, lambda at: Note(at=at, words=sent))
