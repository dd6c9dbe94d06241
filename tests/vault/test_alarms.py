"""An alarm is a word and a time."""

import logging
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from inconfidence.vault.alarms import Alarm, raise_alarm


def test_an_alarm_is_logged_and_listed(data_folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "inconfidence.alarms"):
        raise_alarm(Alarm.CANNOT_OPEN)
        raise_alarm("unsigned_key")
    assert caplog.messages == ["alarm: cannot_open", "alarm: unsigned_key"]
    lines = (data_folder / "alarms").read_text().splitlines()
    assert [line.split()[1] for line in lines] == ["cannot_open", "unsigned_key"]
    assert (data_folder / "alarms").stat().st_mode & 0o777 == 0o600


def test_only_closed_words_are_alarms(data_folder: Path) -> None:
    with pytest.raises(ValueError, match="Amira"):
        raise_alarm("Amira called")
    assert not (data_folder / "alarms").exists()


def test_an_alarm_without_a_disk_is_still_logged(
    settings: Settings, data_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings.DATA = data_folder / "gone"
    raise_alarm(Alarm.AUDIT_BROKEN)
    assert caplog.messages == ["alarm: audit_broken"]
