"""Every form that writes, sent twice with the same token: written once, and said so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from django.apps import apps

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from tests.canary.browsers import Answer
from tests.canary.crawl import addresses
from tests.canary.day import Day
from tests.canary.pages import forms_of
from tests.canary.typist import Typist, route_of

# What looking leaves, and refusing: nobody's words, and no row of anything else.
LOOKING = frozenset(act for act in Act if act.endswith(("_seen", "_listed"))) | {
    Act.letter_looked_at,
    Act.double_submit,
    Act.stale_form,
    Act.case_refused,
    Act.casework_refused,
    Act.joining_refused,
    Act.records_refused,
}

# Rows that any request may write: who sits where, and the chains' own counters.
OF_ITSELF = frozenset({"team.Sitting", "audit.Chain", "audit.Event"})


def counts() -> dict[str, int]:
    """How many rows each table has; of the record of acts those that are not about looking."""
    found = {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.label not in OF_ITSELF
    }
    return found | {"acts": Event.objects.exclude(act__in=LOOKING).count()}


@dataclass
class Doubling:
    """Sends every form again and compares."""

    routes: set[str] = field(default_factory=set)
    wrote: set[str] = field(default_factory=set)

    def __call__(
        self, who: Typist, path: str, data: Mapping[str, list[object]], before: dict[str, int]
    ) -> None:
        """The same form, the same token."""
        if "once" not in data:
            return
        after = counts()
        again = who.send_fields(path, data)  # type: ignore[arg-type]
        assert again.status in {200, 302, 404}, (path, again.status)
        assert counts() == after, path
        self.routes.add(route_of(path))
        if after != before:
            self.wrote.add(route_of(path))


def test_every_form_that_writes_is_written_once(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    doubling = Doubling()
    send = Typist.send

    def twice(self: Typist, answer: Answer, form: object, values: object, *, good: bool = True) -> Answer:
        before = counts()
        first = send(self, answer, form, values, good=good)  # type: ignore[arg-type]
        sent = self.notes.sent[-1]
        if good and first.status != 503:
            doubling(self, sent.path, sent.fields, before)  # type: ignore[arg-type]
        return first

    monkeypatch.setattr(Typist, "send", twice)
    day.journey.begin()
    day.journey.work()
    for who in (day.journey.worker, day.journey.lead):
        for path in list(addresses(day.journey)):
            page = who.open(path)
            for form in forms_of(page.text):
                if route_of(form.action or page.address) in day.journey.notes.tokens - doubling.routes:
                    who.send(page, form, {})
    assert day.journey.notes.tokens - doubling.routes == set()
    assert len(doubling.wrote) >= 15
