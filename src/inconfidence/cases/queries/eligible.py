"""Who of us may be given work."""

from uuid import UUID

from inconfidence.cases.facts import CASE_ROLES
from inconfidence.team.actor import Actor
from inconfidence.team.queries import workers


def eligible(actor: Actor) -> dict[UUID, str]:
    """Who may be given a case or an enquiry in this service: id and name."""
    return {found.person_id: found.name for found in workers(actor) if found.role in CASE_ROLES}
