"""What beginning depends on, from the entries on a case: the form, the question, a no, what was explained then."""

from datetime import datetime

from inconfidence.cases.facts.beginning import Agreed
from inconfidence.cases.queries import OpenCase
from inconfidence.consent.queries.records import moment_of, records
from inconfidence.consent.queries.standing import entries
from inconfidence.policy.standing.beginning import begin_standing


def agreed(door: OpenCase, moment: datetime) -> Agreed:
    """As of this moment."""
    found = begin_standing(entries(door), moment)
    return Agreed(
        form_back=found.form_back,
        answered=found.answered,
        refused=found.refused,
        limits_explained=any(
            entry.said["limits_explained"] and (moment_of(entry) or entry.recorded_at) <= moment
            for entry in records(door)
        ),
    )
