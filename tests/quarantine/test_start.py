"""A machine without walls starts all the same, and says in one sentence what it does not do."""

import pytest

from inconfidence.config import checks
from inconfidence.quarantine import cage


def test_this_machine_can_hold_a_worker() -> None:
    assert cage.possible()
    assert checks.unopened_documents(None) == []


@pytest.mark.django_db
def test_another_is_told_and_starts(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(cage, "possible", lambda: False)
    (warning,) = checks.unopened_documents(None)
    assert warning.msg == checks.SHUT
    monkeypatch.setattr(checks, "run_checks", lambda **asked: [warning])
    checks.refuse_to_start()
    assert [entry.message for entry in caplog.records] == [checks.SHUT]
