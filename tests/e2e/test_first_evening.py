"""A person with an empty home, one terminal of 80x24 and a keyboard: the main job from the first start to the second."""

from pathlib import Path

from tests.e2e.person import at_the_terminal

AT = "2026-11-23T16:10:00-05:00"
"""An hour and ten minutes after the interview's end."""
IN_NEW_YORK = "America/New_York"


def test_everything_of_the_main_job_by_keyboard_alone(home: Path) -> None:
    with at_the_terminal("--at", AT, TZ=IN_NEW_YORK) as person:
        person.sees("Home time zone")
        person.sees("Nothing here yet", b"\r")
        person.sees("Company", b"a")
        person.sees("Data analyst", b"Northwind Traders\tData analyst\t")
        person.sees("= Mon 23 Nov 14:00", b"today 14:00")
        person.sees("DO NOW 1", b"\x13")
        person.sees("by 15:00 tomorrow")

        person.sees("Follow-up opens Mon 30 Nov.", b"te")
        person.sees("WAITING 1")
        person.sees("Not yet. ", b"f")
        person.sees("wait about a week, till Mon 30 Nov.")

        person.sees("looking at Mon 30 Nov", b"]" * 7)
        person.sees("DO NOW 1")
        person.sees("WAITING 1", b".")

        person.sees("They decide by", b"rd")
        person.sees("The follow-up then opens Mon 7 Dec.", b"4 Dec")
        person.sees("They decide by Fri 4 Dec: noted. Follow-up opens Mon 7 Dec.", b"\r")
        person.sees("Mon 7 · 14 days")
        person.sees("Undone: They decide by Fri 4 Dec", b"u")
        person.sees("Mon 30 · 7 days")
        assert person.leaves() == 0

    with at_the_terminal("--at", AT, TZ=IN_NEW_YORK) as person:
        person.sees("Mon 30 · 7 days")
        person.does_not_see("Home time zone")
        person.sees("Done again: They decide by Fri 4 Dec", b"\x12")
        person.sees("Mon 7 · 14 days")
        assert person.leaves() == 0

    with at_the_terminal("--at", "2026-12-07T09:00:00-05:00", TZ=IN_NEW_YORK) as person:
        person.sees("DO NOW 1")
        person.sees("How did you follow up", b"f")
        person.sees("One follow-up is enough", b"e")
        assert person.leaves() == 0
    assert (home / ".local/share/planner/planner.json").stat().st_mode & 0o777 == 0o600
