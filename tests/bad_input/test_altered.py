"""A ciphertext that was moved or of which one bit was changed: one page, an alarm, no content."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from inconfidence.vault.sealed import SealedField
from tests.canary.browsers import Answer
from tests.canary.day import Day
from tests.canary.journey import Journey
from tests.canary.typist import Typist

EVENT = re.compile(r"\b[0-9a-f]{8}\b")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')

# A sealed column, and a page on which it is opened.
READ: dict[str, Callable[[Journey], tuple[Typist, str]]] = {
    "people.Card.record": lambda j: (j.worker, j.case),
    "cases.Case.record": lambda j: (j.worker, j.case),
    "cases.Case.heading": lambda j: (j.worker, "/cases/"),
    "cases.Involved.record": lambda j: (j.worker, f"{j.case}people/"),
    "cases.Item.record": lambda j: (j.worker, j.case),
    "cases.Reason.record": lambda j: (j.lead, f"{j.case}looks/"),
    "cases.Enquiry.record": lambda j: (j.lead, "/enquiries/"),
    "cases.Enquiry.own_record": lambda j: (j.worker, "/enquiries/"),
    "consent.Entry.record": lambda j: (j.worker, f"{j.case}consent/"),
    "disclosure.Disclosure.record": lambda j: (j.worker, f"{j.case}ledger/"),
    "disclosure.Danger.record": lambda j: (j.worker, f"{j.case}share/"),
    "disclosure.Question.record": lambda j: (j.worker, f"{j.case}share/?asked={j.question}"),
    "disclosure.Question.verdict": lambda j: (j.worker, f"{j.case}share/?asked={j.question}"),
    "safeguarding.Concern.record": lambda j: (j.lead, f"/concerns/{j.concern}/"),
    "safeguarding.Entry.record": lambda j: (j.lead, f"/concerns/{j.concern}/"),
    "safeguarding.Entry.own_record": lambda j: (j.worker, f"/concerns/{j.concern}/"),
}


def altered(label: str) -> list[tuple[Any, bytes]]:
    """Change one bit of every value of this column; what stood there before, by row."""
    model, _, column = label.rpartition(".")
    before = []
    for row in apps.get_model(model)._default_manager.filter(**{f"{column}__isnull": False}):
        raw = getattr(row, column).raw
        before.append((row.pk, raw))
        _write(label, row.pk, raw[:-1] + bytes([raw[-1] ^ 1]))
    return before


def moved(label: str) -> list[tuple[Any, bytes]]:
    """Put every row's value into another row; where there is but one, a note's value takes its place."""
    before = altered(label)
    strange = [raw for _, raw in before[1:] + before[:1]]
    if len(before) == 1:
        strange = [apps.get_model("cases.Item")._default_manager.all()[0].record.raw]
    for (row, _), raw in zip(before, strange, strict=True):
        _write(label, row, raw)
    return before


def _write(label: str, row: Any, raw: bytes) -> None:
    model, _, column = label.rpartition(".")
    quote = connection.ops.quote_name
    adapted = apps.get_model(model)._meta.pk.get_db_prep_value(row, connection)
    table = apps.get_model(model)._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {quote(table)} SET {quote(column)} = %s WHERE id = %s", [raw, adapted])


def page(answer: Answer) -> tuple[int, str]:
    """What a page says between header and footer, but for the number of the event and the token."""
    main = answer.text[answer.text.index("<main") : answer.text.index("</main>")]
    return answer.status, EVENT.sub("…", TOKEN.sub("…", main))


def test_one_page_an_alarm_and_no_content(day: Day) -> None:
    journey = day.journey
    journey.begin()
    journey.work()
    shown, alarms = {}, day.folders[0] / "alarms"
    for label, where in READ.items():
        for change in (altered, moved):
            who, path = where(journey)
            assert who.open(path).status == 200, label
            before, rung = change(label), alarms.read_bytes().count(b"\n") if alarms.exists() else 0
            answer = who.open(path)
            for row, raw in before:
                _write(label, row, raw)
            shown[label, change.__name__] = page(answer)
            assert alarms.read_bytes().count(b"\n") > rung, (label, change.__name__)
            assert journey.notes.canaries.secret not in answer.text, (label, change.__name__)
    assert {said for said, _ in shown.values()} == {500}
    assert len({text for _, text in shown.values()}) == 1, "the same words, whatever could not be opened"
    assert day.leaks() == []


@pytest.mark.parametrize("label", READ)
def test_the_list_names_sealed_columns(label: str) -> None:
    model, _, column = label.rpartition(".")
    assert isinstance(apps.get_model(model)._meta.get_field(column), SealedField)
