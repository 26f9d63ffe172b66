"""The product itself: interviews, their log, and the rules. No input or output, no clock, no framework."""
