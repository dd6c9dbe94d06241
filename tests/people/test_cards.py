"""Cards: read by the front desk and those on the case; a look is recorded."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.people.actions import CardDetails, change_card
from inconfidence.people.models import Card
from inconfidence.people.queries import card, cards
from tests.cases.family import a_case
from tests.cast import Cast
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_a_card_is_read_by_who_answers_the_phone_and_who_works_on_the_case(cast: Cast) -> None:
    a_case(cast.tom)
    row = Card.objects.get()
    for reader in (cast.tom, cast.ewa, cast.joan, cast.maryam):
        found = card(reader.actor, row.id)
        assert found is not None
        assert (found.name, found.phones) == ("Marta Oyelaran", ("07700 900 123",))
    assert card(cast.vik.actor, row.id) is None


def test_a_missing_card_and_another_services_are_the_same_nothing(
    cast: Cast, gather: Callable[[str], Cast]
) -> None:
    a_case(cast.tom)
    stranger = gather("rotherham").joan
    assert card(stranger.actor, Card.objects.get().id) is None
    assert card(stranger.actor, uuid4()) is None


def test_looking_at_several_is_one_event(cast: Cast) -> None:
    a_case(cast.tom)
    a_case(cast.tom, "Ines Duarte")
    ids = set(Card.objects.values_list("id", flat=True))
    assert set(cards(cast.joan.actor, ids)) == ids
    assert Event.objects.filter(act=Act.card_seen).count() == 1


def test_a_change_is_a_new_version_and_a_late_one_changes_nothing(cast: Cast, clock: Clock) -> None:
    a_case(cast.tom)
    row = Card.objects.get()
    clock.forward(hours=1)
    with transaction.atomic():
        assert change_card(cast.tom.actor, row.id, CardDetails(name="Marta O."), version=1)
        assert not change_card(cast.tom.actor, row.id, CardDetails(name="M."), version=1)
    found = card(cast.tom.actor, row.id)
    assert found is not None
    assert (found.name, found.version) == ("Marta O.", 2)
    assert Card.objects.get().changed_at == clock()
