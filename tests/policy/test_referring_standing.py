"""What a referrer has shown → the `agreement` of `may_contact`: the day before, the day, the day after."""

from datetime import date, timedelta

import pytest

from inconfidence.policy.standing.referring import agreement_shown

PASSED_ON = date(2026, 11, 18)
DAY = timedelta(days=1)


def shown(**changes: object) -> str:
    """A signed form handed to the school on the day, with these changes."""
    said: dict[str, object] = {
        "form": "signed",
        "to_whom": "the SENCO",
        "agreed_on": PASSED_ON,
        "passed_on": PASSED_ON,
        "there": False,
    }
    return agreement_shown(**said | changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("agreed_on", "word"),
    [(PASSED_ON - DAY, "before"), (PASSED_ON, "before"), (PASSED_ON + DAY, "after"), (None, "none")],
)
def test_a_yes_counts_until_the_day_the_details_were_passed_on(agreed_on: date | None, word: str) -> None:
    assert shown(agreed_on=agreed_on) == word


@pytest.mark.parametrize("missing", ["form", "to_whom"])
def test_a_day_alone_shows_nothing(missing: str) -> None:
    assert shown(**{missing: ""}) == "none"


@pytest.mark.parametrize("missing", ["form", "to_whom"])
def test_a_day_that_is_too_late_is_too_late_whatever_else_is_missing(missing: str) -> None:
    assert shown(**{missing: "", "agreed_on": PASSED_ON + DAY}) == "after"


@pytest.mark.parametrize("agreed_on", [None, PASSED_ON + DAY])
def test_whoever_is_there_agrees_by_being_there(agreed_on: date | None) -> None:
    assert shown(form="", to_whom="", agreed_on=agreed_on, there=True) == "before"
