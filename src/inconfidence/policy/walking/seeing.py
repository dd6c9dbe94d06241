"""The space of `may_see`, actor by actor."""

from inconfidence.policy.facts import WORDS
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.axes import Axes, crossed

SEE = Question.MAY_SEE


def blocks() -> list[Axes]:
    """One block for each actor."""
    return [_seeing(actor) for actor in WORDS[SEE]["actor"]]


def _seeing(actor: str) -> Axes:
    here = {"actor": actor}
    return [[here], *(crossed(SEE, name, here=here) for name in WORDS[SEE] if name != "actor")]
