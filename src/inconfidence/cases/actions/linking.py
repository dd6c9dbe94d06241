"""Two files of one family are linked, and unlinked. Leads only: a link is never written beside a case (D-03).

The record of acts says that files were linked, and not which: the worker of a case reads who has done what with it.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.models import Link
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import find, saw
from inconfidence.cases.queries.linked import of_case
from inconfidence.cases.queries.lists import holders
from inconfidence.team.actor import Actor
from inconfidence.vault import groups
from inconfidence.vault.groups import Group
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed


def link_files(actor: Actor, reference: str, other: str, *, once: UUID | None = None) -> bool | None:
    """Link two files. None for all but a lead of their service; NotAccepted where there is no such other file."""
    reference, other = reference.strip().upper(), other.strip().upper()
    with transaction.atomic():
        if holders(actor, reference) is None:
            saw(actor, None, Act.case_refused)
            return None
        _check(actor, reference, other)
        _write(actor, reference, other, once)
        return True


def _check(actor: Actor, reference: str, other: str) -> None:
    if other == reference:
        raise NotAccepted("other", "This is the number of this very case")
    if holders(actor, other) is None:
        raise NotAccepted("other", "No case here has this number: check it on the case’s own page")
    if other in of_case(actor, reference).values():
        raise NotAccepted("other", "These two are linked already")


def _write(actor: Actor, reference: str, other: str, once: UUID | None) -> None:
    row_id = new_id()
    sealed = _sealed(actor, row_id, [str(find(actor, one).get().id) for one in (reference, other)])
    Link.objects.create(
        id=row_id,
        service_id=actor.service_id,
        record=sealed,
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.files_linked,
        at=actor.now(),
        rows={places.link(row_id).name: sealed},
        once=once,
    )


def _sealed(actor: Actor, link_id: UUID, cases: Sequence[str]) -> Sealed:
    return groups.seal_to_group(
        actor.service_id, Group.leads, places.link(link_id), {"form": 1, "cases": cases}
    )


def unlink_files(actor: Actor, reference: str, link_id: UUID, *, once: UUID | None = None) -> bool | None:
    """Take a link away that was wrong. None for all but a lead, or where this file has no such link.

    It is emptied and its row stays: the audit names that row.
    """
    with transaction.atomic():
        known = holders(actor, reference) is not None
        if not known or link_id not in of_case(actor, reference.strip().upper()):
            saw(actor, None, Act.case_refused)
            return None
        emptied = _sealed(actor, link_id, [])
        Link.objects.filter(id=link_id).update(record=emptied)
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.files_unlinked,
            at=actor.now(),
            listed=(link_id,),
            rows={places.link(link_id).name: emptied},
            once=once,
        )
        return True
