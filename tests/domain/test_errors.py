import pytest

from planner.domain.errors import BadInput, Busy, Conflict, NotFound, PlannerError, StoreTrouble


@pytest.mark.parametrize("kind", [BadInput, NotFound, StoreTrouble, Busy, Conflict])
def test_each_holds_a_sentence_and_a_hint(kind: type[PlannerError]) -> None:
    error = kind("It is so.", "Do this.")
    assert (str(error), error.sentence, error.hint) == ("It is so.", "It is so.", "Do this.")
    assert isinstance(error, PlannerError)


def test_what_there_is_to_point_at_goes_with_it() -> None:
    assert BadInput("It is so.", field="round").field == "round"
    assert NotFound("It is so.", candidates=("a", "b")).candidates == ("a", "b")
