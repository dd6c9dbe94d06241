"""A policy, and a change of it, as pages show them."""

from inconfidence.editions.reading.change import (
    MAY_REVIEW,
    ChangePage,
    between,
    change,
    in_the_way,
    reviewers,
)
from inconfidence.editions.reading.policy import ClausePage, PolicyPage, one, sayable, whole

__all__ = [
    "MAY_REVIEW",
    "ChangePage",
    "ClausePage",
    "PolicyPage",
    "between",
    "change",
    "in_the_way",
    "one",
    "reviewers",
    "sayable",
    "whole",
]
