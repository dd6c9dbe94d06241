"""The space of `may_begin_casework`, act by act."""

from inconfidence.policy.facts import WORDS
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.axes import Axes, crossed

BEGIN = Question.MAY_BEGIN_CASEWORK
# Who comes, how they came, a refusal and what was said after it: each read as one; everything else by itself.
TOGETHER = (
    ("relation", "responsibility", "anonymous"),
    ("origin", "confirmed", "absence_reason"),
    ("refused", "limits_explained"),
    ("names_child",),
    ("statement",),
    ("pack",),
    ("form_back",),
    ("consent_question",),
    ("reason_declined",),
)


def blocks() -> list[Axes]:
    """One block for each act."""
    return [_beginning({"act": act}) for act in WORDS[BEGIN]["act"]]


def _beginning(here: dict[str, str]) -> Axes:
    return [[here], *(crossed(BEGIN, *names, here=here) for names in TOGETHER)]
