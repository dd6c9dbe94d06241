"""`clock`: the shape scripts rely on, days of instants in England, and one sentence for what does not fit."""

import time

import pytest

from tests.commands.conftest import Run


def test_an_appeal_in_json(run: Run) -> None:
    found = run("clock", "appeal", "--received", "2026-11-20", "--json").json
    assert found.keys() == {"target", "legal_due", "legal_due_latest", "working", "provisional"}
    assert (found["legal_due"], found["legal_due_latest"]) == ("2027-01-20", None)
    assert found["target"] < found["legal_due"]
    assert found["provisional"] is False
    assert "guidance, not legal advice" in found["working"][-1]


def test_a_certificate_is_an_event(run: Run) -> None:
    event = ("--event", "mediation-certificate=2026-12-21", "--event", "mediation-certificate=2026-12-30")
    found = run("clock", "appeal", "--received", "2026-11-20", *event, "--json").json
    assert found["legal_due"] == "2027-01-30"


def test_for_people_the_day_comes_first(run: Run) -> None:
    ran = run("clock", "plan-final", "--received", "2026-11-20")
    assert ran.code == 0
    assert ran.out.startswith("Friday 9 April 2027\n")
    assert "20 weeks after" in ran.out


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_an_instant_counts_on_its_day_in_england(
    run: Run, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        ran = run("clock", "draft-comment", "--received", "2026-06-30T23:30:00+00:00", "--json")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert ran.json["legal_due"] == "2026-07-16"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("apeal", "--received", "2026-11-20"), "no clock, perhaps appeal; expected one of appeal"),
        (("foi", "--received", "2026-11-20"), "not worked out yet"),
        (("appeal", "--received", "20/11/2026"), "expected a day like"),
        (("appeal", "--received", "2026-02-30"), "expected a day like"),
        (("appeal", "--received", "2026-11-20T10:00"), "no offset"),
        (("appeal", "--received", "2026-11-20", "--event", "closed"), "expected KIND=DATE"),
        (("appeal", "--received", "2026-11-20", "--event", "clarified=2026-11-21"), "takes only"),
        (("appeal",), "--received"),
    ],
)
def test_what_does_not_fit_is_one_sentence(run: Run, arguments: tuple[str, ...], says: str) -> None:
    ran = run("clock", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert ran.err.count("\n") == 1
