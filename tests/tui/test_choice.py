"""What a person makes of what was found, before it is taken."""

from planner.planning.planner import Planner
from planner.planning.transfer import unwatched
from planner.tui.choice import Choice
from planner.tui.how_to_read import HowToRead
from tests.formats.tables.sheets import table
from tests.planning.transfer.bringing import brought
from tests.tui.house import planner_of

HEADER = "Company,Role,Interview"


def chosen(*rows: str) -> tuple[Planner, Choice]:
    planner, _ = planner_of()
    found = brought(table(*rows))
    return planner, Choice(tuple, HowToRead(), found.tables, planner.preview(found.found))


def test_what_is_left_out_is_taken_again_when_asked_twice() -> None:
    _, choice = chosen(HEADER, "Acme,Dev,2026-11-27 14:00", "Bistro,Cook,2026-11-26 14:00", "Nobody,Dev,")
    assert choice.taken == 2
    without = choice.leaving_out(0)
    assert (without.taken, without.summary) == (1, "1 new, 1 refused, 1 left out")
    assert without.leaving_out(0).taken == 2
    assert choice.taken == 2


def test_what_is_left_out_may_change_what_becomes_of_the_others() -> None:
    planner, choice = chosen(HEADER, "Acme,Dev,2026-11-26 14:00", "Acme,Dev,2026-11-27 14:00")
    assert choice.by_now(planner, unwatched) is choice.preview
    assert [row.interview.round for row in choice.rows if row.interview] == [1, 2]
    after = choice.leaving_out(0).correcting(1, {"company": "Acme", "role": "Cook"}).by_now(planner, unwatched)
    assert [(row.interview.role, row.interview.round) for row in after.rows if row.interview] == [
        ("Dev", 1),
        ("Cook", 1),
    ]


def test_what_the_files_ask_for_is_known_and_what_their_columns_hold() -> None:
    _, plain = chosen(HEADER, "Acme,Dev,2026-11-26 14:00")
    assert (plain.asks_order, plain.has_tables) == (False, True)
    assert plain.columns_in_words == "Company → company, Role → role, Interview → starts_at"
    _, unsure = chosen(HEADER, "Acme,Dev,3/4/2026 14:00")
    assert unsure.asks_order
    _, unknown = chosen("Wo,Was", "Acme,Dev")
    assert unknown.has_tables
    assert unknown.columns_in_words.startswith("A column can hold company, role, starts_at")
