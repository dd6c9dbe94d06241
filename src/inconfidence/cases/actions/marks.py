"""Checking the marks of a note, a document or a meeting before they are sealed with it."""

from inconfidence.cases.actions.content import check_code
from inconfidence.cases.queries.marks import MarkDetails

__all__ = ["MarkDetails", "check_marks"]

LISTS = ("provided_by", "sensitivity", "standing")


def check_marks(marks: MarkDetails) -> None:
    """Refuse a mark that its list does not have; NotAccepted names the field, which is called as the list is."""
    for name in LISTS:
        check_code(name, name, getattr(marks, name))
