"""Whom we get in touch with, and how."""
