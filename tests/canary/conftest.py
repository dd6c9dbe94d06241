"""A day to look at afterwards."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from inconfidence.team.actions import set_up
from tests.canary.browsers import InProcess
from tests.canary.day import Day
from tests.canary.journey import Journey
from tests.canary.log import captured
from tests.conftest import Clock


@pytest.fixture
def day(
    wall_clock: Clock,
    data_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    transactional_db: None,
) -> Iterator[Day]:
    """A journey that has not begun, on a clock that can be set, with its log and a temporary folder of its own."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with captured() as written:
        journey = Journey(
            InProcess,
            wall_clock,
            lambda minutes: wall_clock.forward(minutes=minutes),
            set_up.set_up_code(),
        )
        found = Day(journey, written, (data_folder, temporary))
        journey.look = found.look
        yield found
