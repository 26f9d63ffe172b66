"""The catalogue of commands: each once. Bindings, key bar, palette, help and the README's table all come from it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

BOARD = "board"
INTERVIEW = "interview"
LIST = "list"
LETTER = "letter"
TIMELINE = "timeline"
INSIGHTS = "insights"
SETTINGS = "settings"
ANYWHERE = "anywhere"
"""What has a key on every screen, also while one types."""
LOOKING = (BOARD, TIMELINE, INSIGHTS)
CHOOSING = (BOARD, TIMELINE, INTERVIEW)
ACTING = (*CHOOSING, LETTER)
EVERYWHERE = (*ACTING, INSIGHTS, SETTINGS)


class Command(NamedTuple):
    """Something a key does. Its action on a screen is the method `action_<id>`.

    `keys` are as Textual names them, the first is the one shown. `rooms` are the screens that have it, `bar` its place
    among the keys shown at the foot (0: not shown there).
    """

    id: str
    keys: str
    title: str
    help: str
    rooms: tuple[str, ...] = CHOOSING
    bar: int = 0

    @property
    def key(self) -> str:
        """The first key, as a person would write it."""
        return shown(self.keys.split(",", maxsplit=1)[0])


_SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "full_stop": ".",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "esc",
}


def shown(key: str) -> str:
    """A key's name as a person would write it."""
    modifiers, plus, last = key.rpartition("+")
    return modifiers + plus + _SHOWN.get(last, last)


COMMANDS = (
    Command("thank_you", "t", "Thank-you", "Note that the thank-you went out.", ACTING, bar=1),
    Command("follow_up", "f", "Follow-up", "Note that you asked about the decision.", ACTING, bar=2),
    Command("copy", "c", "Copy", "Copy the text of the letter to the terminal's clipboard.", (LETTER,), bar=2),
    Command("save_letter", "s", "Save", "Save the letter as a file: an email as .eml, to be sent.", (LETTER,), bar=2),
    Command("fill_in", "e", "Fill in", "Say what only you know, such as what you discussed.", (LETTER,), bar=2),
    Command("editor", "E,o", "Editor", "Open the letter in your editor, and check it again.", (LETTER,), bar=2),
    Command("plain", "p", "Plain", "The letter alone, to print or to select; a card in its lines.", (LETTER,), bar=2),
    Command("mailto", "m", "Link", "The email as a link that opens a mail program.", (LETTER,)),
    Command("copy_subject", "C", "Copy subject", "Copy the subject of the email.", (LETTER,)),
    Command("why", "w", "Why", "Say why an action is grey, and every rule that bears on it.", ACTING, bar=3),
    Command(
        "they_said", "r", "They said…", "Record what they said: a date, call back, on hold, no contact.", ACTING, bar=4
    ),
    Command("letter", "l", "Letter", "Write to them: a letter or call script, ready to copy.", bar=4),
    Command("anyway", "y", "Did it anyway", "Record what was just refused: it has happened all the same.", ACTING),
    Command("outcome", "o", "Outcome", "Record an offer, a yes, a no, or that you withdrew."),
    Command("note", "n", "Note", "Add a note to the log."),
    Command("add", "a", "Add", "Add an interview: company, role and when.", (BOARD,), bar=5),
    Command("edit", "e", "Edit", "Change facts, people and notes; on an entry of the log, that entry.", bar=6),
    Command("delete", "d", "Delete", "Delete the interview, or the chosen entry of its log, after asking."),
    Command(
        "import_file", "i", "Import", "Read invitations, mails, tables, contacts or exports, with a preview.", (BOARD,)
    ),
    Command("export", "x", "Export", "Take it with you: everything, a table, a report, a calendar.", (BOARD,)),
    Command("backups", "B", "Backups", "Go back to an earlier version, after seeing what it would change.", (BOARD,)),
    Command("settings", "S", "Settings", "Change numbers, days off, theme, keys and all else that is yours.", LOOKING),
    Command(
        "change",
        "enter,e",
        "Change",
        "Change the chosen setting; it is checked, and kept in your file.",
        (SETTINGS,),
        bar=1,
    ),
    Command("as_delivered", "d", "Default", "Take the chosen setting out of your file.", (SETTINGS,), bar=2),
    Command("copy_link", "c", "Copy link", "Copy the join link of the interview to the clipboard."),
    Command("find", "slash", "Find", "Find as you type, in all text; escape shows all again.", (BOARD,), bar=7),
    Command("undo", "u", "Undo", "Take back the last change of the file.", (*ACTING, SETTINGS), bar=8),
    Command("redo", "ctrl+r", "Redo", "Do again what was undone.", ACTING),
    Command("later", "right_square_bracket", "A day on", "Look ahead: the board as it will be a day later.", (BOARD,)),
    Command("earlier", "left_square_bracket", "A day back", "Look at the board a day earlier.", (BOARD,)),
    Command("now", "full_stop", "Now", "Return to now.", (BOARD,)),
    Command("open", "enter", "Open", "Open the interview with its whole checklist.", (BOARD, TIMELINE)),
    Command("back", "escape", "Back", "Go back, or leave what is being asked.", EVERYWHERE),
    Command("board", "1", "Board", "To the board.", LOOKING, bar=9),
    Command("timeline", "2", "Timeline", "The weeks to come, a line for each interview.", LOOKING, bar=10),
    Command("insights", "3", "Insights", "What came of it all so far, in figures.", LOOKING, bar=11),
    Command("week_later", "right", "A week on", "Move the timeline a week on.", (TIMELINE,), bar=2),
    Command("week_earlier", "left", "A week back", "Move the timeline a week back.", (TIMELINE,)),
    Command("this_week", "full_stop", "This week", "Move the timeline back to this week.", (TIMELINE,)),
    Command("zoom_in", "plus,equals_sign", "Closer", "Fewer weeks on the timeline, down to two.", (TIMELINE,), bar=2),
    Command("zoom_out", "minus", "Farther", "More weeks on the timeline, up to half a year.", (TIMELINE,), bar=2),
    Command("other_pane", "tab", "Other pane", "Go to the other pane.", (BOARD, LETTER)),
    Command("down", "j,down", "Down", "One down.", (LIST,)),
    Command("up", "k,up", "Up", "One up.", (LIST,)),
    Command("first", "g,home", "First", "To the first.", (LIST,)),
    Command("last", "G,end", "Last", "To the last.", (LIST,)),
    Command("page_down", "pagedown", "Page down", "A page down.", (LIST,)),
    Command("page_up", "pageup", "Page up", "A page up.", (LIST,)),
    Command("demo", "D", "Demo", "Look at made-up interviews; yours are not touched.", (BOARD,)),
    Command(
        "help",
        "question_mark",
        "Help",
        "The keys of this screen, and the rules with their reasons.",
        EVERYWHERE,
        bar=20,
    ),
    Command("palette", "ctrl+p", "Commands", "Every command by name.", EVERYWHERE),
    Command(
        "redraw", "ctrl+l", "Paint anew", "Paint the screen anew, if it was written over.", (*EVERYWHERE, ANYWHERE)
    ),
    Command("suspend", "ctrl+z", "Suspend", "Leave for the shell; fg returns.", EVERYWHERE),
    Command("quit", "q", "Quit", "Leave. Everything is saved already.", EVERYWHERE),
)


KEYS: Mapping[str, str] = MappingProxyType({command.id: command.key for command in COMMANDS})
"""The keys as delivered, as a person would write them, by the commands' ids."""


def of_room(room: str) -> tuple[Command, ...]:
    """The commands of one screen, or of lists."""
    return tuple(command for command in COMMANDS if room in command.rooms)


def key_table() -> Iterator[str]:
    """The rows of the README's table of keys."""
    yield "| key | does |"
    yield "| --- | --- |"
    for command in COMMANDS:
        keys = " ".join(f"`{shown(key)}`" for key in command.keys.split(","))
        yield f"| {keys} | {command.help} |"
