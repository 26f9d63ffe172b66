"""The JSON that programs read: the forms that contract and scripts rely on."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from planner.domain.board import Standing
from planner.domain.verdict import ActionId, Availability, Explained
from planner.planning.fields import as_fields

if TYPE_CHECKING:
    from planner.planning.transfer import Row

Document = dict[str, Any]
VERSION = 1


def written(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def board(standings: Iterable[Standing], at: datetime) -> Document:
    """What `list`, `show` and `due` print; `at` in the zone it is to be shown in."""
    return headed(at) | {"interviews": [interview(standing) for standing in standings]}


def interview(standing: Standing) -> Document:
    """One interview with its answers. Instants are in the interview's zone; what does not apply is null."""
    one = standing.interview
    zone = ZoneInfo(one.time_zone)
    thank_you, follow_up = standing.thank_you.finding, standing.follow_up.finding
    return {
        "id": one.id,
        "uid": one.uid,
        "company": one.company,
        "role": one.role,
        "round": one.round,
        "starts_at": _instant(one.starts_at, zone),
        "time_zone": one.time_zone,
        "section": standing.section.value,
        "thank_you": {
            **_answer(standing.thank_you),
            "opens_at": _instant(thank_you.opens_at, zone),
            "due_at": _instant(thank_you.due_at, zone),
            "channel": standing.channel.value,
            "left": list(standing.left),
        },
        "follow_up": {
            **_answer(standing.follow_up),
            "opens_on": _day(follow_up.opens_on),
            "opens_at": _instant(follow_up.opens_at, zone),
        },
        "flexibility": {"state": standing.flexibility.state.value},
        "expedite": {"state": standing.expedite.state.value},
        "next": {"action": standing.next.action, "on": _day(standing.next.on)} if standing.next else None,
    }


def findings(standing: Standing, explained: Mapping[ActionId, Iterable[Explained]], at: datetime) -> Document:
    """What `why` prints: every rule's finding on each action, those that decide first."""
    zone = ZoneInfo(standing.interview.time_zone)
    return headed(at) | {
        "id": standing.interview.id,
        "uid": standing.interview.uid,
        "findings": [
            {
                "action": action.value,
                "rule": one.rule,
                "verdict": one.finding.state.verdict,
                "until": _instant(one.finding.until, zone),
                "text": one.finding.text,
                "decides": one.decides,
                "title": one.title,
                "why": one.why,
            }
            for action, rules in explained.items()
            for one in rules
        ],
    }


def rows(found: "Iterable[Row]", at: datetime) -> Iterator[str]:
    """What `import` prints, in pieces, as it may be of thousands: what became, or would become, of each thing found."""
    from textwrap import indent

    head = written(headed(at) | {"found": []}).removesuffix("]\n}")
    yield head
    between = "\n"
    for row in found:
        yield between + indent(written(_row(row)), "    ")
        between = ",\n"
    yield "]\n}" if between == "\n" else "\n  ]\n}"


def _row(row: "Row") -> Document:
    from planner.cli.proposals import reason_of

    return {
        "kind": row.kind.value,
        "source": row.source,
        "what": row.what,
        "id": row.id,
        "uid": row.interview.uid if row.interview else None,
        "fields": {name: text for name, text in as_fields(row.interview).items() if text} if row.interview else {},
        "changes": [{"field": one.field, "before": one.before, "after": one.after} for one in row.differences],
        "remarks": list(row.remarks),
        "reason": reason_of(row),
    }


def headed(at: datetime) -> Document:
    """What every document begins with."""
    return {"planner": VERSION, "at": at.isoformat(timespec="seconds")}


def _answer(answer: Availability) -> Document:
    return {"state": answer.state.value, "reason": answer.finding.reason, "text": answer.text}


def _instant(at: datetime | None, zone: ZoneInfo) -> str | None:
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None
