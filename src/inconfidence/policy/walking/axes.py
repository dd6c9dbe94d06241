"""The pieces a space is made of: axes, each a list of fragments of facts, of which one is taken from every axis."""

from collections.abc import Mapping, Sequence
from typing import Any

from inconfidence.policy.facts import VALUES
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.reductions import settled

Fragment = Mapping[str, Any]
Axes = Sequence[Sequence[Fragment]]


def each(name: str, values: Sequence[Any]) -> list[Fragment]:
    """One fact through all of these."""
    return [{name: value} for value in values]


def crossed(question: Question, *names: str, here: Fragment | None = None) -> list[Fragment]:
    """Several facts, everything each can be beside everything the others can; without what is left out `here`."""
    found: list[dict[str, Any]] = [{}]
    for name in names:
        found = [before | {name: value} for before in found for value in VALUES[question][name]]
    fixed = here or {}
    return [
        fragment for fragment in found if fragment.items() <= settled(question, {**fixed, **fragment}).items()
    ]


def whole(question: Question) -> list[Axes]:
    """Every fact through everything it can be: for a question that is small enough."""
    return [[each(name, values) for name, values in VALUES[question].items()]]
