"""A module that nobody needs. Its tests (`doctored_tests.py`) leave one fault unnoticed, for the campaign to find."""

ENOUGH = 3


def enough(many: int) -> bool:
    """Whether there are so many."""
    return many >= ENOUGH


def said(many: int) -> str:
    """In a word."""
    return "enough" if enough(many) else "few"


def doubled(many: int) -> int:
    """Twice as many: the tests ask it of two only, where a sum comes to the same as a product."""
    return many * 2
