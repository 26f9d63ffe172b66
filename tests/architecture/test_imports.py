"""What is loaded, and what may be: the arrows that import-linter can't see."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

DOMAIN = Path(__file__).resolve().parents[2] / "src" / "planner" / "domain"


@pytest.mark.parametrize(
    ("module", "kept_out"),
    [
        # A command answers at once: no screen, and no library that only some commands need.
        ("planner.cli.main", {"textual", "rich", "icalendar", "holidays", "tomlkit"}),
        # The way to the command is as light as the command.
        ("planner.__main__", {"textual", "rich", "icalendar", "holidays", "tomlkit", "pendulum", "tinydb"}),
        # The board is seen before the library that draws it is loaded, which takes longer than all else.
        ("planner.tui.start", {"textual", "pendulum"}),
    ],
)
def test_importing_it_in_a_clean_interpreter_loads_none_of_these(module: str, kept_out: set[str]) -> None:
    code = f"import {module}, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert loaded & kept_out == set()


def test_domain_imports_only_itself_and_the_standard_library() -> None:
    allowed = {"planner", *sys.stdlib_module_names}
    imported = {file.name: imports(file) for file in DOMAIN.rglob("*.py")}
    assert imported, f"no files below {DOMAIN}"
    assert {name: found - allowed for name, found in imported.items() if found - allowed} == {}


def imports(file: Path) -> set[str]:
    """The top-level packages a file imports, wherever in it; "" for a relative import, which nobody here writes."""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    origins = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    relative = {"" for node in nodes if isinstance(node, ast.ImportFrom) and node.level}
    return {name.partition(".")[0] for name in plain | origins} | relative
