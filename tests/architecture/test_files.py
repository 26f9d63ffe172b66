"""What holds for each file of the project."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 400


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_no_file_is_longer_than_one_subject_needs(folder: str) -> None:
    files = [file for kind in ("py", "tcss") for file in (ROOT / folder).rglob(f"*.{kind}")]
    lengths = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert lengths, f"no files below {folder}"
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_the_readme_opens_with_two_commands_of_one_line_each() -> None:
    blocks: list[str] = re.findall(
        r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    start, check = (block.splitlines() for block in blocks[:2])
    assert [len(start), len(check)] == [1, 1]
    assert start[0].endswith("planner demo")
    assert "pytest" in check[0].split(" && ")[-1]
