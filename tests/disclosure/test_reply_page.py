"""The reply to "do you know this family?": the same bytes for everybody, and nothing is looked up."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from inconfidence.audit.models import Event
from inconfidence.disclosure.forms import CALLERS
from tests.cast import Cast
from tests.disclosure.family import SERVICES, a_family
from tests.disclosure.pages import SignIn, page_of, without_token, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", SERVICES)
def test_every_caller_hears_the_same_and_staff_see_the_clause(
    gather: Callable[[str], Cast], sign_in: SignIn, slug: str
) -> None:
    joan = sign_in(gather(slug).joan)
    said = set()
    for caller, _ in CALLERS:
        page = words(joan.post("/reply/", {"caller": caller, "once": str(uuid4())}))
        said.add(page.split("data-reply>")[1].split("</p>")[0])
        assert "data-clause=" in page

    assert len(said) == 1


def test_the_page_is_the_same_whether_or_not_there_is_such_a_family(cast: Cast, sign_in: SignIn) -> None:
    joan = sign_in(cast.joan)
    sent = {"caller": "relative", "once": str(uuid4())}

    before = joan.post("/reply/", sent)
    a_family(cast.tom)
    after = joan.post("/reply/", sent | {"once": str(uuid4())})

    def plain(text: str) -> str:
        return text.split('name="once"', maxsplit=1)[0]

    assert plain(without_token(before)) == plain(without_token(after))


def test_that_it_was_asked_is_recorded(cast: Cast, sign_in: SignIn) -> None:
    joan = sign_in(cast.joan)

    joan.post("/reply/", {"caller": "relative", "once": str(uuid4())})

    assert Event.objects.filter(act="disclosure_refused", actor_id=cast.joan.id).count() == 1


def test_nobody_is_asked_for_a_name(cast: Cast, sign_in: SignIn) -> None:
    page = words(page_of(sign_in(cast.joan), "/reply/"))

    assert 'type="text"' not in page
    assert "textarea" not in page
