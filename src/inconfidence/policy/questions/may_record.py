"""May this be written down, as what it is called?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayRecord
from inconfidence.policy.vocabulary import Question


def may_record(edition: Edition, facts: MayRecord) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_RECORD).decide(facts)
