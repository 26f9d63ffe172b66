"""The thank-you, row by row."""
