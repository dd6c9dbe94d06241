"""May we reach this person, in this way?"""

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayContact
from inconfidence.policy.vocabulary import Question


def may_contact(edition: Edition, facts: MayContact) -> Decision:
    """Decide under one policy; refuse unless a ground stands. Never raises: a rule that fails refers, with an alarm."""
    return compiled(edition, Question.MAY_CONTACT).decide(facts)
