"""Commands that look: list, show, why, due."""

from collections.abc import Sequence

from planner.cli import documents
from planner.cli.call import Call
from planner.cli.console import Piece
from planner.cli.exits import Exit
from planner.cli.listing import is_due, listing, short
from planner.cli.reasons import reasons
from planner.cli.sheet import sheet
from planner.domain.board import Section, Standing
from planner.domain.text import folded
from planner.domain.verdict import ActionId, ActionState
from planner.planning.fields import choice
from planner.planning.names import searchable

_CHECKLIST = (ActionId.THANK_YOU, ActionId.FOLLOW_UP)


def list_(call: Call) -> Exit:
    standings = call.planner.board().standings
    if call.arguments.section:
        standings = tuple(one for one in standings if one.section is Section(call.arguments.section))
    if call.arguments.find.strip():
        wanted = folded(call.arguments.find)
        standings = tuple(one for one in standings if wanted in searchable(one.interview))
    if standings or call.options.json:
        _print(call, standings)
    elif call.planner.state.interviews:
        call.console.say("No interview is like that.")
    else:
        call.console.say("There is no interview yet. planner add COMPANY ROLE WHEN adds one.")
    return Exit.FINE


def due(call: Call) -> Exit:
    board = call.planner.board()
    standings = tuple(one for one in board.standings if is_due(one))
    if call.options.json:
        _print(call, standings)
    elif call.arguments.short:
        line = short(standings, call.console.columns)
        if line:
            call.console.data(line)
        # What is told beside the line is to be told again.
        if not call.console.has_spoken:
            call.outside.remember(line, call.planner.now(), board.changes_at)
    elif standings:
        _print(call, standings)
    else:
        call.console.say("Nothing is due.")
    return Exit.DUE if standings and call.arguments.check else Exit.FINE


def show(call: Call) -> Exit:
    standing = call.planner.standing(call.interview.id)
    if call.options.json:
        _print(call, (standing,))
    else:
        call.console.lines(sheet(standing, call.planner.now(), call.console.columns))
    return Exit.FINE


def why(call: Call) -> Exit:
    """Without ACTION: for people the checklist and whatever else is open; for programs everything."""
    standing = call.planner.standing(call.interview.id)
    named = call.arguments.action
    chosen = [choice(named, "ACTION", ActionId)] if named else list(ActionId)
    explained = {action: call.planner.why(standing.interview.id, action) for action in chosen}
    if call.options.json:
        call.print_json(documents.findings(standing, explained, call.planner.now()))
        return Exit.FINE
    first = True
    for action, findings in explained.items():
        if named or action in _CHECKLIST or standing.answer(action).state is not ActionState.CLOSED:
            call.console.lines(() if first else [[Piece("")]])
            call.console.lines(reasons(action, findings, call.planner.now(), call.console.columns))
            first = False
    return Exit.FINE


def _print(call: Call, standings: Sequence[Standing]) -> None:
    if call.options.json:
        call.print_json(documents.board(standings, call.planner.now()))
    else:
        call.console.lines(listing(standings, call.planner.now(), call.console.columns))
