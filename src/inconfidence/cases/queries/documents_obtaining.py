"""What this policy asks before we have records that others hold: said where a file is put on a case as theirs."""

from inconfidence.cases.queries.door import OpenCase, open_case_for
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import parse
from inconfidence.policy.questions.may_obtain import may_obtain
from inconfidence.policy.vocabulary import Outcome, Question
from inconfidence.team.actor import Actor

# Whose records a file is said to come from, as the question of obtaining calls them.
SOURCES = {"sen_file": "sen_file", "school": "school", "council": "council_system"}


def asked_of_obtaining(actor: Actor, reference: str) -> str:
    """In one sentence what this policy asks of us before we ask others for records; empty where the door stays shut.

    The question itself, with what the family said, is asked on its own page.
    """
    door = open_case_for(actor, reference, look=None)
    found = _answer(door, "school", "none") if isinstance(door, OpenCase) else None
    return next(iter(found.further), found.heading) if found else ""


def never_obtained(actor: Actor, reference: str, provided_by: str) -> Answer | None:
    """The answer of a policy by which such records never reach us by asking, whatever was agreed; else None."""
    door = open_case_for(actor, reference, look=None)
    if provided_by not in SOURCES or not isinstance(door, OpenCase):
        return None
    found = _answer(door, SOURCES[provided_by], "given")
    return None if found.outcome == Outcome.PERMIT else found


def _answer(door: OpenCase, source: str, consent: str) -> Answer:
    facts = parse(Question.MAY_OBTAIN, {"source": source, "consent": consent})
    return answer(may_obtain(door.edition, facts), door.edition, facts)  # type: ignore[arg-type]
