"""The attacks in their long form, by hand:

    python -m tests.endurance            all of them, some forty minutes
    python -m tests.endurance R1 R7      only these

Each is made on files in a temporary folder; the figures are printed as a table, and the exit code is 1 if one did not
hold. The short forms run with the other tests.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.endurance import attacks, bugs, endings, repeats, surroundings, terminals, texts
from tests.endurance.readers import readers
from tests.endurance.result import Result

ATTACKS: dict[str, tuple[str, Callable[[Path], Result]]] = {
    "R1": ("1,000 SIGKILLs with 2 writers", attacks.kills),
    "R1 stock": ("the same on TinyDB's own JSONStorage, which must break", attacks.kills_of_stock),
    "R2": ("a fault at every call of 5 commands", attacks.blows),
    "R3": ("4 processes with 200 changes each", attacks.race),
    "R4": ("a full disk of 1 MiB", attacks.full_disk),
    "R5": ("the order of system calls, by strace", attacks.order),
    "R7": ("50 edits over 20 days, restore and back", attacks.versions),
    "feed": ("the calendar read by khal and todoman", readers),
    "R16": ("no socket of the network, by strace", surroundings.network),
    "typing": ("50 SIGKILLs while somebody types", endings.typed_and_killed),
    "cut off": ("HUP, TERM and a dropped line while somebody types", endings.typed_and_cut_off),
    "ends": ("each end at the board, in a form, a question, a wait", endings.ends),
    "stall": ("400 keys over a stalled line, then TERM", endings.stalls),
    "no tty": ("no terminal, or one that can't draw", endings.no_terminal),
    "noise": ("10,000 random inputs", texts.noise),
    "texts": ("harmful text through every room", texts.rooms),
    "commands": ("harmful text through every argument", texts.commands),
    "markup": ("22 texts of markup in every room, against plain ones", texts.markup),
    "bugs": ("bugs all over the program, which holds secrets", bugs.bugs),
    "million": ("a million characters in one field", texts.million),
    "repeats": ("files that say one thing 30,000 letters long", repeats.repeats),
    "R17": ("an import of 10,000, killed 50 times", attacks.imports),
    "R17 ctrl+c": ("the same, interrupted", attacks.imports_interrupted),
    "rooms": ("every room, in 11 kinds of terminal, in 6 sizes", terminals.rooms),
    "sizes": ("sizes pulled while it paints, sleeps, or waits for an editor", terminals.sizes),
    "updates": ("100 screens of random widgets, against Textual's own painting", terminals.updates),
    "own ways": ("wide signs cut in two, marks, pictures, as each terminal draws them", terminals.own_ways),
    "R17 back": ("1,000 rows out and into an empty file", surroundings.there_and_back),
    "R21": ("a bind mount; a link to another file system", surroundings.mounts),
    "R22": ("an install by the hashes of the lock", surroundings.install),
}


def main(wanted: list[str]) -> int:
    chosen = {name: one for name, one in ATTACKS.items() if not wanted or {name, name.split()[0]} & {*wanted}}
    if not chosen:
        sys.exit(f"There is no such attack. Known are {', '.join(ATTACKS)}.")
    failed = False
    for name, (title, attack) in chosen.items():
        with tempfile.TemporaryDirectory(prefix="planner-endurance-") as folder:
            begun = time.monotonic()
            result = attack(Path(folder))
            seconds = time.monotonic() - begun
        verdict = {True: "as it must", False: "FAILED", None: "not run"}[result.held]
        failed = failed or result.held is False
        sys.stdout.write(f"{name:<9} {title:<55} {verdict:<10} {seconds:>5.0f} s  {result.figures}\n")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
