"""What is said aloud to whoever comes first: what confidentiality means here, and where it ends."""

from inconfidence.editions import queries as editions
from inconfidence.letters.family import spoken
from inconfidence.team.actor import Actor


def statement(actor: Actor) -> tuple[str, ...]:
    """The sentences, as the policy in force has them."""
    return spoken(editions.in_force(actor.service_id, actor.today()))
