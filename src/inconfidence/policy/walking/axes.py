"""The pieces a space is made of: axes, each a list of fragments of facts, of which one is taken from every axis."""

from collections.abc import Mapping, Sequence
from typing import Any

from inconfidence.policy.facts import VALUES
from inconfidence.policy.vocabulary import Question

Fragment = Mapping[str, Any]
Axes = Sequence[Sequence[Fragment]]


def each(name: str, values: Sequence[Any]) -> list[Fragment]:
    """One fact through all of these."""
    return [{name: value} for value in values]


def crossed(words: Mapping[str, Sequence[Any]], *names: str) -> list[dict[str, Any]]:
    """Several facts, every word of each beside every word of the others."""
    found: list[dict[str, Any]] = [{}]
    for name in names:
        found = [before | {name: word} for before in found for word in words[name]]
    return found


def whole(question: Question) -> list[Axes]:
    """Every fact through everything it can be: for a question that is small enough."""
    return [[each(name, values) for name, values in VALUES[question].items()]]
