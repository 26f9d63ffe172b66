from planner.domain.differences import new_in


def test_new_is_what_was_not_there_or_was_another_object() -> None:
    same, before, equal = ["same"], ["equal"], ["equal"]
    assert new_in({1: same, 2: equal, 3: ["come"]}, {0: ["gone"], 1: same, 2: before}) == {2: ["equal"], 3: ["come"]}
    assert new_in({1: same}, {1: same}) == {}
