"""The space of `may_answer_request`, by what is asked for, by whom, and what is done with it."""

from functools import cache

from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.axes import Axes, Fragment, crossed

ANSWER = Question.MAY_ANSWER_REQUEST
# What is asked of a child and of a parent; a yes and how it is shown; the law, how it ended and the copy: each read as
# one. Everything else by itself.
TOGETHER = (
    ("child", "capacity", "child_authority", "turned_12_since", "responsibility", "head_decided"),
    ("consent", "consent_from", "evidence"),
    ("law", "ended", "copy_sent", "copy_to"),
    ("actor",),
    ("to",),
    ("identity",),
    ("told",),
    ("user_discussed",),
    ("lead_discussed",),
    ("approvals",),
    ("extent",),
    ("others_decided",),
    ("passed_to_parent",),
)


@cache
def blocks() -> list[Axes]:
    """One block for each kind of request, what is done with it, what it is about, and who asks."""
    return [_answering(here) for here in crossed(ANSWER, "kind", "stage", "about", "requester")]


def _answering(here: Fragment) -> Axes:
    return [[here], *(crossed(ANSWER, *names, here=here) for names in TOGETHER)]
