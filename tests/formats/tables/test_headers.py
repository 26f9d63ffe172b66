"""What columns are taken for: the headers of trackers as they export them, of people's own sheets, and corrections."""

import pytest

from planner.domain.errors import BadInput
from planner.formats import tables
from planner.formats.tables.headers import plain
from tests.formats.tables.sheets import offered, table, taken_for


def test_linkedin() -> None:
    taken = taken_for(
        *("Application Date", "Contact Email", "Contact Phone Number", "Company Name", "Job Title", "Job Url"),
        *("Resume Name", "Question And Answers"),
    )
    assert taken == {
        "Application Date": "notes",
        "Contact Email": "email",
        "Contact Phone Number": "phone",
        "Company Name": "company",
        "Job Title": "role",
        "Job Url": "notes",
        "Resume Name": "ignore",
        "Question And Answers": "ignore",
    }


def test_huntr() -> None:
    taken = taken_for(
        *("id", "createdAt", "title", "salary", "location", "url", "rootDomain", "htmlDescription", "boardId"),
        *("boardName", "listName", "companyId", "companyName", "companyDomain"),
    )
    assert (taken["id"], taken["title"], taken["companyName"], taken["listName"]) == ("id", "role", "company", "status")
    assert {taken[name] for name in ("salary", "location", "url")} == {"notes"}
    assert {taken[name] for name in ("htmlDescription", "boardId", "companyId", "rootDomain")} == {"ignore"}


@pytest.mark.parametrize(
    ("company", "role", "others"),
    [
        ("Employer", "Job Title", ("List", "URL", "Location", "Salary", "Date Saved", "Notes")),
        ("company_name", "role", ("id", "location", "url", "applied_at", "follow_up_at", "status", "statusName")),
        ("Company Name", "Job Title", ("Job URL", "Applied Date", "Status", "Status Date", "Archived", "Notes")),
        ("Company", "JobTitle", ("index", "createdAt", "applied", "appliedDate", "jobType", "Location", "Status")),
        ("Company", "Role name", ("1st round", "2nd round", "Salary")),
        ("Firma", "Stelle", ("Vorstellungsgespräch", "Ansprechpartner", "Bemerkungen")),
        ("Société", "Intitulé du poste", ("Date de l'entretien", "Personne de contact")),
        ("Compañía", "Cargo", ("Fecha de entrevista", "Teléfono")),
        ("Företag", "Tjänst", ("Intervju", "Anteckningar")),
    ],
)
def test_company_and_role_of_other_trackers_and_sheets(company: str, role: str, others: tuple[str, ...]) -> None:
    taken = taken_for(*others, company, role)
    assert (taken[company], taken[role]) == ("company", "role")


@pytest.mark.parametrize(
    "header",
    [
        ("Unternehmen", "Stelle", "Gesprächstermin", "Uhrzeit", "Notizen"),
        ("Entreprise", "Poste", "Date d'entretien", "Heure", "Remarques"),
        ("Empresa", "Puesto", "Fecha de la entrevista", "Hora", "Observaciones"),
        ("Azienda", "Posizione", "Data del colloquio", "Ora", "Note"),
        ("Empresa", "Vaga", "Data da entrevista", "Hora", "Comentários"),
        ("Bedrijf", "Functie", "Gesprek", "Tijd", "Opmerkingen"),
        ("Virksomhed", "Stilling", "Jobsamtale", "Tid", "Noter"),
        ("Firma", "Stanowisko", "Rozmowa", "Godzina", "Uwagi"),
    ],
)
def test_sheets_in_the_languages_of_europe(header: tuple[str, ...]) -> None:
    assert list(taken_for(*header).values()) == ["company", "role", "starts_at", "time", "notes"]


def test_a_date_beside_a_time_is_that_of_the_interview_and_alone_it_may_be_any() -> None:
    assert taken_for("Company", "Role", "Date", "Time")["Date"] == "starts_at"
    assert taken_for("Company", "Role", "Date")["Date"] == "notes"
    assert taken_for("Company", "Role", "Date", "Interview", "Time")["Date"] == "notes"
    assert taken_for("Company", "Role", "Interview time")["Interview time"] == "starts_at"


def test_of_two_columns_for_one_field_the_likelier_name_is_taken_and_the_other_kept() -> None:
    assert taken_for("Name", "Company", "Role") == {"Name": "notes", "Company": "company", "Role": "role"}
    assert taken_for("name", "stage", "id")["name"] == "company"


@pytest.mark.parametrize(
    "name",
    [
        *("Interview", "Interview Date", "interview_at", "Date of interview", "Phone Screen", "1st round", "Round 2"),
        *("Second Interview", "Technical Interview Date", "Final round", "HR call", "On-site", "Vorstellungsgespräch"),
    ],
)
def test_a_column_for_interviews(name: str) -> None:
    assert taken_for("Company", "Role", name)[name] == "starts_at"


@pytest.mark.parametrize(
    "name", ["Applied Date", "follow_up_at", "Date Saved", "deadline", "Interviewed?", "Rounds left"]
)
def test_no_other_date_is_taken_for_an_interview(name: str) -> None:
    assert taken_for("Company", "Role", name)[name] == "notes"


def test_the_time_of_an_interview_may_stand_in_a_column_of_its_own_or_hold_the_day_too() -> None:
    assert taken_for("Company", "Interview Date", "Interview Time")["Interview Time"] == "time"
    assert taken_for("Company", "Role", "Interview Time")["Interview Time"] == "starts_at"


@pytest.mark.parametrize("name", ["companyName", "Company_Name", "COMPANY NAME:", " company  name "])
def test_case_signs_and_blanks_make_no_difference(name: str) -> None:
    assert plain(name) == "company name"


# -- corrections


def test_a_person_may_say_what_a_column_is() -> None:
    data = table("Wo,Was,Wann", "Acme,Köchin,2026-11-23 14:00")
    (one,) = offered(data, {"Wo": "company", "was": "role", "Wann": "starts_at"})
    assert (one.interview.company, one.interview.role) == ("Acme", "Köchin")


def test_what_a_person_says_goes_before_what_the_name_suggests() -> None:
    data = table("Company,Role,Client,Interview", "Agency,Dev,Acme,2026-11-23 14:00")
    (one,) = offered(data, {"Client": "company", "Company": "notes"})
    assert (one.interview.company, one.interview.notes) == ("Acme", "Company: Agency")


def test_a_correction_of_a_column_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(BadInput, match="no column “Where”") as error:
        tables.columns_of(("Company", "Role"), {"Where": "company"})
    assert "Company, Role" in error.value.hint


def test_a_correction_to_an_unknown_field_names_the_fields() -> None:
    with pytest.raises(BadInput, match="“employer”") as error:
        tables.columns_of(("Wo", "Role"), {"Wo": "employer"})
    assert "company, role" in error.value.hint


def test_in_words() -> None:
    columns = tables.columns_of(("Company", "Job Title", "Salary", ""), {})
    assert columns.in_words() == "Company → company, Job Title → role, Salary → notes"
