"""What this policy asks before we have records that others hold, said where a file is put on a case as theirs."""

from collections.abc import Iterator
from datetime import datetime

from inconfidence.cases.queries.agreed import child_in_danger, records_agreed
from inconfidence.cases.queries.door import OpenCase, open_case_for
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import built
from inconfidence.policy.questions.may_obtain import may_obtain
from inconfidence.policy.standing.obtaining import ObtainStanding
from inconfidence.policy.vocabulary import Outcome, Question, Role
from inconfidence.team.actor import Actor
from inconfidence.vault.alarms import Alarm, raise_alarm

# Whose records a file is said to come from, as the question of obtaining calls them.
SOURCES = {
    "sen_file": "sen_file",
    "school": "school",
    "council": "council_system",
    "professional": "other_professional",
}
ACTORS = {Role.HEAD_OF_SERVICE: "head_of_service", Role.VOLUNTEER: "volunteer"}
# Of several answers the one that came nearest to a yes is told.
NEAREST = ("given", "withdrawn", "refused", "share_only", "none")


def asked_of_obtaining(actor: Actor, reference: str) -> str:
    """In one sentence what this policy asks of us before we ask others for records; empty where the door stays shut.

    The question itself, with what the family said, is asked on its own page.
    """
    door = open_case_for(actor, reference, look=None)
    if not isinstance(door, OpenCase):
        return ""
    found = _answer(actor, door, "school", ObtainStanding(form_back="yes"))
    return next(iter(found.further), found.heading)


def not_agreed(
    actor: Actor, door: OpenCase, provided_by: str, moment: datetime | None = None
) -> Answer | None:
    """What the policy says of our having records from there, with what was agreed by `moment` (None: by now).

    None where it says yes, and where they are nobody else's records. A yes about any matter, to anybody there, will do:
    for which matter they came, the file does not tell.
    """
    if provided_by not in SOURCES:
        return None
    asked = SOURCES[provided_by]
    found = []
    for standing in _standings(door, asked, moment or actor.now()):
        found.append(_answer(actor, door, asked, standing))
        if found[-1].outcome == Outcome.PERMIT:
            return None
    return found[0]


def _standings(door: OpenCase, asked: str, moment: datetime) -> Iterator[ObtainStanding]:
    """How agreement stands, each way once, the nearest to a yes first."""
    found = set(records_agreed(door, asked, moment)) or {ObtainStanding()}
    return iter(sorted(found, key=lambda one: (NEAREST.index(one.consent), repr(one))))


def _answer(actor: Actor, door: OpenCase, source: str, standing: ObtainStanding) -> Answer:
    words = {
        "actor": ACTORS.get(actor.role, "worker"),
        "source": source,
        "consent": standing.consent,
        "consent_from": standing.consent_from,
        "consent_before": standing.consent_before,
        "consent_record": standing.consent_record,
        "form_back": standing.form_back,
        "child_at_risk": child_in_danger(door),
    }
    facts = built(Question.MAY_OBTAIN, words)
    decision = may_obtain(door.edition, facts)  # type: ignore[arg-type]
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    return answer(decision, door.edition, facts)
