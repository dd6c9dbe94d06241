"""The dates families rely on: worked examples, the day before, the day and the day after, and laws over years."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inconfidence.policy.clocks import (
    FAMILIES,
    GUIDANCE,
    HOLIDAYS,
    LATEST,
    NAMES,
    BadClock,
    Off,
    Reckoned,
    in_force,
)
from inconfidence.policy.clocks import reckon as reckon_any
from inconfidence.policy.clocks.days import (
    birthday,
    is_working,
    months_after,
    spelt,
    working_before,
    working_from,
)
from inconfidence.policy.clocks.rows import ROWS

DAY = timedelta(days=1)
CERTIFICATE = "mediation-certificate"


def on(text: str) -> date:
    return date.fromisoformat(text)


def reckon(name: str, received: date, events: Mapping[str, Sequence[date]] | None = None) -> Reckoned:
    """A date of a family's: none of these ever waits for anything."""
    found = reckon_any(name, received, events)
    assert isinstance(found, Reckoned)
    return found


@pytest.mark.parametrize(
    ("name", "received", "due"),
    [
        ("assessment-decision", "2026-11-20", "2027-01-01"),
        ("refusal-to-issue", "2026-11-20", "2027-03-12"),
        ("plan-final", "2026-11-20", "2027-04-09"),
        ("draft-comment", "2026-11-20", "2026-12-05"),
        ("review-decision", "2027-01-14", "2027-02-11"),
        ("amended-plan", "2027-01-14", "2027-04-08"),
        ("appeal", "2026-06-15", "2026-09-01"),
        ("appeal", "2026-10-27", "2027-01-04"),
        ("appeal", "2026-11-20", "2027-01-20"),
        ("school-leaving", "2010-08-31", "2026-06-26"),
        ("school-leaving", "2010-09-01", "2027-06-25"),
        ("school-leaving", "2010-11-10", "2027-06-25"),
        ("school-leaving", "2011-03-02", "2027-06-25"),
        ("school-leaving", "2011-07-20", "2027-06-25"),
    ],
)
def test_worked_examples(name: str, received: str, due: str) -> None:
    found = reckon(name, on(received))
    assert (found.legal_due, found.legal_due_latest, found.provisional) == (on(due), None, False)
    assert found.working[0].endswith(f"{spelt(on(received))}.")
    assert any(spelt(on(due)) in sentence for sentence in found.working)
    assert found.working[-1] == GUIDANCE


@pytest.mark.parametrize(
    ("letter", "due"),
    [
        # A month without that day: its last day.
        ("2026-12-28", "2027-02-28"),
        ("2026-12-29", "2027-02-28"),
        ("2026-12-30", "2027-02-28"),
        ("2026-12-31", "2027-02-28"),
        ("2027-12-29", "2028-02-29"),
        ("2027-12-31", "2028-02-29"),
        ("2028-02-29", "2028-04-29"),
        ("2026-07-31", "2026-09-30"),
        # August: the day before, the first, the last, the day after.
        ("2026-05-31", "2026-07-31"),
        ("2026-06-01", "2026-09-01"),
        ("2026-06-30", "2026-09-01"),
        ("2026-07-01", "2026-09-01"),
        # 1 September is a Wednesday in 2027, a Friday in 2028; in 2029 a Saturday, so Monday the third.
        ("2027-06-20", "2027-09-01"),
        ("2028-06-20", "2028-09-01"),
        ("2029-06-20", "2029-09-03"),
        # 25 December to 1 January: the day before, the first, the last, the day after.
        ("2026-10-24", "2026-12-24"),
        ("2026-10-25", "2027-01-04"),
        ("2026-10-31", "2027-01-04"),
        ("2026-11-01", "2027-01-04"),
        ("2026-11-02", "2027-01-02"),
        ("2025-10-27", "2026-01-02"),
        # 3 January 2028 is a bank holiday.
        ("2027-10-25", "2028-01-04"),
        ("2027-11-01", "2028-01-04"),
    ],
)
def test_an_appeal_day_by_day(letter: str, due: str) -> None:
    assert reckon("appeal", on(letter)).legal_due == on(due)


@pytest.mark.parametrize(
    ("certificate", "due"),
    [
        (None, "2027-01-20"),
        ("2026-11-20", "2027-01-20"),
        ("2026-12-19", "2027-01-20"),
        ("2026-12-20", "2027-01-20"),
        ("2026-12-21", "2027-01-21"),
        ("2027-01-31", "2027-02-28"),
        ("2027-07-10", "2027-09-01"),
    ],
)
def test_a_mediation_certificate_makes_it_later_and_never_earlier(certificate: str | None, due: str) -> None:
    events = {CERTIFICATE: [on(certificate)]} if certificate else {}
    found = reckon("appeal", on("2026-11-20"), events)
    assert found.legal_due == on(due)
    assert any("later of the two" in each for each in found.working) == bool(certificate)


@pytest.mark.parametrize(
    ("letter", "added", "due"),
    [("2026-06-15", "2026-09-01", "2026-09-02"), ("2026-10-27", "2027-01-04", "2027-01-05")],
)
def test_a_bank_holiday_that_is_added_moves_the_end_of_the_tribunals_holidays(
    letter: str, added: str, due: str
) -> None:
    more = HOLIDAYS.added(Off.ENGLAND_AND_WALES, [on(added)])
    found = reckon_any("appeal", on(letter), holidays=more)
    assert isinstance(found, Reckoned)
    assert found.legal_due == on(due)


def test_the_first_known_day_is_known() -> None:
    for since, provisional in (("2027-01-20", False), ("2027-01-21", True)):
        known = replace(HOLIDAYS, known_from=on(since))
        found = reckon_any("appeal", on("2026-11-20"), holidays=known)
        assert isinstance(found, Reckoned)
        assert found.provisional is provisional


def test_an_unknown_clock_is_told_every_name() -> None:
    with pytest.raises(BadClock) as bad:
        reckon("apeal", on("2026-11-20"))
    assert str(bad.value) == f"apeal is no clock; expected one of {', '.join(NAMES)}."


def test_the_latest_of_two_certificates_counts() -> None:
    both = {CERTIFICATE: [on("2027-01-31"), on("2026-12-01")]}
    assert reckon("appeal", on("2026-11-20"), both).legal_due == on("2027-02-28")


def test_a_month_without_that_day_says_so() -> None:
    assert "That month has no day 31, so its last day counts." in reckon("appeal", on("2026-12-31")).working


@pytest.mark.parametrize(
    ("name", "received", "target"),
    [
        ("appeal", "2026-11-20", "2027-01-06"),
        ("appeal", "2026-12-28", "2027-02-12"),
        ("draft-comment", "2026-11-20", "2026-12-02"),
        ("plan-final", "2026-11-20", "2027-04-09"),
        ("assessment-decision", "2026-11-20", "2027-01-01"),
    ],
)
def test_our_own_target_is_a_working_day_ahead_of_what_the_family_must_do(
    name: str, received: str, target: str
) -> None:
    found = reckon(name, on(received))
    assert found.target == on(target)
    assert any(each.startswith("Aim for") for each in found.working) == (found.target != found.legal_due)


@pytest.mark.parametrize(
    ("name", "received", "provisional"),
    [
        ("appeal", "2028-10-24", False),
        ("appeal", "2028-11-03", True),
        ("assessment-decision", "2028-11-19", False),
        ("assessment-decision", "2028-11-20", True),
        ("appeal", "2023-10-25", False),
        ("appeal", "2023-10-23", True),
        ("appeal", "2025-10-31", False),
        ("appeal", "2025-11-10", False),
        ("plan-final", "2020-01-01", False),
        ("school-leaving", "2015-03-02", True),
    ],
)
def test_a_date_beyond_the_known_holidays_is_provisional(name: str, received: str, provisional: bool) -> None:
    found = reckon(name, on(received))
    assert found.provisional is provisional
    assert any(each.startswith("Provisional") for each in found.working) == found.provisional


@pytest.mark.parametrize(
    ("name", "received", "events", "says"),
    [
        ("apeal", "2026-11-20", {}, "apeal is no clock; expected one of subject-access"),
        ("appeal", "2014-08-31", {}, "from Monday 1 September 2014"),
        ("appeal", "2100-01-01", {}, "to Thursday 31 December 2099"),
        ("plan-final", "2026-11-20", {CERTIFICATE: ["2026-12-01"]}, "plan-final takes no events"),
        ("appeal", "2026-11-20", {"clarified": ["2026-12-01"]}, "takes only mediation-certificate"),
        ("appeal", "2026-11-20", {"certificate": ["2026-12-01"]}, "certificate is no event"),
        (
            "appeal",
            "2026-11-20",
            {CERTIFICATE: ["2026-11-19"]},
            "before the letter of Friday 20 November 2026",
        ),
        ("appeal", "2026-11-20", {CERTIFICATE: ["2100-01-01"]}, "expected a day up to"),
    ],
)
def test_what_does_not_fit_is_one_sentence(
    name: str, received: str, events: dict[str, list[str]], says: str
) -> None:
    happened = {kind: [on(each) for each in days] for kind, days in events.items()}
    with pytest.raises(BadClock, match=r"^[^\n]+\.$") as bad:
        reckon(name, on(received), happened)
    assert says in str(bad.value)


def test_the_first_and_the_last_day_that_can_be_worked_out() -> None:
    assert reckon("appeal", on("2014-09-01")).legal_due == on("2014-11-01")
    assert reckon("appeal", LATEST).legal_due == on("2100-02-28")


@pytest.mark.parametrize(
    ("born", "sixteen"),
    [("2084-02-29", "2100-03-01"), ("2012-02-29", "2028-02-29"), ("2012-02-28", "2028-02-28")],
)
def test_a_birthday_on_29_february(born: str, sixteen: str) -> None:
    assert birthday(on(born), 16) == on(sixteen)


def test_a_rule_that_changes_leaves_what_came_before_as_it_was() -> None:
    old = in_force("appeal", on("2026-11-20"))
    assert old is not None
    new = replace(old, in_force_from=on("2027-01-01"), months=3)
    rows = (new, *ROWS)
    assert in_force("appeal", on("2026-12-31"), rows) == old
    assert in_force("appeal", on("2027-01-01"), rows) == new
    assert in_force("appeal", on("2014-08-31"), rows) is None


def test_working_days() -> None:
    assert not is_working(on("2026-12-25"))
    assert not is_working(on("2026-11-21"))
    assert is_working(on("2026-11-30"))
    assert working_from(on("2026-12-25")) == on("2026-12-29")
    assert working_before(on("2026-12-28")) == on("2026-12-24")


DAYS = st.dates(on("2026-01-01"), on("2028-12-31"))


# Not `appeal`: what ends in a holiday of the tribunal's moves past a Saturday on which a later letter's time ends.
COUNTED = [name for name in FAMILIES if name not in {"appeal", "school-leaving"}]


@given(received=DAYS, name=st.sampled_from(COUNTED))
def test_later_is_never_due_earlier(received: date, name: str) -> None:
    assert reckon(name, received).legal_due <= reckon(name, received + DAY).legal_due


@given(received=DAYS, name=st.sampled_from(FAMILIES))
def test_a_target_is_never_late(received: date, name: str) -> None:
    found = reckon(name, received)
    assert received <= found.target <= found.legal_due


@given(letter=DAYS, waited=st.integers(0, 400))
@example(letter=date(2026, 10, 25), waited=38)
def test_a_certificate_never_shortens(letter: date, waited: int) -> None:
    plain = reckon("appeal", letter).legal_due
    later = reckon("appeal", letter, {CERTIFICATE: [letter + waited * DAY]}).legal_due
    assert later >= plain


@given(letter=DAYS)
def test_no_appeal_ends_in_the_tribunals_holidays(letter: date) -> None:
    due = reckon("appeal", letter).legal_due
    assert due.month != 8
    assert (due.month, due.day) != (1, 1)
    assert (due.month, due.day) < (12, 25)


@given(day=st.dates(date(2014, 9, 1), LATEST), months=st.integers(1, 40))
def test_months_keep_the_day_or_end_with_the_month(day: date, months: int) -> None:
    end = months_after(day, months)
    assert end.day == day.day or (end + DAY).day == 1
