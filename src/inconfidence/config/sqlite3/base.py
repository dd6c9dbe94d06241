"""SQLite whose writers stand in a queue instead of sleeping.

Every page records what was looked at, so reads write too. SQLite lets one connection write at a time; whoever
comes second sleeps for up to a tenth of a second and tries again, while both processors idle. Here the next
writer begins as soon as the one before has committed: threads of a process wait on a lock, and one thread of each
process waits for the lock file beside the database.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

LONGEST = 20.0
PAUSE = 0.0005
PATIENT = 0.2

# One for each database file; `setdefault` on a dict is a single step for all threads.
_turns: dict[str, threading.Lock] = {}


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that takes its turn before it begins to write, and gives it back when it is done."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._turn = threading.Lock()
        self._queue: int | None = None
        self._writes = False

    def _start_transaction_under_autocommit(self) -> None:
        began = time.monotonic()
        self._take_turn()
        try:
            with self._patience(time.monotonic() - began):
                super()._start_transaction_under_autocommit()  # type: ignore[misc]  # the stubs leave it out
        except BaseException:
            self._give_back()
            raise

    @contextmanager
    def _patience(self, waited: float) -> Iterator[None]:
        """Count the time in the queue against SQLite's own wait for a stranger, which each in turn would begin anew."""
        if waited < PATIENT:
            yield
            return
        usual = float(self.settings_dict["OPTIONS"].get("timeout", 5))
        self._wait_at_most(max(PATIENT, usual - waited))
        try:
            yield
        finally:
            self._wait_at_most(usual)

    def _wait_at_most(self, seconds: float) -> None:
        if self.connection is not None:
            self.connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]  # as above
        finally:
            # A commit that SQLite refused leaves the transaction open: Django then rolls it back.
            if self.connection is None or not self.connection.in_transaction:
                self._give_back()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # as above
        finally:
            self._give_back()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # as above
        finally:
            self._give_back()
            if self._queue is not None:
                os.close(self._queue)
                self._queue = None

    def _take_turn(self) -> None:
        until = time.monotonic() + LONGEST
        if self._writes:
            return
        self._turn = _turns.setdefault(str(self.settings_dict["NAME"]), threading.Lock())
        if not self._turn.acquire(timeout=LONGEST):
            raise OperationalError("database is locked")
        try:
            self._wait_for_file(until)
        except BaseException:
            self._turn.release()
            raise
        self._writes = True

    def _wait_for_file(self, until: float) -> None:
        if self._queue is None:
            name = Path(f"{self.settings_dict['NAME']}.queue")
            self._queue = os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        while True:
            try:
                fcntl.flock(self._queue, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    raise OperationalError("database is locked") from None
                time.sleep(PAUSE)
            else:
                return

    def _give_back(self) -> None:
        if not self._writes:
            return
        self._writes = False
        if self._queue is not None:
            fcntl.flock(self._queue, fcntl.LOCK_UN)
        self._turn.release()
