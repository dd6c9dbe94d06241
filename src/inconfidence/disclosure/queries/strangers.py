"""What the policy lets us say to somebody of whom we do not know who they are."""

from dataclasses import replace

from inconfidence.disclosure.facts import about_a_caller
from inconfidence.editions import queries as editions
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.team.actor import Actor

STRANGER = "public"


def to_a_stranger(actor: Actor) -> Answer:
    """Whether it may be said that somebody has come to us. No step: whom it is about is not known to be on the line."""
    edition = editions.in_force(actor.service_id, actor.today())
    facts = about_a_caller(actor.role, STRANGER, inspection="none")
    return replace(answer(may_disclose(edition, facts), edition, facts), steps=())
