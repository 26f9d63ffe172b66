import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.domain.text import NAME_LIMIT, even, folded, harmless, many_lines, one_line, stripped

UNSAFE = ("\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\u200e", "\u202e", "\u2066", "\ud800")


def test_blanks_around_a_text_are_not_kept() -> None:
    assert one_line("  Ann Lee\t", "name") == "Ann Lee"
    assert many_lines("\n two\nlines \n", "notes") == "two\nlines"


@pytest.mark.parametrize("text", ["Zoë Łukasz", "李雷", "🦊", "نور", "e\u0301", "a\u00a0b", "[/] Acme [EMEA] [red"])
def test_any_other_character_is_fine(text: str) -> None:
    assert one_line(text, "company") == text
    assert harmless(text) == text
    assert stripped(text, NAME_LIMIT) in (text, text.replace("\u00a0", " "))


@pytest.mark.parametrize("character", UNSAFE, ids=ascii)
def test_a_control_character_is_refused_by_its_number_and_place(character: str) -> None:
    with pytest.raises(BadInput) as refusal:
        one_line(f"Ann{character}Lee", "name")
    assert refusal.value.sentence == f"name holds a control character (U+{ord(character):04X}) at place 4."
    assert refusal.value.field == "name"
    with pytest.raises(BadInput):
        many_lines(f"Ann{character}Lee", "notes")


def test_a_new_line_is_kept_only_where_there_may_be_several() -> None:
    assert many_lines("a\nb", "notes") == "a\nb"
    for text in ("a\nb", "a\r\nb", "a\tb"):
        with pytest.raises(BadInput):
            one_line(text, "name")


def test_a_text_over_its_limit_is_refused_with_both_lengths() -> None:
    assert one_line("x" * NAME_LIMIT, "name") == "x" * NAME_LIMIT
    with pytest.raises(BadInput, match=r"^name has 1,000 characters\.$") as refusal:
        one_line("x" * 1_000, "name")
    assert refusal.value.hint == "At most 200 are kept; shorten it."


def test_text_from_a_stranger_is_made_to_fit() -> None:
    assert stripped("  Ann\x1b[31m \t Lee\n ", 100) == "Ann [31m Lee"
    assert stripped("Ann Lee", 4) == "Ann"
    assert stripped("one\n\ttwo", 100, keep_lines=True) == "one\n two"


@given(st.text(st.sampled_from([*UNSAFE, "a", " ", "\n", "\t"]) | st.characters()))
def test_what_is_harmless_or_stripped_can_be_stored(text: str) -> None:
    one_line(harmless(text), "text", len(text))
    many_lines(harmless(text, keep_lines=True), "text", len(text))
    one_line(stripped(text, 10), "text", 10)
    many_lines(stripped(text, 10, keep_lines=True), "text", 10)


def test_case_and_blanks_do_not_part_two_names() -> None:
    assert folded(" Ann\u00a0 LEE\n") == folded("ann lee") == "ann lee"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\U0001f469\u200d\U0001f4bb Lab", "\U0001f469\U0001f4bb Lab"),
        ("I \u2764\ufe0f data", "I \u2764 data"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d"),
        # where a joiner belongs to how words are written
        ("\u0928\u092e\u0938\u094d\u200d\u0924\u0947", "\u0928\u092e\u0938\u094d\u200d\u0924\u0947"),
    ],
)
def test_pictures_made_of_several_stand_as_their_parts_which_all_terminals_show_alike(text: str, expected: str) -> None:
    assert even(text) == expected
    assert even(expected) == expected


def test_other_text_stays_the_same_object() -> None:
    for text in ("Acme", "Zoë 面接"):
        assert even(text) is text
