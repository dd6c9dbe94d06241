"""The timeline is drawn by hand, so every value in it is tried with what must not come through."""

from dataclasses import fields
from datetime import UTC, datetime

import pytest
from django.template import Context, Template

from inconfidence.desk.queries import Moment

BAD = """"><script>alert('x')</script>&"""
PLAIN = Moment(
    kind="note",
    title="Phone call",
    when="Friday 20 November 2026",
    by="Tom",
    body="One\nTwo",
    anchor="item-1",
    href="/cases/2345-6789/documents/1/",
    share="/cases/2345-6789/share/?item=1",
    order=datetime(2026, 11, 20, tzinfo=UTC),
)


def drawn(moment: Moment) -> str:
    return Template("{% load moments %}{% moments found %}").render(Context({"found": [moment]}))


@pytest.mark.parametrize("name", [field.name for field in fields(Moment) if field.name != "order"])
def test_nothing_that_was_typed_becomes_a_tag(name: str) -> None:
    page = drawn(Moment(**{field.name: getattr(PLAIN, field.name) for field in fields(Moment)} | {name: BAD}))

    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_lines_stay_lines_and_an_entry_leads_to_the_question() -> None:
    page = drawn(PLAIN)

    assert "One<br>Two" in page
    assert 'href="/cases/2345-6789/share/?item=1"' in page
