"""May this paper leave its cabinet, and in whose hands?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayMovePaper
from inconfidence.policy.vocabulary import Question


def may_move_paper(edition: Edition, facts: MayMovePaper) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_MOVE_PAPER).decide(facts)
