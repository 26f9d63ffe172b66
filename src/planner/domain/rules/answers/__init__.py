"""The two answers beside the checklist: flexibility and expedite."""
