"""The commands, by what they are for. Each takes the Call and answers how it ended."""
