"""The letters themselves: what holds for every one of them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.domain.interview import Flexibility, Interview, Part, Person
from planner.letters.catalogue import LETTERS, VOICEMAIL, Audience, Letter, LetterId, Medium
from planner.letters.draft import words
from planner.letters.forms import editable, plain
from planner.letters.slots import SLOTS
from planner.letters.writing import draft, drafts, edited
from tests.domain.building import at, held, said, with_log
from tests.letters.examples import AGENCY, BARE, FULL, GIVEN, NOW, SALES, each, letter, reasons

MOST_PEOPLE = 100
CROWD = held(
    company="Acme", people=[{"name": f"P{number} Lee", "part": "interviewer"} for number in range(MOST_PEOPLE)]
)
LONG = replace(FULL, company="Northwind Traders International", role="Senior data analyst")
INTERVIEWS = {"bare": BARE, "full": FULL, "long": LONG, "sales": SALES, "agency": AGENCY}
EACH_INTERVIEWER = [one for one in LETTERS if one.audience is Audience.EACH_INTERVIEWER]

kinds = pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.id)
to_each = pytest.mark.parametrize("kind", EACH_INTERVIEWER, ids=lambda kind: kind.id)


@kinds
@pytest.mark.parametrize("given", [{}, GIVEN], ids=["nothing-given", "all-given"])
@pytest.mark.parametrize("interview", [*INTERVIEWS.values(), CROWD], ids=[*INTERVIEWS, "crowd"])
def test_our_templates_hold_their_limits(kind: Letter, interview: Interview, given: dict[str, str]) -> None:
    for one in each(kind, interview, given):
        assert kind.limit.least <= one.size <= kind.limit.most, plain(one)
        assert words(one.voicemail) <= VOICEMAIL.most, one.voicemail
        assert not reasons(one) & {"too-long", "too-short", "empty", "gap", "date-passed"}


@kinds
def test_with_all_given_nothing_is_missing_and_with_nothing_only_what_is_wanted(kind: Letter) -> None:
    assert each(kind, FULL, GIVEN)[0].missing == ()
    assert each(kind, BARE, {})[0].missing == kind.wanted


@to_each
@pytest.mark.parametrize("given", [{}, GIVEN], ids=["nothing-given", "the-same-given"])
def test_no_two_interviewers_get_the_same_text(kind: Letter, given: dict[str, str]) -> None:
    letters = each(kind, CROWD, given)
    without_greeting = {one.body.partition("\n\n")[2] for one in letters}
    assert len(letters) == len(without_greeting) == MOST_PEOPLE


@to_each
def test_one_persons_text_does_not_change_from_one_look_to_the_next(kind: Letter) -> None:
    assert each(kind, FULL, GIVEN) == each(kind, FULL, GIVEN)


def test_in_sales_a_card_asks_for_a_result_and_otherwise_not() -> None:
    assert letter("thank-you-card", SALES, given={}).missing == ("discussed", "result_with_number")
    assert letter("thank-you-card", FULL, given={}).missing == ("discussed",)


def test_a_follow_up_speaks_of_the_day_they_named() -> None:
    assert "You mentioned that I might hear by Friday 4 December." in letter("follow-up-email", FULL).body
    assert "You mentioned" not in letter("follow-up-email").body


def test_an_answer_to_an_obstacle_offers_no_room_on_what_they_did_not_name() -> None:
    only_salary = with_log(
        held(flexibility={"start_date": "from May", "salary": "5 %"}),
        said("told_obstacle", "2026-11-24T10:00-05:00", what="salary"),
    )
    body = letter("flexibility", only_salary).body
    assert "I have some room on the salary: 5 %." in body
    assert "start date" not in body


def test_a_call_back_by_phone_says_as_you_suggested() -> None:
    first = letter("call-script", FULL).spoken[0]
    assert first.startswith("Hello Jo, this is Maya Chen; as you suggested on Monday 23 November, I am calling back")


def test_with_an_agency_in_between_a_letter_goes_there_with_the_asking_to_pass_it_on() -> None:
    one = letter("thank-you-email", AGENCY, "Ann Lee")
    assert (one.to, one.recipient) == (AGENCY.people[0], AGENCY.people[2])
    assert one.cover == "Dear Rita,\n\nCould you please pass the lines below on to Ann Lee? Thank you for your help."
    assert one.text == f"{one.cover}\n\n{one.body}"
    assert one.body.startswith("Dear Ann,")
    assert words(one.body) == one.size


def test_the_agency_is_written_to_and_called_itself_where_it_is_the_contact() -> None:
    for id_ in ("follow-up-email", "call-script"):
        assert letter(id_, AGENCY).cover == ""
        assert "Rita" in letter(id_, AGENCY).body
    # A call can't be passed on.
    assert letter("call-script", AGENCY, "Ann Lee").body.startswith("Hello Rita,")


def test_an_agency_asked_to_pass_on_to_nobody_by_name_is_told_to_whom() -> None:
    unnamed = held(people=[{"name": "Rita Okafor", "part": "agency"}])
    assert "to the people who interviewed me at Acme?" in letter("thank-you-email", unnamed).cover


def test_drafts_for_each_are_checked_against_each_other_and_the_other_companies() -> None:
    same = {"thank-you-card.txt": "Dear {name},\n\nthank you. Globex was good too."}
    one, other = drafts(
        LETTERS[1], FULL, {"Ann Lee": {"discussed": "tests"}}, at(NOW), overrides=same, companies=["Globex", "Acme"]
    )
    assert {"same-text", "other-company"} <= reasons(one)
    assert {"same-text", "other-company"} <= reasons(other)
    ours = drafts(LETTERS[1], FULL, {"Ann Lee": {"discussed": "tests"}}, at(NOW), companies=["Globex"])
    assert ["tests" in draft.body for draft in ours] == [True, False]
    assert not reasons(ours[0]) & {"same-text", "other-company"}


@kinds
def test_a_draft_comes_back_from_an_editor_as_it_went(kind: Letter) -> None:
    for interview in INTERVIEWS.values():
        one = each(kind, interview, GIVEN)[0]
        again = edited(one, editable(one).replace("\n", "\r\n"), at(NOW))
        assert (again.subject, again.body, again.voicemail) == (one.subject, one.body, one.voicemail)


def test_what_was_edited_is_checked_again() -> None:
    one = letter("thank-you-email", FULL)
    again = edited(one, "subject: Mine\n\nDear Ann,\n\nthank you for the [thing]\x1b[2J.", at(NOW))
    assert again.subject == "Mine"
    assert "\x1b" not in again.body
    assert {"gap", "too-short"} <= reasons(again)


def test_a_call_script_may_come_back_without_its_voicemail() -> None:
    again = edited(letter("call-script", FULL), "Hello.\n", at(NOW))
    assert (again.body, again.voicemail) == ("Hello.", "")


def test_an_edited_email_without_a_subject_line_is_refused() -> None:
    with pytest.raises(BadInput, match="does not begin with “Subject:”"):
        edited(letter("expedite", FULL), "Dear Jo,", at(NOW))


def test_an_edited_letter_too_long_to_be_kept_is_refused_not_cut() -> None:
    with pytest.raises(BadInput, match="20,001"):
        edited(letter("expedite", FULL), "x" * 20_001, at(NOW))


# Names and texts as they come from files and strangers: braces, brackets, new lines, controls, right-to-left marks.
hostile = st.text(st.sampled_from("aB {}[]\\.,:#\n\r\t\x00\x1b\u2028\u202e\u200b\u00a0é李"), max_size=12)
filled = st.dictionaries(st.sampled_from(sorted(SLOTS)), hostile)
people = st.lists(
    st.builds(Person, hostile, st.sampled_from(Part), st.booleans(), hostile, hostile, hostile), max_size=3
)


interviews = st.builds(
    Interview,
    uid=st.just("x"),
    company=hostile,
    role=hostile,
    starts_at=st.just(BARE.starts_at),
    time_zone=st.just(BARE.time_zone),
    people=people.map(tuple),
    flexibility=st.builds(Flexibility, hostile, hostile),
    own_offer_deadline=st.none(),
    log=st.just(FULL.log),
)


def texts_of(interview: Interview) -> str:
    room = interview.flexibility
    names = "".join(person.name for person in interview.people)
    return interview.company + interview.role + room.start_date + room.salary + names


@given(st.sampled_from(LETTERS), interviews, filled, st.data())
def test_whatever_is_filled_in_a_letter_has_its_form_and_no_bracket_of_ours(
    kind: Letter, interview: Interview, values: dict[str, str], data: st.DataObject
) -> None:
    to = data.draw(st.sampled_from((None, *interview.people)))
    one = draft(kind, interview, to, values, at(NOW))
    for text in (one.subject, one.body, one.cover, one.voicemail):
        assert "\n\n\n" not in text
        assert "  " not in text
        assert text == text.strip()
        assert not re.search(r"[\x00-\x09\x0b-\x1f\u2028\u202e]", text)
    assert "\n" not in one.subject
    brackets = set("{}[]") & set(one.text + one.subject + one.voicemail)
    assert brackets <= set(texts_of(interview) + "".join(values.values()))
    plain(one)


@given(st.sampled_from(LETTERS), st.sets(st.sampled_from(sorted(GIVEN))), st.sampled_from(sorted(INTERVIEWS)))
def test_no_bracket_reaches_a_reader_whatever_is_known(kind: Letter, known: set[str], which: str) -> None:
    for one in each(kind, INTERVIEWS[which], {name: GIVEN[name] for name in known}):
        assert not set("{}[]") & set(one.text + one.subject + one.voicemail)
        assert set(one.missing) == {name for name in one.missing if name not in known}


def test_a_medium_that_is_spoken_has_no_subject_and_an_email_has_one() -> None:
    for kind in LETTERS:
        one = each(kind, FULL, GIVEN)[0]
        assert bool(one.subject) == (kind.medium is Medium.EMAIL)
        assert bool(one.voicemail) == (kind.id is LetterId.CALL_SCRIPT)
