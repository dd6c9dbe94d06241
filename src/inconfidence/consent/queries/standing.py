"""From the entries on a case to what the core reads: dated entries, and how a consent stands."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.queries import OpenCase, involved, last_reopened
from inconfidence.consent.queries.records import LONDON, Recorded, answers, moment_of
from inconfidence.policy.standing.consent import ConsentEntry, ConsentStanding, consent_standing
from inconfidence.policy.standing.obtaining import ObtainStanding, obtain_standing

ALL_MATTERS = "all_matters"


def entries(door: OpenCase, *, person: UUID | None = None) -> tuple[ConsentEntry, ...]:
    """The entries of an opened case as the core takes them, oldest first.

    A consent may name somebody who is on the case. Asked about that `person`, such an entry speaks of their role; asked
    about anybody else, it speaks of nobody.
    """
    roles = {found.id: found.role for found in involved(door)}
    since = last_reopened(door)
    return tuple(as_entry(found, person, roles, since) for found in answers(door))


def as_entry(
    found: Recorded, person: UUID | None, roles: dict[UUID, str], reopened: datetime | None
) -> ConsentEntry:
    """One entry as the core takes it; what was recorded before the case was last reopened does not revive."""
    said = found.said
    return ConsentEntry(
        happened=moment_of(found),
        recorded=found.recorded_at,
        kind=said["kind"],
        answer=said["answer"],
        giver=said["giver"],
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
) -> ConsentStanding:
    """How consent stands towards this recipient (a role), their body, this purpose and these items at this moment."""
    return consent_standing(
        entries(door, person=person),
        recipient=recipient,
        body=body,
        purpose=purpose,
        items=items,
        moment=moment,
        today=moment.astimezone(LONDON).date(),
    )


def obtaining(
    door: OpenCase, *, holder: str, body: str, purpose: str, moment: datetime, person: UUID | None = None
) -> ObtainStanding:
    """How consent stands for asking this holder (a role), in their body, for records for this purpose now."""
    return obtain_standing(
        entries(door, person=person),
        holder=holder,
        body=body,
        purpose=purpose,
        moment=moment,
        today=moment.astimezone(LONDON).date(),
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
