"""Whether the days said at the end of a case can be: a birth that fits the file, an end after everything on it."""

from datetime import date

from inconfidence.cases.actions.content import NotAccepted, years_before
from inconfidence.cases.models import Item
from inconfidence.cases.queries.beginning import said_of
from inconfidence.cases.queries.closings import last_reopened, local_day
from inconfidence.cases.queries.door import OpenCase
from inconfidence.team.actor import Actor
from inconfidence.web.wording import plain_date

OLDEST = 26


def check_days(
    actor: Actor,
    door: OpenCase,
    *,
    born: date | None,
    sure: bool,
    closed: date | None,
    child_died: date | None,
) -> None:
    """Refuse days that cannot be: NotAccepted names the field. `sure`: the day of birth was looked at again."""
    year: int | None = said_of(door)["child"]["year_of_birth"]
    if born is not None and not sure:
        _check_birth(door, born, year)
    if child_died is not None:
        _check_death(child_died, born, year)
    if closed is not None:
        _check_end(actor, door, closed)


def _check_birth(door: OpenCase, born: date, year: int | None) -> None:
    """Keeping is counted from this day, so one that the file speaks against is asked again."""
    if year and born.year != year:
        says = f"On the file the child was born in {year}: check the date, or tick below that it is right"
        raise NotAccepted("born_on", says)
    if born < years_before(door.opened_on, OLDEST):
        says = f"The child would have been {OLDEST} or older when the case was opened: check the date, or tick below"
        raise NotAccepted("born_on", says)


def _check_death(died: date, born: date | None, year: int | None) -> None:
    if (born and died < born) or (not born and year and died.year < year):
        raise NotAccepted("died_on", "This is before the child was born: check the date")


def _check_end(actor: Actor, door: OpenCase, closed: date) -> None:
    """A case does not end before it was opened, nor before what happened on it or before it was opened again."""
    if closed < door.opened_on:
        says = f"The case was opened on {plain_date(door.opened_on)}: choose that day or a later one"
        raise NotAccepted("closed_on", says)
    happened = Item.objects.filter(case_id=door.case_id, happened_on__lte=actor.today())
    latest = happened.order_by("-happened_on").values_list("happened_on", flat=True).first()
    if latest and closed < latest:
        says = f"The timeline has an entry of {plain_date(latest)}: choose that day or a later one"
        raise NotAccepted("closed_on", says)
    again = last_reopened(door)
    reopened = local_day(again) if again else None
    if reopened and closed < reopened:
        says = f"The case was opened again on {plain_date(reopened)}: choose that day or a later one"
        raise NotAccepted("closed_on", says)
