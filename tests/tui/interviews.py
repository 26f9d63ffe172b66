"""One interview for each place an interview can have on the board, as of `house.NOW`."""

from collections.abc import Iterable

from planner.domain.interview import Interview
from planner.domain.log import Entry
from planner.formats.records import decode_interview
from tests.domain.building import said, with_log

BERLIN = "Europe/Berlin"


def berlin(company: str, role: str, starts_at: str, *, log: Iterable[Entry] = (), **facts: object) -> Interview:
    return with_log(
        decode_interview(
            {"company": company, "role": role, "starts_at": starts_at, "time_zone": BERLIN, "uid": company} | facts,
            company,
        ),
        *log,
    )


NORTHWIND = berlin(
    "Northwind Traders",
    "Data analyst",
    "2026-11-21T14:00",
    round=2,
    industry="technology",
    people=[{"name": "Ann Lee"}, {"name": "Bo Ek"}, {"name": "Jo Park", "part": "recruiter"}],
)
GLOBEX = berlin("Globex Health", "Ward manager", "2026-11-13T10:00", log=[said("thanked", "2026-11-13T16:00+01:00")])
CONTOSO = berlin(
    "Contoso",
    "Backend engineer",
    "2026-11-19T10:00",
    people=[{"name": "Priya Raman", "part": "recruiter"}],
    log=[said("thanked", "2026-11-19T16:20+01:00", channel="email")],
)
INITECH = berlin(
    "Initech",
    "QA lead",
    "2026-11-17T10:00",
    log=[
        said("thanked", "2026-11-17T16:00+01:00"),
        said("told_decision", "2026-11-17T16:30+01:00", on="2026-11-27", words="by the end of next week"),
    ],
)
STARK = berlin("Stark Labs", "Embedded engineer", "2026-11-24T09:30", location="https://meet.example/stark")
TYRELL = berlin(
    "Tyrell", "Technician", "2026-11-04T09:30", log=[said("outcome", "2026-11-11T16:00+01:00", what="rejected")]
)

EACH = (NORTHWIND, GLOBEX, CONTOSO, INITECH, STARK, TYRELL)
