"""What is owed, by whom, and what one may know of it."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.test import Client

from inconfidence.duties.actions import discharge, hand_over, owe, settle
from inconfidence.duties.models import Duty
from inconfidence.duties.queries import due_about, due_for
from inconfidence.duties.words import OWN_ACT
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
ABOUT = uuid4()


def owed(
    by: Person,
    due_on: date | None = TODAY,
    to: Person | None = None,
    role: str = "",
    about: UUID = ABOUT,
    kind: str = "consent_review",
) -> UUID:
    """Somebody owes something about a case: looking at a consent again, unless another kind is named."""
    with transaction.atomic():
        return owe(
            by.actor,
            kind,
            "case",
            about,
            due_on,
            owed_by=to.id if to else None,
            owed_by_role=role,
            reference="7KQM-4XH2",
        )


def test_soonest_first_and_late_ones_marked(cast: Cast) -> None:
    owed(cast.tom, TODAY + timedelta(days=5), cast.tom)
    owed(cast.tom, TODAY - timedelta(days=1), cast.tom, about=uuid4())
    late, soon = due_for(cast.tom.actor)
    assert (late.overdue, soon.overdue) == (True, False)
    assert late.wording == "Ask again whether what was agreed still stands"


@pytest.mark.parametrize(("days", "overdue"), [(-1, True), (0, False), (1, False)])
def test_late_is_the_day_after(cast: Cast, days: int, overdue: bool) -> None:
    owed(cast.tom, TODAY + timedelta(days=days), cast.tom)
    assert [duty.overdue for duty in due_for(cast.tom.actor)] == [overdue]


def test_until_a_day_leaves_out_what_comes_later(cast: Cast) -> None:
    owed(cast.tom, TODAY + timedelta(days=8), cast.tom)
    owed(cast.tom, None, cast.tom, about=uuid4())
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
    duty = owed(cast.tom, to=cast.tom, kind="tell_lead")
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


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        (TODAY, TODAY + timedelta(days=3), TODAY),
        (TODAY + timedelta(days=3), TODAY, TODAY),
        (None, TODAY, TODAY),
        (TODAY, None, TODAY),
        (None, None, None),
    ],
)
def test_owed_twice_is_owed_once_by_the_earlier_day(
    cast: Cast, first: date | None, second: date | None, stands: date | None
) -> None:
    assert owed(cast.tom, first, cast.tom) == owed(cast.tom, second, cast.tom)
    assert [duty.due_on for duty in due_for(cast.tom.actor)] == [stands]


def test_owed_by_another_or_of_another_kind_or_owed_again_is_a_duty_of_its_own(cast: Cast) -> None:
    done = owed(cast.tom, to=cast.tom)
    assert settle(cast.tom.actor, "consent_review", ABOUT) == 1
    again = owed(cast.tom, to=cast.tom)
    others = {owed(cast.tom, to=cast.ewa), owed(cast.tom, to=cast.tom, kind="tell_lead")}
    assert len({done, again, owed(cast.tom, role="leads"), *others}) == 5


@pytest.mark.parametrize("kind", sorted(OWN_ACT))
def test_what_has_an_act_of_its_own_is_never_ticked_off(cast: Cast, kind: str) -> None:
    duty = owed(cast.tom, to=cast.tom, kind=kind)
    assert not discharge(cast.tom.actor, duty)
    (line,) = due_for(cast.tom.actor)
    assert (line.id, line.by_hand) == (duty, False)


@pytest.mark.parametrize("kind", ["tell_lead", "report_to_lead", "consult_lead"])
def test_what_nobody_can_see_being_done_is_ticked_off(cast: Cast, kind: str) -> None:
    duty = owed(cast.tom, to=cast.tom, kind=kind)
    assert [line.by_hand for line in due_for(cast.tom.actor)] == [True]
    assert discharge(cast.tom.actor, duty)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("read_concern", "A colleague raised a concern: read it now"),
        ("decide_sharing", "A colleague asks whether something may be shared: decide"),
        ("permission_form", "Get the permission form back before more work is done"),
    ],
)
def test_a_line_reads_as_a_sentence(cast: Cast, kind: str, says: str) -> None:
    owed(cast.tom, to=cast.tom, kind=kind)
    assert [line.wording for line in due_for(cast.tom.actor)] == [says]


def test_my_day_has_a_button_only_for_what_is_done_by_hand(
    cast: Cast, sign_in: Callable[[Person], Client]
) -> None:
    kept = owed(cast.tom, to=cast.tom)
    told = owed(cast.tom, to=cast.tom, kind="tell_lead")
    browser = sign_in(cast.tom)
    page = browser.get("/").content.decode()
    assert f"/duties/{told}/done/" in page
    assert f"/duties/{kept}/done/" not in page
    browser.post(f"/duties/{kept}/done/")
    browser.post(f"/duties/{told}/done/")
    assert [line.id for line in due_for(cast.tom.actor)] == [kept]
