"""The permission forms of one's own open cases: when each was given, and what presses about its case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.models import Case, CaseState
from inconfidence.cases.queries import places
from inconfidence.cases.queries.lists import in_scope, opened_with_keys
from inconfidence.cases.queries.page import day
from inconfidence.cases.queries.values import CaseRow
from inconfidence.duties.queries import soonest
from inconfidence.duties.words import LEGAL_DATE
from inconfidence.team.actor import Actor
from inconfidence.vault.subjects import SubjectKey

EXCLUSION = "exclusion"


@dataclass(frozen=True, slots=True)
class FormGiven:
    """An open case with the day its form was given; None: not given yet. Holds its key: never handed to a template.

    `deadline` is the soonest date in law that is owed on it, `pressing` that its matter is an exclusion.
    """

    row: CaseRow
    given_on: date | None
    deadline: date | None
    pressing: bool
    key: SubjectKey = field(repr=False, compare=False)


def forms_given(actor: Actor) -> tuple[FormGiven, ...]:
    """The open cases that this person works on, for the room that knows which forms came back. One event names them.

    However many there are, as many questions to the database.
    """
    rows, keys = opened_with_keys(actor, in_scope(actor).filter(state=CaseState.OPEN))
    said = _said(keys)
    due = soonest(actor, LEGAL_DATE, [row.reference for row in rows])
    return tuple(
        FormGiven(
            row=row,
            given_on=day(said[row.id]["form_given_on"]),
            deadline=due.get(row.reference),
            pressing=_pressing(said[row.id]["issues"]),
            key=keys[row.id],
        )
        for row in rows
    )


def _said(keys: Mapping[UUID, SubjectKey]) -> dict[UUID, dict[str, Any]]:
    found = Case.objects.filter(id__in=list(keys)).values_list("id", "version", "record")
    return {
        case: keys[case].open(places.case_record(case, version), record) for case, version, record in found
    }


def _pressing(issues: list[str]) -> bool:
    of_exclusion = {row.code for row in codes.rows("issue") if row.group == EXCLUSION}
    return bool(of_exclusion & set(issues))
