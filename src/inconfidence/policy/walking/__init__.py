"""Every combination of facts that can differ, for a question under one policy.

The whole space of `may_disclose` is 6.4 million million. `reductions` says what is left out, and why nothing is lost
by it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import prod
from typing import Any

from inconfidence.policy.compiled import compiled
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import TURNS_ON, Facts
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking import answering, beginning, disclosing, raising, seeing
from inconfidence.policy.walking.axes import Axes, Fragment, whole

BLOCKS: Mapping[Question, Callable[[], list[Axes]]] = {
    Question.MAY_BEGIN_CASEWORK: beginning.blocks,
    Question.MAY_SEE: seeing.blocks,
    Question.MAY_DISCLOSE: disclosing.blocks,
    Question.MAY_ANSWER_REQUEST: answering.blocks,
    Question.WHERE_TO_RAISE: raising.blocks,
}


def walk(edition: Edition, question: Question) -> Iterator[Facts]:
    """Facts of the reduced space, in order."""
    for axes in spaces(edition, question):
        yield from _whole(question, axes)


def spaces(edition: Edition, question: Question) -> list[Axes]:
    """The blocks of the reduced space; one fragment of every axis of a block makes facts."""
    return read_spaces(question, compiled(edition, question).reads)


def read_spaces(question: Question, read: frozenset[str]) -> list[Axes]:
    """The blocks where these facts are read: for one policy, or for two beside each other."""
    blocks = BLOCKS[question]() if question in BLOCKS else whole(question)
    return [_only_read(axes, read) for axes in blocks]


def size(axes: Axes) -> int:
    """How many combinations a block has."""
    return prod(len(axis) for axis in axes)


def record(question: Question, fragments: Sequence[Fragment]) -> Facts:
    """Fragments put together to the facts of a question."""
    return TURNS_ON[question](**{name: word for each in fragments for name, word in each.items()})


def _only_read(axes: Axes, read: frozenset[str]) -> Axes:
    """Leave out what no rule of this policy reads, and what is then there twice."""
    kept = ([{name: word for name, word in each.items() if name in read} for each in axis] for axis in axes)
    return [list({tuple(sorted(each.items())): each for each in axis}.values()) for axis in kept]


def _whole(question: Question, axes: Axes) -> Iterator[Facts]:
    def down(at: int, facts: dict[str, Any]) -> Iterator[Facts]:
        if at == len(axes):
            yield record(question, [facts])
            return
        for each in axes[at]:
            yield from down(at + 1, {**facts, **each})

    yield from down(0, {})
