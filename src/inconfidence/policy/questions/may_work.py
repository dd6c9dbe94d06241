"""May this member of staff or volunteer take on casework today?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayWork
from inconfidence.policy.vocabulary import Question


def may_work(edition: Edition, facts: MayWork) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_WORK).decide(facts)
