"""What the database itself writes down when it refuses a row: that it refused, never what."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from inconfidence.vault.ids import new_id
from tests.canary.stored import leaks, postgres_log
from tests.canary.words import Canaries
from tests.vault.keys import first_lead

pytestmark = pytest.mark.django_db(transaction=True)

# Each refuses the row for another reason, with the canary in it.
REFUSED = (
    "INSERT INTO canary_refused (name, other) VALUES (%s, 'a')",
    "INSERT INTO canary_refused (name, other) VALUES (%s, 'other')",
    "INSERT INTO canary_refused (name, other) VALUES (%s, NULL)",
    "INSERT INTO canary_refused (name, other, parent) VALUES (%s || '2', 'b', 77)",
    "UPDATE vault_personkey SET private = CAST(%s AS {bytes})",
)


def refuse(canaries: Canaries) -> list[str]:
    """Make the database refuse a row in every way; what it answered the program."""
    said = []
    name = canaries.mint("a refused row")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE canary_refused (id integer, name varchar(60) UNIQUE, other text NOT NULL"
            " CHECK (other <> 'other'), parent integer REFERENCES canary_parent (id))"
        )
        cursor.execute("INSERT INTO canary_refused (name, other) VALUES (%s, 'first')", [name])
        for statement in REFUSED:
            kind = "bytea" if connection.vendor == "postgresql" else "blob"
            try:
                with transaction.atomic():
                    cursor.execute(
                        statement.format(bytes=kind), [name.encode() if "bytes" in statement else name]
                    )
            except DatabaseError as refusal:
                said.append(type(refusal).__name__)
        cursor.execute("DROP TABLE canary_refused")
    return said


@pytest.fixture(autouse=True)
def parent() -> Iterator[None]:
    """A table to refer to."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE canary_parent (id integer PRIMARY KEY)")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE canary_parent")


def test_a_refused_row_is_not_written_down(data_folder: Path) -> None:
    canaries = Canaries()
    first_lead(new_id())
    said = refuse(canaries)
    assert len(said) == len(REFUSED)
    assert leaks(canaries, postgres_log()) == []
    for _, log in postgres_log():
        assert b"duplicate key value violates unique constraint" in log
        assert b"violates check constraint" in log


def test_a_talkative_log_would_be_noticed(data_folder: Path) -> None:
    canaries = Canaries()
    first_lead(new_id())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET log_error_verbosity = 'default'")
    refuse(canaries)
    connection.close()
    assert bool(leaks(canaries, postgres_log())) is (connection.vendor == "postgresql")
