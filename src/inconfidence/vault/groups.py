"""Groups that hold keys together: leads, front desk, staff."""

import os
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.vault import mirror, persons, trust
from inconfidence.vault.envelope import KEY_BYTES, Profile, as_bytes, as_record, give, profile_of, seal
from inconfidence.vault.host import unwrap_epoch, wrap_epoch
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring, Member
from inconfidence.vault.models import GroupKey, Membership, PersonKey
from inconfidence.vault.sealed import CannotOpen, Place, Sealed, cannot_seal
from inconfidence.vault.secret import Holder
from inconfidence.vault.words import Group

__all__ = [
    "Group",
    "add_member",
    "begin_groups",
    "open_from_group",
    "open_from_person",
    "remove_member",
    "seal_to_group",
    "seal_to_person",
]


def begin_groups(service_id: UUID, lead: Keyring) -> None:
    """Make the groups of a new service, signed by its first lead, who is their first member."""
    with transaction.atomic():
        pair = trust.trusted_people(service_id, [lead.owner])[0]
        for group in Group:
            holder = Holder(new_id(), os.urandom(KEY_BYTES))
            key = GroupKey(
                id=holder.pair_id, service_id=service_id, group=group, generation=1, public=holder.public()
            )
            key.signature = lead.signing().sign(trust.group_statement(key))
            key.signed_by = lead.pair_id
            key.save(force_insert=True)
            _let_in(holder, pair)
            mirror.group_changes(service_id, group)


def _let_in(holder: Holder, pair: PersonKey) -> None:
    """Seal a group's private half to a member."""
    row = Membership(id=new_id(), group_key_id=holder.pair_id, member=pair)
    bound = _membership_bound(row.id, holder.pair_id, pair.id, pair.service_id)
    row.seal = wrap_epoch(give(bytes(pair.public), Profile.GIVEN, holder.root(), bound), bound)
    row.save(force_insert=True)


def _membership_bound(row: UUID, group_key: UUID, member: UUID, service_id: UUID) -> bytes:
    return Place("vault_membership", "seal", row, 1).bound(service_id) + group_key.bytes + member.bytes


def opened(keyring: Keyring) -> dict[UUID, Member]:
    """The groups of this person by pair, opened once for each keyring."""
    if keyring.groups is None:
        rows = Membership.objects.filter(member=keyring.pair_id, group_key__service_id=keyring.service_id)
        ordered = rows.select_related("group_key").order_by("group_key__generation")
        keyring.groups = {row.group_key_id: _open_membership(keyring, row) for row in ordered}
    return keyring.groups


def _open_membership(keyring: Keyring, row: Membership) -> Member:
    """Open a group's private half; on the first opening it is sealed again under the member's own key."""
    group = Group(row.group_key.group)
    bound = _membership_bound(row.id, row.group_key_id, keyring.pair_id, keyring.service_id)
    inner = unwrap_epoch(row.seal.raw, bound)
    if profile_of(inner) == Profile.OWN:
        return Member(row.group_key_id, keyring.open_own(Profile.OWN, inner, bound), group)
    root = keyring.open_given(Profile.GIVEN, inner, bound)
    again = wrap_epoch(seal(keyring.own(), Profile.OWN, 0, root, bound), bound)
    Membership.objects.filter(id=row.id).update(seal=again)
    return Member(row.group_key_id, root, group)


def _member_of(keyring: Keyring, service_id: UUID, group: Group) -> Member:
    """The newest opened pair of a group. CannotOpen for who is not in it."""
    mine = [member for member in opened(keyring).values() if member.group is group]
    if not mine or service_id != keyring.service_id:
        raise CannotOpen
    return mine[-1]


def add_member(by: Keyring, service_id: UUID, group: Group, owner: UUID) -> None:
    """Let a person into a group. A member of `leads` becomes someone whose signature counts.

    CannotOpen when `by` is not in the group; CannotSeal when the person's pair is not signed, or a lead is to
    be made by someone who is none.
    """
    with transaction.atomic():
        holder = _member_of(by, service_id, group)
        pair = trust.trusted_people(service_id, [owner])[0]
        if group is Group.leads:
            if not persons.may_sign(by, service_id):
                raise cannot_seal()
            persons.make_lead(by, pair)
        Membership.objects.filter(group_key_id=holder.pair_id, member=pair).delete()
        _let_in(holder, pair)


def remove_member(service_id: UUID, group: Group, owner: UUID) -> None:
    """Take a person's membership away at once. Needs no key."""
    Membership.objects.filter(
        group_key__service_id=service_id, group_key__group=group, member__owner=owner
    ).delete()


def seal_to_group(service_id: UUID, group: Group, place: Place, payload: Mapping[str, object]) -> Sealed:
    """Seal a record that the members of a group will read. Needs no open key. CannotSeal for an unsigned group."""
    key = trust.trusted_groups(service_id, [group])[0]
    bound = place.bound(service_id)
    return Sealed(give(bytes(key.public), Profile.GIVEN_TO_GROUP, as_bytes(payload), bound))


def open_from_group(
    keyring: Keyring, service_id: UUID, group: Group, place: Place, sealed: Sealed
) -> dict[str, Any]:
    """Open a record sealed to a group. CannotOpen for whoever is not in it."""
    holder = _member_of(keyring, service_id, group)
    return as_record(holder.open_given(Profile.GIVEN_TO_GROUP, sealed.raw, place.bound(service_id)))


def seal_to_person(owner: UUID, place: Place, payload: Mapping[str, object]) -> Sealed:
    """Seal a record that one person will read. Needs no open key. CannotSeal when the pair is not signed."""
    public = mirror.person(owner)
    return Sealed(give(public.key, Profile.GIVEN, as_bytes(payload), place.bound(public.service_id)))


def open_from_person(keyring: Keyring, place: Place, sealed: Sealed) -> dict[str, Any]:
    """Open a record sealed to this person; CannotOpen otherwise."""
    return as_record(keyring.open_given(Profile.GIVEN, sealed.raw, place.bound(keyring.service_id)))
