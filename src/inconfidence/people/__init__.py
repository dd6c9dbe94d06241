"""The people we help: their cards, and how each may safely be reached."""
