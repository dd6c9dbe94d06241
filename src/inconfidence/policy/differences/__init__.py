"""Two policies side by side: which answers differ, how often and by what, and what else they set differently.

For two services, and for a draft beside the policy in force. Pure: two editions go in, frozen values come out.
"""

from inconfidence.policy.differences.answers import answers_differ, asked_otherwise
from inconfidence.policy.differences.resting import fallen, resting
from inconfidence.policy.differences.saying import KINDS, in_all, place
from inconfidence.policy.differences.values import clauses_differ, values_differ, words_differ
from inconfidence.policy.differences.views import (
    AnswersDiffer,
    ClauseDiffers,
    Compared,
    Difference,
    Kind,
    Said,
    SetDiffers,
    WordDiffers,
)
from inconfidence.policy.edition import Edition

__all__ = [
    "KINDS",
    "AnswersDiffer",
    "ClauseDiffers",
    "Compared",
    "Difference",
    "Kind",
    "Said",
    "SetDiffers",
    "WordDiffers",
    "answers_differ",
    "asked_otherwise",
    "compare",
    "fallen",
    "in_all",
    "place",
    "resting",
    "values_differ",
]


def compare(first: Edition, second: Edition, called: tuple[str, str] | None = None) -> Compared:
    """Everything in which two policies differ. `called` names them in sentences: (“in force”, “in the draft”).

    Two services take some seconds; a page may call `answers_differ` for each of `asked_otherwise` instead.
    """
    names = called or (place(first), place(second))
    found = (answers_differ(first, second, question, names) for question in asked_otherwise(first, second))
    return Compared(
        first=names[0],
        second=names[1],
        answers=tuple(each for each in found if each),
        values=values_differ(first, second),
        words=words_differ(first, second),
        clauses=clauses_differ(first, second),
    )
