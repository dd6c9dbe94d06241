"""Nothing anybody types is stored, logged or left lying where it could be read: the whole program in one process."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.db import connection
from pytest_django import Settings

from inconfidence.team.actions import set_up
from inconfidence.team.models import FailedAttempt, Sitting
from tests.canary import crawl
from tests.canary.breaking import HOW_MANY, broken
from tests.canary.browsers import InProcess
from tests.canary.journey import Journey, shown
from tests.canary.log import captured
from tests.canary.opened import NOT_WRITTEN, Opened, sealed_fields
from tests.canary.stored import Trace, database_files, files, leaks, rows, stands_in
from tests.canary.typist import PLAIN, Notes
from tests.conftest import Clock
from tests.house.routes import routes
from tests.team.test_kept import read_only
pytestmark = pytest.mark.django_db(transaction=True)

def traces(written, folder, temporary):
    yield "the log", written.getvalue().encode()
    yield from files(folder, temporary)
    yield from rows()
    if connection.vendor == "sqlite":
        yield from database_files(str(connection.settings_dict["NAME"]))

def test_a(wall_clock: Clock, data_folder, tmp_path, monkeypatch, settings) -> None:
    import os
    t=os.times()[4]
    def lap(what):
        nonlocal t
        print(what, round(os.times()[4]-t,1)); t=os.times()[4]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with captured() as written:
        j = Journey(InProcess, wall_clock, lambda m: wall_clock.forward(minutes=m), set_up.set_up_code())
        j.begin()
        lap("begin")
        j.work()
        lap("work")
        crawl.everywhere(j)
        crawl.wrong_turns(j)
        lap("crawl")
        print(j.notes.untyped())
        o = Opened(j)
        for k, v in o.words().items(): print(k, len(v), sum(j.notes.canaries.secret in x for x in v))
        for k, v in o.keys().items(): print(k, len(v))
        lap("opened")
        for x in sorted(set(leaks(j.notes.canaries, traces(written, data_folder, temporary))))[:60]: print(x[:300])
        lap("search")
        fell_all = []
        page = shown(j.worker.open(f"{j.case}notes/new/"))
        for debug in (True, False):
            settings.DEBUG = debug
            for n in range(HOW_MANY):
                with broken(n, j.notes.canary("x", "y")) as fell, suppress(Exception):
                    j.worker.again(page)
                    if not fell:
                        j.worker.open(j.case)
                print(n, len(fell), end=" ")
        lap("break")
        j.time_out()
        for x in sorted(set(leaks(j.notes.canaries, traces(written, data_folder, temporary))))[:60]: print(x[:300])
        lap("search2")
        print(written.getvalue()[-3000:])
        j.end()
