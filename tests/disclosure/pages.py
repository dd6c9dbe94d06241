"""Pages as a signed-in client sees them."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.test import Client

from tests.cast import Person
from tests.disclosure.family import Family, hidden, typed

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

SignIn = Callable[[Person], Client]


def page_of(client: Client, address: str) -> "Page":
    """The page at this address, which is there."""
    page = client.get(address)
    assert page.status_code == 200, page.content.decode()
    return page


def words(page: "Page") -> str:
    """A page's text."""
    return page.content.decode()


def where(answer: "Page") -> str:
    """The address a page was drawn for."""
    return f"{answer.request['PATH_INFO']}?{answer.request['QUERY_STRING']}"


def without_token(page: "Page") -> str:
    """The page without the mark that is made anew at every drawing."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page.content.decode())


def asked(client: Client, family: Family, **changes: str | list[str]) -> "Page":
    """The page that answers this question."""
    address = f"/cases/{family.reference}/share/"
    once = hidden(page_of(client, address), "once")
    answer = client.post(address, typed(family, once=once, **changes), follow=True)
    assert answer.status_code == 200
    return answer


def press(client: Client, button: str, answer: "Page", family: Family, **changes: str | list[str]) -> "Page":
    """What comes of pressing this button on the page of an answer."""
    form = typed(family, press=button, once=hidden(answer, "once"), shown=hidden(answer, "shown"))
    day = {"how": "telephone", "on_day": "20", "on_month": "11", "on_year": "2026"}
    return client.post(where(answer), form | day | changes, follow=True)
