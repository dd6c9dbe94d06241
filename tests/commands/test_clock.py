"""`clock`: the shape scripts rely on, days of instants in England, and one sentence for what does not fit."""

import time
from datetime import date

import pytest

from inconfidence.commands.clock import look_again
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


@pytest.mark.parametrize(
    ("name", "received", "events", "due", "latest"),
    [
        ("subject-access", "2026-11-20", (), "2026-12-21", None),
        ("subject-access-extended", "2026-11-20", (), "2027-02-22", None),
        (
            "subject-access",
            "2026-11-02",
            ("clarified=2026-11-12", "clarification-asked=2026-11-05"),
            "2026-12-09",
            "2026-12-10",
        ),
        ("subject-access", "2026-11-20", ("identity-asked=2026-11-21",), None, None),
        ("foi", "2026-11-20", ("clarified=2026-12-03",), "2027-01-06", None),
        ("foi-40", "2026-11-20T23:59:00+00:00", (), "2027-01-22", None),
        ("complaint", "2026-11-20", (), "2026-12-21", None),
        ("breach", "2026-10-23T09:00:00+01:00", (), "2026-10-26T08:00:00+00:00", None),
        ("appeal", "2026-11-20", (), "2027-01-20", None),
        ("assessment-decision", "2026-11-20", (), "2027-01-01", None),
        ("refusal-to-issue", "2026-11-20", (), "2027-03-12", None),
        ("plan-final", "2026-11-20", (), "2027-04-09", None),
        ("draft-comment", "2026-11-20", (), "2026-12-05", None),
        ("review-decision", "2026-01-14", (), "2026-02-11", None),
        ("amended-plan", "2026-01-14", (), "2026-04-08", None),
        ("school-leaving", "2010-08-31", (), "2026-06-26", None),
    ],
)
def test_every_clock_answers_in_one_shape(
    run: Run, name: str, received: str, events: tuple[str, ...], due: str | None, latest: str | None
) -> None:
    typed = [word for event in events for word in ("--event", event)]
    found = run("clock", name, "--received", received, *typed, "--json").json
    assert found.keys() == {"target", "legal_due", "legal_due_latest", "working", "provisional"}
    assert (found["legal_due"], found["legal_due_latest"], found["provisional"]) == (due, latest, False)
    assert (found["target"] is None) == (due is None)
    assert len(found["working"]) > 3


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (("breach", "--received", "2026-11-20T16:30:00Z"), "Monday 23 November 2026, 16:30 GMT\n"),
        (("subject-access", "--received", "2026-11-20"), "Monday 21 December 2026\n"),
        (
            ("foi", "--received", "2026-11-20", "--event", "fee-asked=2026-11-23"),
            "No last day yet\n",
        ),
    ],
)
def test_for_people_it_begins_with_the_day_or_that_there_is_none(
    run: Run, arguments: tuple[str, ...], first: str
) -> None:
    ran = run("clock", *arguments)
    assert ran.code == 0
    assert ran.out.startswith(first)


TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "days", "says"),
    [
        ("appeal", ["2026-11-20", "2026-11-20"], []),
        ("appeal", ["2027-11-20"], ["Check the date: Saturday 20 November 2027 has not been yet."]),
        (
            "appeal",
            ["2026-11-20", "2026-12-21"],
            ["Check the date: Monday 21 December 2026 has not been yet."],
        ),
        (
            "plan-final",
            ["2016-11-20"],
            ["Check the year: Sunday 20 November 2016 is more than two years ago."],
        ),
        ("school-leaving", ["2016-11-20"], []),
    ],
)
def test_a_day_that_is_likelier_mistyped_is_named(name: str, days: list[str], says: list[str]) -> None:
    assert look_again(name, [date.fromisoformat(day) for day in days], TODAY) == says


def test_what_to_look_at_again_stands_beside_the_answer(run: Run) -> None:
    ran = run("clock", "appeal", "--received", "2098-11-20", "--json")
    assert ran.code == 0
    assert ran.json["legal_due"] == "2099-01-20"
    assert ran.err == "Check the date: Thursday 20 November 2098 has not been yet.\n"


@pytest.mark.parametrize(
    ("received", "code"), [("2026-11-20", 0), ("2026-11-21", 2), ("2026-11-21T00:30:00+01:00", 0)]
)
def test_a_birthday_is_not_still_to_come(
    run: Run, monkeypatch: pytest.MonkeyPatch, received: str, code: int
) -> None:
    monkeypatch.setattr("inconfidence.commands.clock.today", lambda: TODAY)
    ran = run("clock", "school-leaving", "--received", received)
    assert ran.code == code
    says = "2026-11-21 is still to come; expected a birthday up to today, 2026-11-20."
    assert (says in ran.err) == (code == 2)


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
        (("apeal", "--received", "2026-11-20"), "no clock, perhaps appeal; expected one of subject-access"),
        (
            ("breach", "--received", "2026-11-20"),
            "breach counts hours; expected an instant with its offset like",
        ),
        (
            ("breach", "--received", "2026-11-20T10:00+00:00", "--event", "closed=2026-11-21"),
            "breach takes no events",
        ),
        (("breach", "--received", "2018-05-24T10:00+00:00"), "for dates from Friday 25 May 2018"),
        (("complaint", "--received", "2026-06-18"), "for dates from Friday 19 June 2026"),
        (("foi", "--received", "2026-11-20", "--event", "fee-paid=2026-11-23"), "nobody had asked"),
        (("foi", "--received", "2026-11-20", "--event", "fee-paid=soon"), "expected a day like"),
        (("subject-access", "--received", "2026-11-20", "--event", "extended=2026-12-22"), "too late"),
        (("appeal", "--received", "20/11/2026"), "expected a day like"),
        (("appeal", "--received", "2026-02-30"), "expected a day like"),
        (("appeal", "--received", "1850-11-20"), "worked out for dates from Monday 1 September 2014"),
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
