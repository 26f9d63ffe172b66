import pytest

from planner.domain.interview import Part, Person
from planner.formats.invitations import Invitation, read_invitations
from tests.formats.invitations.calendars import HOME, NOW, calendar, event, offered

JO = "ORGANIZER;CN=Jo Park:mailto:jo@north.example"
ANN = "ATTENDEE;CN=Ann Lee:mailto:ann@north.example"
SAM = "ATTENDEE;CN=Sam Doe:mailto:sam@home.example"


def names(*lines: str, own: frozenset[str] = frozenset({"SAM@home.example"}), method: str = "REQUEST") -> list[str]:
    return [person.name for person in invitation(*lines, own=own, method=method).interview.people]


def invitation(*lines: str, own: frozenset[str], method: str = "REQUEST") -> Invitation:
    (one,) = read_invitations(calendar(event(*lines), method=method), HOME, own, now=NOW).invitations
    return one


def test_people_are_the_organizer_and_those_invited_without_oneself() -> None:
    assert names(ANN, SAM, JO) == ["Jo Park", "Ann Lee"]


def test_an_appointment_of_one_s_own_names_neither_oneself_nor_one_s_own_domain() -> None:
    one = invitation(SAM.replace("ATTENDEE", "ORGANIZER"), ANN, own=frozenset({"sam@home.example"}))
    assert [person.name for person in one.interview.people] == ["Ann Lee"]
    assert one.interview.company == "North"


def test_rooms_resources_and_lists_are_no_people() -> None:
    kinds = [f"ATTENDEE;CUTYPE={kind};CN={kind}:mailto:{kind}@north.example" for kind in ("ROOM", "resource", "GROUP")]
    google = "ATTENDEE;CN=Room 5:mailto:x_123@resource.calendar.google.com"
    assert names(JO, *kinds, google, ANN) == ["Jo Park", "Ann Lee"]


@pytest.mark.parametrize(
    "address", ["noreply@north.example", "calendar-notification@google.com", "unknownorganizer@calendar.google.com"]
)
def test_machines_are_no_people(address: str) -> None:
    assert names(f"ORGANIZER;CN=North:mailto:{address}", ANN) == ["Ann Lee"]


def test_somebody_named_twice_is_one_person() -> None:
    assert names(JO, "ATTENDEE;CN=Park:MAILTO:Jo@North.example", ANN, ANN) == ["Jo Park", "Ann Lee"]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("ATTENDEE;CN=Ann Lee:ann@north.example", Person("Ann Lee", email="ann@north.example")),
        ('ATTENDEE;CN="Lee, Ann":MAILTO:ann@north.example', Person("Lee, Ann", email="ann@north.example")),
        ("ATTENDEE;CN='Ann Lee':mailto:<ann@north.example>", Person("Ann Lee", email="ann@north.example")),
        (
            "ATTENDEE;CN=ann.lee@north.example:mailto:ann.lee@north.example",
            Person("Ann Lee", email="ann.lee@north.example"),
        ),
        ("ATTENDEE:mailto:ann@north.example", Person("ann@north.example", email="ann@north.example")),
        ("ATTENDEE:mailto:ann.l33@north.example", Person("ann.l33@north.example", email="ann.l33@north.example")),
        ("ATTENDEE;CN=Ann Lee:invalid:nomail", Person("Ann Lee")),
        ("ATTENDEE;CN=Ann Lee;EMAIL=ann@north.example:/o=North/cn=ann", Person("Ann Lee", email="ann@north.example")),
        ("ATTENDEE;CN=ann@:invalid:nomail", Person("ann@")),
        (
            "ATTENDEE;CN=Talent Team:mailto:x@north.example",
            Person("Talent Team", Part.RECRUITER, email="x@north.example"),
        ),
        ("ATTENDEE;CN=Ann:mailto:hr_team@north.example", Person("Ann", Part.RECRUITER, email="hr_team@north.example")),
        (
            "ATTENDEE;CN=Ann (Scheduling):mailto:ann@north.example",
            Person("Ann (Scheduling)", Part.COORDINATOR, email="ann@north.example"),
        ),
    ],
)
def test_a_person_is_read_in_all_the_forms_that_programs_write(line: str, person: Person) -> None:
    assert invitation(line, own=frozenset({"sam@home.example"})).interview.people == (person,)


def test_lines_that_name_nobody_are_nobody() -> None:
    assert names("ORGANIZER:", "ATTENDEE:invalid:nomail") == []


def test_the_only_one_invited_is_oneself_and_a_remark_says_so() -> None:
    one = offered(JO, SAM)
    assert [person.name for person in one.interview.people] == ["Jo Park"]
    assert "Sam Doe was taken to be you: nobody else is invited." in one.remarks
    assert names(JO, "ATTENDEE;CN=Jo:mailto:jo@north.example", SAM, own=frozenset()) == ["Jo Park"]


def test_of_several_one_is_perhaps_oneself_and_a_remark_says_so() -> None:
    one = offered(JO, ANN, SAM)
    assert [person.name for person in one.interview.people] == ["Jo Park", "Ann Lee", "Sam Doe"]
    assert any(remark.startswith("You may be among the people yourself") for remark in one.remarks)
    assert "email under [me] in the config file" in one.remarks[-1]


def test_one_is_known_by_one_s_name_too_and_then_nothing_is_in_doubt() -> None:
    one = invitation(JO, ANN, SAM, own=frozenset({"sam doe"}))
    assert [person.name for person in one.interview.people] == ["Jo Park", "Ann Lee"]
    assert not any("yourself" in remark for remark in one.remarks)


def test_where_nobody_has_one_s_address_it_may_be_another_of_one_s_own() -> None:
    one = invitation(JO, ANN, SAM, own=frozenset({"sam@work.example"}))
    assert len(one.interview.people) == 3
    assert any(remark.startswith("You may be among the people yourself") for remark in one.remarks)


def test_nobody_is_taken_to_be_oneself_in_a_published_calendar() -> None:
    assert names(JO, SAM, own=frozenset(), method="PUBLISH") == ["Jo Park", "Sam Doe"]


def test_the_only_one_named_stays() -> None:
    assert names(JO, own=frozenset()) == ["Jo Park"]
    assert names(SAM, own=frozenset()) == ["Sam Doe"]
