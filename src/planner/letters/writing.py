"""Writes letters: the template filled for one person or for each, and what a person made of it in an editor."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from planner.domain.errors import BadInput
from planner.domain.interview import Interview, Person
from planner.domain.text import TEXT_LIMIT, stripped
from planner.letters.catalogue import Letter, Medium
from planner.letters.checks import Beside, checks
from planner.letters.choice import agent, is_sales, readers
from planner.letters.draft import Draft
from planner.letters.filling import Filling
from planner.letters.forms import SUBJECT, VOICEMAIL_MARK
from planner.letters.slots import SALES_SLOTS, values
from planner.letters.sources import cover_of, template_of

ALONE = Beside()
OURS: Mapping[str, str] = MappingProxyType({})


def draft(
    letter: Letter,
    interview: Interview,
    to: Person | None,
    given: Mapping[str, str],
    now: datetime,
    *,
    overrides: Mapping[str, str] = OURS,
    beside: Beside = ALONE,
) -> Draft:
    """The letter to that person of the interview, None being nobody by name.

    `given` fills slots by name (see `slots.SLOTS`), `overrides` replaces templates by file name. Raises BadInput for a
    slot there is not, or an override that is no template.
    """
    template = template_of(letter, overrides)
    recipient = agent(interview) or to
    to = recipient if letter.medium is Medium.VOICE else to  # a call can't be passed on
    found = values(interview, to, given, now)
    place = _place(to, interview)
    body = Filling(found, place)
    made = Draft(
        letter=letter,
        interview=interview,
        to=to,
        recipient=recipient,
        # From a filling of its own: the wordings of the body alone are to tell one person's letter from another's.
        subject=Filling(found, place).sentence(template.subject) if template.subject else "",
        body=body.text(template.body, by_line=letter.medium is Medium.VOICE),
        voicemail=body.text(template.voicemail),
        cover=_cover(recipient, found, interview, overrides, now) if _is_passed_on(letter, to, recipient) else "",
        missing=tuple(id_ for id_ in _wanted(letter, interview) if id_ in template.slots and id_ not in found),
    )
    return replace(made, checks=checks(made, beside, now))


def drafts(
    letter: Letter,
    interview: Interview,
    given: Mapping[str, Mapping[str, str]],
    now: datetime,
    *,
    overrides: Mapping[str, str] = OURS,
    companies: Iterable[str] = (),
) -> tuple[Draft, ...]:
    """The letter to each who is to get it, all checked against each other.

    `given` holds the values by the person's name ("" for nobody by name); `companies` are the names of the others one
    talks with.
    """
    people = readers(letter, interview)
    made = [
        draft(letter, interview, to, given.get(to.name if to else "", {}), now, overrides=overrides) for to in people
    ]
    companies = tuple(companies)
    return tuple(
        replace(one, checks=checks(one, Beside(companies, tuple(other for other in made if other is not one)), now))
        for one in made
    )


def edited(before: Draft, text: str, now: datetime, *, beside: Beside = ALONE) -> Draft:
    """The draft with what a person made of `forms.editable` of it. Characters unfit for a terminal become blanks.

    Raises BadInput for a text too long to be kept, or an email without its line for the subject.
    """
    if len(text) > TEXT_LIMIT:
        raise BadInput(f"The letter has {len(text):,} characters.", f"At most {TEXT_LIMIT:,} are kept; shorten it.")
    clean = stripped("\n".join(text.removeprefix("\ufeff").splitlines()), TEXT_LIMIT, keep_lines=True)
    subject = before.subject
    if before.medium is Medium.EMAIL:
        first, _, clean = clean.partition("\n")
        if not first.casefold().startswith(SUBJECT.casefold()):
            raise BadInput(f"The letter does not begin with “{SUBJECT}”.", "Put the subject behind it, on one line.")
        subject = first[len(SUBJECT) :].strip()
    body, voicemail = clean, before.voicemail
    if before.medium is Medium.VOICE:
        body, _, voicemail = clean.partition(f"\n{VOICEMAIL_MARK}\n")
    made = replace(before, subject=subject, body=body.strip(), voicemail=voicemail.strip(), missing=())
    return replace(made, checks=checks(made, beside, now))


def _place(to: Person | None, interview: Interview) -> int:
    people = interview.people
    return people.index(to) if to in people else len(people)


def _wanted(letter: Letter, interview: Interview) -> tuple[str, ...]:
    return letter.wanted + (SALES_SLOTS if is_sales(interview) and not letter.sells else ())


def _is_passed_on(letter: Letter, to: Person | None, recipient: Person | None) -> bool:
    return recipient is not to and letter.medium is Medium.EMAIL


def _cover(
    passes_on: Person | None,
    found: Mapping[str, str],
    interview: Interview,
    overrides: Mapping[str, str],
    now: datetime,
) -> str:
    given = {"reader": found.get("full_name", ""), "my_name": found.get("my_name", "")}
    return Filling(values(interview, passes_on, given, now)).text(cover_of(overrides).body)
