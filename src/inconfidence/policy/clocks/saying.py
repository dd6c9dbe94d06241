"""The sentences that several clocks say alike."""

from datetime import date

from inconfidence.policy.clocks.days import spelt
from inconfidence.policy.clocks.holidays import Holidays

NUMBERS = {1: "One month", 2: "Two months", 3: "Three months"}


def month_sentences(start: date, months: int, what: str, end: date) -> list[str]:
    """So many months after something; and that a month without that day ends with its last."""
    said = [f"{NUMBERS[months]} after {what} is {spelt(end)}."]
    if end.day != start.day:
        said.append(f"That month has no day {start.day}, so its last day counts.")
    return said


def aim(target: date, due: date) -> tuple[str, ...]:
    """The sentence that names our own earlier day, where there is one."""
    return () if target == due else (f"Aim for {spelt(target)}, so that there is room for what goes wrong.",)


def unknown(provisional: bool, holidays: Holidays) -> tuple[str, ...]:
    """That the bank holidays of that day are not known."""
    if not provisional:
        return ()
    known = f"{spelt(holidays.known_from)} to {spelt(holidays.known_until)}"
    return (f"Provisional: bank holidays are known from {known}, and the law may change.",)
