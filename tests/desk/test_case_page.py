"""The case page: everything about one case on one page, for one event in the record."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inconfidence.audit.models import Event
from inconfidence.cases.actions import NoteDetails, add_note
from inconfidence.cases.queries import OpenCase, open_case_for
from tests.cast import Cast
from tests.conftest import Clock
from tests.disclosure.family import Family, a_family
from tests.disclosure.pages import SignIn, asked, page_of, press, without_token, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(cast: Cast, clock: Clock) -> Family:
    found = a_family(cast.tom)
    clock.forward(minutes=1)
    return found


def test_it_says_the_four_things_and_holds_the_whole_timeline(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)
    press(tom, "share", asked(tom, family), family)

    page = words(page_of(tom, f"/cases/{family.reference}/"))

    assert "10–2 on weekdays" in page
    assert "SENCO, about the annual review" in page
    assert "Due next" in page
    assert f"/cases/{family.reference}/share/?item={family.item}" in page
    assert f"/cases/{family.reference}/share/?person={family.senco}" in page
    for kind in ("note", "consent", "shared"):
        assert f"timeline__entry--{kind}" in page


def test_looking_is_one_event(cast: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    door = open_case_for(cast.tom.actor, family.reference, look=None)
    assert isinstance(door, OpenCase)
    before = Event.objects.filter(actor_id=cast.tom.id).count()

    page_of(tom, f"/cases/{family.reference}/")

    assert Event.objects.filter(actor_id=cast.tom.id).count() == before + 1
    assert Event.objects.filter(about=door.case_id, act="case_seen").exists()


def test_fifty_notes_cost_no_more_questions_to_the_database_than_one(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)
    page_of(tom, f"/cases/{family.reference}/")
    with CaptureQueriesContext(connection) as few:
        page_of(tom, f"/cases/{family.reference}/")
    for number in range(50):
        add_note(cast.tom.actor, family.reference, NoteDetails(f"Call number {number}"))
    with CaptureQueriesContext(connection) as many:
        page_of(tom, f"/cases/{family.reference}/")

    # What holds for a second, such as who is who, may be asked again in one of the two.
    assert len(many) <= len(few) + 2


@pytest.mark.parametrize("who", ["ewa", "joan", "vik"])
def test_who_is_not_on_it_gets_the_page_of_a_wrong_address(
    cast: Cast, family: Family, sign_in: SignIn, who: str
) -> None:
    client = sign_in(getattr(cast, who))

    here, nowhere = client.get(f"/cases/{family.reference}/"), client.get("/cases/2222-2222/")

    assert here.status_code == 404
    assert without_token(here) == without_token(nowhere)


def test_a_lead_says_why_first(cast: Cast, family: Family, sign_in: SignIn) -> None:
    answer = sign_in(cast.maryam).get(f"/cases/{family.reference}/")

    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/cases/{family.reference}/reason/")


def test_another_services_lead_gets_nothing(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    family = a_family(gather("rotherham").tom)

    assert sign_in(gather("coventry").maryam).get(f"/cases/{family.reference}/").status_code == 404
