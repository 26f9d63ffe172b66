"""Interviews to write letters about, what a writer might give, and the letters with all or nothing of it."""

from collections.abc import Mapping

from planner.domain.interview import Interview
from planner.letters.catalogue import BY_ID, Letter, LetterId
from planner.letters.checks import Beside
from planner.letters.choice import readers
from planner.letters.draft import Draft
from planner.letters.writing import ALONE, OURS, draft
from tests.domain.building import at, held, said

NOW = "2026-11-24T09:00-05:00"

ANN = {"name": "Ann Lee", "email": "ann@north.example", "postal_address": "Northwind Traders, 4 Quay Street, Boston"}
BILL = {"name": "Bill Lund", "part": "hiring_manager", "email": "bill@north.example"}
JO = {"name": "Jo Park", "part": "recruiter", "email": "jo@north.example", "phone": "+1 555 0142"}
RITA = {"name": "Rita Okafor", "part": "agency", "email": "rita@agency.example", "postal_address": "9 Mill Lane, Leeds"}

BARE = held()
"""Nothing is known but company, role and day."""

FULL = held(
    company="Northwind Traders",
    role="Data analyst",
    industry="technology",
    people=[ANN, BILL, JO],
    flexibility={"start_date": "from 1 February", "salary": "5 % either way"},
    own_offer_deadline="2026-12-01",
    log=[
        said("told_obstacle", "2026-11-23T15:10-05:00", what="start_date"),
        said("told_obstacle", "2026-11-23T15:10-05:00", what="salary"),
        said("told_decision", "2026-11-23T15:10-05:00", on="2026-12-04", words="by next Friday"),
        said("told_call_back", "2026-11-23T16:10-05:00", on="2026-12-07"),
    ],
)
SALES = held(company="Umbrella", role="Account executive", industry="sales", people=[ANN, JO])
AGENCY = held(company="Umbrella", role="Buyer", people=[ANN, BILL, RITA])

GIVEN = {
    "my_name": "Maya Chen",
    "my_phone": "+1 555 0100",
    "discussed": "how you test whether a discount pays",
    "interest": "the chance to build the reports from the ground up",
    "result_with_number": "I raised renewals from 81 to 93 per cent in a year",
    "new_thing": "I have put what I know of the Leeds market on one page for you",
    "proposed_step": "half an hour with the regional lead in the week of 7 December",
}


def letter(
    id_: str,
    interview: Interview = BARE,
    to: str = "",
    given: Mapping[str, str] = GIVEN,
    now: str = NOW,
    *,
    overrides: Mapping[str, str] = OURS,
    beside: Beside = ALONE,
) -> Draft:
    """The letter to that person of the interview, without a name to the first who should have it."""
    kind = BY_ID[LetterId(id_)]
    person = next((one for one in interview.people if one.name == to), None) if to else readers(kind, interview)[0]
    return draft(kind, interview, person, given, at(now), overrides=overrides, beside=beside)


def each(kind: Letter, interview: Interview, given: Mapping[str, str]) -> tuple[Draft, ...]:
    """The letter to each who should have it, with the same values given for all."""
    return tuple(draft(kind, interview, person, given, at(NOW)) for person in readers(kind, interview))


def reasons(one: Draft) -> set[str]:
    return {check.reason for check in one.checks}
