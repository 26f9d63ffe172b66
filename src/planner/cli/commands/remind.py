"""The command that tells what is new since it last did: remind."""

from collections.abc import Sequence

from planner.cli import documents
from planner.cli.call import Call
from planner.cli.exits import Exit
from planner.planning.reminders import Reminder, in_brief, reminders_of


def remind(call: Call) -> Exit:
    """Each thing is told once; what did not get out is not remembered as told."""
    open_now = reminders_of(call.planner.board())
    with call.outside.reminded.telling([one.key for one in open_now]) as keys:
        new = [one for one in open_now if one.key in keys]
        if new and call.arguments.notify:
            call.console.notify("planner", in_brief(new))
        if call.options.json:
            call.print_json(_document(call, new))
        else:
            for one in new:
                call.console.data(f"{one.standing.interview.id}  {one.text}")
        call.console.flush()
    return Exit.FINE


def _document(call: Call, new: Sequence[Reminder]) -> documents.Document:
    """As `due` prints it, of the interviews something is new of; and which action it is."""
    standings = {one.standing.interview.id: one.standing for one in new}
    return documents.board(standings.values(), call.planner.now()) | {
        "new": [
            {"id": one.standing.interview.id, "uid": one.standing.interview.uid, "action": one.answer.action.value}
            for one in new
        ]
    }
