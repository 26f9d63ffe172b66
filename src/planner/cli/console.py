"""Where a command prints: data to stdout, narration to stderr. Nothing reaches a terminal but through here."""

import json
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from enum import StrEnum
from typing import NamedTuple, TextIO

from planner.domain.errors import BadInput, NotFound, PlannerError, StoreTrouble
from planner.domain.text import harmless
from planner.planning.terminals import in_base64, notice, shows_utf8

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class Style(StrEnum):
    """How a piece of text is meant; drawn as a colour where there are colours."""

    PLAIN = ""
    HEADING = "1;34"
    STRONG = "1"
    URGENT = "33"
    OPEN = "32"
    AHEAD = "34"
    GREY = "2"


class Piece(NamedTuple):
    """Some text of a line, and how it is meant."""

    text: str
    style: Style = Style.PLAIN


Painted = Iterable[Piece]
"""One line."""


class OutputLost(StoreTrouble):
    """What was to be printed did not get out, as on a full disk; a change made before it stands."""


class Console:
    """`colour` paints; `columns` is how wide lines may be. A stream that is None swallows.

    `plain` draws in ASCII; names become ASCII as well where a terminal shows them, and stay as they are in a file.
    `has_spoken` says whether anything was told beside the result.
    """

    def __init__(
        self,
        out: TextIO | None,
        err: TextIO | None,
        *,
        colour: bool = False,
        plain: bool = False,
        columns: int = 80,
    ) -> None:
        self._out = out
        self._err = err
        self._said: set[str] = set()
        self.has_spoken = False
        self._passing = 0
        self.colour = colour
        self.plain = plain
        self._is_seen = any(stream and stream.isatty() for stream in (out, err))
        self.columns = columns

    def data(self, text: str) -> None:
        """A result as text; only its own new lines break it."""
        self._write(self._out, self._drawn(text) + "\n")

    def raw(self, text: str) -> None:
        """A result for programs, which is JSON: what the stream can't carry is written as JSON escapes it."""
        self.pieces([text.rstrip("\n")])

    def pieces(self, texts: Iterable[str]) -> None:
        """The same of a result that comes in pieces."""
        for text in texts:
            safe = harmless(text, keep_lines=True)
            if not is_utf8(self._out):
                safe = _BEYOND_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], safe)
            self._write(self._out, safe)
        self._write(self._out, "\n")

    def content(self, text: str) -> None:
        """The content of a file, to be passed on as it is; made harmless where somebody looks at it on a terminal.

        Raises BadInput where the stream can't carry it.
        """
        if self._out and self._out.isatty():
            text = harmless(text.replace("\r\n", "\n"), keep_lines=True)
        elif not text.isascii() and not is_utf8(self._out):
            raise BadInput("What stdout leads to is not in UTF-8, and this is.", "Name a file with -o FILE.")
        self._write(self._out, text)

    def lines(self, lines: Iterable[Painted]) -> None:
        """A result line by line, painted where there are colours."""
        for line in lines:
            self._write(self._out, "".join(self._painted(piece) for piece in line).rstrip() + "\n")

    def say(self, text: str) -> None:
        """What is told beside the result: what was done, what was understood, what went wrong."""
        self.has_spoken = True
        self._write(self._err, self._drawn(text) + "\n")

    def say_once(self, text: str) -> None:
        """Like `say`, but only the first time."""
        if text not in self._said:
            self._said.add(text)
            self.say(text)

    def tell(self, error: PlannerError) -> None:
        """What went wrong, what might have been meant, and what to do."""
        self.say(f"planner: {error.sentence}")
        if isinstance(error, NotFound):
            for candidate in error.candidates:
                self.say(f"  {candidate}")
        if error.hint:
            self.say(error.hint)

    @property
    def is_watched(self) -> bool:
        """Whether what is told beside the result is seen as it comes."""
        return bool(self._err and self._err.isatty())

    def passing(self, text: str) -> None:
        """A line on the terminal that the next one takes the place of; "" takes it away."""
        drawn = self._drawn(text)
        before, self._passing = self._passing, len(drawn)
        if drawn or before:
            blanks = " " * (before - len(drawn))
            self._write(self._err, f"\r{drawn}{blanks}" if drawn else f"\r{blanks}\r", flush=True)

    @property
    def can_ask(self) -> bool:
        """Whether somebody is there to answer."""
        return bool(sys.stdin and sys.stdin.isatty() and self._err and self._err.isatty())

    def ask(self, question: str) -> str:
        """The answer to a question, without blanks around it. Raises BadInput when there is none to come."""
        self._write(self._err, f"{self._drawn(question)} ")
        self.flush()
        answer = sys.stdin.readline() if sys.stdin else ""
        if not answer:
            self.say("")
            raise BadInput("There was no answer, so nothing was changed.")
        return answer.strip()

    def agrees(self, question: str) -> bool:
        """Whether the answer to a question is yes; only a plain yes is one."""
        return self.ask(f"{question} [y/N]").casefold() in ("y", "yes")

    def copy(self, text: str) -> None:
        """Sends the text to the terminal for its clipboard (OSC 52); no terminal ever says whether it took it.

        Raises BadInput where there is none.
        """
        hint = "Leave --copy out, and pass the output on."
        stream = self._terminal("There is no terminal to copy to.", hint)
        self._write(stream, f"\x1b]52;c;{in_base64(harmless(text, keep_lines=True))}\a")

    def notify(self, title: str, text: str) -> None:
        """Asks the terminal to show a notification, or to ring its bell. Raises BadInput where there is none."""
        stream = self._terminal("There is no terminal to notify.", "Leave --notify out, and pass the output on.")
        self._write(stream, notice(title, text, os.environ))

    def _terminal(self, otherwise: str, hint: str) -> TextIO:
        stream = next((stream for stream in (self._err, self._out) if stream and stream.isatty()), None)
        if stream is None:
            raise BadInput(otherwise, hint)
        return stream

    def flush(self) -> None:
        """Lets out what was printed. Raises OutputLost where that can't be, BrokenPipeError where nobody reads on."""
        for stream in (self._out, self._err):
            self._write(stream, "", flush=True)

    def _write(self, stream: TextIO | None, text: str, *, flush: bool = False) -> None:
        if stream is None:
            return
        try:
            stream.write(text)
            if flush:
                stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputLost(f"The output could not be written: {(error.strerror or 'it failed').lower()}.") from error

    def _drawn(self, text: str) -> str:
        text = harmless(text, keep_lines=True)
        if not self.plain:
            return text
        if self._is_seen:
            from planner.planning.in_ascii import in_ascii

            return in_ascii(text)
        from planner.planning.lines import ASCII

        return text.translate(ASCII)

    def _painted(self, piece: Piece) -> str:
        text = self._drawn(piece.text)
        return f"\x1b[{piece.style}m{text}\x1b[0m" if self.colour and piece.style else text


def console(color: str) -> Console:
    """The console of this process, as far as its streams and the environment tell what it can show."""
    out, err = sys.stdout, sys.stderr
    seen = bool(out and out.isatty())
    wants = not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") not in ("", "dumb")
    return Console(
        out,
        err,
        colour=color == "always" or (color == "auto" and seen and wants),
        # Python writes UTF-8 in the C locale too; its terminal may well not show it.
        plain=not (is_utf8(out or err) and shows_utf8(os.environ)),
        columns=columns_of(out),
    )


def is_utf8(stream: TextIO | None) -> bool:
    encoding: str = getattr(stream, "encoding", None) or ""
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def columns_of(out: TextIO | None) -> int:
    """The width to print in: the terminal's, or 80, unless COLUMNS says otherwise."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    if out and out.isatty():
        with suppress(OSError):
            return os.get_terminal_size(out.fileno()).columns or 80
    return 80
