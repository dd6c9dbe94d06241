"""How what is written down is chosen."""
