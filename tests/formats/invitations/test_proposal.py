import pytest

from planner.formats.invitations import read_invitations
from tests.formats.invitations.calendars import HOME, NOW, calendar, event, offered


def proposed(summary: str, organizer: str = "", *lines: str) -> tuple[str, str]:
    interview = offered(f"SUMMARY:{summary}", organizer, *lines).interview
    return interview.company, interview.role


def by(email: str, name: str = "Jo Park") -> str:
    return f"ORGANIZER;CN={name}:mailto:{email}"


NORTHWIND = by("jo@northwind.example")
PRIVATE = by("jo@gmail.com")


@pytest.mark.parametrize(
    ("summary", "organizer", "expected"),
    [
        ("Interview: Data Analyst at Northwind", "", ("Northwind", "Data Analyst")),
        ("Northwind Traders - Second interview - Data analyst", "", ("Northwind Traders", "Data analyst")),
        ("Interview: [Senior] Data Analyst at Acme [EMEA]", "", ("Acme [EMEA]", "[Senior] Data Analyst")),
        ("Phone screen with Acme for QA lead", "", ("Acme", "QA lead")),
        ("Data Analyst interview with Northwind", PRIVATE, ("Northwind", "Data Analyst")),
        ("Technical interview (Zoom) | Senior Data Engineer | Fabrikam", "", ("Fabrikam", "Senior Data Engineer")),
        ("Northwind Traders (Data Analyst): round 2", "", ("Northwind Traders", "Data Analyst")),
        ("Second Interview \u2013 Data Analyst", NORTHWIND, ("Northwind", "Data Analyst")),
        ("Interview for the Data Analyst position", NORTHWIND, ("Northwind", "Data Analyst")),
        ("Interview for Northwind Traders, Data Analyst", NORTHWIND, ("Northwind Traders", "Data Analyst")),
        ("Head of Sales for EMEA - interview", NORTHWIND, ("Northwind", "Head of Sales")),
        ("Interview Northwind Data Analyst", NORTHWIND, ("Northwind", "Data Analyst")),
        ("Interview - Platform", NORTHWIND, ("Northwind", "Platform")),
        ("Interview with Jo Park: Data Analyst", NORTHWIND, ("Northwind", "Data Analyst")),
        (
            "Interview at 10:00 in Berlin - Northwind Traders - Data Analyst",
            NORTHWIND,
            ("Northwind Traders", "Data Analyst"),
        ),
        ("Call center agent interview at Northwind", "", ("Northwind", "Call center agent")),
        ("Updated invitation: [EXT] Interview: Data Analyst @ Northwind", "", ("Northwind", "Data Analyst")),
        ("Vorstellungsgespräch als Entwickler (m/w/d) bei Contoso GmbH", "", ("Contoso GmbH", "Entwickler")),
        ("Telefoninterview mit Frau Schmidt, Contoso", by("s@contoso.example"), ("Contoso", "Interview")),
        ("Einladung zum Vorstellungsgespräch bei der Stadt Köln", "", ("Stadt Köln", "Interview")),
        ("Your onsite interview", NORTHWIND, ("Northwind", "Interview")),
        ("Entretien - Développeur", PRIVATE, ("Jo Park", "Développeur")),
        ("Chat about the Data role", NORTHWIND, ("Northwind", "Data")),
    ],
)
def test_company_and_role_are_proposed_from_the_summary_and_the_organizer(
    summary: str, organizer: str, expected: tuple[str, str]
) -> None:
    assert proposed(summary, organizer) == expected


@pytest.mark.parametrize(
    ("email", "company"),
    [
        ("jo@northwind.example", "Northwind"),
        ("jo@mail.northwind.co.uk", "Northwind"),
        ("jo@blue-yonder.example", "Blue Yonder"),
        ("noreply@ibm.example", "IBM"),
        ("jo@co.uk", "CO"),
    ],
)
def test_the_company_is_named_by_its_mail_domain(email: str, company: str) -> None:
    assert proposed("Interview", by(email)) == (company, "Interview")


@pytest.mark.parametrize(
    "email",
    ["jo@gmail.com", "jo@yahoo.fr", "no-reply@us.greenhouse-mail.io", "jo@northwind.calendly.com", "jo@localhost"],
)
def test_a_mailbox_for_everybody_names_no_company(email: str) -> None:
    invitation = offered("SUMMARY:Interview", by(email, "Northwind Recruiting Team"))
    assert invitation.interview.company == "Northwind"
    assert "It is not clear which company it is: “Northwind” stands in until you correct it." in invitation.remarks


def test_the_name_of_somebody_invited_is_no_role() -> None:
    assert proposed("Interview Sam Doe", NORTHWIND, "ATTENDEE;CN=Sam Doe:mailto:sam@home.example") == (
        "Northwind",
        "Interview",
    )


def test_the_names_of_several_are_no_role_either_nor_is_one_s_own() -> None:
    sam = "ATTENDEE;CN=Sam Doe:mailto:sam@home.example"
    assert proposed("Interview: Jo Park and Sam Doe", NORTHWIND, sam) == ("Northwind", "Interview")
    data = calendar(event("SUMMARY:Northwind <> Sam A. Doe", NORTHWIND))
    (found,) = read_invitations(data, HOME, frozenset({"Sam A. Doe"}), now=NOW).invitations
    assert found.interview.role == "Interview"


def test_the_domain_of_somebody_invited_names_the_company_where_the_organizer_s_does_not() -> None:
    ann = "ATTENDEE;CN=Ann Lee:mailto:ann@northwind.example"
    assert proposed("Interview", PRIVATE, ann, "ATTENDEE;CN=Bo Ek:mailto:bo@gmail.com") == ("Northwind", "Interview")


@pytest.mark.parametrize(
    ("summary", "organizer", "company"),
    [
        ("Intro call: Northwind Traders", PRIVATE, "Northwind Traders"),
        ("Interview with Northwind", "", "Northwind"),
        ("Interview with Jo Park", PRIVATE, "Jo Park"),
        ("First interview", "", "First interview"),
        ("", "", "Unknown company"),
    ],
)
def test_where_nothing_names_them_something_stands_in_and_remarks_say_so(
    summary: str, organizer: str, company: str
) -> None:
    invitation = offered(f"SUMMARY:{summary}", organizer)
    assert (invitation.interview.company, invitation.interview.role) == (company, "Interview")
    assert invitation.remarks[:2] == (
        f"It is not clear which company it is: “{company}” stands in until you correct it.",
        "It names no role: “Interview” stands in until you correct it.",
    )
