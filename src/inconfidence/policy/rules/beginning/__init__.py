"""Who may be helped, and what happens first."""
