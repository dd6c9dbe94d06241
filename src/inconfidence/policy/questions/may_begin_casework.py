"""May we work in depth for this person, and what comes before that?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.vocabulary import Question


def may_begin_casework(edition: Edition, facts: MayBeginCasework) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_BEGIN_CASEWORK).decide(facts)
