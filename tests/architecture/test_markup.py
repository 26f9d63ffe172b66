"""No way to the screen leads past what keeps a person's text from being taken for more than text."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "planner"
PLAIN = {"Input", "TextArea"}
"""The widgets of Textual that take no markup."""
READ_AS_MARKUP = {
    "border_subtitle",
    "border_title",
    "from_markup",
    "notify",
    "render_markup",
    "screen_help",
    "sub_title",
    "to_content",
    "tooltip",
    "with_tooltip",
}
STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}
SPEAKING = {"entrance.py", "prompt.py", "cli/console.py", "tui/guarded_app.py", "tui/terminal/opening.py"}
"""Where something is written to a terminal that does not go through Textual's filters."""
LOOKING = {"system/examination.py", "bootstrap.py", "cli/parser.py"}
"""Where it is only asked whether there is one, and how wide it is."""

OF_ITS_OWN = {"cli/man_page.py"}
"""Where what is written holds no word of a person's."""


def ways_past(code: str) -> list[str]:
    """What in a screen's code takes a text for markup."""
    found = []
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.ImportFrom(module="textual.widgets"):
                found += [name.name for name in node.names if name.name not in PLAIN]
            case ast.ImportFrom(names=names):
                found += [name.name for name in names if name.name in READ_AS_MARKUP]
            case ast.Attribute(attr=name) if name in READ_AS_MARKUP:
                found.append(name)
            case ast.keyword(arg="markup") | ast.keyword(arg="tooltip"):
                found.append(f"{node.arg}=")
            case ast.FunctionDef(name="render" | "render_str", returns=ast.Name(id="str")):
                found.append(f"{node.name} of a plain str")
            case _:
                pass
    return found


def test_no_screen_takes_a_text_for_markup() -> None:
    files = sorted((SOURCE / "tui").rglob("*.py"))
    assert files
    found = {str(file.relative_to(SOURCE)): ways_past(file.read_text(encoding="utf-8")) for file in files}
    assert {name: ways for name, ways in found.items() if ways} == {}


@pytest.mark.parametrize(
    "code",
    [
        "from textual.widgets import Input, Static",
        "self.app.notify(interview.company)",
        "pane.border_title = name",
        "Content.from_markup(f'[b]{name}[/b]')",
        "Widget(name, markup=True)",
        "def render(self) -> str:\n    return self.name",
    ],
)
def test_a_way_past_would_be_found(code: str) -> None:
    assert len(ways_past(code)) == 1


def test_only_a_few_places_speak_to_the_terminal_themselves() -> None:
    found = {
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in STREAMS
    }
    assert found - LOOKING - OF_ITS_OWN == SPEAKING
