from datetime import UTC, date

from planner.domain.board import Board, Next, Section, board_of
from planner.domain.interview import Interview
from planner.domain.policy import Policy
from planner.domain.verdict import ActionId, ActionState
from tests.domain.building import at, held, said, standing

DO_NOW, WAITING, UPCOMING, CLOSED = Section


def numbers(board: Board, section: Section) -> list[int]:
    return [one.interview.id for one in board.section(section)]


def test_an_empty_board_never_changes() -> None:
    board = board_of([], Policy(), at("2026-11-24T09:00-05:00"))
    assert board.standings == ()
    assert board.changes_at is None


def test_the_board_shows_what_can_be_done_then_what_waits_then_what_comes_then_what_is_over() -> None:
    thanked = said("thanked", "2026-11-23T17:00-05:00")
    board = board_of(
        [
            held(id_=1, company="Over", log=[said("outcome", "2026-11-23T18:00-05:00", what="rejected")]),
            held("2026-12-03T10:00", id_=2, company="Coming"),
            held(id_=3, company="Waiting", log=[thanked]),
            held(id_=4, company="Now"),
        ],
        Policy(),
        at("2026-11-24T09:00-05:00"),
    )
    assert [one.interview.company for one in board.standings] == ["Now", "Waiting", "Coming", "Over"]
    assert [numbers(board, section) for section in Section] == [[4], [3], [2], [1]]


def test_where_nothing_was_changed_and_nothing_fell_due_the_standings_are_the_very_same() -> None:
    interviews = [held(id_=1), held(id_=2, company="Beta")]
    board = board_of(interviews, Policy(), at("2026-11-24T09:00-05:00"))
    later = board_of(interviews, Policy(), at("2026-11-24T09:01-05:00"), board)
    assert later.standings is board.standings
    assert later.at > board.at
    assert board_of(interviews[:1], Policy(), later.at, later).standings == board.standings[:1]


def test_what_is_late_first_stands_first() -> None:
    """The call-back of the one is late on the 30th, the thank-you of the other was on the 24th."""
    thanked = said("thanked", "2026-11-17T17:00-05:00")
    called = said("told_call_back", "2026-11-17T17:00-05:00", on="2026-11-23")
    first = held("2026-11-16T10:00", id_=1, company="A", log=[thanked, called])
    second = held(id_=2, company="B")
    board = board_of([first, second], Policy(), at("2026-11-24T09:00-05:00"))
    assert numbers(board, DO_NOW) == [2, 1]
    assert [one.matters_at.isoformat() for one in board.standings] == [
        "2026-11-24T15:00:00-05:00",
        "2026-11-30T00:00:00-05:00",
    ]


def test_of_two_things_to_do_the_one_that_is_late_first_counts() -> None:
    """The thank-you is late on the 24th, the follow-up on the 7th; or the other way round, by one's own settings."""
    both = "2026-12-01T09:00-05:00"
    assert standing(held(), both).matters_at == at("2026-11-24T15:00-05:00")
    slow = standing(held(), both, thank_you_due_hours=336)
    assert slow.follow_up.is_open
    assert slow.thank_you.is_open
    assert slow.matters_at == at("2026-12-07T00:00-05:00")


def test_what_opens_first_stands_first_among_what_waits_and_what_rests_among_it() -> None:
    thanked = said("thanked", "2026-11-23T17:00-05:00")
    asked = said("followed_up", "2026-11-24T09:00-05:00", anyway=True)
    february = said("told_decision", "2026-11-23T15:00-05:00", on="2027-02-01")
    board = board_of(
        [
            held(id_=1, company="A", log=[thanked, february]),
            held(id_=2, company="B", log=[thanked, asked]),
            held(id_=3, company="C", log=[thanked]),
        ],
        Policy(),
        at("2026-11-25T09:00-05:00"),
    )
    assert numbers(board, WAITING) == [3, 2, 1]


def test_a_closed_one_stands_by_what_happened_last() -> None:
    log = [said("outcome", "2026-11-25T09:00-05:00", what="rejected"), said("note", "2026-11-26T09:00-05:00")]
    assert standing(held(log=log), "2026-11-27T09:00-05:00").matters_at == at("2026-11-26T09:00-05:00")
    assert standing(held(), "2027-03-01T09:00-05:00").matters_at == at("2026-11-23T15:00-05:00")


def test_equal_dates_stand_by_number_and_closed_ones_newest_first() -> None:
    def over(id_: int, when: str) -> Interview:
        return held(id_=id_, company=f"C{id_}", log=[said("outcome", when, what="withdrawn")])

    closed = [over(1, "2026-11-24T08:00-05:00"), over(2, "2026-11-24T09:00-05:00"), over(3, "2026-11-24T09:00-05:00")]
    board = board_of(closed, Policy(), at("2026-11-25T09:00-05:00"))
    assert numbers(board, CLOSED) == [2, 3, 1]
    twins = [held(id_=2, company="A"), held(id_=1, company="B")]
    assert numbers(board_of(twins, Policy(), at("2026-11-24T09:00-05:00")), DO_NOW) == [1, 2]


def test_the_next_step_is_the_thank_you_first_then_the_follow_up() -> None:
    owed = held()
    assert standing(owed, "2026-11-23T09:00-05:00").next == Next("interview", date(2026, 11, 23))
    assert standing(owed, "2026-11-24T09:00-05:00").next == Next("thank_you", date(2026, 11, 24))
    assert standing(owed, "2026-12-02T09:00-05:00").next == Next("thank_you", date(2026, 11, 24))
    thanked = held(log=[said("thanked", "2026-11-23T17:00-05:00")])
    assert standing(thanked, "2026-11-24T09:00-05:00").next == Next("follow_up", date(2026, 11, 30))
    assert standing(thanked, "2026-12-02T09:00-05:00").next == Next("follow_up", date(2026, 11, 30))


def test_what_was_asked_is_waited_for_until_it_would_be_stale_or_they_answer() -> None:
    log = [said("thanked", "2026-11-23T17:00-05:00"), said("followed_up", "2026-12-01T09:00-05:00")]
    waiting = standing(held(log=log), "2026-12-02T09:00-05:00")
    assert (waiting.section, waiting.next, waiting.follow_up.state) == (WAITING, None, ActionState.DONE)
    assert waiting.matters_at == waiting.changes_at == at("2027-01-12T00:00-05:00")
    answered = [*log, said("outcome", "2026-12-03T09:00-05:00", what="rejected")]
    assert standing(held(log=answered), "2026-12-04T09:00-05:00").section is CLOSED


def test_what_was_called_off_is_closed_even_before_its_time() -> None:
    off = held(log=[said("cancelled", "2026-11-20T09:00-05:00")])
    assert standing(off, "2026-11-21T09:00-05:00").section is CLOSED


def test_a_standing_gives_its_answers_by_name() -> None:
    one = standing(held(), "2026-11-24T09:00-05:00")
    assert [one.answer(action).action for action in ActionId] == list(ActionId)
    assert one.thank_you.text == "Send an email or a card by Tue 24 Nov 15:00."
    assert one.checklist == (one.answer(ActionId.THANK_YOU), one.answer(ActionId.FOLLOW_UP))


def test_the_board_tells_when_next_to_look_also_at_the_very_instant_a_thank_you_is_due() -> None:
    owed = held()
    due, waits = standing(owed, "2026-11-24T15:00-05:00"), standing(owed, "2026-11-24T14:59-05:00")
    assert due.thank_you.state is waits.thank_you.state is ActionState.AVAILABLE
    assert due.changes_at == waits.changes_at == at("2026-11-24T15:00:00.000001-05:00")
    assert due.changes_at
    assert due.changes_at.tzinfo is UTC
    assert standing(owed, "2026-11-24T15:00:00.000001-05:00").thank_you.state is ActionState.OVERDUE


def test_verdicts_are_one_word_each() -> None:
    assert {state.value: state.verdict for state in ActionState} == {
        "waiting": "wait",
        "available": "allow",
        "overdue": "allow",
        "done": "block",
        "closed": "block",
    }
