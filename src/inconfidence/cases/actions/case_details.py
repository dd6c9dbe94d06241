"""What is known when a case is opened, and what of it does not fit."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from inconfidence.cases.actions.content import (
    check_card,
    check_code,
    check_codes,
    check_line,
    check_past,
    check_year,
)
from inconfidence.people.actions import CardDetails
from inconfidence.team.actor import Actor


@dataclass(frozen=True, slots=True)
class ChildDetails:
    """The child or young person. Year of birth or band is enough; `is_the_person` when they came themselves."""

    name: str = ""
    year_of_birth: int | None = None
    age_band: str = "unknown"
    school: str = ""
    setting_type: str = "unknown"
    is_the_person: bool = False


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """What is known when a case is opened. Only the name and what it is about are needed.

    `again` is the reference of another case of the same person: then their card is known already.
    """

    card: CardDetails
    child: ChildDetails = ChildDetails()
    relationship: str = "unknown"
    responsibility: str = "unknown"
    order: str = "not_asked"
    issues: tuple[str, ...] = ()
    origin: str = "self"
    statement_given_on: date | None = None
    notice_given_on: date | None = None
    form_given_on: date | None = None
    enquiry_id: UUID | None = None
    absence_reason: str = ""
    take_myself: bool = True
    opened_on: date | None = None
    again: str = ""


def check_case(actor: Actor, details: CaseDetails) -> None:
    """Refuse what does not fit: NotAccepted names the field. A known person's card was checked when it was made."""
    if not details.again:
        check_line("name", details.card.name, needed=True)
        check_card(details.card)
    check_codes("issues", "issue", details.issues, needed=True)
    check_code("relationship", "relationship_to_child", details.relationship)
    check_code("responsibility", "parental_responsibility", details.responsibility)
    check_code("court_order", "court_order", details.order)
    check_code("origin", "origin", details.origin)
    check_line("absence_reason", details.absence_reason)
    _check_child(actor, details.child)
    for field in ("statement_given_on", "notice_given_on", "form_given_on", "opened_on"):
        check_past(field, actor, getattr(details, field))


def _check_child(actor: Actor, child: ChildDetails) -> None:
    check_line("child_name", child.name)
    check_line("school", child.school)
    check_code("age_band", "age_band", child.age_band)
    check_code("setting_type", "setting_type", child.setting_type)
    check_year("year_of_birth", actor, child.year_of_birth)
