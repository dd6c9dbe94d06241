"""Two worlds: the same service with and without somebody's own file, and whoever must not be able to tell."""
