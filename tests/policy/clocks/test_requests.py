"""Requests and complaints: the law's worked examples, what happens in between, and the day before and after."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from inconfidence.policy.clocks import (
    ADVICE,
    HOLIDAYS,
    LATEST,
    NAMES,
    BadClock,
    Reckoned,
    Waiting,
    in_force,
    reckon,
    spelt,
)
from inconfidence.policy.clocks.requests import reckon_request

DAY = timedelta(days=1)
Typed = Mapping[str, str | Sequence[str]]


def on(text: str) -> date:
    return date.fromisoformat(text)


def happened(events: Typed) -> dict[str, list[date]]:
    """Events as they are typed here: one day, or several."""
    return {
        kind: [on(day) for day in ([days] if isinstance(days, str) else days)]
        for kind, days in events.items()
    }


def reckoned(name: str, received: str, events: Typed | None = None) -> Reckoned:
    found = reckon(name, on(received), happened(events or {}))
    assert isinstance(found, Reckoned), found
    return found


def waiting(name: str, received: str, events: Typed) -> Waiting:
    found = reckon(name, on(received), happened(events))
    assert isinstance(found, Waiting), found
    return found


def clarified(*pauses: tuple[str, str]) -> Typed:
    return {
        "clarification-asked": [asked for asked, _ in pauses],
        "clarified": [came for _, came in pauses],
    }


@pytest.mark.parametrize(
    ("received", "due", "extended"),
    [
        ("2026-09-03", "2026-10-05", "2026-12-03"),
        ("2026-10-31", "2026-11-30", "2027-02-01"),
        ("2026-11-20", "2026-12-21", "2027-02-22"),
        ("2026-11-25", "2026-12-29", "2027-02-25"),
        ("2026-11-30", "2026-12-30", "2027-03-01"),
        ("2027-01-31", "2027-03-01", "2027-04-30"),
        ("2027-02-26", "2027-03-30", "2027-05-26"),
        ("2028-01-31", "2028-02-29", "2028-05-02"),
    ],
)
def test_subject_access_without_and_with_an_extension(received: str, due: str, extended: str) -> None:
    plain, told = reckoned("subject-access", received), {"extended": due}
    assert (plain.legal_due, plain.legal_due_latest, plain.provisional) == (on(due), None, False)
    assert reckoned("subject-access-extended", received).legal_due == on(extended)
    assert reckoned("subject-access", received, told).legal_due == on(extended)
    assert reckoned("subject-access-extended", received, told).legal_due == on(extended)


def test_the_regulators_own_example() -> None:
    assert reckoned("subject-access", "2024-11-25").legal_due == on("2024-12-27")
    assert not reckoned("subject-access", "2024-11-25").provisional


def test_the_time_runs_from_the_proof_of_identity() -> None:
    proof = {"identity-asked": "2026-11-21", "identity-received": "2026-12-01"}
    found = reckoned("subject-access", "2026-11-20", proof)
    assert found.legal_due == on("2027-01-04")
    assert found.target == on("2026-12-22")
    assert reckoned("subject-access-extended", "2026-11-20", proof).legal_due == on("2027-03-01")


@pytest.mark.parametrize(
    ("received", "pauses", "due", "latest", "says"),
    [
        (
            "2026-11-02",
            [("2026-11-05", "2026-11-12")],
            "2026-12-09",
            "2026-12-10",
            "7 days of waiting are left out",
        ),
        (
            "2027-01-11",
            [("2027-01-13", "2027-01-20"), ("2027-01-18", "2027-01-25")],
            "2027-02-23",
            "2027-02-24",
            "12 days of waiting are left out",
        ),
        (
            "2027-01-11",
            [("2027-01-13", "2027-01-13")],
            "2027-02-11",
            "2027-02-12",
            "The answer came the same day and no day is left out",
        ),
        (
            "2026-11-20",
            [("2026-11-24", "2026-12-01")],
            "2026-12-29",
            "2026-12-29",
            "7 days of waiting are left out",
        ),
        (
            "2026-11-02",
            [("2026-11-05", "2026-11-06")],
            "2026-12-03",
            "2026-12-04",
            "1 day of waiting is left out",
        ),
        # One that touches another, one inside another, and two apart: each has its own day of the answer.
        (
            "2027-01-11",
            [("2027-01-13", "2027-01-20"), ("2027-01-20", "2027-01-25")],
            "2027-02-23",
            "2027-02-24",
            "12 days of waiting are left out",
        ),
        (
            "2027-01-11",
            [("2027-01-13", "2027-01-25"), ("2027-01-18", "2027-01-20")],
            "2027-02-23",
            "2027-02-24",
            "12 days of waiting are left out",
        ),
        (
            "2027-01-11",
            [("2027-01-13", "2027-01-15"), ("2027-01-20", "2027-01-23")],
            "2027-02-16",
            "2027-02-18",
            "5 days of waiting are left out",
        ),
    ],
)
def test_waiting_for_a_clarification_is_left_out(
    received: str, pauses: list[tuple[str, str]], due: str, latest: str, says: str
) -> None:
    found = reckoned("subject-access", received, clarified(*pauses))
    assert (found.legal_due, found.legal_due_latest) == (on(due), on(latest))
    assert any(sentence.startswith(f"{says}, which gives ") for sentence in found.working)
    two = any("leave out the day of the answer as well" in sentence for sentence in found.working)
    assert two is (due != latest)


@pytest.mark.parametrize(
    ("received", "due", "latest"),
    [("2026-02-04", "2026-03-04", None), ("2026-02-05", "2026-03-12", "2026-03-13")],
)
def test_a_question_stops_the_time_for_what_came_from_5_february_2026(
    received: str, due: str, latest: str | None
) -> None:
    found = reckoned("subject-access", received, clarified(("2026-02-10", "2026-02-17")))
    assert (found.legal_due, found.legal_due_latest) == (on(due), on(latest) if latest else None)
    assert ("By the law of that day a question to the person does not stop the time." in found.working) == (
        latest is None
    )


def test_before_that_day_an_open_question_is_not_waited_for() -> None:
    found = reckoned("subject-access", "2026-02-04", {"clarification-asked": "2026-02-10"})
    assert found.legal_due == on("2026-03-04")


@pytest.mark.parametrize(
    ("asked", "came", "due"),
    [
        # The month that 2 November gives ends on Wednesday 2 December.
        ("2026-12-01", "2026-12-04", "2026-12-07"),
        ("2026-12-02", "2026-12-04", "2026-12-04"),
        ("2026-12-03", "2026-12-04", "2026-12-02"),
    ],
)
def test_a_question_after_the_last_day_moves_nothing(asked: str, came: str, due: str) -> None:
    found = reckoned("subject-access", "2026-11-02", clarified((asked, came)))
    assert found.legal_due == on(due)
    late = f"A clarification was asked for on {spelt(on(asked))}, after the last day: it moves nothing."
    assert (late in found.working) == (due == "2026-12-02")
    assert (found.legal_due_latest is None) == (due == "2026-12-02")


@pytest.mark.parametrize(
    ("second", "came", "due", "late"),
    [
        # The month ends on Sunday 6 September and so on Monday, the day of the first question, open until Tuesday.
        ("2026-09-08", "2026-09-09", "2026-09-08", False),
        ("2026-09-08", "2026-09-14", "2026-09-14", False),
        ("2026-09-09", "2026-09-14", "2026-09-07", True),
    ],
)
def test_a_question_put_while_another_is_open_belongs_to_it(
    second: str, came: str, due: str, late: bool
) -> None:
    found = reckoned("subject-access", "2026-08-06", clarified(("2026-09-07", "2026-09-08"), (second, came)))
    assert found.legal_due == on(due)
    assert any(each.endswith("it moves nothing.") for each in found.working) is late


def test_the_longest_of_what_is_open_counts() -> None:
    nested = clarified(
        ("2026-09-04", "2026-09-10"), ("2026-09-05", "2026-09-06"), ("2026-09-10", "2026-09-14")
    )
    assert reckoned("subject-access", "2026-08-06", nested).legal_due == on("2026-09-16")


def test_a_question_is_late_by_the_day_that_earlier_ones_gave() -> None:
    twice = clarified(("2026-11-05", "2026-11-12"), ("2026-12-09", "2026-12-11"))
    assert reckoned("subject-access", "2026-11-02", twice).legal_due == on("2026-12-11")
    once = clarified(("2026-11-05", "2026-11-12"), ("2026-12-10", "2026-12-11"))
    assert reckoned("subject-access", "2026-11-02", once).legal_due == on("2026-12-09")


@pytest.mark.parametrize(
    ("asked", "came", "due", "latest"),
    [
        # Proof of identity came on 1 December, and only then did the time run.
        ("2026-11-22", "2026-11-30", "2027-01-04", None),
        ("2026-11-22", "2026-12-01", "2027-01-04", "2027-01-04"),
        ("2026-11-22", "2026-12-05", "2027-01-05", "2027-01-06"),
        ("2026-12-01", "2026-12-05", "2027-01-05", "2027-01-06"),
    ],
)
def test_waiting_counts_from_when_the_time_runs(asked: str, came: str, due: str, latest: str | None) -> None:
    proof = {"identity-asked": "2026-11-21", "identity-received": "2026-12-01"}
    found = reckoned("subject-access", "2026-11-20", {**proof, **clarified((asked, came))})
    assert (found.legal_due, found.legal_due_latest) == (on(due), on(latest) if latest else None)


def test_what_was_over_before_the_time_ran_does_not_hide_what_came_after() -> None:
    proof = {"identity-asked": "2026-11-21", "identity-received": "2026-12-01"}
    twice = clarified(("2026-11-22", "2026-11-30"), ("2026-12-01", "2026-12-05"))
    assert reckoned("subject-access", "2026-11-20", {**proof, **twice}).legal_due == on("2027-01-05")


def test_every_question_that_came_too_late_is_said() -> None:
    twice = clarified(("2026-12-03", "2026-12-04"), ("2026-12-07", "2026-12-08"))
    found = reckoned("subject-access", "2026-11-02", twice)
    assert [each for each in found.working if each.endswith("after the last day: it moves nothing.")] == [
        "A clarification was asked for on Thursday 3 December 2026, after the last day: it moves nothing.",
        "A clarification was asked for on Monday 7 December 2026, after the last day: it moves nothing.",
    ]


@pytest.mark.parametrize(
    ("events", "due"),
    [
        ({"authority-received": "2026-12-03"}, "2027-01-04"),
        ({"authority-received": ["2026-12-08", "2026-12-03"]}, "2027-01-08"),
        ({"fee-asked": "2026-11-23", "fee-paid": "2026-12-07"}, "2027-01-07"),
        (
            {
                "identity-asked": "2026-11-21",
                "identity-received": "2026-12-01",
                "authority-received": "2026-12-08",
                "fee-asked": "2026-11-23",
                "fee-paid": "2026-12-07",
            },
            "2027-01-08",
        ),
        # Asked twice, and the second proof was the good one.
        (
            {
                "identity-asked": ["2026-12-02", "2026-11-21"],
                "identity-received": ["2026-12-01", "2026-12-08"],
            },
            "2027-01-08",
        ),
        # Asked for after the last day, Monday 21 December: that gives nobody another month.
        ({"identity-asked": "2026-12-21", "identity-received": "2026-12-29"}, "2027-01-29"),
        ({"identity-asked": "2026-12-22", "identity-received": "2026-12-29"}, "2026-12-21"),
        # Proof that came on the day of the request moves nothing.
        ({"identity-asked": "2026-11-20", "identity-received": "2026-11-20"}, "2026-12-21"),
    ],
)
def test_the_latest_of_what_was_needed_begins_the_time(events: Typed, due: str) -> None:
    assert reckoned("subject-access", "2026-11-20", events).legal_due == on(due)


def test_what_was_asked_for_too_late_is_said() -> None:
    late = {"identity-asked": "2026-12-22", "identity-received": "2026-12-29"}
    assert (
        "Proof of identity was asked for on Tuesday 22 December 2026, after the last day: it moves nothing."
        in reckoned("subject-access", "2026-11-20", late).working
    )


@pytest.mark.parametrize(
    ("name", "received", "told", "due"),
    [
        ("subject-access", "2026-11-20", "2026-12-21", "2027-02-22"),
        ("subject-access", "2026-11-20", ["2027-01-15", "2026-12-21"], "2027-02-22"),
        ("foi", "2026-11-20", "2026-12-21", "2027-01-22"),
    ],
)
def test_an_extension_told_in_time(name: str, received: str, told: str | list[str], due: str) -> None:
    found = reckoned(name, received, {"extended": told})
    assert found.legal_due == on(due)
    assert "The extension was told on Monday 21 December 2026." in found.working


@pytest.mark.parametrize("name", ["subject-access", "subject-access-extended", "foi", "foi-40"])
def test_an_extension_told_too_late(name: str) -> None:
    with pytest.raises(BadClock) as bad:
        reckon(name, on("2026-11-20"), happened({"extended": "2026-12-22"}))
    assert str(bad.value) == (
        "The extension was told on Tuesday 22 December 2026, too late: expected a day up"
        " to Monday 21 December 2026, the last of the first time."
    )


def test_waiting_lengthens_the_time_for_telling_of_an_extension() -> None:
    pause = clarified(("2026-11-05", "2026-11-12"))
    assert reckoned("subject-access", "2026-11-02", {**pause, "extended": "2026-12-09"}).legal_due == on(
        "2027-02-09"
    )
    with pytest.raises(BadClock, match="expected a day up to Wednesday 9 December 2026"):
        reckon("subject-access", on("2026-11-02"), happened({**pause, "extended": "2026-12-10"}))


def test_a_question_inside_the_longer_time_stops_it() -> None:
    events = {"extended": "2026-12-01", **clarified(("2026-12-14", "2026-12-18"))}
    assert reckoned("subject-access", "2026-11-02", events).legal_due == on("2027-02-08")


@pytest.mark.parametrize(
    ("name", "events", "not_before", "says"),
    [
        (
            "subject-access",
            {"identity-asked": "2026-11-21"},
            "2026-12-21",
            "Proof of identity was asked for on Saturday 21 November 2026",
        ),
        (
            "subject-access",
            {"identity-asked": ["2026-11-21", "2026-12-02"], "identity-received": "2026-12-01"},
            "2027-01-04",
            "Proof of identity was asked for on Wednesday 2 December 2026",
        ),
        (
            "subject-access",
            {"fee-asked": "2026-11-23"},
            "2026-12-23",
            "A fee was asked for on Monday 23 November 2026",
        ),
        (
            "subject-access",
            {"clarification-asked": "2026-11-24"},
            "2026-12-21",
            "A clarification was asked for on Tuesday 24 November 2026",
        ),
        (
            "subject-access",
            {"clarification-asked": ["2026-11-24", "2026-11-26"], "clarified": "2026-12-01"},
            "2026-12-29",
            "A clarification was asked for on Thursday 26 November 2026",
        ),
        (
            "subject-access-extended",
            {"clarification-asked": "2026-11-24"},
            "2027-02-22",
            "A clarification was asked for on Tuesday 24 November 2026",
        ),
        # While the time stands still nobody can say that the extension was told too late.
        (
            "subject-access",
            {"clarification-asked": "2026-12-21", "extended": "2027-01-05"},
            "2027-02-22",
            "A clarification was asked for on Monday 21 December 2026",
        ),
        (
            "subject-access",
            {"identity-asked": "2026-12-21", "extended": "2027-01-25"},
            "2027-03-22",
            "Proof of identity was asked for on Monday 21 December 2026",
        ),
        (
            "foi",
            {"clarification-asked": "2026-11-23"},
            "2026-12-22",
            "A clarification was asked for on Monday 23 November 2026",
        ),
        ("foi", {"fee-asked": "2026-11-23"}, "2026-12-22", "A fee was asked for on Monday 23 November 2026"),
    ],
)
def test_while_something_is_waited_for_there_is_no_last_day(
    name: str, events: Typed, not_before: str, says: str
) -> None:
    found = waiting(name, "2026-11-20", events)
    assert (found.name, found.not_before) == (name, on(not_before))
    assert f"{says} and has not come: there is no last day yet." in found.working
    assert f"When it comes, the last day cannot be earlier than {spelt(found.not_before)}." in found.working
    assert found.working[-1] == ADVICE


def test_an_open_question_after_the_last_day_is_not_waited_for() -> None:
    for kind in ("identity-asked", "fee-asked", "clarification-asked"):
        assert reckoned("subject-access", "2026-11-20", {kind: "2026-12-22"}).legal_due == on("2026-12-21")


@pytest.mark.parametrize(
    ("received", "twenty", "forty"),
    [
        ("2026-06-01", "2026-06-30", "2026-07-29"),
        ("2026-06-12", "2026-07-14", "2026-08-12"),
        ("2026-11-20", "2026-12-21", "2027-01-22"),
        ("2026-11-21", "2026-12-21", "2027-01-22"),
        ("2026-12-18", "2027-01-21", "2027-02-18"),
        ("2027-03-01", "2027-04-01", "2027-04-29"),
    ],
)
def test_freedom_of_information(received: str, twenty: str, forty: str) -> None:
    found = reckoned("foi", received)
    assert (found.legal_due, found.legal_due_latest, found.provisional) == (on(twenty), None, False)
    assert reckoned("foi-40", received).legal_due == on(forty)
    assert reckoned("foi", received, {"extended": twenty}).legal_due == on(forty)


@pytest.mark.parametrize(
    "events",
    [
        {"clarified": "2026-12-03"},
        {"clarification-asked": "2026-11-23", "clarified": "2026-12-03"},
        {"clarification-asked": ["2026-11-23", "2026-11-30"], "clarified": ["2026-12-03", "2026-11-25"]},
        {"clarification-asked": "2026-12-03", "clarified": "2026-12-03"},
    ],
)
def test_a_clarified_request_begins_afresh(events: Typed) -> None:
    found = reckoned("foi", "2026-11-20", events)
    assert found.legal_due == on("2027-01-06")
    assert found.legal_due_latest is None
    assert "The clarification came on Thursday 3 December 2026: the time runs from that day." in found.working


@pytest.mark.parametrize(
    ("asked", "paid", "due"),
    [
        # Wednesday to Friday: three working days; over a weekend: Friday and Monday; one day: itself.
        ("2026-11-25", "2026-11-27", "2026-12-24"),
        ("2026-11-27", "2026-12-01", "2026-12-23"),
        ("2026-11-25", "2026-11-25", "2026-12-22"),
        ("2026-11-28", "2026-11-30", "2026-12-21"),
        ("2026-12-21", "2026-12-22", "2026-12-23"),
        ("2026-12-22", "2026-12-22", "2026-12-21"),
    ],
)
def test_working_days_between_a_fees_notice_and_the_fee_are_left_out(asked: str, paid: str, due: str) -> None:
    found = reckoned("foi", "2026-11-20", {"fee-asked": asked, "fee-paid": paid})
    assert (found.legal_due, found.legal_due_latest) == (on(due), None)


def test_an_foi_question_after_the_last_day_begins_nothing_afresh() -> None:
    late = {"clarification-asked": "2026-12-22", "clarified": "2026-12-23"}
    assert reckoned("foi", "2026-11-20", late).legal_due == on("2026-12-21")
    on_the_day = {"clarification-asked": "2026-12-21", "clarified": "2026-12-23"}
    assert reckoned("foi", "2026-11-20", on_the_day).legal_due == on("2027-01-26")


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-06-19", "2026-07-20"),
        ("2026-11-20", "2026-12-21"),
        ("2026-11-25", "2026-12-29"),
        ("2026-12-01", "2026-12-31"),
        ("2027-02-24", "2027-03-30"),
    ],
)
def test_a_complaint_is_acknowledged_within_thirty_days(received: str, due: str) -> None:
    found = reckoned("complaint", received)
    assert (found.legal_due, found.legal_due_latest) == (on(due), None)
    assert found.target == on(received) + 28 * DAY
    assert (found.amber, found.red) == (None, None)


@pytest.mark.parametrize(
    ("name", "received", "events", "amber", "target", "red"),
    [
        ("subject-access", "2026-11-20", {}, "2026-12-04", "2026-12-11", "2026-12-15"),
        ("subject-access", "2027-01-31", {}, "2027-02-14", "2027-02-21", "2027-02-25"),
        (
            "subject-access",
            "2026-11-02",
            clarified(("2026-11-05", "2026-11-12")),
            "2026-11-23",
            "2026-11-30",
            "2026-12-04",
        ),
        ("subject-access-extended", "2026-11-20", {}, "2027-01-29", "2027-02-05", "2027-02-09"),
        ("foi", "2026-11-20", {}, "2026-12-04", "2026-12-11", "2026-12-15"),
        ("foi-40", "2026-11-20", {}, "2027-01-01", "2027-01-08", "2027-01-12"),
        # A fee paid over three weekends: our own days never lie after the last one.
        (
            "foi",
            "2026-09-05",
            {
                "fee-asked": ["2026-09-11", "2026-09-18", "2026-09-25"],
                "fee-paid": ["2026-09-13", "2026-09-20", "2026-09-27"],
            },
            "2026-09-28",
            "2026-10-05",
            "2026-10-07",
        ),
        (
            "foi",
            "2026-09-05",
            {
                "fee-asked": ["2026-09-11", "2026-09-18", "2026-09-25", "2026-10-02"],
                "fee-paid": ["2026-09-13", "2026-09-20", "2026-09-27", "2026-10-04"],
            },
            "2026-10-01",
            "2026-10-08",
            "2026-10-08",
        ),
    ],
)
def test_our_own_days(name: str, received: str, events: Typed, amber: str, target: str, red: str) -> None:
    found = reckoned(name, received, events)
    assert (found.amber, found.target, found.red) == (on(amber), on(target), on(red))
    assert found.target <= found.legal_due
    assert any(each.startswith("Aim for") for each in found.working) == (found.target < found.legal_due)


@pytest.mark.parametrize(
    ("name", "received", "events", "says"),
    [
        (
            "subject-access",
            "2026-11-20",
            {"closed": "2026-12-21"},
            "It was closed on Monday 21 December 2026, in time.",
        ),
        (
            "subject-access",
            "2026-11-20",
            {"closed": "2026-12-22"},
            "It was closed on Tuesday 22 December 2026, 1 day late.",
        ),
        (
            "complaint",
            "2026-11-20",
            {"closed": ["2026-12-21", "2026-12-24"]},
            "It was closed on Thursday 24 December 2026, 3 days late.",
        ),
        (
            "subject-access",
            "2026-11-02",
            {**clarified(("2026-11-05", "2026-11-12")), "closed": "2026-12-10"},
            "It was closed on Thursday 10 December 2026, in time on the later reading only.",
        ),
        (
            "subject-access",
            "2026-11-02",
            {**clarified(("2026-11-05", "2026-11-12")), "closed": "2026-12-11"},
            "It was closed on Friday 11 December 2026, 2 days late.",
        ),
    ],
)
def test_what_was_closed_says_whether_in_time(name: str, received: str, events: Typed, says: str) -> None:
    found = reckoned(name, received, events)
    assert says in found.working
    assert not any(sentence.startswith("Aim for") for sentence in found.working)


def test_what_was_closed_while_waiting_says_so() -> None:
    found = waiting("subject-access", "2026-11-20", {"identity-asked": "2026-11-21", "closed": "2026-12-30"})
    assert "It was closed on Wednesday 30 December 2026." in found.working


@pytest.mark.parametrize(
    ("name", "received", "provisional"),
    [
        ("subject-access", "2028-11-30", True),
        ("subject-access", "2028-11-29", False),
        ("foi", "2028-11-29", True),
        ("foi", "2028-11-28", False),
        ("complaint", "2028-12-01", True),
        ("complaint", "2028-11-29", False),
        ("subject-access", "2023-12-31", True),
        ("subject-access", "2024-01-01", False),
        ("foi", "2023-12-31", True),
        ("foi", "2024-01-01", False),
    ],
)
def test_a_day_beyond_the_known_holidays_is_provisional(name: str, received: str, provisional: bool) -> None:
    found = reckoned(name, received)
    assert found.provisional is provisional
    says = (
        "Provisional: bank holidays are known from Monday 1 January 2024 to Sunday 31"
        " December 2028, and the law may change."
    )
    assert (says in found.working) is provisional


@pytest.mark.parametrize("name", ["subject-access", "foi", "complaint"])
def test_the_last_known_day_is_known(name: str) -> None:
    """Each of these ends on Monday 21 December 2026."""
    for until, provisional in (("2026-12-20", True), ("2026-12-21", False)):
        found = reckon(name, on("2026-11-20"), holidays=replace(HOLIDAYS, known_until=on(until)))
        assert isinstance(found, Reckoned)
        assert found.provisional is provisional


def test_the_later_reading_can_be_provisional_by_itself() -> None:
    found = reckoned("subject-access", "2028-11-22", clarified(("2028-11-23", "2028-11-30")))
    assert (found.legal_due, found.legal_due_latest) == (on("2028-12-29"), on("2029-01-01"))
    assert found.provisional


@pytest.mark.parametrize(
    ("name", "received", "first"),
    [
        ("subject-access", "2018-05-24", "Friday 25 May 2018"),
        ("subject-access-extended", "2018-05-24", "Friday 25 May 2018"),
        ("foi", "2004-12-31", "Saturday 1 January 2005"),
        ("foi-40", "2004-12-31", "Saturday 1 January 2005"),
        ("complaint", "2026-06-18", "Friday 19 June 2026"),
        ("school-leaving", "1981-08-31", "Tuesday 1 September 1981"),
    ],
)
def test_a_rule_does_not_reach_back(name: str, received: str, first: str) -> None:
    with pytest.raises(BadClock) as bad:
        reckon(name, on(received))
    assert str(bad.value) == (
        f"{name} is worked out for dates from {first} to Thursday 31 December 2099, not for {spelt(on(received))}."
    )
    assert isinstance(reckon(name, on(received) + DAY), Reckoned)


def test_the_last_day_that_can_be_received() -> None:
    assert isinstance(reckon("subject-access-extended", LATEST), Reckoned)
    with pytest.raises(BadClock, match="to Thursday 31 December 2099"):
        reckon("foi", LATEST + DAY)


@pytest.mark.parametrize(
    ("name", "events", "says"),
    [
        (
            "subject-access",
            {"identity-received": "2026-12-01"},
            "Proof of identity came on Tuesday 1 December 2026, and nobody had asked: expected identity-asked as well.",
        ),
        (
            "subject-access",
            {"identity-asked": "2026-12-02", "identity-received": "2026-12-01"},
            (
                "Proof of identity came on Tuesday 1 December 2026,"
                " before the question of Wednesday 2 December 2026: check both dates."
            ),
        ),
        (
            "subject-access",
            {"clarified": "2026-12-01"},
            (
                "The clarification came on Tuesday 1 December 2026, and nobody had asked:"
                " expected clarification-asked as well."
            ),
        ),
        (
            "subject-access",
            {"clarification-asked": "2026-12-02", "clarified": ["2026-12-03", "2026-12-04"]},
            (
                "The clarification came on Friday 4 December 2026, and nobody had asked:"
                " expected clarification-asked as well."
            ),
        ),
        (
            "subject-access",
            {"clarification-asked": "2026-12-02", "clarified": "2026-12-01"},
            (
                "The clarification came on Tuesday 1 December 2026,"
                " before the question of Wednesday 2 December 2026: check both dates."
            ),
        ),
        (
            "foi",
            {"clarification-asked": "2026-12-02", "clarified": "2026-12-01"},
            (
                "The clarification came on Tuesday 1 December 2026,"
                " before the question of Wednesday 2 December 2026: check both dates."
            ),
        ),
        (
            "foi",
            {"fee-paid": "2026-12-01"},
            "The fee was paid on Tuesday 1 December 2026, and nobody had asked: expected fee-asked as well.",
        ),
        (
            "subject-access",
            {"authority-received": ["2026-12-01", "2026-11-19"]},
            (
                "Proof that one person may act for another came on Thursday 19 November 2026,"
                " before the request of Friday 20 November 2026: check both dates."
            ),
        ),
        (
            "complaint",
            {"closed": "2026-11-19"},
            (
                "It was closed on Thursday 19 November 2026, before the complaint of Friday 20"
                " November 2026: check both dates."
            ),
        ),
        (
            "subject-access",
            {"extended": "2026-12-02", "closed": "2026-12-01"},
            (
                "The extension was told on Wednesday 2 December 2026,"
                " after it was closed on Tuesday 1 December 2026: check both dates."
            ),
        ),
        (
            "foi",
            {"closed": "2100-01-01"},
            "It was closed on Friday 1 January 2100: expected a day up to Thursday 31 December 2099.",
        ),
        (
            "foi",
            {"identity-asked": "2026-12-01"},
            "foi takes only clarification-asked, clarified, fee-asked, fee-paid, extended, closed, not identity-asked.",
        ),
        ("complaint", {"extended": "2026-12-01"}, "complaint takes only closed, not extended."),
        (
            "foi-40",
            {"mediation-certificate": "2026-12-01"},
            (
                "foi-40 takes only clarification-asked, clarified, fee-asked, fee-paid, extended, closed, not"
                " mediation-certificate."
            ),
        ),
        (
            "foi",
            {"posted": "2026-12-01"},
            (
                "posted is no event; expected one of identity-asked, identity-received, authority-received,"
                " clarification-asked, clarified, extended, fee-asked, fee-paid, mediation-certificate, closed."
            ),
        ),
    ],
)
def test_what_cannot_have_been_is_one_sentence(name: str, events: Typed, says: str) -> None:
    with pytest.raises(BadClock) as bad:
        reckon(name, on("2026-11-20"), happened(events))
    assert str(bad.value) == says


def test_what_could_not_have_been_under_the_older_rule_is_said_too() -> None:
    with pytest.raises(BadClock, match="nobody had asked"):
        reckon("subject-access", on("2026-02-04"), happened({"clarified": "2026-02-10"}))


def test_the_last_day_on_which_anything_can_happen() -> None:
    assert "It was closed on Thursday 31 December 2099, 26673 days late." in (
        reckoned("foi", "2026-11-20", {"closed": "2099-12-31"}).working
    )


def test_an_event_without_a_day_has_not_happened() -> None:
    assert reckoned("subject-access", "2026-11-20", {"extended": []}).legal_due == on("2026-12-21")


def test_the_rule_in_force_is_the_one_of_its_day() -> None:
    old, new = in_force("subject-access", on("2026-02-04")), in_force("subject-access", on("2026-02-05"))
    assert old is not None
    assert new is not None
    assert (old.authority, new.authority) == (
        "UK GDPR, Articles 12(3) and 15",
        "UK GDPR, Articles 12(3), 12A and 15",
    )
    assert (old.in_force_from, new.in_force_from) == (on("2018-05-25"), on("2026-02-05"))


def test_without_a_day_of_ours_the_last_day_is_what_to_aim_for() -> None:
    row = in_force("complaint", on("2026-11-20"))
    assert row is not None
    found = reckon_request("complaint", replace(row, target=0), on("2026-11-20"), {}, HOLIDAYS)
    assert isinstance(found, Reckoned)
    assert (found.target, found.legal_due) == (on("2026-12-21"), on("2026-12-21"))
    assert not any(sentence.startswith("Aim") for sentence in found.working)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "breach"])
def test_every_clock_says_that_it_is_no_legal_advice(name: str) -> None:
    found = reckon(name, on("2026-11-20"))
    assert found.name == name
    assert ADVICE in found.working[-1]
