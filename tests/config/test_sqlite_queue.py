"""The queue before SQLite's one writer: nobody is refused, nobody is left holding it."""

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler, OperationalError

from inconfidence.config.sqlite3 import base

pytestmark = pytest.mark.django_db
THREADS, ROUNDS = 8, 12
Work = Callable[[BaseDatabaseWrapper], None]


@pytest.fixture
def file(tmp_path: Path) -> ConnectionHandler:
    """A database file of its own, whatever engine the suite runs on."""
    sqlite3.connect(tmp_path / "queue.db").execute("PRAGMA journal_mode=WAL").close()
    options = {"transaction_mode": "IMMEDIATE", "timeout": 0}
    there = {"ENGINE": "inconfidence.config.sqlite3", "NAME": str(tmp_path / "queue.db"), "OPTIONS": options}
    handler = ConnectionHandler({"default": there})
    with handler["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE line (word text)")
    return handler


def begin(connection: BaseDatabaseWrapper) -> None:
    """Begin a transaction as `atomic` does."""
    connection.ensure_connection()
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def put(connection: BaseDatabaseWrapper) -> None:
    """Write a line in a transaction; without the queue the second writer would be refused at once."""
    begin(connection)
    connection.cursor().execute("INSERT INTO line VALUES ('one')")
    connection.commit()
    connection.set_autocommit(True)


def lines(handler: ConnectionHandler) -> int:
    """How many lines are in the file."""
    with handler["default"].cursor() as cursor:
        return int(cursor.execute("SELECT count(*) FROM line").fetchone()[0])


def in_threads(handler: ConnectionHandler, work: Work, count: int) -> list[BaseException]:
    """Run `work` in threads, each with a connection of its own; answers what they raised."""
    raised: list[BaseException] = []

    def run() -> None:
        connection = handler["default"]
        try:
            work(connection)
        except OperationalError as error:
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_many_writers_all_write(file: ConnectionHandler) -> None:
    def often(connection: BaseDatabaseWrapper) -> None:
        for _ in range(ROUNDS):
            put(connection)

    assert in_threads(file, often, THREADS) == []
    assert lines(file) == THREADS * ROUNDS


def test_what_is_rolled_back_gives_its_turn_back(file: ConnectionHandler) -> None:
    def fail(connection: BaseDatabaseWrapper) -> None:
        begin(connection)
        connection.cursor().execute("INSERT INTO line VALUES ('never')")
        connection.rollback()

    assert in_threads(file, fail, THREADS) == []
    assert lines(file) == 0


def test_a_connection_closed_in_the_middle_gives_its_turn_back(file: ConnectionHandler) -> None:
    assert in_threads(file, begin, THREADS) == []
    put(file["default"])
    assert lines(file) == 1


def test_a_stranger_who_writes_is_met_by_sqlite_itself(file: ConnectionHandler, tmp_path: Path) -> None:
    stranger = sqlite3.connect(tmp_path / "queue.db", isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError):
        put(file["default"])
    stranger.close()
    assert in_threads(file, put, 1) == []


def test_those_in_the_queue_do_not_each_wait_anew_for_a_stranger(
    file: ConnectionHandler, tmp_path: Path
) -> None:
    file.settings["default"]["OPTIONS"]["timeout"] = 0.6
    stranger = sqlite3.connect(tmp_path / "queue.db", isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    assert len(in_threads(file, put, 4)) == 4
    assert time.monotonic() - began < 4 * 0.6
    stranger.close()
    assert in_threads(file, put, 1) == []


def test_a_page_is_kept_rather_than_left_standing() -> None:
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        assert database["OPTIONS"]["timeout"] <= 5


def test_waiting_has_an_end(file: ConnectionHandler, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "LONGEST", 0.05)
    begin(file["default"])
    (raised,) = in_threads(file, put, 1)
    assert isinstance(raised, OperationalError)
    file["default"].rollback()
    assert in_threads(file, put, 1) == []
