"""How the policy itself is looked at again, changed and brought into force."""
