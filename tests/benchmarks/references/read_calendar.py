"""Reads a calendar by the icalendar library, and writes its events durably as JSON: the least an import could do."""

import json
import os
import sys
from pathlib import Path

from icalendar import Calendar

calendar = Calendar.from_ical(Path(sys.argv[1]).read_bytes())
events = [{name: str(value) for name, value in event.items()} for event in calendar.walk("VEVENT")]
with Path(sys.argv[2]).open("w", encoding="utf-8") as file:
    json.dump(events, file, ensure_ascii=False)
    file.flush()
    os.fsync(file.fileno())
