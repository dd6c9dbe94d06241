"""Pages of enquiries and cases: parse, one action or query, render or redirect."""
