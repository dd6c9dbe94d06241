"""My day: what is due for me, what waits for a lead, and nothing of other people's."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from inconfidence.cases.actions import CallDetails, NamedCaller, take_call
from inconfidence.cases.queries import OpenCase, open_case_for
from inconfidence.desk.queries import my_day
from inconfidence.duties.actions import owe
from inconfidence.duties.models import Duty
from inconfidence.safeguarding.actions import raise_concern
from tests.cases.family import a_case
from tests.cast import Cast, Person
from tests.disclosure.pages import SignIn, page_of, words

pytestmark = pytest.mark.django_db


def owed(person: Person, reference: str, in_days: int, about: UUID | None = None) -> Duty:
    door = open_case_for(person.actor, reference, look=None)
    assert isinstance(door, OpenCase)
    duty = owe(
        person.actor,
        "tell_lead",
        "case",
        about or door.case_id,
        person.actor.today() + timedelta(days=in_days),
        owed_by=person.id,
        reference=reference,
    )
    return Duty.objects.get(id=duty)


def test_what_is_due_says_whose_it_is_and_how_it_is_safe_to_ring(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    owed(cast.tom, reference, 0)

    day = words(page_of(sign_in(cast.tom), "/"))

    assert "Marta Oyelaran" in day
    assert "10–2 on weekdays" in day
    assert f"/cases/{reference}/" in day


def test_a_duty_is_ticked_off_once_and_only_by_who_owes_it(cast: Cast, sign_in: SignIn) -> None:
    duty = owed(cast.tom, a_case(cast.tom), 0)
    tom, ewa = sign_in(cast.tom), sign_in(cast.ewa)

    ewa.post(f"/duties/{duty.id}/done/")
    assert Duty.objects.get(id=duty.id).state == "open"
    done = tom.post(f"/duties/{duty.id}/done/", follow=True)

    assert "Done, and off the list" in words(done)
    assert Duty.objects.get(id=duty.id).state == "done"


def test_no_group_starts_with_more_than_fifteen_lines(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    for _ in range(17):
        owed(cast.tom, reference, 3, about=uuid4())

    assert "And 2 more" in words(page_of(sign_in(cast.tom), "/"))


def test_an_enquiry_waits_for_the_lead(cast: Cast, sign_in: SignIn) -> None:
    take_call(
        cast.joan.actor,
        CallDetails(issues=("transport",), named=NamedCaller(name="Ruth", phone="01632 960001")),
    )

    assert "enquiries/" in words(page_of(sign_in(cast.maryam), "/"))


def test_another_services_work_is_not_on_it(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    here, there = gather("rotherham"), gather("coventry")
    owed(here.tom, a_case(here.tom), 0)

    assert "Marta" not in words(page_of(sign_in(there.tom), "/"))


def test_a_concern_nobody_has_read_stands_on_top(cast: Cast, sign_in: SignIn) -> None:
    for _ in range(16):
        owed(cast.maryam, a_case(cast.maryam), -1, about=uuid4())
    raise_concern(cast.tom.actor, "Sam is afraid of going home.")

    day = my_day(cast.maryam.actor)

    assert [line.duty.kind for line in day.groups[0].lines[:2]] == ["read_concern", "tell_lead"]
    page = words(page_of(sign_in(cast.maryam), "/"))
    assert page.index("Read the concern") < page.index("was due")


def test_what_has_no_day_is_not_said_to_wait_for_closing(cast: Cast, sign_in: SignIn) -> None:
    duty = owed(cast.tom, a_case(cast.tom), 0)
    Duty.objects.filter(id=duty.id).update(due_on=None)

    day = words(page_of(sign_in(cast.tom), "/"))

    assert "Without a set day" in day
    assert "Before a case is closed" not in day
