"""The disk side of letters: templates read, letters kept for the owner's eyes, and an editor."""

import stat
import sys
from pathlib import Path

import pytest

from planner.domain.errors import BadInput, StoreTrouble
from planner.planning.ports import LetterFiles as Port
from planner.system.letter_files import LetterFiles

NAMES = ("thank-you-email.txt", "cover.txt")


def editor(home: Path, does: str) -> dict[str, str]:
    """An editor that runs a line of Python on the file at `path`."""
    script = home / "ed.py"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\n{does}\n")
    return {"EDITOR": f"{sys.executable} {script}"}


def files(home: Path, env: dict[str, str] | None = None) -> Port:
    return LetterFiles(home / "letters", lambda: home / "state" / "letters", env or {})


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_templates_are_read_by_their_names_and_others_beside_them_are_named(home: Path) -> None:
    assert files(home).templates(NAMES).texts == {}
    folder = home / "letters"
    folder.mkdir()
    (folder / "thank-you-email.txt").write_text("subject: Hi\n\nHello.\n")
    (folder / "thankyou.txt").write_bytes(b"\xff")
    (folder / ".hidden.txt").write_text("")
    (folder / "notes.md").write_text("")
    found = files(home).templates(NAMES)
    assert found.texts == {"thank-you-email.txt": "subject: Hi\n\nHello.\n"}
    assert found.others == ("thankyou.txt",)
    assert found.folder == str(folder)


@pytest.mark.parametrize(
    ("content", "says"), [(b"a\n\xff", "line 2: that is not UTF-8"), (b"x" * 65 * 1024, "over 64 KiB")]
)
def test_a_template_that_can_not_be_read_is_refused_by_its_path(home: Path, content: bytes, says: str) -> None:
    (home / "letters").mkdir()
    (home / "letters" / "cover.txt").write_bytes(content)
    with pytest.raises(BadInput) as refused:
        files(home).templates(NAMES)
    assert f"{home}/letters/cover.txt" in refused.value.sentence
    assert says in refused.value.sentence


def test_a_letter_kept_is_its_owner_s_alone_and_takes_the_place_of_the_one_before(home: Path) -> None:
    files(home).keep("3-acme.eml", b"one")
    path = files(home).keep("3-acme.eml", b"two")
    assert path == home / "state" / "letters" / "3-acme.eml"
    assert path.read_bytes() == b"two"
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)


def test_a_letter_that_can_not_be_kept_says_so(home: Path) -> None:
    (home / "state").write_text("a file where the folder would be")
    with pytest.raises(StoreTrouble, match="could not be written"):
        files(home).keep("3-acme.eml", b"")


def test_the_editor_gets_the_text_alone_and_what_it_leaves_comes_back(home: Path) -> None:
    does = "assert path.stat().st_mode & 0o777 == 0o600\npath.write_text(path.read_text() + 'and more\\n')"
    assert files(home, editor(home, does)).edited("Dear Ann,\n") == "Dear Ann,\nand more\n"
    assert list((home / "state" / "letters").iterdir()) == []


def test_an_editor_that_fails_changes_nothing_and_its_text_is_kept(home: Path) -> None:
    with pytest.raises(BadInput) as refused:
        files(home, editor(home, "path.write_text('an hour of work')\nsys.exit(3)")).edited("Dear Ann,\n")
    assert refused.value.sentence == "The editor ended with 3."
    (left,) = (home / "state" / "letters").iterdir()
    assert str(left) in refused.value.hint
    assert left.read_text() == "an hour of work"


@pytest.mark.parametrize("command", ["no-such-editor", "'unbalanced"])
def test_an_editor_that_is_not_there_is_told(home: Path, command: str) -> None:
    with pytest.raises(BadInput, match="can't be started"):
        files(home, {"VISUAL": command}).edited("")


def test_an_editor_that_removes_the_file_is_told(home: Path) -> None:
    with pytest.raises(StoreTrouble, match="The editor left no"):
        files(home, editor(home, "path.unlink()")).edited("")
