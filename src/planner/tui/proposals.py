"""What was found in files, as rows: a line for each thing, and all there is to say of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.cells import cell_len

from planner.domain import wording
from planner.planning.phrases import end_of
from planner.planning.transfer import Kind
from planner.planning.transfer import Row as Proposal
from planner.tui.labels import LABELS
from planner.tui.spans import Row, Span, fitted, paragraph

SIGNS = {
    Kind.NEW: ("+", "new", "open"),
    Kind.CHANGED: ("~", "changed", "ahead"),
    Kind.SAME: ("=", "the same", "grey"),
    Kind.REFUSED: ("✗", "refused", "urgent"),
}
WORD_WIDTH = 2 + max(len(word) for _, word, _ in SIGNS.values()) + 2
BOX_WIDTH = 4
# Columns from which the list also says for which role and at what time, and from which of several files.
ROOM_FOR_ROLES = 60
ROOM_FOR_SOURCES = 84
LONGEST_SOURCE = 20


ASKS_HOW = {"date_order": "m: say which comes first, day or month."}
"""How to say on the screen what a row asks for."""


def is_offered(proposal: Proposal) -> bool:
    """Whether it can be taken: what is the same already, or refused, can't."""
    return proposal.kind in (Kind.NEW, Kind.CHANGED)


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the list's columns. Where there is little room the role goes, and the time of day."""

    company: int
    role: int
    when: int
    source: int

    @classmethod
    def of(cls, proposals: Sequence[Proposal], now: datetime, width: int) -> "Columns":
        roomy = width >= ROOM_FOR_ROLES
        several = width >= ROOM_FOR_SOURCES and len({one.source for one in proposals}) > 1
        source = min(max((cell_len(one.source) for one in proposals), default=0), LONGEST_SOURCE) if several else 0
        when = max((len(_when(one, now, roomy=roomy)) for one in proposals), default=0)
        names = width - BOX_WIDTH - WORD_WIDTH - when - 2 - (source + 2 if source else 0)
        company = max((names - 2) // 2 if roomy else names, 0)
        return cls(company, names - 2 - company if roomy else 0, when, source)

    def draw(self, one: Proposal, now: datetime, *, out: bool) -> Row:
        """Box, sign and word, company, role, when, source."""
        sign, word, tone = SIGNS[one.kind]
        box = ("[ ] " if out else "[x] ") if is_offered(one) else " " * BOX_WIDTH
        grey = out or not is_offered(one)
        words = "grey" if grey else "text"
        gap = "  " if self.source else ""
        spans = [Span(box, "grey" if out else "strong"), Span(fitted(f"{sign} {word}", WORD_WIDTH), tone)]
        if one.interview:
            spans.append(Span(f"{fitted(one.interview.company, self.company)}  ", "grey" if grey else "strong"))
            if self.role:
                spans.append(Span(f"{fitted(one.interview.role, self.role)}  ", words))
            spans.append(Span(f"{_when(one, now, roomy=bool(self.role)):>{self.when}}{gap}", words))
        else:
            room = self.company + (self.role + 2 if self.role else 0) + self.when + 2
            spans.append(Span(f"{fitted(one.what, room)}{gap}", words))
        if self.source:
            spans.append(Span(fitted(one.source, self.source), "grey"))
        return tuple(spans)


def _when(one: Proposal, now: datetime, *, roomy: bool) -> str:
    if one.interview is None:
        return ""
    starts_at = one.interview.starts_at
    return (
        f"{wording.day(starts_at.date(), now.date())} {wording.marked_clock(starts_at, now.tzinfo)}"
        if roomy
        else wording.day(starts_at.date(), now.date())
    )


def about(proposal: Proposal, now: datetime, width: int) -> Iterator[Row]:
    """One of them: what would change, why it is refused, what was understood with doubt, and its facts."""
    _, word, tone = SIGNS[proposal.kind]
    source = f"from {proposal.source}"
    beside = cell_len(word) + 2 + cell_len(source) <= width
    yield (Span(f"{word}  ", tone), *((Span(source, "grey"),) if beside else ()))
    yield from () if beside else paragraph(source, width, "grey")
    yield from paragraph(proposal.what, width, "strong")
    if proposal.kind is Kind.NEW and proposal.interview and (end := end_of(proposal.interview, now.date())):
        yield from paragraph(end, width, "ahead")
    if proposal.reason:
        yield from paragraph(proposal.reason, width, tone)
    if proposal.asks in ASKS_HOW:
        yield from paragraph(ASKS_HOW[proposal.asks], width, "strong")
    for name, before, after in proposal.differences:
        yield from paragraph(
            f"{LABELS.get(name, f'{name[:1].upper()}{name[1:]}')}: {before or 'nothing'} → {after or 'nothing'}", width
        )
    one = proposal.interview
    if one:
        yield from paragraph(wording.moment_here_and_there(one.starts_at, now.date(), now.tzinfo), width)
        yield from paragraph(f"{wording.zone_name(one.starts_at)}, {one.minutes} min, round {one.round}", width, "grey")
    for remark in proposal.remarks:
        yield from paragraph(f"· {remark}", width)
    if one:  # last, as a link may fill what room there is
        people = ", ".join(person.name for person in one.people)
        for text in (f"With {people}" if people else "", one.location):
            yield from paragraph(text, width, "grey") if text else ()
