"""Sharing with and about people: ask, decide, discharge duties, the ledger."""
