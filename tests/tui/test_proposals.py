"""What an import would do, as rows."""

from dataclasses import replace

from planner.planning.transfer.found import Difference
from planner.tui.proposals import about
from tests.formats.tables.sheets import table
from tests.planning.transfer.bringing import READING, rows


def test_how_it_ended_is_told_first_of_what_a_row_would_become() -> None:
    (proposal,) = rows(table("Company,Role,Interview,Status", "Acme,Dev,2026-11-20 14:00,Rejected"))
    shown = ["".join(span.text for span in row) for row in about(proposal, READING.now, 60)]
    assert shown[2] == "Turned down by them, Fri 20 Nov"


def test_what_was_understood_with_doubt_stands_before_a_link_that_may_fill_the_room() -> None:
    (proposal,) = rows(
        table("Company,Role,Interview,Interview link", "Acme,Dev,2026-11-20 14:00,https://meet.example/1")
    )
    shown = ["".join(span.text for span in row) for row in about(proposal, READING.now, 60)]
    assert shown.index("· No time zone is told: Europe/Berlin was taken.") < shown.index("https://meet.example/1")


def test_the_name_of_the_file_is_told_in_whole() -> None:
    (proposal,) = rows(table("Company,Role,Interview", "Acme,Dev,2026-11-20 14:00"))
    name = "cc__teams-meeting-invite.eml"
    named = replace(proposal, found=replace(proposal.found, source=name))
    for width, first in ((40, "new  from cc__teams-meeting-invite.eml"), (35, "new")):
        shown = ["".join(span.text for span in row).rstrip() for row in about(named, READING.now, width)]
        assert shown[0] == first
        assert name in "".join(shown[:2])


def test_a_field_that_changes_is_named_as_it_is_written() -> None:
    change = Difference("phone of Rosa Klein", "", "+49 30 1234")
    proposal = replace(rows(table("Company,Role,Interview", "Acme,Dev,2026-11-20 14:00"))[0], differences=(change,))
    shown = ["".join(span.text for span in row) for row in about(proposal, READING.now, 60)]
    assert "Phone of Rosa Klein: nothing → +49 30 1234" in shown
