"""What setup prints really works where it is to be put."""

import os
import shlex
import shutil
import subprocess
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

from planner.cli.commands.setup import PROMPTS
from tests.cli.line import CommandLine


@pytest.fixture
def programs(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in front of all others: what lies in it is the only `planner` and the only `notify-send`."""
    folder = home / "my bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def shell(script: str, *words: str) -> str:
    run = subprocess.run(
        ["/bin/bash", "--norc", "-c", script, "bash", *words], capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    return run.stdout


def prompt(snippet: str, *commands: str) -> str:
    """What bash shows after each of these commands: its prompt, with the exit code of the command in it."""
    shown = 'eval "$PROMPT_COMMAND"; printf "%s\\n" "${PS1@P}"'
    steps = [f"{each}; {shown}" for each in commands]
    return shell("\n".join(["PS1='$? > '", snippet, snippet, *steps]))


def test_bash_shows_what_is_due_before_its_prompt_and_asks_once_a_minute(
    line: CommandLine, programs: Path, home: Path
) -> None:
    program(programs / "planner", f'echo "$*" >> "{home}/asked"; echo "1 thank-you !"')
    snippet = line("setup", "prompt", "bash").out
    rows = prompt(snippet, "true", "(exit 3)", "SECONDS=100").splitlines()
    assert rows == ["[1 thank-you !] 0 > ", "[1 thank-you !] 3 > ", "[1 thank-you !] 0 > "]
    assert (home / "asked").read_text() == "due --short\n" * 2


@pytest.mark.usefixtures("programs")
@pytest.mark.parametrize("installed", [True, False])
def test_what_the_path_does_not_lead_to_is_called_beside_its_python_or_through_it(
    line: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    beside = home / "its own" / "bin"
    beside.mkdir(parents=True)
    for name in ("python", *(["planner"] if installed else [])):
        program(beside / name, 'echo "1 thank-you !"')
    monkeypatch.setattr("sys.executable", str(beside / "python"))
    words = shlex.quote(str(beside / "planner")) if installed else f"{shlex.quote(str(beside / 'python'))} -m planner"
    assert line("setup", "cron").out.splitlines()[-1] == f"0 8-20 * * * {words} remind"
    assert words.split()[0].strip("'") in line("setup", "systemd", "service").out
    printed = line("setup", "prompt", "bash")
    assert prompt(printed.out, "true") == "[1 thank-you !] 0 > \n"
    assert f"  {words} setup prompt bash >> " in printed.err
    for which in ("fish", "zsh"):
        if there := shutil.which(which):
            subprocess.run([there, "-n"], input=line("setup", "prompt", which).out, text=True, check=True)
    starship = tomllib.loads(line("setup", "prompt", "starship").out)["custom"]["planner"]
    assert subprocess.check_output(["sh", "-c", starship["command"]], text=True) == "1 thank-you !\n"


def test_bash_shows_nothing_when_nothing_is_due_or_planner_is_missing_or_fails(
    line: CommandLine, programs: Path, home: Path
) -> None:
    snippet = line("setup", "prompt", "bash").out
    assert prompt(snippet, "true") == "0 > \n"
    program(programs / "planner", "echo trouble >&2; exit 4")
    assert prompt(snippet, "true") == "0 > \n"


@pytest.mark.parametrize("which", PROMPTS)
def test_each_prompt_asks_for_the_short_line_and_says_where_it_goes(
    which: str, line: CommandLine, programs: Path, home: Path
) -> None:
    program(programs / "planner", "")
    result = line("setup", "prompt", which)
    assert (result.code, "planner due --short" in result.out) == (0, True)
    assert PROMPTS[which] in result.err
    own = line("--data", str(home / '5% "my" #1.json'), "setup", "prompt", which).out
    assert f"""planner --data '{home}/5% "my" #1.json' due --short""" in as_read_there(which, own)
    shell_of = {"bash": "bash", "zsh": "zsh", "fish": "fish"}.get(which)
    if shell_of and (there := shutil.which(shell_of)):
        subprocess.run([there, "-n"], input=result.out, text=True, check=True)
    if which == "starship":
        assert tomllib.loads(result.out)["custom"]["planner"]["command"] == "planner due --short"


def as_read_there(which: str, text: str) -> str:
    """What is left of a snippet once the program it is for has read it, for a shell to run."""
    if which == "starship":
        return str(tomllib.loads(text)["custom"]["planner"]["command"])
    if which == "tmux":
        return shlex.split(text.splitlines()[-1])[-1].replace("%%", "%").replace("##", "#")
    return text


def test_without_a_name_the_prompt_is_that_of_the_shell(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert line("setup", "prompt").out == line("setup", "prompt", "fish").out
    monkeypatch.setenv("SHELL", "/bin/sh")
    result = line("setup", "prompt")
    assert (result.code, "bash, zsh, fish, starship, tmux" in result.err) == (2, True)
    assert line("setup", "prompt", "csh").code == line("setup", "systemd", "socket").code == 2
    assert line("setup", "cron", "daily").code == 2


def test_the_service_notifies_of_each_line_and_falls_back_to_the_journal(
    line: CommandLine, programs: Path, home: Path
) -> None:
    program(programs / "planner", f'echo "$*" >> "{home}/asked"; echo "1  Acme & \\"Co\\". \\$HOME"; echo "2  Bo"')
    text = line("--data", str(home / "100% mine.json"), "setup", "systemd", "service").out
    unit = ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(text)
    command = as_systemd_reads(unit["Service"]["ExecStart"])
    assert command[3:] == [str(programs / "planner"), "--data", str(home / "100% mine.json")]
    heard = 'printf "%s\\n" "$3"'
    for notifier, expected in ((heard, '1  Acme & "Co". $HOME\n2  Bo\n'), ("exit 1", '1  Acme & "Co". $HOME\n2  Bo\n')):
        program(programs / "notify-send", notifier)
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == expected
    assert (home / "asked").read_text() == f"--data {home}/100% mine.json remind\n" * 2


def as_systemd_reads(line: str) -> list[str]:
    """The words of a command in a unit: quoted, and with the signs doubled that mean something there."""
    words = shlex.split(line)
    assert not [word for word in words if set(word.replace("$$", "").replace("%%", "")) & {"$", "%"}]
    return [word.replace("$$", "$").replace("%%", "%") for word in words]


def test_service_and_timer_come_together_with_the_way_to_start_them(line: CommandLine) -> None:
    result = line("setup", "systemd")
    service, timer = (line("setup", "systemd", unit).out for unit in ("service", "timer"))
    assert result.out == (
        f"# ~/.config/systemd/user/planner-remind.service\n{service}\n"
        f"# ~/.config/systemd/user/planner-remind.timer\n{timer}"
    )
    assert "systemctl --user enable --now planner-remind.timer" in result.err
    assert "OnCalendar=" in timer


def test_the_line_for_cron_holds_the_whole_path(line: CommandLine, programs: Path, home: Path) -> None:
    program(programs / "planner", "")
    result = line("--config", str(home / "100%.toml"), "setup", "cron")
    row = result.out.splitlines()[-1]
    assert row == f"0 8-20 * * * '{programs}/planner' --config {home}/100\\%.toml remind"
    assert "crontab -e" in result.err


def test_systemd_itself_finds_no_fault_where_there_is_one_to_ask(line: CommandLine, home: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        return
    for unit in ("service", "timer"):
        (home / f"planner-remind.{unit}").write_text(line("setup", "systemd", unit).out.replace("Documentation", "#"))
    run = subprocess.run(
        [verify, "verify", "--user", *map(str, home.glob("planner-remind.*"))],
        env=os.environ | {"XDG_RUNTIME_DIR": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "planner-remind" not in run.stderr
