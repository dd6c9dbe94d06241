"""What is owed, by whom, and what one may know of it."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from inconfidence.duties.actions import discharge, hand_over, owe, settle
from inconfidence.duties.models import Duty
from inconfidence.duties.queries import due_about, due_for
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
ABOUT = uuid4()


def owed(
    by: Person, due_on: date | None = TODAY, to: Person | None = None, role: str = "", about: UUID = ABOUT
) -> UUID:
    """Somebody owes looking at a consent again."""
    with transaction.atomic():
        return owe(
            by.actor,
            "consent_review",
            "case",
            about,
            due_on,
            owed_by=to.id if to else None,
            owed_by_role=role,
            reference="7KQM-4XH2",
        )


def test_soonest_first_and_late_ones_marked(cast: Cast) -> None:
    owed(cast.tom, TODAY + timedelta(days=5), cast.tom)
    owed(cast.tom, TODAY - timedelta(days=1), cast.tom)
    late, soon = due_for(cast.tom.actor)
    assert (late.overdue, soon.overdue) == (True, False)
    assert late.wording == "Ask again whether what was agreed still stands"


@pytest.mark.parametrize(("days", "overdue"), [(-1, True), (0, False), (1, False)])
def test_late_is_the_day_after(cast: Cast, days: int, overdue: bool) -> None:
    owed(cast.tom, TODAY + timedelta(days=days), cast.tom)
    assert [duty.overdue for duty in due_for(cast.tom.actor)] == [overdue]


def test_until_a_day_leaves_out_what_comes_later(cast: Cast) -> None:
    owed(cast.tom, TODAY + timedelta(days=8), cast.tom)
    owed(cast.tom, None, cast.tom)
    assert [duty.due_on for duty in due_for(cast.tom.actor, until=TODAY + timedelta(days=7))] == [None]


def test_one_sees_ones_own_and_those_of_ones_role(cast: Cast, gather: Callable[[str], Cast]) -> None:
    owed(cast.tom, to=cast.tom)
    owed(cast.tom, role="leads")
    owed(cast.tom, role="head_of_service")
    assert len(due_for(cast.tom.actor)) == 1
    assert len(due_for(cast.maryam.actor)) == 2
    for other in (cast.ewa, cast.joan, cast.vik, gather("rotherham").maryam):
        assert due_for(other.actor) == []


def test_a_line_names_a_reference_and_never_a_family(cast: Cast) -> None:
    owed(cast.tom, to=cast.tom)
    (line,) = due_for(cast.tom.actor)
    assert (line.reference, line.about) == ("7KQM-4XH2", ABOUT)


def test_only_who_owes_it_does_it(cast: Cast) -> None:
    duty = owed(cast.tom, to=cast.tom)
    assert not discharge(cast.ewa.actor, duty)
    assert discharge(cast.tom.actor, duty)
    assert not discharge(cast.tom.actor, duty)
    row = Duty.objects.get()
    assert (row.done_by_id, row.done_at) == (cast.tom.id, cast.tom.actor.now())


def test_settling_closes_every_open_one_of_the_kind(cast: Cast) -> None:
    owed(cast.tom, to=cast.tom)
    owed(cast.tom, to=cast.ewa)
    kept = owed(cast.tom, to=cast.tom, about=uuid4())
    assert settle(cast.tom.actor, "consent_review", ABOUT) == 2
    assert [duty.id for duty in due_for(cast.tom.actor)] == [kept]


def test_handing_over_to_somebody_or_to_the_leads(cast: Cast) -> None:
    owed(cast.tom, to=cast.tom)
    assert hand_over(cast.maryam.actor, ABOUT, cast.tom.id, cast.ewa.id) == 1
    assert len(due_for(cast.ewa.actor)) == 1
    assert hand_over(cast.maryam.actor, ABOUT, cast.ewa.id, None) == 1
    assert len(due_for(cast.maryam.actor)) == 1


def test_what_is_owed_about_one_case(cast: Cast, gather: Callable[[str], Cast]) -> None:
    owed(cast.tom, to=cast.ewa)
    assert len(due_about(cast.tom.actor, ABOUT)) == 1
    assert due_about(cast.tom.actor, uuid4()) == []
    assert due_about(gather("rotherham").tom.actor, ABOUT) == []
