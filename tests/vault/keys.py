"""Keyrings for tests: a signed pair without a password, in under a millisecond."""

from uuid import UUID

from inconfidence.vault import groups, persons, trust
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import PersonKey
from inconfidence.vault.words import Group, OwnerKind, PairState

_leads: dict[tuple[str, UUID], Keyring] = {}


def first_lead(service_id: UUID, owner: UUID | None = None) -> Keyring:
    """The service's first lead with its groups begun; the same keyring again within a test."""
    from django.conf import settings

    from inconfidence.vault.ids import new_id

    known = _leads.get((str(settings.DATA), service_id))
    if known is None:
        known = Keyring.fresh(owner or new_id(), service_id, OwnerKind.worker)
        persons.store(known, None)
        persons.anchor_first_lead(known, service_id)
        groups.begin_groups(service_id, known)
        _leads[str(settings.DATA), service_id] = known
    return known


def keyring_for(
    owner: UUID, service_id: UUID, *memberships: Group, kind: OwnerKind = OwnerKind.worker
) -> Keyring:
    """A signed keyring of this person, without a password, let into these groups.

    The service gets an invented first lead when it has none.
    """
    lead = first_lead(service_id)
    keyring = Keyring.fresh(owner, service_id, kind)
    pair = persons.store(keyring, None)
    pair.signature = lead.signing().sign(trust.person_statement(pair))
    pair.signed_by = lead.pair_id
    pair.save(update_fields=["signature", "signed_by"])
    for group in memberships:
        groups.add_member(lead, service_id, group, owner)
    return keyring


def active_pair(owner: UUID) -> PersonKey:
    """The row of a person's active pair."""
    return PersonKey.objects.get(owner=owner, state=PairState.active)
