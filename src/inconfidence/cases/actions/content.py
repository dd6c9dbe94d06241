"""What an action accepts: lengths, days, codes that a list knows."""

from collections.abc import Iterable
from datetime import date, time

from inconfidence import codes
from inconfidence.people.actions import CardDetails
from inconfidence.team.actor import LONDON, Actor
from inconfidence.web.wording import plain_date

LONGEST_NOTE = 100_000
LONGEST_LINE = 300


class NotAccepted(ValueError):
    """What was given does not fit. `field` is the form's field, `says` one sentence that tells what to do."""

    def __init__(self, field: str, says: str) -> None:
        super().__init__(field)
        self.field = field
        self.says = says


def check_text(field: str, text: str) -> None:
    """Refuse a longer text than a note may be."""
    if len(text) > LONGEST_NOTE:
        raise NotAccepted(
            field,
            f"This is {len(text):,} characters long. Shorten it to {LONGEST_NOTE:,}, or save it in two parts",
        )


def check_line(field: str, line: str, *, needed: bool = False) -> None:
    """Refuse a line that is empty where it is needed, or longer than a line may be."""
    if needed and not line.strip():
        raise NotAccepted(field, "Fill this in")
    if len(line) > LONGEST_LINE:
        raise NotAccepted(field, f"Shorten this to {LONGEST_LINE} characters")


def check_code(field: str, name: str, code: str, *, empty: bool = False) -> None:
    """Refuse a code that the list `name` does not have."""
    if not (codes.known(name, code) or (empty and not code)):
        raise NotAccepted(field, "Choose one of the answers in the list")


def check_codes(field: str, name: str, chosen: Iterable[str], *, needed: bool = False) -> None:
    """Refuse codes that the list `name` does not have, or none where one is needed."""
    found = tuple(chosen)
    if needed and not found:
        raise NotAccepted(field, "Choose at least one")
    for code in found:
        check_code(field, name, code)


def check_past(field: str, actor: Actor, day: date | None) -> None:
    """Refuse a day that has not come yet: nothing is recorded before it happened."""
    if day is not None and day > actor.today():
        raise NotAccepted(field, "This day has not come yet: check the date")


def check_time(field: str, actor: Actor, day: date | None, at: time | None) -> None:
    """Refuse a time of today that has not come yet."""
    if at is not None and day in (None, actor.today()) and at > actor.now().astimezone(LONDON).time():
        raise NotAccepted(field, "This time has not come yet: check the time and the day")


def check_year(field: str, actor: Actor, year: int | None) -> None:
    """Refuse a year of birth of nobody of an age that we help."""
    now = actor.today().year
    if year is not None and not now - 26 <= year <= now:
        raise NotAccepted(field, f"Give a year from {now - 26} to {now}, or leave it empty")


def check_since(field: str, opened_on: date, day: date | None) -> None:
    """Refuse a day more than two years before the case was opened: then the year is a slip of the pen."""
    earliest = years_before(opened_on, 2)
    if day is not None and day < earliest:
        raise NotAccepted(
            field,
            f"Check the year: this is before {plain_date(earliest)}, two years before the case was opened",
        )


def check_coming(field: str, actor: Actor, day: date | None) -> None:
    """Refuse a day to be reminded on that has passed, or that lies so far ahead that its year is a slip of the pen."""
    if day is not None and day < actor.today():
        raise NotAccepted(field, "This day has passed: choose today or a later day")
    if day is not None and years_before(day, 2) > actor.today():
        raise NotAccepted(field, "Check the year: this is more than two years away")


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 28 February where there is no 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def check_card(card: CardDetails) -> None:
    """Refuse a card whose answers no list knows, or whose lines are longer than a line may be."""
    check_codes("access_needs", "access_need", card.access_needs)
    check_code("ok_to_ring", "ok_to_ring", card.safe.ok_to_ring)
    check_code("ok_voicemail", "ok_voicemail", card.safe.ok_voicemail)
    for field in ("ok_text", "ok_email", "ok_post", "ok_at_work"):
        check_code(field, "yes_no_not_asked", getattr(card.safe, field))
    for field in ("known_as", "email", "language"):
        check_line(field, getattr(card, field))
    for field in ("ring_on", "times", "ok_message_with", "say_we_are", "safe_word", "do_not_contact"):
        check_line(field, getattr(card.safe, field))
    for phone in card.phones:
        check_line("phone", phone)
    check_text("address", card.address)
