"""When a policy must be looked at again: the day before, the day, the day after."""

from datetime import date, timedelta

import pytest

from inconfidence import policies
from inconfidence.policy.clocks.reviewing import Entry, Review, last_review, month_end, next_review

SERVICES = [slug for slug in policies.slugs() if policies.edition(slug).next_review]
BATH = (
    Entry("issued", date(2007, 11, 30)),
    Entry("revised", date(2009, 12, 31)),
    Entry("revised", date(2012, 11, 30)),
    Entry("renamed", date(2015, 1, 31)),
)
ROTHERHAM = (
    Entry("issued", date(2010, 5, 31)),
    Entry("issued", date(2019, 4, 30)),
    Entry("reviewed", date(2022, 8, 31)),
)


def months(slug: str) -> int:
    found = policies.edition(slug).value("policy-review", "months")
    assert isinstance(found, int)
    return found


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ((2012, 11), date(2012, 11, 30)),
        ((2022, 8), date(2022, 8, 31)),
        ((2023, 2), date(2023, 2, 28)),
        ((2024, 2), date(2024, 2, 29)),
        ((2026, 12), date(2026, 12, 31)),
    ],
)
def test_a_month_without_a_day_is_its_last_day(printed: tuple[int, int], meant: date) -> None:
    assert month_end(*printed) == meant


@pytest.mark.parametrize(
    ("history", "last"),
    [
        (BATH, date(2012, 11, 30)),
        (tuple(reversed(BATH)), date(2012, 11, 30)),
        (ROTHERHAM, date(2022, 8, 31)),
        ((Entry("issued", month_end(2011, 3)),), date(2011, 3, 31)),
        ((Entry("renamed", date(2015, 1, 31)),), None),
        ((), None),
    ],
)
def test_a_new_name_is_no_review(history: tuple[Entry, ...], last: date | None) -> None:
    assert last_review(history) == last


@pytest.mark.parametrize(
    ("slug", "due"),
    [
        ("bath-and-north-east-somerset", date(2014, 11, 30)),
        ("cumbria", date(2013, 3, 31)),
        ("rotherham", date(2025, 8, 31)),
    ],
)
def test_three_policies_are_overdue_from_the_start(slug: str, due: date) -> None:
    edition = policies.edition(slug)
    found = next_review(edition.last_review, months(slug), date(2026, 11, 1))
    assert (found.state, found.due, found.last) == ("overdue", due, edition.last_review)
    assert edition.next_review == due


@pytest.mark.parametrize("slug", ["coventry", "blackburn-with-darwen"])
def test_two_policies_print_no_date(slug: str) -> None:
    found = next_review(policies.edition(slug).last_review, months(slug), date(2026, 11, 1))
    assert found == Review("unknown")
    assert (found.last, found.due, found.remind_on) == (None, None, None)


@pytest.mark.parametrize(
    ("last", "every", "due"),
    [
        (date(2026, 11, 20), 12, date(2027, 11, 20)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2023, 2, 28), 12, date(2024, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 24, date(2028, 12, 31)),
    ],
)
def test_months_are_cut_to_the_last_day_of_the_month(last: date, every: int, due: date) -> None:
    assert next_review(last, every, last).due == due


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2025, 7, 1), "current"),
        (date(2025, 7, 2), "remind"),
        (date(2025, 8, 31), "remind"),
        (date(2025, 9, 1), "overdue"),
    ],
)
def test_the_reminder_comes_sixty_days_before_and_overdue_the_day_after(today: date, state: str) -> None:
    found = next_review(date(2022, 8, 31), 36, today)
    assert found == Review(state, date(2022, 8, 31), date(2025, 8, 31), date(2025, 7, 2))  # type: ignore[arg-type]


def test_a_review_is_never_due_before_it_was_made_and_the_later_review_is_never_due_earlier() -> None:
    due = date.min
    for day in (date(2024, 1, 1) + timedelta(days=each) for each in range(1500)):
        found = next_review(day, 12, day)
        assert found.due
        assert found.due > day
        assert found.due >= due
        due = found.due
