"""May these figures, or this story, leave the service?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayPublish
from inconfidence.policy.vocabulary import Question


def may_publish(edition: Edition, facts: MayPublish) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_PUBLISH).decide(facts)
