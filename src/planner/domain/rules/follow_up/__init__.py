"""The follow-up, row by row, then the rules on top of the row that gave the date."""
