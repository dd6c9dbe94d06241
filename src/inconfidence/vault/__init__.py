"""Keys: a case is readable only by those to whom its key was given."""
