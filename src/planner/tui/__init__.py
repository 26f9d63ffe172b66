"""The screen: a small app, a catalogue of commands, and a folder each for screens and widgets."""
