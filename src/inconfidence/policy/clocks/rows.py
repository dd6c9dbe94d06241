"""The rules as dated rows: what is counted from, how long, and in which law.

A rule that changes gets a further row with its own `in_force_from`; what came before that day is judged by the
row of its day.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from inconfidence.policy.clocks.answers import BadClock
from inconfidence.policy.clocks.days import LATEST, spelt
from inconfidence.policy.clocks.events import (
    AUTHORITY,
    CERTIFICATE,
    CLARIFICATION,
    CLARIFIED_REQUEST,
    CLOSED,
    EXTENDED,
    FEE,
    IDENTITY,
    Ask,
)
from inconfidence.policy.clocks.holidays import Off

# What came longer ago than this can be reckoned, and is likelier a year mistyped.
LONG_AGO = timedelta(days=2 * 365)
REFORM = date(2014, 9, 1)
DATA_PROTECTION = date(2018, 5, 25)


@dataclass(frozen=True, slots=True)
class Row:
    """One clock as it counts from `in_force_from` on.

    `received` is what is counted from, in words, and `since` the same as a noun; `due` what must have happened by the
    date. One of `days`, `weeks`, `months`, `working_days` and `hours` is the length; none of them where the date is
    worked out from a birthday. `longer` is the length, in the same measure, once it is extended, and `notice` what
    must be said for that within the first length. `off`: whose bank holidays count. `starts`: what the time does not
    begin without; `pauses`: what stops it while we wait, on the day of the answer too with `answer_too`; `idle`: what
    may be asked for and moves nothing.

    Our own days: `ahead` is how many days (or hours) before the end our target lies, where it is counted from there;
    `amber`, `target` and `red` are counted from the beginning, and lie `further` days later once it is extended.
    """

    name: str
    in_force_from: date
    received: str
    due: str
    authority: str
    since: str = ""
    days: int = 0
    weeks: int = 0
    months: int = 0
    working_days: int = 0
    hours: int = 0
    longer: int = 0
    notice: str = ""
    off: Off = Off.ENGLAND_AND_WALES
    starts: tuple[Ask, ...] = ()
    pauses: tuple[Ask, ...] = ()
    answer_too: bool = False
    idle: tuple[Ask, ...] = ()
    ahead: int = 0
    amber: int = 0
    target: int = 0
    red: int = 0
    further: int = 0
    events: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """How many days, months or working days a request's time has, before it is extended."""
        return self.days or self.months or self.working_days


SUBJECT_ACCESS = Row(
    "subject-access",
    DATA_PROTECTION,
    "The request was received on",
    "The answer must be there by",
    "UK GDPR, Articles 12(3) and 15",
    since="the request",
    months=1,
    longer=3,
    notice="The notice of the extension, with its reasons, must reach the person by",
    starts=(IDENTITY, AUTHORITY, FEE),
    idle=(CLARIFICATION,),
    amber=14,
    target=21,
    red=25,
    further=56,
    events=(
        IDENTITY.asked, IDENTITY.came, AUTHORITY.came, FEE.asked, FEE.came, CLARIFICATION.asked, CLARIFICATION.came,
        EXTENDED, CLOSED,
    ),
)  # fmt: skip
ROWS = (
    SUBJECT_ACCESS,
    replace(
        SUBJECT_ACCESS,
        in_force_from=date(2026, 2, 5),
        authority="UK GDPR, Articles 12(3), 12A and 15",
        pauses=(CLARIFICATION,),
        idle=(),
    ),
    Row(
        "foi",
        date(2005, 1, 1),
        "The request was received on",
        "The answer must be there by",
        "Freedom of Information Act 2000, section 10",
        since="the request",
        working_days=20,
        longer=40,
        notice="The notice that names the exemption must be given by",
        off=Off.ANYWHERE,
        starts=(CLARIFIED_REQUEST,),
        pauses=(FEE,),
        answer_too=True,
        amber=14,
        target=21,
        red=25,
        further=28,
        events=(CLARIFICATION.asked, CLARIFICATION.came, FEE.asked, FEE.came, EXTENDED, CLOSED),
    ),
    Row(
        "complaint",
        date(2026, 6, 19),
        "The complaint was received on",
        "The person must have been told that it came by",
        "Data Protection Act 2018, section 164A",
        since="the complaint",
        days=30,
        target=28,
        events=(CLOSED,),
    ),
    Row(
        "breach",
        DATA_PROTECTION,
        "The breach was known on",
        "The regulator must have been told by",
        "UK GDPR, Article 33",
        hours=72,
        ahead=24,
    ),
    Row(
        "appeal",
        REFORM,
        "The decision letter is dated",
        "The last day to appeal to the tribunal is",
        "Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008, rules 12 and 20",
        months=2,
        ahead=14,
        since="the letter",
        events=(CERTIFICATE,),
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
# The same clock once it is extended has a name of its own.
EXTENSIONS = {"subject-access-extended": "subject-access", "foi-40": "foi"}
NAMES = (
    "subject-access", "subject-access-extended", "foi", "foi-40", "complaint", "breach", "appeal",
    "assessment-decision", "refusal-to-issue", "plan-final", "draft-comment", "review-decision", "amended-plan",
    "school-leaving",
)  # fmt: skip
FAMILIES = NAMES[NAMES.index("appeal") :]
HOURS = ("breach",)


def in_force(name: str, received: date, rows: tuple[Row, ...] = ROWS) -> Row | None:
    """The row of that name that was in force on the day something came; None before the first."""
    found = [row for row in rows if row.name == name and row.in_force_from <= received]
    return max(found, key=lambda row: row.in_force_from) if found else None


def row_of(name: str, received: date) -> Row:
    """The rule by which this is judged. Raises BadClock when there is no such clock, or none for that day."""
    if name not in NAMES:
        raise BadClock(f"{name} is no clock; expected one of {', '.join(NAMES)}.")
    base = EXTENSIONS.get(name, name)
    row = in_force(base, received)
    if row is None or received > LATEST:
        first = min(each.in_force_from for each in ROWS if each.name == base)
        raise BadClock(
            f"{name} is worked out for dates from {spelt(first)} to {spelt(LATEST)}, not for {spelt(received)}."
        )
    return row
