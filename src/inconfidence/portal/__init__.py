"""The family's own door: what anybody may read without signing in."""
