"""The command for the settings: config path, show, edit, home-zone."""

from planner.cli.call import Call
from planner.cli.exits import Exit
from planner.domain.errors import BadInput

_DOES = ("path", "show", "edit", "home-zone")


def config(call: Call) -> Exit:
    what, zone = call.arguments.what, call.arguments.zone
    if zone and what != "home-zone":
        raise BadInput(f"Nothing is to follow config {what}.", "planner config home-zone ZONE takes a zone.")
    match what:
        case "path":
            call.console.data(str(call.outside.config_file))
        case "show":
            _show(call)
        case "edit":
            call.outside.edit_config()
            call.console.say(f"The settings in {call.outside.config_file} are fine.")
        case "home-zone" if zone:
            call.outside.settings.set_home_zone(zone)
            call.console.say(f"The home time zone is {call.outside.settings.current.policy.home_time_zone}.")
        case "home-zone":
            settings = call.outside.settings
            call.console.data(settings.current.policy.home_time_zone or f"{settings.host_zone} (this machine's)")
        case _:
            raise BadInput(f"config can't “{what[:40]}”.", f"It is one of {', '.join(_DOES)}.")
    return Exit.FINE


def _show(call: Call) -> None:
    path = call.outside.config_file
    if path.exists():
        call.console.data(call.outside.read(str(path)).decode("utf-8", "replace").rstrip("\n"))
        call.console.say(f"From {path}.")
    else:
        call.console.say(f"There is no {path}: every setting has its default.")
