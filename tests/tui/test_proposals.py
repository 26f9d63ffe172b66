"""What an import would do, as rows."""

from planner.tui.proposals import about
from tests.formats.tables.sheets import table
from tests.planning.transfer.bringing import READING, rows


def test_how_it_ended_is_told_first_of_what_a_row_would_become() -> None:
    (proposal,) = rows(table("Company,Role,Interview,Status", "Acme,Dev,2026-11-20 14:00,Rejected"))
    shown = ["".join(span.text for span in row) for row in about(proposal, READING.now, 60)]
    assert shown[2] == "Turned down by them, Fri 20 Nov"
