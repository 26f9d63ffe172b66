"""Commands that carry interviews in and out of files: import, export."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path

from planner.cli import documents
from planner.cli.call import Call, assignments
from planner.cli.exits import Exit
from planner.cli.proposals import proposals
from planner.domain.errors import BadInput
from planner.domain.wording import count
from planner.planning.transfer import Corrections, Found, Kind, Row, columns_of, summary, with_said

STDIN = "-"


def import_(call: Call) -> Exit:
    """What was found is printed first; nothing is written before the person agrees, by --yes where nobody is to ask."""
    given = call.arguments
    call.say_home_zone(needed=not given.zone)
    columns = assignments(given.map)
    wishes = call.planner.wishes(given.zone or None, columns, given.date_order)
    contents = list(_contents(call))
    tables = columns_of(contents, wishes)
    found = call.planner.read_files(contents, wishes=wishes)
    del contents
    corrections = _corrections(call, found)
    rows = call.planner.preview(found, corrections)
    # Whoever said yes beforehand gets the import even if nobody reads the list to its end.
    with suppress(BrokenPipeError) if given.yes and not given.dry_run else nullcontext():
        if call.options.json:
            call.print_json(documents.rows(rows, call.planner.now()))
        else:
            call.console.lines(proposals(rows, call.planner.now().date(), call.console.columns))
    for name, taken_for in tables.items():
        call.console.say(f"{name}: {taken_for.in_words()}.\nPut right what a column is with --map 'COLUMN=FIELD'.")
    if not any(row.kind in (Kind.NEW, Kind.CHANGED) for row in rows):
        call.console.say(f"Nothing to take: {summary(rows)}.")
        return Exit.FINE if any(row.kind is Kind.SAME for row in rows) else Exit.USAGE
    if given.dry_run:
        call.console.say(f"It would take {summary(rows)}.")
        return Exit.FINE
    if not given.yes and not _agrees(call, rows):
        call.console.say("Nothing was taken.")
        return Exit.FINE
    del rows
    call.console.say(call.planner.take(found, corrections).sentence)
    if columns:
        call.planner.files.keep_columns_said(with_said(call.planner.files.columns_said(), tables.values(), columns))
    return Exit.FINE


def _contents(call: Call) -> Iterator[tuple[str, bytes]]:
    """Each file by name and content; of a folder all that are in it."""
    for given in call.arguments.files:
        for path in call.outside.named(given):
            yield ("stdin" if path == STDIN else Path(path).name), call.outside.read(path)


def _corrections(call: Call, found: Sequence[Found]) -> Corrections | None:
    """Company and role as the person gave them, for the only interview there is."""
    named = {name: text for name in ("company", "role") if (text := getattr(call.arguments, name).strip())}
    if not named:
        return None
    places = [place for place, row in enumerate(call.planner.preview(found)) if row.interview]
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
    from planner.planning.take_out import Form, take_out

    given = call.arguments
    if given.period or given.form == Form.MD:
        call.say_home_zone()
    content = take_out(call.planner, Form(given.form), given.period, private=given.private)
    if given.output not in ("", STDIN):
        call.outside.write(given.output, content.data)
        call.console.say(f"{count(content.interviews, 'interview')} written to {given.output}.")
    elif given.form == Form.JSON:
        call.console.raw(content.data.decode())
    else:
        call.console.content(content.data.decode())
    return Exit.FINE
