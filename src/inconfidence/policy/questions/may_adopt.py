"""May this review be recorded, or this version of the policy come into force?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayAdopt
from inconfidence.policy.vocabulary import Question


def may_adopt(edition: Edition, facts: MayAdopt) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_ADOPT).decide(facts)
