"""Commands that carry interviews in and out of files: import, export."""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli import documents
from planner.cli.call import Call, assignments
from planner.cli.exits import Exit
from planner.cli.progress import shown
from planner.cli.proposals import proposals
from planner.domain.errors import BadInput
from planner.planning.transfer import Corrections, Kind, Preview, Source, read_files, with_said

if TYPE_CHECKING:
    from planner.formats.tables import Columns

STDIN = "-"


def import_(call: Call) -> Exit:
    """What was found is printed first; nothing is written before the person agrees, by --yes where nobody is to ask."""
    given = call.arguments
    call.say_home_zone(needed=not given.zone)
    columns = assignments(given.map)
    wishes = call.planner.wishes(given.zone or None, columns, given.date_order)
    with shown(call.console) as watch:
        found, tables = read_files(list(_sources(call)), wishes, watch)
        preview = _corrected(call, call.planner.preview(found, watch=watch))
    _show(call, preview, tables)
    kinds = {row.kind for row in preview.rows}
    if kinds.isdisjoint((Kind.NEW, Kind.CHANGED)):
        call.console.say(f"Nothing to take: {preview.summary}.")
        return Exit.FINE if Kind.SAME in kinds else Exit.USAGE
    if given.dry_run:
        call.console.say(f"It would take {preview.summary}.")
        return Exit.FINE
    if not given.yes and not _agrees(call, preview):
        call.console.say("Nothing was taken.")
        return Exit.FINE
    with shown(call.console) as watch:
        # Handed over, not lent: of thousands of rows it takes as much room as what becomes of them.
        handed = [preview]
        del preview
        done = call.planner.take(handed.pop(), watch)
    call.console.say(done.sentence)
    if columns:
        call.planner.files.keep_columns_said(with_said(call.planner.files.columns_said(), tables.values(), columns))
    return Exit.FINE


def _show(call: Call, preview: Preview, tables: Mapping[str, "Columns"]) -> None:
    """The rows, and what the columns of a table are taken for.

    Whoever said yes beforehand gets the import even if nobody reads the list to its end.
    """
    with suppress(BrokenPipeError) if call.arguments.yes and not call.arguments.dry_run else nullcontext():
        if call.options.json:
            call.console.pieces(documents.rows(preview.rows, call.planner.now()))
        else:
            call.console.lines(proposals(preview.rows, call.planner.now(), call.console.columns))
    for name, taken_for in tables.items():
        call.console.say(f"{name}: {taken_for.in_words()}.\nPut right what a column is with --map 'COLUMN=FIELD'.")


def _sources(call: Call) -> Iterator[Source]:
    """Each file by its name; of a folder all that are in it."""
    for given in call.arguments.files:
        for path in call.outside.named(given):
            name = "stdin" if path == STDIN else Path(path).name
            yield Source(name, partial(call.outside.read, path), named=path == given)


def _corrected(call: Call, preview: Preview) -> Preview:
    """With company and role as the person gave them, for the only interview there is."""
    named = {name: text for name in ("company", "role") if (text := getattr(call.arguments, name).strip())}
    if not named:
        return preview
    places = [place for place, row in enumerate(preview.rows) if row.interview]
    if len(places) != 1:
        raise BadInput(
            f"--company and --role are for one interview, and {len(places)} were found.",
            "Import them as they are proposed, then use planner edit.",
        )
    return call.planner.preview(preview.found, Corrections({places[0]: named}))


def _agrees(call: Call, preview: Preview) -> bool:
    if not call.console.can_ask:
        raise BadInput("Without a terminal to ask on, an import needs --yes.", "Nothing was taken.")
    return call.console.agrees(f"Take {preview.summary}?")


def export(call: Call) -> Exit:
    from planner.planning.take_out import Form, take_out

    given = call.arguments
    if given.period or given.form == Form.MD:
        call.say_home_zone()
    content = take_out(call.planner, Form(given.form), given.period, private=given.private)
    if given.output not in ("", STDIN):
        call.outside.write(given.output, content.data)
        call.console.say(f"{content.holds} written to {given.output}.")
    elif given.form == Form.JSON:
        call.console.raw(content.text)
    else:
        call.console.content(content.text)
    return Exit.FINE
