"""What is said aloud at a first contact stands wherever a tick says that it was."""

from collections.abc import Callable

import pytest

from inconfidence.cases.queries import statement
from tests.cases.browser import send
from tests.cases.family import a_case
from tests.cast import Cast
from tests.disclosure.family import SERVICES
from tests.disclosure.pages import SignIn, page_of, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", SERVICES)
def test_the_words_stand_beside_each_tick(gather: Callable[[str], Cast], sign_in: SignIn, slug: str) -> None:
    cast = gather(slug)
    reference = a_case(cast.tom)
    tom = sign_in(cast.tom)
    for path in ("/calls/new/", "/cases/new/", f"/cases/{reference}/begin/"):
        page = words(page_of(tom, path))
        assert all(sentence in page for sentence in statement(cast.tom.actor)), path


def test_a_page_that_comes_back_has_them_too(cast: Cast, sign_in: SignIn) -> None:
    page = words(send(sign_in(cast.tom), "/calls/new/", note="Rings from home."))

    assert statement(cast.tom.actor)[0] in page


def test_it_says_that_we_take_no_side(cast: Cast) -> None:
    assert any("take no side" in sentence for sentence in statement(cast.tom.actor))
