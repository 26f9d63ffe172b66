"""What reaches the terminal of a text: no control character, no sign it can't show, no colour it must not have."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.widgets import Input, Static

from planner.domain.text import harmless
from planner.tui.colourless import Colourless
from planner.tui.harmless import Harmless
from planner.tui.terminal.environment import Terminal
from tests.tui.tiny_app import HOSTILE, TinyApp

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def shown(text: str, *, ascii_only: bool = False) -> str:
    segments = Harmless(ascii_only=ascii_only).apply([Segment(text)], BLACK)
    return "".join(segment.text for segment in segments)


@given(ANY_TEXT)
def test_no_unsafe_character_passes(text: str) -> None:
    assert harmless(shown(text)) == shown(text)


@given(ANY_TEXT)
def test_without_utf8_nothing_but_printable_ascii_passes(text: str) -> None:
    plain = shown(text, ascii_only=True)
    assert plain.isascii()
    assert plain.isprintable()


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp"))), st.booleans())
def test_a_text_keeps_its_width(text: str, ascii_only: bool) -> None:
    assert cell_len(shown(text, ascii_only=ascii_only)) == cell_len(text)


def test_the_quick_way_past_the_filter_is_open_to_no_unsafe_character() -> None:
    unsafe = [chr(code) for code in range(sys.maxunicode + 1) if harmless(chr(code)) != chr(code)]
    assert len(unsafe) > 2000
    assert [f"U+{ord(character):04X}" for character in unsafe if character.isprintable()] == []


def test_a_control_character_is_seen_as_a_sign_and_moves_nothing_beside_it() -> None:
    segments = [Segment("a\x1b[2Jb  "), Segment("| next")]
    assert [segment.text for segment in Harmless().apply(segments, BLACK)] == ["a\ufffd[2Jb ", "| next"]


def test_a_picture_made_of_several_moves_nothing_beside_it() -> None:
    segments = [Segment("\U0001f469\u200d\U0001f4bb Lab  "), Segment("| next")]
    assert [segment.text for segment in Harmless().apply(segments, BLACK)] == ["\U0001f469\U0001f4bb Lab", "| next"]


def test_a_line_of_good_text_passes_as_it_is() -> None:
    segments = [Segment("Zoë 面接 ○"), Segment("▌─")]
    assert Harmless().apply(segments, BLACK) is segments


def test_styles_pass_the_filter() -> None:
    bold = Style(bold=True, meta={"@click": "x"})
    assert Harmless().apply([Segment("\x07", bold)], BLACK)[0].style == bold


@pytest.mark.parametrize(
    ("drawn", "plain"),
    [
        ("\u203a Ann Lee · Mon 7 Dec \u2013 14:00 …", "> Ann Lee . Mon 7 Dec - 14:00 ."),
        ("╭─┬━╮│┃╰╯", "+-+-+||++"),
        ("▊▔▔▎▁█", "|--|_#"),
        ("Zoë Müller, Łódź", "Zoe Muller, ?odz"),
        ("面接 🎉", "???? ??"),
        ("▶ ▼ ↑ ↓", "> v ^ v"),
        ("a\u00a0b", "a?b"),
    ],
)
def test_without_utf8_signs_have_look_alikes_and_letters_lose_their_accents(drawn: str, plain: str) -> None:
    assert shown(drawn, ascii_only=True) == plain


def bare(style: Style, background: Color = BLACK) -> Style:
    only = Colourless().apply([Segment("text", style)], background)[0].style
    assert only is not None
    return only


def test_no_colour_is_left_but_what_else_a_text_is() -> None:
    style = bare(Style(color="#ff0000", bgcolor="#101010", bold=True, meta={"@click": "x"}))
    assert (style.color, style.bgcolor, style.bold, style.meta) == (None, None, True, {"@click": "x"})


def test_a_text_that_stood_out_by_its_background_is_reversed() -> None:
    assert bare(Style(bgcolor="#ffffff")).reverse
    assert bare(Style(bgcolor="#000000"), WHITE).reverse
    assert not bare(Style(bgcolor="#101010")).reverse
    assert not bare(Style(color="#ffffff")).reverse


def filters_of(app: TinyApp) -> list[str]:
    return [type(line_filter).__name__ for line_filter in app.get_line_filters()]


@pytest.fixture
def _kept(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("KEPT", f"{tmp_path}/kept")


@pytest.mark.usefixtures("_kept")
async def test_every_widget_of_an_app_stands_behind_the_filter() -> None:
    app = TinyApp(Terminal(utf8=False))
    async with app.run_test() as pilot:
        await app.mount(Input(HOSTILE), Static(Content("─ ü"), id="drawn"))
        await pilot.pause()
        lines = [
            "".join(segment.text for segment in strip)
            for widget in app.screen.query("*")
            for strip in widget.render_lines(widget.size.region)
        ]
    assert all(line.isascii() and line.isprintable() for line in lines)
    assert any("- u" in line for line in lines)
    assert sum("clip" in line for line in lines) == 2


@pytest.mark.usefixtures("_kept")
def test_colours_go_where_no_color_is_set_and_stay_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Colourless" not in filters_of(TinyApp())
    monkeypatch.setenv("NO_COLOR", "1")
    assert filters_of(TinyApp())[-2:] == ["Colourless", "Harmless"]
