"""What `how_long_to_keep` takes, which is dates, in plain words."""

from inconfidence.policy.facts.keeping import EnteredPeriod
from inconfidence.policy.telling.shared import DAY, NO_DAY, Clauses
from inconfidence.policy.wording import CATEGORIES, SINCE

CLAUSES: Clauses = {
    "today": {DAY: "asked on {day}", NO_DAY: "asked on a day that is not known"},
    "closed_on": {DAY: "closed on {day}", NO_DAY: "still open"},
    "births": {
        DAY: "a child born on {day}",
        NO_DAY: "a child whose date of birth is not known",
    },
    "deaths": {DAY: "of the children one died on {day}", NO_DAY: "of the children one lives"},
    "ever": {
        "parent_support": "the family was supported",
        "supervision_order": "a child was under a supervision order",
        "in_care": "a child was in care",
    },
    "holds": {
        "request": "a request for what we hold is open",
        "complaint": "a complaint is open",
        "breach": "a breach is open",
        "claim": "a claim is open",
        "tribunal": "a tribunal case is open",
        "police": "the police have a matter open",
        "court": "a court has a matter open",
        "inquiry": "an inquiry is open",
        "inspection": "an inspection is open",
        "concern": "a concern that somebody may come to harm is open",
        "csa_marker": "it may tell of child sexual abuse",
        "clock_untrusted": "the clock cannot be trusted",
    },
    "entered_periods": {},
}


def period(entered: EnteredPeriod) -> str:
    """A period that was entered from a schedule, with the schedule."""
    category, since = CATEGORIES[entered.category], SINCE[entered.from_]
    return f"{category}: {entered.years} years from {since}, entered from {entered.source}"
