"""Two moments before the journey of the sixth service.

`python -m tests.sixth.begin elmshire`: an empty installation, which holds nothing but the code of its set-up page.
`python -m tests.sixth.begin --people elmshire`: the lead whom the set-up page made gets her phone, and Tom joins her.
"""

import sys
from dataclasses import replace

import django


def empty() -> str:
    """The code that the set-up page asks for."""
    from inconfidence.team.actions import set_up

    return set_up.set_up_code()


def people(slug: str) -> None:
    """Maryam has her second step; Tom is invited and confirmed by her.

    The phones of the cast have secrets that a test knows: only a demonstration takes such a phone.
    """
    from django.utils import timezone

    from inconfidence.editions.models import Service
    from inconfidence.policy.vocabulary import Role
    from inconfidence.team.actions import second_step
    from inconfidence.team.actor import Actor
    from inconfidence.team.models import Person
    from inconfidence.vault import persons
    from tests import cast
    from tests.conftest import Clock

    clock = Clock(timezone.now())
    Service.objects.update(demonstration=True)
    row = Person.objects.get()
    assert second_step.enrol_totp(row.id, cast.SECRET, clock())
    keyring = persons.unlock(row.id, cast.PASSWORD)
    assert keyring is not None
    name = cast.NAMES["maryam"][0]
    lead = Actor(row.id, row.service_id, Role.HEAD_OF_SERVICE, name, keyring, clock)
    cast.invite(cast.Person(replace(lead, clock=clock), cast.username(slug, "maryam")), slug, "tom")


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "--people":
        people(sys.argv[2])
    else:
        print(empty())
