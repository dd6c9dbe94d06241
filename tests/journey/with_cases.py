"""Makes a service in which Tom has cases: `python -m tests.journey.with_cases SLUG HOW_MANY`; prints their references.

`python -m tests.journey.with_cases --away` lets a quarter of an hour pass for every sitting; `--ended` ends every one.
"""

import json
import sys
from datetime import timedelta

import django


def away() -> None:
    """Nobody has done anything for sixteen minutes."""
    from django.db.models import F

    from inconfidence.team.models import Sitting

    Sitting.objects.update(last_active_at=F("last_active_at") - timedelta(minutes=16))


def ended() -> None:
    """Nobody is signed in any more."""
    from inconfidence.team.models import Sitting

    Sitting.objects.all().delete()


def begin(slug: str, how_many: int, workers: tuple[str, ...] = ("tom",)) -> dict[str, list[str]]:
    """The service, its people, and so many cases of the first of them; each further worker is put on all of them."""
    from django.utils import timezone

    from inconfidence.cases import actions
    from tests import cast
    from tests.cases.family import a_case
    from tests.conftest import Clock

    clock = Clock(timezone.now())
    lead = cast.begin_service(slug, clock)
    people = [cast.invite(lead, slug, who) for who in workers]
    references = [a_case(people[0], f"Marta Oyelaran {number}") for number in range(how_many)]
    for reference in references:
        for person in people[1:]:
            actions.allocate(lead.actor, reference, person.actor.person_id)
    return {"references": references}


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "--away":
        away()
    elif sys.argv[1] == "--ended":
        ended()
    else:
        print(json.dumps(begin(sys.argv[1], int(sys.argv[2]), tuple(sys.argv[3:]) or ("tom",))))
