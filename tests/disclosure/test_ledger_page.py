"""What was shared, as its page shows it; what was refused beside it, for leads."""

import pytest

from inconfidence.audit.acts import Act
from inconfidence.audit.queries import events_about
from inconfidence.cases.queries import OpenCase, open_case_for
from tests.cast import Cast
from tests.conftest import Clock
from tests.disclosure.family import Family, a_family
from tests.disclosure.pages import SignIn, asked, page_of, press, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(cast: Cast, clock: Clock) -> Family:
    found = a_family(cast.tom)
    clock.forward(minutes=1)
    return found


def test_it_says_to_whom_what_when_how_and_on_which_clause(
    cast: Cast, family: Family, sign_in: SignIn
) -> None:
    tom = sign_in(cast.tom)
    press(tom, "share", asked(tom, family), family)

    page = words(page_of(tom, f"/cases/{family.reference}/ledger/"))

    assert "SENCO – Kit Vale, Brook Lane School" in page
    assert "to plan the morning of the review" in page
    assert "Friday 20 November 2026, by phone, by Tom Aldridge" in page
    assert "/policy/CU-" in page


def test_what_was_refused_is_for_leads(cast: Cast, family: Family, sign_in: SignIn) -> None:
    tom, maryam = sign_in(cast.tom), sign_in(cast.maryam)
    asked(tom, family, who="other", kind="la_send_officer", name="Ros Marsh")
    maryam.post(f"/cases/{family.reference}/reason/", {"words": "Supervision", "once": family.item})

    worker = words(page_of(tom, f"/cases/{family.reference}/ledger/"))
    lead = words(page_of(maryam, f"/cases/{family.reference}/ledger/"))

    assert "Ros Marsh" not in worker
    assert "Ros Marsh" in lead
    assert 'data-outcome="refuse"' in lead


def test_looking_at_it_is_a_look(cast: Cast, family: Family, sign_in: SignIn) -> None:
    page_of(sign_in(cast.tom), f"/cases/{family.reference}/ledger/")

    door = open_case_for(cast.tom.actor, family.reference, look=None)
    assert isinstance(door, OpenCase)
    assert events_about(cast.service_id, door.case_id)[0].act == Act.ledger_seen


@pytest.mark.parametrize("who", ["ewa", "joan", "vik"])
def test_it_is_not_there_for_who_is_not_on_the_case(
    cast: Cast, family: Family, sign_in: SignIn, who: str
) -> None:
    assert sign_in(getattr(cast, who)).get(f"/cases/{family.reference}/ledger/").status_code == 404
