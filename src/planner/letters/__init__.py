"""Letters and call scripts: templates filled from an interview, checked, and put into the form they are sent in."""
