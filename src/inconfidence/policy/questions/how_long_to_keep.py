"""When may this file be destroyed, and what holds it?"""

from dataclasses import replace

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import HowLongToKeep
from inconfidence.policy.standing.keeping import kept
from inconfidence.policy.vocabulary import Question


def how_long_to_keep(edition: Edition, facts: HowLongToKeep) -> Decision:
    """Decide under one policy, with every date that was worked out; refuse unless the latest of them has passed.

    Permit: it may be destroyed today. Refer: a person looks at it. Refuse: not yet, or something holds it.
    """
    found = kept(edition, facts)
    decision = compiled(edition, Question.HOW_LONG_TO_KEEP).decide(found.words)
    return replace(decision, answer=found.answer())
