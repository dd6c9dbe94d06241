"""`inconfidence audit verify`."""

import json
import os
from pathlib import Path

import pytest

from inconfidence.audit.models import Event
from inconfidence.commands import main
from tests.audit.conftest import Write

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command names its data folder in the environment; nothing of it outlives the test."""
    monkeypatch.setenv("INCONFIDENCE_DATA", os.environ["INCONFIDENCE_DATA"])


def test_a_whole_record(write: Write, data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write()
    assert main(["audit", "verify", "--data", str(data_folder), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer == {"events": 1, "ok": True, "first_bad": None, "anchor": "ok"}
    assert main(["audit", "verify", "--data", str(data_folder)]) == 0
    assert capsys.readouterr().out.startswith("1 events: all are as they were written.")


def test_a_broken_record(write: Write, data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = Event.objects.get(id=write())
    Event.objects.update(act="case_seen")
    assert main(["audit", "verify", "--data", str(data_folder), "--json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert (answer["ok"], answer["first_bad"]) == (False, f"chain {event.chain_id} event 1")
    assert main(["audit", "verify", "--data", str(data_folder)]) == 2
    assert "was altered" in capsys.readouterr().out


def test_the_folder_of_the_environment(
    write: Write, data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write()
    monkeypatch.setenv("INCONFIDENCE_DATA", str(data_folder))
    assert main(["audit", "verify", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["events"] == 1


def test_no_data_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify", "--data", str(tmp_path / "nothing")]) == 2
    assert "expected one that holds a key folder" in capsys.readouterr().err
