"""Concerns about harm: raised from anywhere, read by the leads, never refused and never lost."""
