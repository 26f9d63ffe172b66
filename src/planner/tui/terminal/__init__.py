"""The terminal the program runs in: what it can show, and a driver that outlives what a line can do to it."""
