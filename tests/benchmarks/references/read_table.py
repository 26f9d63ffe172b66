"""Reads a table by the standard library, and writes it durably as JSON: the least that an import could do."""

import csv
import json
import os
import sys
from pathlib import Path

with Path(sys.argv[1]).open(newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
with Path(sys.argv[2]).open("w", encoding="utf-8") as file:
    json.dump(rows, file, ensure_ascii=False)
    file.flush()
    os.fsync(file.fileno())
