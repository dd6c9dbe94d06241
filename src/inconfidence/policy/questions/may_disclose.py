"""May we tell this recipient this, for this purpose, now?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.vocabulary import Question


def may_disclose(edition: Edition, facts: MayDisclose) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_DISCLOSE).decide(facts)
