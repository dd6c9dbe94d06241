"""May we ask for, or look up, records that somebody else holds?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayObtain
from inconfidence.policy.vocabulary import Question


def may_obtain(edition: Edition, facts: MayObtain) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_OBTAIN).decide(facts)
