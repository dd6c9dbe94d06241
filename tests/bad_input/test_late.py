"""Every form that is sent after time-out comes back with every word in it; nothing of it is written meanwhile."""

import html

import pytest

from inconfidence.team.cookies import SITTING
from tests.canary.crawl import addresses
from tests.canary.day import Day
from tests.canary.journey import Journey, done, shown
from tests.canary.pages import Form, forms_of
from tests.canary.typist import Typist, route_of
from tests.conftest import Clock

# What nobody wants back: it is asked again.
SECRETS = frozenset({"password", "old_password", "new_password", "again", "code"})

# A concern goes to the leads at once, and is not given back to whoever raised it.
TO_THE_LEADS = "concern/"

# Sent by whoever holds a slip, signed in or not: there is no time to run out.
BY_SLIP = "activate/"


def lost(who: Typist, address: str, form: Form, clock: Clock) -> list[str]:
    """Send this form a quarter of an hour too late; the fields whose words do not come back after the password."""
    page = shown(who.open(address))
    clock.forward(minutes=16)
    answer = done(who.send(page, form, {}))
    typed = {name: values for name, values in who.notes.sent[-1].fields.items() if name not in SECRETS}
    back = shown(
        who.open(done(who.fill(answer.location, {"password": who.password}, has="password")).location)
    )
    assert who.browser.cookie(SITTING)
    text = html.unescape(back.text)
    words = {c.name for c in form.typed if c.kind not in {"file", "password"}} & set(typed)
    return [name for name in words if not all(str(value) in text for value in typed[name])]


def forms_with_words(journey: Journey) -> list[tuple[Typist, str, Form]]:
    """One form of each address that takes words, with somebody who can open it."""
    found: dict[str, tuple[Typist, str, Form]] = {}
    for who in (journey.worker, journey.lead):
        for path in addresses(journey):
            page = who.open(path)
            for form in forms_of(page.text):
                route = route_of(form.action or page.address)
                if (
                    page.status == 200
                    and form.method == "post"
                    and form.typed
                    and route not in {TO_THE_LEADS, BY_SLIP}
                ):
                    found.setdefault(route, (who, page.address, form))
    return list(found.values())


# One after the other: a quarter of an hour for each form, and a sitting lasts twelve hours.
@pytest.mark.usefixtures("wall_clock")
@pytest.mark.parametrize("half", [0, 1])
def test_whatever_is_sent_too_late_comes_back_whole(day: Day, wall_clock: Clock, half: int) -> None:
    journey = day.journey
    journey.begin()
    journey.work()
    forms = forms_with_words(journey)[half::2]
    assert 15 <= len(forms) <= 40
    failed = {}
    for who, path, form in forms:
        for other in (journey.worker, journey.lead):
            if "/reopen/" in (page := other.open("/")).address:
                done(other.again(page, {"password": other.password}, has="password"))
        if missing := lost(who, path, form, wall_clock):
            failed[path] = missing
    assert failed == {}
