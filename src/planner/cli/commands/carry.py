"""Commands that carry interviews in and out of files: import, export."""

from collections.abc import Sequence
from pathlib import Path

from planner.cli import documents
from planner.cli.call import Call
from planner.cli.exits import Exit
from planner.cli.proposals import proposals
from planner.domain.errors import BadInput
from planner.domain.wording import count
from planner.planning.transfer import Corrections, Kind, Row, summary

STDIN = "-"


def import_(call: Call) -> Exit:
    """What was found is printed first; nothing is written before the person agrees, by --yes where nobody is to ask."""
    given = call.arguments
    call.say_home_zone(needed=not given.zone)
    contents = [("stdin" if name == STDIN else Path(name).name, call.outside.read(name)) for name in given.files]
    found = call.planner.read_files(contents, given.zone or None)
    corrections = _corrections(call, call.planner.preview(found))
    rows = call.planner.preview(found, corrections)
    if call.options.json:
        call.print_json(documents.rows(rows, call.planner.now()))
    else:
        call.console.lines(proposals(rows, call.planner.now().date(), call.console.columns))
    if not any(row.kind in (Kind.NEW, Kind.CHANGED) for row in rows):
        call.console.say(f"Nothing to take: {summary(rows)}.")
        return Exit.FINE if any(row.kind is Kind.SAME for row in rows) else Exit.USAGE
    if given.dry_run:
        call.console.say(f"It would take {summary(rows)}.")
        return Exit.FINE
    if not given.yes and not _agrees(call, rows):
        call.console.say("Nothing was taken.")
        return Exit.FINE
    call.console.say(call.planner.take(found, corrections).sentence)
    return Exit.FINE


def _corrections(call: Call, rows: Sequence[Row]) -> Corrections | None:
    """Company and role as the person gave them, for the only interview there is."""
    named = {name: text for name in ("company", "role") if (text := getattr(call.arguments, name).strip())}
    if not named:
        return None
    places = [place for place, row in enumerate(rows) if row.interview]
    if len(places) != 1:
        raise BadInput(
            f"--company and --role are for one interview, and {len(places)} were found.",
            "Import them as they are proposed, then use planner edit.",
        )
    return Corrections({places[0]: named})


def _agrees(call: Call, rows: Sequence[Row]) -> bool:
    if not call.console.can_ask:
        raise BadInput("Without a terminal to ask on, an import needs --yes.", "Nothing was taken.")
    return call.console.agrees(f"Take {summary(rows)}?")


def export(call: Call) -> Exit:
    from planner.formats import exchange

    interviews = sorted(call.planner.state.interviews.values(), key=lambda one: one.id)
    text = exchange.write(interviews)
    if call.arguments.output in ("", STDIN):
        call.console.raw(text)
    else:
        call.outside.write(call.arguments.output, text.encode())
        call.console.say(f"{count(len(interviews), 'interview')} written to {call.arguments.output}.")
    return Exit.FINE
