"""The commands: what each takes and how its help reads. A new command is an entry here and one in `main`."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import NamedTuple


class Spec(NamedTuple):
    """A command: its help in one line, the arguments it takes, and more help with examples."""

    help: str
    fill: Callable[[ArgumentParser], None]
    more: str = ""


def _nothing(_parser: ArgumentParser) -> None:
    pass


def _id(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the interview: its number, or the beginning of the company's name")


def _recording(parser: ArgumentParser) -> None:
    """What every command takes that records something that happened."""
    parser.add_argument("--when", metavar="WHEN", default="", help="when it happened (now)")
    parser.add_argument("--words", metavar="WORDS", default="", help="what was said, in words")


def _add(parser: ArgumentParser) -> None:
    parser.add_argument("company", metavar="COMPANY", nargs="?", default="")
    parser.add_argument("role", metavar="ROLE", nargs="?", default="")
    parser.add_argument("when", metavar="WHEN", nargs="*", help="when it begins: 2026-12-04 14:00, tomorrow 14:00")
    parser.add_argument("--zone", metavar="ZONE", default="", help="time zone it takes place in (your home zone)")
    parser.add_argument("--minutes", metavar="N", default="", help="how long it lasts (60)")
    parser.add_argument("--round", metavar="N", default="", help="which round (the highest known and one)")
    parser.add_argument("--industry", metavar="NAME", default="", help="technology and others: an email or a card")
    parser.add_argument("--mode", metavar="MODE", default="", help="video, phone or on-site")
    parser.add_argument("--location", metavar="TEXT", default="", help="an address or a link")
    person = "repeat for several; 'Ann Lee <ann@x.example>'"
    parser.add_argument("--interviewer", metavar="PERSON", action="append", default=[], help=person)
    parser.add_argument("--recruiter", metavar="PERSON", action="append", default=[], help=person)
    parser.add_argument("--notes", metavar="TEXT", default="")


def _edit(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("changes", metavar="FIELD=VALUE", nargs="+")


def _delete(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("--yes", action="store_true", help="don't ask")


def _undo(parser: ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="also when another session made the change")


def _list(parser: ArgumentParser) -> None:
    parser.add_argument("--section", choices=("do_now", "waiting", "upcoming", "closed"), help="this section only")
    parser.add_argument("--find", metavar="TEXT", default="", help="only those with TEXT anywhere in them")


def _why(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("action", metavar="ACTION", nargs="?", default="", help=", ".join(ACTIONS))


def _due(parser: ArgumentParser) -> None:
    said = "one line for a prompt, with ! where something is overdue; nothing when nothing is due"
    parser.add_argument("--short", action="store_true", help=said)
    parser.add_argument("--check", action="store_true", help="exit with 10 when something is due")


def _remind(parser: ArgumentParser) -> None:
    parser.add_argument("--notify", action="store_true", help="by the terminal's notification, or its bell, as well")


def _setup(parser: ArgumentParser) -> None:
    parser.add_argument("what", metavar="prompt|systemd|cron", choices=("prompt", "systemd", "cron"))
    which = "of prompt: bash, zsh, fish, starship or tmux (your shell); of systemd: service or timer (both)"
    parser.add_argument("which", metavar="WHICH", nargs="?", default="", help=which)


def _completion(parser: ArgumentParser) -> None:
    parser.add_argument("shell", metavar="bash|zsh|fish", choices=("bash", "zsh", "fish"))
    parser.add_argument("words", metavar="WORD", nargs="*", help="after --: the words so far; prints what may follow")


def _anyway(parser: ArgumentParser) -> None:
    parser.add_argument("--anyway", action="store_true", help="it has happened: record it though it is grey")


def _thank(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("--to", metavar="NAME", default="", help="to whom (everyone owed a note)")
    parser.add_argument(
        "--channel", metavar="C", default="", help="email, card or other (what the rules advise, if one)"
    )
    _anyway(parser)
    _recording(parser)


def _follow_up(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("--channel", metavar="C", default="email", help="call, email or other (email)")
    _anyway(parser)
    _recording(parser)


def _told(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("what", metavar="WHAT", choices=TOLD, help=", ".join(TOLD))
    parser.add_argument("rest", metavar="DATE|RANGE|OBSTACLE", nargs="*", help="what belongs to it")
    _recording(parser)


def _result(text: str) -> str:
    return "rejected" if text.casefold() == "no" else text


def _outcome(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("what", metavar="WHAT", type=_result, choices=RESULTS, help=f"{', '.join(RESULTS)}, or no")
    _recording(parser)


def _cancel(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("--no-show", action="store_true", help="it was not called off; it just did not take place")
    _recording(parser)


def _note(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("words", metavar="WORDS", nargs="+")
    parser.add_argument("--when", metavar="WHEN", default="", help="when it happened (now)")


def _person(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("what", metavar="add|edit|remove", choices=("add", "edit", "remove"))
    parser.add_argument("name", metavar="PERSON", help="when adding: 'Ann Lee <ann@x.example>, recruiter, main'")
    parser.add_argument(
        "changes", metavar="FIELD=VALUE", nargs="*", help="name, part, main, email, phone, postal_address"
    )


def _correct(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("entry", metavar="ENTRY", help="the entry's number in the log, as `planner show ID` prints it")
    parser.add_argument(
        "changes", metavar="FIELD=VALUE", nargs="+", help="at, words, and by kind: to, channel, on, what"
    )


def _forget(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("entry", metavar="ENTRY", help="the entry's number in the log, as `planner show ID` prints it")


def _draft(parser: ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("letter", metavar="LETTER", nargs="?", default="", help="which one (what fits best now)")
    parser.add_argument("--to", metavar="NAME", default="", help="to one person (to each who is to get it)")
    said = "fill a place in it, such as discussed='how you test prices'; repeat for several"
    parser.add_argument("--say", metavar="PLACE=TEXT", action="append", default=[], help=said)
    way = parser.add_mutually_exclusive_group()
    way.add_argument("-o", "--output", metavar="FILE", default="", help="a file only you can read (stdout)")
    way.add_argument("--eml", metavar="FILE", default="", help="the email as a file that mail programs open")
    way.add_argument("--mailto", action="store_true", help="the email as a link that opens a mail program")
    way.add_argument("--copy", action="store_true", help="to the terminal's clipboard as well; it may ignore that")
    way.add_argument("--template", action="store_true", help="the template it is made from, to begin your own with")


def _import(parser: ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help="files, folders of them, or - for stdin")
    parser.add_argument("--dry-run", action="store_true", help="say what it would do, and change nothing")
    parser.add_argument("--yes", action="store_true", help="don't ask (needed without a terminal)")
    parser.add_argument("--zone", metavar="ZONE", default="", help="for times whose zone the file does not make plain")
    parser.add_argument(
        "--company", metavar="NAME", default="", help="put right the company of the one interview in it"
    )
    parser.add_argument("--role", metavar="NAME", default="", help="put right its role")
    parser.add_argument("--date-order", metavar="mdy|dmy", choices=("mdy", "dmy"), default="", help="how 3/4 is read")
    said = "what a column of a table holds, such as 'Where=company'; repeat for several; kept for such tables"
    parser.add_argument("--map", metavar="COLUMN=FIELD", action="append", default=[], help=said)


def _export(parser: ArgumentParser) -> None:
    parser.add_argument("form", metavar="json|csv|md|ics", choices=("json", "csv", "md", "ics"), help="see below")
    parser.add_argument("-o", "--output", metavar="FILE", default="", help="a file only you can read (stdout)")
    parser.add_argument(
        "--period", metavar="PERIOD", default="", help="only these days: last month, 1 Oct..15 Nov, 2026"
    )
    parser.add_argument("--private", action="store_true", help="with ics: name nobody and no place")


def _restore(parser: ArgumentParser) -> None:
    parser.add_argument(
        "which", metavar="WHICH", nargs="*", help="its number, its file, or a day or time at which it was the data file"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.add_argument("--yes", action="store_true", help="don't ask (needed without a terminal)")


def _doctor(parser: ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="put right what can be, asking for each")
    parser.add_argument("--yes", action="store_true", help="with --repair: don't ask (needed without a terminal)")


def _purge(parser: ArgumentParser) -> None:
    parser.add_argument("--config-too", action="store_true", help="the settings as well")
    parser.add_argument("--yes", action="store_true", help="don't ask (needed without a terminal)")


def _config(parser: ArgumentParser) -> None:
    parser.add_argument("what", metavar="path|show|edit|home-zone", nargs="?", default="show")
    parser.add_argument("zone", metavar="ZONE", nargs="?", default="", help="with home-zone: such as Europe/Berlin")


ACTIONS = ("thank-you", "follow-up", "flexibility", "expedite")
TOLD = ("decision", "call-back", "not-to-contact", "no-thanks", "on-hold", "obstacle", "heard")
RESULTS = ("offer", "accepted", "rejected", "withdrawn")

_WITHOUT_ARGUMENTS = "Without arguments it asks."
_FIELDS = """\
Fields: company, role, time_zone, starts_at, round, minutes, industry, mode, location, no_postal_address,
interviewers, contacts, flexibility.start_date, flexibility.salary, own_offer_deadline, tags, notes.
  planner edit 3 starts_at='fri 15:00' flexibility.salary='5 % either way'"""
_THANK = """\
Refused with exit 5 while it is grey.
  planner thank 3 --to Ann --channel email --when 'yesterday 17:00'"""
_FOLLOW_UP = """\
Refused with exit 5 while it is grey; `planner why ID` says more.
  planner follow-up 3 --channel call
  planner follow-up 3 --anyway --words 'called too early'"""
_TOLD = """\
  planner told 3 decision next week         they decide then
  planner told 3 decision 1 Dec..4 Dec      a range
  planner told 3 decision soon              no date: only the words are kept
  planner told 3 call-back in two weeks
  planner told 3 obstacle salary            or start_date, or other"""
_REMIND = """\
Each thing is told once: when a thank-you or a follow-up has become possible. Nothing new prints nothing. What was told
with --at is remembered apart, so that a look at another day hides nothing.
  planner setup cron; planner setup systemd      what has it run by itself"""
_SETUP = """\
  planner setup prompt bash >> ~/.bashrc         what is due, before the prompt
  planner setup prompt tmux >> ~/.tmux.conf      or in the status line
  planner setup systemd                          a user service and its timer, that run planner remind
  planner setup cron                             the same as a line for crontab"""
_COMPLETION = """\
  planner completion bash > ~/.local/share/bash-completion/completions/planner
  planner completion zsh > ~/.zfunc/_planner     with ~/.zfunc in fpath, before compinit
  planner completion fish > ~/.config/fish/completions/planner.fish"""
_DRAFT = """\
LETTER is thank-you or follow-up, for the one that fits, or one of: thank-you-email, thank-you-card, sales-thank-you,
follow-up-email, sales-follow-up, call-script, call-back, flexibility, expedite, reply-to-a-no.
The letter goes to stdout, what is to be said of it to stderr. Nothing is recorded: planner thank and follow-up do that.
A template of your own takes the place of ours: named like thank-you-email.txt, in letters/ beside the config file.
  planner draft 3 thank-you --to Ann --say discussed='how you test prices' --eml ann.eml"""
_IMPORT = """\
Invitations (.ics), mails with one (.eml, mailboxes), tables (.csv, .xlsx and the like) of any program or your own,
contacts (.vcf), which go to the people of an interview, and planner's own exports; told apart by what is in them.
What would become of each thing found is listed first: new, changed, the same, or refused and why.
  planner import invitation.eml ~/Mail/interviews
  planner import sheet.xlsx --dry-run --map 'Where=company' --map 'When=starts_at'
A column can be taken for: company, role, starts_at, time, time_zone, minutes, round, mode, location, interviewer,
recruiter, hiring_manager, contact, email, phone, industry, notes, status, status_on, id, tags, ignore."""
_EXPORT = """\
  json  everything, to be read back with nothing lost
  csv   a table for a spreadsheet program, a row an interview, without the log; import reads it back
  md    a report of what was done when, for whom and how, as proof
  ics   a calendar to subscribe to: interviews, and tasks that start when they open
  planner export md --period 'last month' -o report.md"""

_RESTORE = """\
Without WHICH the backups are listed. A restore is a change like any other: planner undo takes it back. A data file that
can't be opened is kept beside the restored one, under another name.
  planner restore 12
  planner restore yesterday 18:00"""
_DOCTOR = """\
Exits with 4 when something is wrong."""
_PURGE = """\
All planner made goes: the data, its backups, drafts, reports of faults. Copies made elsewhere are not known here."""

GROUPS: dict[str, tuple[str, ...]] = {
    "Look": ("list", "show", "why", "due", "remind", "insights"),
    "Record what happened": ("thank", "follow-up", "told", "outcome", "cancel", "note"),
    "Write": ("draft",),
    "Keep interviews": ("add", "edit", "person", "correct", "forget", "delete", "undo", "redo"),
    "Files and settings": ("import", "export", "backup", "restore", "doctor", "purge", "config", "demo"),
    "With other programs": ("setup", "completion"),
}

SPECS: dict[str, Spec] = {
    "list": Spec("the board: do now, waiting, upcoming, closed", _list),
    "show": Spec("one interview: facts, checklist and log", _id),
    "why": Spec("every rule's finding on an interview", _why),
    "due": Spec("what can be done now", _due),
    "remind": Spec("what became possible since it last said so", _remind, _REMIND),
    "insights": Spec("what came of it all so far, in figures", _nothing),
    "thank": Spec("a thank-you went out", _thank, _THANK),
    "follow-up": Spec("you asked about the decision", _follow_up, _FOLLOW_UP),
    "told": Spec("they said something", _told, _TOLD),
    "outcome": Spec("an offer, or the end of it", _outcome),
    "cancel": Spec("the interview is off", _cancel),
    "note": Spec("keep a note in the log", _note),
    "draft": Spec("a letter or call script, with what to mend", _draft, _DRAFT),
    "add": Spec("add an interview", _add, _WITHOUT_ARGUMENTS),
    "edit": Spec("change facts of an interview", _edit, _FIELDS),
    "person": Spec("add, change or remove someone", _person),
    "correct": Spec("put an entry of the log right", _correct),
    "forget": Spec("take an entry out of the log", _forget),
    "delete": Spec("remove an interview with its log", _delete),
    "undo": Spec("take back the last change", _undo),
    "redo": Spec("do again what was undone", _nothing),
    "import": Spec("take interviews from files", _import, _IMPORT),
    "export": Spec("write interviews out: json, csv, md, ics", _export, _EXPORT),
    "backup": Spec("copy the data file as it is now", _nothing),
    "restore": Spec("list earlier versions, go back to one", _restore, _RESTORE),
    "doctor": Spec("examine files, backups, zones and disk", _doctor, _DOCTOR),
    "purge": Spec("remove everything planner made", _purge, _PURGE),
    "config": Spec("where the settings are, what they say; change them", _config),
    "demo": Spec("open the board on made-up interviews", _nothing),
    "setup": Spec("what goes into a prompt, systemd or cron", _setup, _SETUP),
    "completion": Spec("completion for bash, zsh or fish", _completion, _COMPLETION),
}
