"""Random identifiers and references. Never sequential: gaps in a sequence tell."""

import secrets
from uuid import UUID, uuid4

# Nothing that is misread on paper or misheard on the telephone: no 0, 1, I, L, O, U.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id() -> UUID:
    """A random 128-bit identifier, made before the row is sealed because the row is part of its place."""
    return uuid4()


def new_reference() -> str:
    """A random reference of eight signs that people can read out, such as `7KQM-4XH2`."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"
