"""What a referrer has shown → the `agreement` of `may_contact`.

It counts once it is said in which form they agreed, to whom and on which day; a day after their details were passed on
is too late. Whoever is there while the professional speaks to us agrees by being there.
"""

from datetime import date
from typing import Literal


def agreement_shown(
    *, form: str, to_whom: str, agreed_on: date | None, passed_on: date, there: bool
) -> Literal["none", "before", "after"]:
    """How the family's agreement stands, against the day on which their details reached us."""
    if there:
        return "before"
    if agreed_on is not None and agreed_on > passed_on:
        return "after"
    return "before" if form and to_whom and agreed_on is not None else "none"
