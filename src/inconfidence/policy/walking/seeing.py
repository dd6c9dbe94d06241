"""The space of `may_see`, actor by actor."""

from inconfidence.policy.facts import WORDS
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.axes import Axes, each

SEE = WORDS[Question.MAY_SEE]
OF_VOLUNTEERS = {"shared", "agreement", "volunteer_wanted", "volunteers_enabled"}


def blocks() -> list[Axes]:
    """One block for each actor."""
    return [_seeing(actor) for actor in SEE["actor"]]


def _seeing(actor: str) -> Axes:
    fixed = {"actor"} | (set() if actor == "volunteer" else OF_VOLUNTEERS)
    return [[{"actor": actor}], *(each(name, words) for name, words in SEE.items() if name not in fixed)]
