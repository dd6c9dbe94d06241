"""May this worker or volunteer see this case, this item?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MaySee
from inconfidence.policy.vocabulary import Question


def may_see(edition: Edition, facts: MaySee) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_SEE).decide(facts)
