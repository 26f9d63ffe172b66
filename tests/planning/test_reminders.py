"""What to remind of, and what opens before somebody's eyes."""

from planner.domain.policy import Policy
from planner.planning.reminders import Openings, in_brief, reminders_of
from tests.tui.house import MemorySettings, StandingClock, planner_of
from tests.tui.interviews import CONTOSO, INITECH, NORTHWIND, STARK


def test_what_is_open_is_named_with_its_action_and_keeps_its_key_while_it_becomes_late() -> None:
    clock = StandingClock()
    planner, _ = planner_of([NORTHWIND, INITECH], clock)
    (thank,) = reminders_of(planner.board())
    assert thank.text.startswith("Northwind Traders (Data analyst, round 2). Thank-you: ")
    clock.pass_by(days=3)
    assert [one.key for one in reminders_of(planner.board())] == [thank.key]


def test_several_are_told_in_one_sentence_by_company() -> None:
    planner, _ = planner_of([NORTHWIND, INITECH, STARK])
    clock = StandingClock()
    clock.pass_by(days=9)
    later = reminders_of(planner.board(clock.now))
    assert in_brief(later[:1]) == later[0].text
    told = in_brief(later)
    assert told.startswith(f"{len(later)} things can be done now: ")
    assert told.count("Northwind Traders") == 1


def test_what_the_clock_opens_is_news_once_and_what_a_person_does_is_none() -> None:
    clock = StandingClock()
    planner, _ = planner_of([CONTOSO, INITECH], clock)
    openings = Openings()
    assert openings.since(planner) == ()  # what was open before is on the screen
    clock.pass_by(days=9)
    opened = openings.since(planner)
    assert {one.standing.interview.company for one in opened} == {"Contoso", "Initech"}
    assert openings.since(planner) == ()
    planner.add({"company": "Acme", "role": "Clerk", "starts_at": "yesterday 10:00"})
    assert openings.since(planner) == ()
    clock.pass_by(days=9)
    assert {one.standing.interview.company for one in openings.since(planner)} == {"Acme"}


def test_settings_that_are_changed_meanwhile_are_no_news_but_what_opens_by_them_is() -> None:
    clock, settings = StandingClock(), MemorySettings()
    planner, _ = planner_of([CONTOSO], clock, settings)
    openings = Openings()
    assert openings.since(planner) == ()
    settings.current = settings.current._replace(policy=Policy(wait_days=5))
    assert openings.since(planner) == ()
    clock.pass_by(days=2)
    assert [one.standing.interview.company for one in openings.since(planner)] == ["Contoso"]
