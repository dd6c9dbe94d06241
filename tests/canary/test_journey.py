"""Nothing that anybody types is stored, logged or left lying where it could be read."""

from contextlib import ExitStack, suppress

import pytest
from django.apps import apps
from django.db import connection
from pytest_django import Settings

from inconfidence.cases.models import Case
from inconfidence.vault import files, subjects
from inconfidence.vault.models import StoredFile
from inconfidence.vault.sealed import Place
from inconfidence.vault.subjects import Kind
from tests.canary import crawl
from tests.canary.breaking import HOW_MANY, POINTS, broken
from tests.canary.day import Day
from tests.canary.journey import shown
from tests.canary.opened import NOT_WRITTEN, Opened, sealed_fields
from tests.canary.stored import found_keys, rows, stands_in
from tests.canary.typist import PLAIN, Notes
from tests.house.routes import routes
from tests.team.test_kept import read_only

# Made from the service's name.
SLUG = "editions_service.slug"


def every_field_was_typed_into(notes: Notes) -> None:
    """No form has a field for words that this journey left out, and no page was passed by."""
    assert notes.untyped() == []
    assert {route.pattern for route in routes()} - notes.routes == set()


def plain_is_what_says_so(notes: Notes) -> None:
    """What is plain by design stands in the very column that says why, and nowhere else."""
    for (page, name), label in PLAIN.items():
        model, _, column = label.rpartition(".")
        declared = apps.get_model(model)._meta.get_field(column)
        assert str(getattr(declared, "help_text", "")).startswith("plain: "), label
        stored = " ".join(map(str, apps.get_model(model)._default_manager.values_list(column, flat=True)))
        typed = notes.typed_at(page, name)
        assert any(word in stored for word in typed), f"{page} {name} need not be plain: it is not stored so"
    written = {label.lower().replace(".", "_", 1) for label in PLAIN.values()} | {SLUG}
    assert stands_in(notes.canaries.plain, rows()) == written


def every_sealed_column_held_a_canary(day: Day) -> dict[str, bytes]:
    """Opened with the right key each gives back what was typed, or a key; those keys are answered by name."""
    opened, secret = Opened(day.journey), day.journey.notes.canaries.secret
    words, keys = opened.words(), opened.keys()
    assert set(words) | set(keys) | NOT_WRITTEN == set(sealed_fields())
    assert [label for label, texts in words.items() if not any(secret in text for text in texts)] == []
    assert [label for label, found in keys.items() if not found] == []
    for label in NOT_WRITTEN:
        model, column = sealed_fields()[label]
        assert not model._default_manager.filter(**{f"{column.name}__isnull": False}).exists(), label
    return {f"{label} {at}": key for label, found in keys.items() for at, key in enumerate(found)}


def every_sealed_file_held_a_canary(day: Day) -> None:
    """Each document opens to what was uploaded."""
    key = subjects.open_key(Opened(day.journey).lead, Kind.case, Case.objects.get().id)
    stored = StoredFile.objects.all()
    assert len(stored) >= 3
    for row in stored:
        data = files.get(key, Place(row.table, row.column, row.row, row.version))
        assert day.journey.notes.canaries.secret.encode() in data


def test_nothing_that_is_typed_lies_open_anywhere(day: Day) -> None:
    journey = day.journey
    journey.begin()
    journey.work()
    crawl.everywhere(journey, journey.visitor, journey.desk, journey.worker, journey.lead)
    crawl.wrong_turns(journey)
    every_field_was_typed_into(journey.notes)
    keys = every_sealed_column_held_a_canary(day)
    every_sealed_file_held_a_canary(day)
    plain_is_what_says_so(journey.notes)
    day.look("in the middle of the day")
    journey.time_out()
    with ExitStack() as stack:
        journey.refused(lambda: stack.enter_context(read_only()), stack.close)
    assert day.looked >= 5
    assert day.leaks() == []
    assert found_keys(keys | journey.notes.secrets, day.traces()) == []
    journey.end()
    assert day.leaks() == []


@pytest.mark.usefixtures("wall_clock")
def test_fifty_faults_say_nothing(day: Day, settings: Settings) -> None:
    journey = day.journey
    journey.begin()
    journey.start()
    page = shown(journey.worker.open(f"{journey.case}notes/new/"))
    fallen = []
    for debug in (True, False):
        settings.DEBUG = debug
        for number in range(HOW_MANY):
            words = journey.notes.canaries.mint(f"fault {number}")
            with broken(number, words) as fell, suppress(Exception):
                journey.worker.again(page)
                journey.worker.open(journey.case)
            connection.close()
            fallen.append(bool(fell))
    assert all(fallen), [n % HOW_MANY for n, f in enumerate(fallen) if not f]
    assert len(fallen) >= 50
    assert len(POINTS) <= HOW_MANY
    assert len(day.written.getvalue().splitlines()) >= 40
    assert day.leaks() == []
