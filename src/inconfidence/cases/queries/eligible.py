"""Who of us may be given work, and how many open cases each has."""

from uuid import UUID

from django.db.models import Count

from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.models import Allocation, CaseState
from inconfidence.team.actor import Actor
from inconfidence.team.queries import workers


def eligible(actor: Actor) -> dict[UUID, str]:
    """Who may be given a case or an enquiry in this service: id and name."""
    return {found.person_id: found.name for found in workers(actor) if found.role in CASE_ROLES}


def with_load(actor: Actor) -> dict[UUID, str]:
    """The same for a lead who decides, each with the number of open cases they work on."""
    running = Allocation.objects.filter(
        case__service_id=actor.service_id, case__state=CaseState.OPEN, ended_at__isnull=True
    )
    load = dict(running.values_list("person_id").annotate(Count("id")))
    return {one: f"{name} ({_cases(load.get(one, 0))})" for one, name in eligible(actor).items()}


def _cases(number: int) -> str:
    return f"{number} open case{'' if number == 1 else 's'}"
