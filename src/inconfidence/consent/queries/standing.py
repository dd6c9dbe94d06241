"""From the entries on a case to what the core reads: dated entries, and how a consent stands."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.facts.passing import THEIR_OWN
from inconfidence.cases.queries import OpenCase, involved, last_reopened, right
from inconfidence.consent.queries.records import LONDON, Recorded, answers, moment_of
from inconfidence.policy.standing.consent import ConsentEntry, ConsentStanding, consent_standing
from inconfidence.policy.standing.obtaining import ObtainStanding, obtain_standing
from inconfidence.policy.standing.passing import Passing, Whose, counts_as

ALL_MATTERS = "all_matters"


def entries(
    door: OpenCase, *, person: UUID | None = None, whose: Whose = "own", today: date | None = None
) -> tuple[ConsentEntry, ...]:
    """The entries of an opened case as the core takes them, oldest first.

    `whose` is whom the information belongs to: on the day `today` it says whose answers are the person's own.

    A consent may name somebody who is on the case. Asked about that `person`, such an entry speaks of their role; asked
    about anybody else, it speaks of nobody.
    """
    roles = {found.id: found.role for found in involved(door)}
    since = last_reopened(door)
    now = right(door, today) if today else THEIR_OWN
    return tuple(as_entry(found, person, roles, since, whose, now) for found in answers(door))


def as_entry(
    found: Recorded,
    person: UUID | None,
    roles: dict[UUID, str],
    reopened: datetime | None,
    whose: Whose,
    now: Passing,
) -> ConsentEntry:
    """One entry as the core takes it; what was recorded before the case was last reopened does not revive."""
    said = found.said
    return ConsentEntry(
        happened=moment_of(found),
        recorded=found.recorded_at,
        kind=said["kind"],
        answer=said["answer"],
        giver=_giver(said, whose, now),
        reach=said["reach"],
        recipients=_recipients(said, person, roles),
        purposes=_purposes(said),
        items=frozenset(said["items"]) if said["items"] else "everything",
        method=said["method"],
        date_known=said["happened_on"] is not None and said["dated"],
        worker_known=bool(said["taken_by"]),
        signed=said["signed"] and (said["method"] != "in_person" or bool(said["form_item"])),
        recipients_named_or_reason=_named_or_reason(said),
        review_by=date.fromisoformat(said["review_on"]) if said["review_on"] else None,
        recorded_before_reopening=reopened is not None and found.recorded_at < reopened,
    )


def _giver(said: dict[str, Any], whose: Whose, now: Passing) -> Literal["subject", "someone_else"]:
    """Whether it is the answer of whoever the information belongs to. A form opens the work for the person we help."""
    return counts_as(said["giver"], "own" if said["kind"] == "permission_form" else whose, now)


def _recipients(said: dict[str, Any], person: UUID | None, roles: dict[UUID, str]) -> frozenset[str]:
    """Somebody else who is named stays in the set, though they match nobody asked about: an empty no would end all."""
    found = set(said["recipients"])
    if person and f"person:{person}" in found and person in roles:
        found.add(roles[person])
    return frozenset(found)


def _purposes(said: dict[str, Any]) -> frozenset[str]:
    """Everything we are helping with is every matter on the list."""
    if ALL_MATTERS in said["purposes"]:
        return frozenset(row.code for row in codes.rows("consent_purpose")) - {ALL_MATTERS}
    return frozenset(said["purposes"])


def _named_or_reason(said: dict[str, Any]) -> bool:
    return said["reach"] == "everyone" or bool(said["recipients"]) or bool(said["no_recipients_reason"])


def standing(
    door: OpenCase,
    *,
    recipient: str,
    body: str,
    purpose: str,
    items: frozenset[str],
    moment: datetime,
    person: UUID | None = None,
    whose: Whose = "young_person",
) -> ConsentStanding:
    """How consent stands towards this recipient (a role), their body, this purpose and these items at this moment.

    What is told is the young person's unless it is said to be the `own` of the person we help.
    """
    today = moment.astimezone(LONDON).date()
    return consent_standing(
        entries(door, person=person, whose=whose, today=today),
        recipient=recipient,
        body=body,
        purpose=purpose,
        items=items,
        moment=moment,
        today=today,
    )


def obtaining(
    door: OpenCase, *, holder: str, body: str, purpose: str, moment: datetime, person: UUID | None = None
) -> ObtainStanding:
    """How consent stands for asking this holder (a role), in their body, for records for this purpose now.

    The records that a case is about are the child's or young person's.
    """
    today = moment.astimezone(LONDON).date()
    return obtain_standing(
        entries(door, person=person, whose="young_person", today=today),
        holder=holder,
        body=body,
        purpose=purpose,
        moment=moment,
        today=today,
    )


def having(door: OpenCase, source: str, moment: datetime) -> tuple[ObtainStanding, ...]:
    """How consent stands for having records of this source (`records_of`): for each matter, from each who is there."""
    body = next(row.group for row in codes.rows("records_of") if row.code == source)
    bodies = {row.group for row in codes.rows("records_of")} - {""}
    there = [who for who in involved(door) if (who.body == body if body else who.body not in bodies)]
    matters = [row.code for row in codes.rows("consent_purpose") if row.code != ALL_MATTERS]
    holders = [("", body, None), *((who.role, who.body, who.id) for who in there)]
    return tuple(
        obtaining(door, holder=role, body=of, purpose=matter, moment=moment, person=person)
        for role, of, person in holders
        for matter in matters
    )
