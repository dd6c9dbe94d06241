"""Someone may come to harm: who must hear it, and what comes first?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.vocabulary import Question


def where_to_raise(edition: Edition, facts: WhereToRaise) -> Decision:
    """Decide under one policy; who hears of it stands in the answer, even where it is not a yes. Never raises."""
    return compiled(edition, Question.WHERE_TO_RAISE).decide(facts)
