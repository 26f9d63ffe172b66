"""The command that prints what goes into other programs' files: setup prompt, systemd, cron."""

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

from planner.cli.call import Call
from planner.cli.exits import Exit
from planner.cli.snippets import text_of
from planner.domain.errors import BadInput

PROMPTS = {
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/config.fish",
    "starship": "~/.config/starship.toml",
    "tmux": "~/.tmux.conf",
}
UNITS = {"service": "planner-remind.service", "timer": "planner-remind.timer"}
_UNITS_FOLDER = "~/.config/systemd/user"


def setup(call: Call) -> Exit:
    """What goes into a file goes to stdout; where that is to be, to stderr."""
    what, which = call.arguments.what, call.arguments.which
    match what:
        case "prompt":
            _prompt(call, which or _shell())
        case "systemd":
            _systemd(call, which)
        case _ if which:
            raise BadInput(f"Nothing is to follow setup {what}.", "planner setup cron prints the line.")
        case _:
            call.console.content(text_of("cron").replace("@PLANNER@", _in_crontab(_everywhere(call))))
            call.console.say("The line goes where `crontab -e` leads.")
    return Exit.FINE


def _prompt(call: Call, which: str) -> None:
    if which not in PROMPTS:
        raise BadInput(f"There is no prompt of “{which[:40]}” here.", f"It is one of {', '.join(PROMPTS)}.")
    program = call.outside.calling_in_a_shell
    words = {"@PROGRAM@": program[:1], "@PLANNER@": (*program, *call.outside.chosen_files)}
    snippet = text_of(f"prompt.{which}")
    for place, there in words.items():
        snippet = snippet.replace(place, _in_prompt(which, shlex.join(there)))
    call.console.content(snippet)
    again = shlex.join((*program, "setup", "prompt", which))
    call.console.say(f"It goes at the end of {PROMPTS[which]}:\n  {again} >> {PROMPTS[which]}")


def _in_prompt(which: str, words: str) -> str:
    """Words for a shell as they have to be written in that prompt's file: in some they stand within a text."""
    match which:
        case "starship":
            return words.replace("\\", "\\\\").replace('"', '\\"')
        case "tmux":  # in whose status line a per cent sign begins a time, and a # the name of something
            return words.replace("%", "%%").replace("#", "##").replace("'", "'\\''")
        case _:
            return words


def _systemd(call: Call, which: str) -> None:
    if which and which not in UNITS:
        raise BadInput(f"There is no unit “{which[:40]}”.", f"It is one of {', '.join(UNITS)}.")
    texts = {
        unit: text_of(UNITS[unit]).replace("@PLANNER@", _in_unit(_everywhere(call)))
        for unit in ([which] if which else UNITS)
    }
    headed = (f"# {_UNITS_FOLDER}/{UNITS[unit]}\n{text}" for unit, text in texts.items())
    call.console.content(texts[which] if which else "\n".join(headed))
    program = shlex.join(call.outside.calling_in_a_shell)
    call.console.say(
        f"Both go into {_UNITS_FOLDER}:\n"
        f"  mkdir -p {_UNITS_FOLDER}\n"
        + "".join(f"  {program} setup systemd {unit} > {_UNITS_FOLDER}/{name}\n" for unit, name in UNITS.items())
        + "  systemctl --user daemon-reload && systemctl --user enable --now planner-remind.timer\n"
        "On a machine nobody is logged in to: loginctl enable-linger"
    )


def _shell() -> str:
    """The shell somebody uses, as far as the environment tells."""
    name = Path(os.environ.get("SHELL", "")).name
    if name not in PROMPTS:
        raise BadInput("Which prompt?", f"planner setup prompt takes one of {', '.join(PROMPTS)}.")
    return name


def _everywhere(call: Call) -> Sequence[str]:
    return (*call.outside.calling, *call.outside.chosen_files)


def _in_crontab(words: Sequence[str]) -> str:
    return shlex.join(words).replace("%", "\\%")


def _in_unit(words: Sequence[str]) -> str:
    """As systemd reads words: in double quotes, where a backslash, a per cent and a dollar sign count."""
    for_systemd = {'"': '\\"', "\\": "\\\\", "%": "%%", "$": "$$"}
    return " ".join('"' + "".join(for_systemd.get(sign, sign) for sign in word) + '"' for word in words)
