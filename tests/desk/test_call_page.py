"""The quick call: anonymous is where it starts, and four presses from the home page save it."""

from uuid import uuid4

import pytest

from inconfidence.cases.queries import enquiries
from inconfidence.people.models import Card
from tests.cast import Cast
from tests.disclosure.pages import SignIn, page_of, words

pytestmark = pytest.mark.django_db


def test_a_call_without_a_name_makes_no_person(cast: Cast, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    start = words(page_of(tom, "/calls/new/"))
    sent = {
        "note": "How does an appeal work?",
        "issue": "tribunal_sen",
        "method": "phone",
        "caller_kind": "anonymous",
        "once": str(uuid4()),
    }

    saved = tom.post("/calls/new/", sent, follow=True)

    assert 'value="anonymous" checked' in " ".join(start.split())
    assert "The call is saved" in words(saved)
    assert not Card.objects.exists()
    assert [row.named for row in enquiries(cast.tom.actor)] == [False]


def test_a_call_without_a_matter_is_shown_again_with_its_note(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in(cast.tom).post("/calls/new/", {"note": "A long story", "once": str(uuid4())})

    assert answer.status_code == 200
    assert "A long story" in words(answer)
    assert enquiries(cast.tom.actor) == []


def test_a_volunteer_takes_no_calls(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.vik).get("/calls/new/").status_code == 404
