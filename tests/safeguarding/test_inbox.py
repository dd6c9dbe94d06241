"""The leads' inbox: read by leads of this service, taken on with one press, and every look recorded."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from inconfidence.audit.models import Event
from inconfidence.duties.queries import due_for
from inconfidence.safeguarding import actions
from tests.cast import Cast
from tests.disclosure.pages import SignIn, page_of, without_token, words

pytestmark = pytest.mark.django_db
SAID = "The boy says that nobody is home at night."


def test_a_lead_reads_it_and_takes_it_on(cast: Cast, sign_in: SignIn) -> None:
    concern = actions.raise_concern(cast.tom.actor, SAID, "2345-6789")
    maryam = sign_in(cast.maryam)

    inbox = words(page_of(maryam, "/concerns/"))
    one = words(page_of(maryam, f"/concerns/{concern}/"))
    taken = maryam.post(f"/concerns/{concern}/", {"once": str(uuid4())}, follow=True)

    assert SAID not in inbox
    assert SAID in one
    assert "case 2345-6789" in one
    assert "Maryam Sesay took it on" in words(taken)
    assert {duty.kind for duty in due_for(cast.maryam.actor) if duty.about == concern} == {"tell_hearers"}
    assert [duty for duty in due_for(cast.tom.actor) if duty.about == concern] == []
    acts = set(Event.objects.filter(actor_id=cast.maryam.id).values_list("act", flat=True))
    assert {"concerns_listed", "concern_seen", "duty_done"} <= acts


@pytest.mark.parametrize("who", ["ewa", "joan", "vik"])
def test_nobody_else_finds_an_inbox(cast: Cast, sign_in: SignIn, who: str) -> None:
    concern = actions.raise_concern(cast.tom.actor, SAID)
    client = sign_in(getattr(cast, who))

    pages = [client.get(path) for path in ("/concerns/", f"/concerns/{concern}/", "/no-such-page/")]

    assert [page.status_code for page in pages] == [404, 404, 404]
    assert len({without_token(page) for page in pages}) == 1


def test_whoever_raised_it_finds_it_and_no_inbox(cast: Cast, sign_in: SignIn) -> None:
    concern = actions.raise_concern(cast.tom.actor, SAID)
    tom = sign_in(cast.tom)

    assert tom.get("/concerns/").status_code == 404
    assert tom.get(f"/concerns/{concern}/close/").status_code == 404
    assert "What you wrote is with the leads" in words(page_of(tom, f"/concerns/{concern}/"))


def test_another_services_lead_has_no_such_concern(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    here, there = gather("rotherham"), gather("coventry")
    concern = actions.raise_concern(here.tom.actor, SAID)
    maryam = sign_in(there.maryam)

    assert maryam.get(f"/concerns/{concern}/").status_code == 404
    assert maryam.post(f"/concerns/{concern}/", {"once": str(uuid4())}).status_code == 404
    assert "No concern has been raised" in words(page_of(maryam, "/concerns/"))
