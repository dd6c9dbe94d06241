"""The rules as dated rows: what is counted from, how long, and in which law.

A rule that changes gets a further row with its own `in_force_from`; what came before that day is judged by the
row of its day.
"""

from dataclasses import dataclass
from datetime import date, timedelta

# Nothing is reckoned beyond this century: what comes in later is a slip of the pen.
LATEST = date(2099, 12, 31)
# What came longer ago than this can be reckoned, and is likelier a year mistyped.
LONG_AGO = timedelta(days=2 * 365)
REFORM = date(2014, 9, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One clock as it counts from `in_force_from` on.

    `received` is what is counted from, in words; `due` what must have happened by the date. One of `days`, `weeks`
    and `months` is the length; none of them where the date is worked out from a birthday. `ahead`: days between our
    own target and the legal date, for what the family itself must do.
    """

    name: str
    in_force_from: date
    received: str
    due: str
    authority: str
    days: int = 0
    weeks: int = 0
    months: int = 0
    ahead: int = 0
    events: tuple[str, ...] = ()


ROWS = (
    Row(
        "appeal",
        REFORM,
        "The decision letter is dated",
        "The last day to appeal to the tribunal is",
        "Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008, rules 12 and 20",
        months=2,
        ahead=14,
        events=("mediation-certificate",),
    ),
    Row(
        "assessment-decision",
        REFORM,
        "The request for an assessment was received on",
        "The council must have said whether it will assess by",
        "Special Educational Needs and Disability Regulations 2014, regulation 5",
        weeks=6,
    ),
    Row(
        "refusal-to-issue",
        REFORM,
        "The request for an assessment was received on",
        "If there is to be no plan, the council must have said so by",
        "Special Educational Needs and Disability Regulations 2014, regulation 10",
        weeks=16,
    ),
    Row(
        "plan-final",
        REFORM,
        "The request for an assessment was received on",
        "The final plan must be there by",
        "Special Educational Needs and Disability Regulations 2014, regulation 13",
        weeks=20,
    ),
    Row(
        "draft-comment",
        REFORM,
        "The draft plan came on",
        "The family may comment at least until",
        "Special Educational Needs and Disability Regulations 2014, regulation 13",
        days=15,
        ahead=3,
    ),
    Row(
        "review-decision",
        REFORM,
        "The day of the review meeting is",
        "The council must have said whether it will keep, change or end the plan by",
        "Special Educational Needs and Disability Regulations 2014, regulation 20",
        weeks=4,
    ),
    Row(
        "amended-plan",
        REFORM,
        "The day of the review meeting is",
        "If the plan is to be changed, the final changed plan must be there by",
        "Special Educational Needs and Disability Regulations 2014, regulations 20 and 22",
        weeks=12,
    ),
    Row(
        "school-leaving",
        date(1981, 9, 1),
        "The date of birth is",
        "Compulsory school age ends on",
        "Education Act 1996, section 8",
    ),
)
NAMES = tuple(dict.fromkeys(row.name for row in ROWS))
LATER = ("subject-access", "subject-access-extended", "foi", "foi-40", "complaint", "breach")


def in_force(name: str, received: date, rows: tuple[Row, ...] = ROWS) -> Row | None:
    """The row of that name that was in force on the day something came; None before the first."""
    found = [row for row in rows if row.name == name and row.in_force_from <= received]
    return max(found, key=lambda row: row.in_force_from) if found else None
