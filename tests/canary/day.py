"""A journey in this process, with everything it leaves behind at hand."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db import connection

from tests.canary.journey import Journey
from tests.canary.stored import Trace, as_bytes, database_files, files, leaks, postgres_log, rows

# Rows of which nothing is left once somebody is signed in, or out.
PASSING = ("team.Sitting", "team.FailedAttempt", "team.Device", "team.Invitation")


@dataclass
class Day:
    """Who did what, and where it could have left something."""

    journey: Journey
    written: io.StringIO
    folders: tuple[Path, ...]
    looked: int = 0

    def traces(self) -> Iterator[Trace]:
        """Log, data folder, key folder, spool, temporary files, every row, the database's own files or its own log."""
        yield "the log", self.written.getvalue().encode()
        yield from files(*self.folders)
        yield from rows()
        if connection.vendor == "sqlite":
            yield from database_files(str(connection.settings_dict["NAME"]))
        yield from postgres_log()

    def leaks(self) -> list[str]:
        """Every place where something stands that was typed."""
        return leaks(self.journey.notes.canaries, self.traces())

    def look(self, when: str) -> None:
        """Look into the rows of sittings and failed attempts as they are now."""
        found = leaks(self.journey.notes.canaries, passing())
        assert not found, (when, found)
        self.looked += 1


def passing() -> Iterator[Trace]:
    """The columns of every row that will soon be gone, decoded."""
    for label in PASSING:
        for row in apps.get_model(label)._default_manager.values():
            for column, value in row.items():
                yield f"{label}.{column}", as_bytes(getattr(value, "raw", value))
