"""The few widgets the screens are made of; all draw line by line."""
