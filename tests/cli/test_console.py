"""What reaches the streams: safe, in the characters they take, painted only where that is wanted."""

import errno
import io
import json
from base64 import b64decode

import pytest

from planner.cli.console import Console, OutputLost, Piece, Style, console
from planner.domain.errors import BadInput

NASTY = "Acme \x1b[31m[/b] \x07\u202egnp"


def printed(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(stream.encoding)


def stream(encoding: str = "utf-8") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding, errors="backslashreplace", write_through=True)


def test_no_control_character_gets_through_by_any_way() -> None:
    out, err = stream(), stream()
    talk = Console(out, err)
    talk.data(NASTY)
    talk.raw(NASTY)
    talk.lines([[Piece(NASTY, Style.URGENT)]])
    talk.say(NASTY)
    for text in (printed(out), printed(err)):
        assert "[31m[/b]" in text
        assert not set(text) & set("\x1b\x07\u202e")


def test_colours_are_escape_sequences_only_where_they_are_wanted() -> None:
    plain, coloured = stream(), stream()
    Console(plain, None).lines([[Piece("late", Style.URGENT), Piece(" today")]])
    Console(coloured, None, colour=True).lines([[Piece("late", Style.URGENT), Piece(" today")]])
    assert (printed(plain), printed(coloured)) == ("late today\n", "\x1b[33mlate\x1b[0m today\n")


def test_without_utf_8_signs_are_drawn_in_ascii_and_names_escaped() -> None:
    out = stream("ascii")
    Console(out, None, plain=True).data("✗ Müller · “no”")
    assert printed(out) == "x M\\xfcller . 'no'\n"


def test_json_stays_json_in_a_stream_that_knows_only_ascii() -> None:
    out = stream("ascii")
    Console(out, None).raw(json.dumps({"company": "Müller 株 😀 “x”"}, ensure_ascii=False))
    assert json.loads(printed(out)) == {"company": "Müller 株 😀 “x”"}


def test_streams_that_are_closed_swallow_what_is_said() -> None:
    talk = Console(None, None)
    talk.data("x")
    talk.raw("{}")
    talk.lines([[Piece("x")]])
    talk.say("x")
    talk.flush()
    assert not talk.can_ask


class FullDisk(io.StringIO):
    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_output_that_can_not_be_written_is_told() -> None:
    talk = Console(FullDisk(), None)
    talk.data("x")
    with pytest.raises(OutputLost, match="no space left on device"):
        talk.flush()


def test_no_answer_is_no_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    err = stream()
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\nsure\n"))
    talk = Console(None, err)
    assert talk.agrees("Delete it?")
    assert not talk.agrees("Delete it?")
    with pytest.raises(BadInput):
        talk.agrees("Delete it?")
    assert printed(err).startswith("Delete it? [y/N] Delete it?")


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("color", "environment", "painted"),
    [
        ("auto", {}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"TERM": ""}, False),
        ("never", {}, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_a_terminal_is_painted_unless_it_can_not_or_must_not_be(
    color: str, environment: dict[str, str], painted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", Terminal(io.BytesIO(), "utf-8"))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console(color).colour is painted


def test_a_pipe_is_not_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", stream())
    assert not console("auto").colour


@pytest.mark.parametrize(
    ("encoding", "environment", "plain"),
    [
        ("utf-8", {"LANG": "C.UTF-8"}, False),
        ("utf-8", {"LANG": "de_DE.utf8"}, False),
        ("utf-8", {"LANG": "C.UTF-8", "LC_ALL": "C"}, True),
        # Python turns LANG=C into this for itself; the terminal did not change by it.
        ("utf-8", {"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ("utf-8", {"LANG": "C", "PYTHONIOENCODING": "utf-8"}, False),
        ("ascii", {"LANG": "C.UTF-8"}, True),
        ("iso8859-1", {"LANG": "de_DE.ISO8859-1"}, True),
    ],
)
def test_where_utf_8_is_not_sure_to_be_shown_it_is_drawn_in_ascii(
    encoding: str, environment: dict[str, str], plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", stream(encoding))
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console("auto").plain is plain


def test_names_become_ascii_where_a_terminal_shows_no_more_and_stay_whole_in_a_file() -> None:
    shown, kept = TerminalStream(), stream()
    for out in (shown, kept):
        Console(out, None, plain=True).data("✗ Müller, 面接")
    assert (shown.getvalue(), printed(kept)) == ("x Muller, ????\n", "x Müller, 面接\n")


def test_the_width_is_what_columns_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    assert console("auto").columns == 132
    monkeypatch.setenv("COLUMNS", "nonsense")
    assert console("auto").columns == 80


class TerminalStream(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_what_is_copied_goes_to_the_terminal_encoded_even_when_stdout_is_a_file() -> None:
    out, terminal = stream(), TerminalStream()
    Console(out, terminal).copy("Dear Ann,\n\x1b[31mé")
    assert printed(out) == ""
    begin, end = "\x1b]52;c;", "\a"
    sent = terminal.getvalue()
    assert sent.startswith(begin)
    assert sent.endswith(end)
    assert b64decode(sent.removeprefix(begin).removesuffix(end)).decode() == "Dear Ann,\n\ufffd[31mé"
    with pytest.raises(BadInput, match="no terminal to copy to"):
        Console(out, stream()).copy("x")
