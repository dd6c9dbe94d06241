"""Case and card keys: begun, given, opened, ended."""

import os
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import Q, QuerySet

from inconfidence.vault import envelope, trust
from inconfidence.vault import groups as group_keys
from inconfidence.vault.envelope import KEY_BYTES, Profile, profile_of, seal, unseal
from inconfidence.vault.host import unwrap_epoch, wrap_epoch
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import GroupKey, Membership, OlderKey, PersonKey, Seal, Subject
from inconfidence.vault.sealed import CannotOpen, Place, Sealed, found_sealed
from inconfidence.vault.secret import Holder
from inconfidence.vault.stored import found_id, stored_id
from inconfidence.vault.subject_key import SubjectKey
from inconfidence.vault.words import Group, Kind, PairState

__all__ = ["Group", "Kind", "SubjectKey", "begin", "end", "give", "held", "open_key", "open_keys"]


SEALS = (
    "SELECT id, subject_id, generation, holder, seal FROM vault_seal"
    " WHERE service_id = %s AND kind = %s AND subject_id IN ({}) AND (holder = %s"
    " OR holder IN (SELECT group_key_id FROM vault_membership WHERE member_id = %s))"
)


class Row(NamedTuple):
    """A stored seal as the database gives it."""

    id: UUID
    subject_id: UUID
    generation: int
    holder: UUID
    seal: Sealed


def _bound(row: UUID, subject: UUID, generation: int, holder: UUID, service_id: UUID) -> bytes:
    place = Place("vault_seal", "seal", row, generation)
    return place.bound(service_id) + subject.bytes + holder.bytes


def _older_bound(subject: UUID, generation: int, service_id: UUID) -> bytes:
    return Place("vault_olderkey", "seal", subject, generation).bound(service_id)


def begin(
    kind: Kind, subject_id: UUID, service_id: UUID, *, people: Iterable[UUID], groups: Iterable[Group]
) -> SubjectKey:
    """Make the key of a new case or card and give it to these people and groups.

    CannotSeal when one of them has no signed pair; ValueError when it is given to nobody.
    """
    key = SubjectKey(kind, subject_id, service_id, 1, {1: os.urandom(KEY_BYTES)})
    with transaction.atomic():
        holders = _trusted(service_id, people, groups)
        if not holders:
            raise ValueError("a key must be given to somebody")
        Subject.objects.create(id=subject_id, kind=kind, service_id=service_id)
        Seal.objects.bulk_create([_given(key, holder) for holder in holders])
    return key


def _trusted(service_id: UUID, people: Iterable[UUID], groups: Iterable[Group]) -> list[PersonKey | GroupKey]:
    """The pairs to which a key may be given."""
    return [*trust.trusted_people(service_id, people), *trust.trusted_groups(service_id, groups)]


def _given(key: SubjectKey, holder: PersonKey | GroupKey) -> Seal:
    """The seal by which a key is given to a holder."""
    row_id = new_id()
    bound = _bound(row_id, key.subject_id, key.generation, holder.id, key.service_id)
    profile = Profile.GIVEN if isinstance(holder, PersonKey) else Profile.GIVEN_TO_GROUP
    return Seal(
        id=row_id,
        subject_id=key.subject_id,
        kind=key.kind,
        service_id=key.service_id,
        generation=key.generation,
        holder=holder.id,
        seal=wrap_epoch(envelope.give(bytes(holder.public), profile, key.key(), bound), bound),
    )


def _mine(keyring: Keyring) -> Q:
    """The seals that this person can open, alone or as a member."""
    member = Membership.objects.filter(member=keyring.pair_id).values("group_key_id")
    return Q(service_id=keyring.service_id) & (Q(holder=keyring.pair_id) | Q(holder__in=member))


def held(keyring: Keyring, kind: Kind) -> QuerySet[Any, Any]:
    """The ids of the cases or cards whose key this person holds, for `filter(id__in=held(...))`."""
    return Seal.objects.filter(_mine(keyring), kind=kind).values("subject_id")


def open_key(keyring: Keyring, kind: Kind, subject_id: UUID) -> SubjectKey:
    """The key of one case or card. CannotOpen when it was not given to this person."""
    found = open_keys(keyring, kind, [subject_id]).get(subject_id)
    if found is None:
        raise CannotOpen
    return found


def open_keys(keyring: Keyring, kind: Kind, ids: Iterable[UUID]) -> dict[UUID, SubjectKey]:
    """The keys of these cases or cards that this person can open, in one query.

    What was given by HPKE is sealed again under the holder's own key, all at once. A seal that was altered
    raises the alarm and is left out.
    """
    found = _seals(keyring, kind, list(ids))
    found.sort(key=lambda row: row.holder != keyring.pair_id)
    opened: dict[UUID, SubjectKey] = {}
    again: list[Seal] = []
    for row in found:
        if row.subject_id not in opened:
            key = _open(keyring, kind, row, again)
            if key is not None:
                opened[row.subject_id] = key
    if again:
        Seal.objects.bulk_update(again, ["seal"], batch_size=100)
    _add_older(opened.values())
    return opened


def _seals(keyring: Keyring, kind: Kind, ids: list[UUID]) -> list[Row]:
    """The stored seals of these subjects that this person can open. Written out: every page of a case asks it."""
    if not ids:
        return []
    database = connections[DEFAULT_DB_ALIAS]
    pair = stored_id(database, keyring.pair_id)
    wanted = [stored_id(database, one) for one in ids]
    with database.cursor() as cursor:
        statement = SEALS.format(", ".join(["%s"] * len(ids)))
        cursor.execute(statement, [stored_id(database, keyring.service_id), kind.value, *wanted, pair, pair])
        return [
            Row(found_id(row), found_id(subject), generation, found_id(holder), found_sealed(bytes(sealed)))
            for row, subject, generation, holder, sealed in cursor.fetchall()
        ]


def _open(keyring: Keyring, kind: Kind, row: Row, again: list[Seal]) -> SubjectKey | None:
    try:
        bound = _bound(row.id, row.subject_id, row.generation, row.holder, keyring.service_id)
        inner = unwrap_epoch(row.seal.raw, bound)
        mine = row.holder == keyring.pair_id
        holder: Holder = keyring if mine else group_keys.opened(keyring)[row.holder]
        own = Profile.OWN if mine else Profile.OWN_OF_GROUP
        if profile_of(inner) == own:
            key = holder.open_own(own, inner, bound)
        else:
            given = Profile.GIVEN if mine else Profile.GIVEN_TO_GROUP
            key = holder.open_given(given, inner, bound)
            again.append(Seal(id=row.id, seal=wrap_epoch(seal(holder.own(), own, 0, key, bound), bound)))
    except CannotOpen:
        return None
    return SubjectKey(kind, row.subject_id, keyring.service_id, row.generation, {row.generation: key})


def _add_older(keys: Iterable[SubjectKey]) -> None:
    """Give each key of a later generation those before it, so that what was written under them opens."""
    later = {key.subject_id: key for key in keys if key.generation > 1}
    if not later:
        return
    for row in OlderKey.objects.filter(subject_id__in=list(later)).order_by("-generation"):
        key = later[row.subject_id]
        bound = _older_bound(row.subject_id, row.generation, key.service_id)
        inner = unwrap_epoch(row.seal.raw, bound)
        key.add(row.generation, unseal(key.cipher(row.generation + 1), Profile.OLDER, inner, bound))


def _in_force(by: SubjectKey) -> Subject:
    """The locked row of a case or card. CannotOpen when `by` was opened before somebody's key was ended."""
    subject = Subject.objects.select_for_update().filter(id=by.subject_id).first()
    if subject is None or subject.generation != by.generation:
        raise CannotOpen
    return subject


def give(by: SubjectKey, *, person: UUID | None = None, group: Group | None = None) -> None:
    """Give a case or card's key to a person or a group; nothing happens when they have it.

    CannotSeal when the holder's pair is not signed; CannotOpen when `by` is of an earlier generation.
    """
    with transaction.atomic():
        _in_force(by)
        holders = _trusted(by.service_id, [person] if person else [], [group] if group else [])
        has = set(Seal.objects.filter(subject_id=by.subject_id).values_list("holder", flat=True))
        Seal.objects.bulk_create([_given(by, holder) for holder in holders if holder.id not in has])


def end(by: SubjectKey, *, person: UUID) -> SubjectKey:
    """Take a person's key away and start a new generation: nothing written from then on is theirs.

    The remaining holders are given the new key, the old one is sealed under it. Returns the new key. Access
    through a group is not ended. CannotOpen when `by` is of an earlier generation.
    """
    with transaction.atomic():
        subject = _in_force(by)
        ended = PersonKey.objects.filter(owner=person).values("id")
        seals = Seal.objects.filter(subject_id=by.subject_id)
        remaining = set(seals.exclude(holder__in=ended).values_list("holder", flat=True))
        key = _next(by)
        subject.generation = key.generation
        subject.save(update_fields=["generation"])
        seals.delete()
        Seal.objects.bulk_create([_given(key, holder) for holder in _holders(by.service_id, remaining)])
    return key


def _next(by: SubjectKey) -> SubjectKey:
    """The next generation of a key, with the one before stored under it."""
    generation = by.generation + 1
    fresh = os.urandom(KEY_BYTES)
    bound = _older_bound(by.subject_id, by.generation, by.service_id)
    inner = seal(AESGCMSIV(fresh), Profile.OLDER, 0, by.key(), bound)
    OlderKey.objects.create(subject_id=by.subject_id, generation=by.generation, seal=wrap_epoch(inner, bound))
    return SubjectKey(by.kind, by.subject_id, by.service_id, generation, {**by.keys(), generation: fresh})


def _holders(service_id: UUID, pair_ids: set[UUID]) -> list[PersonKey | GroupKey]:
    """The signed pairs, newest for a group, of those who held a key."""
    people = PersonKey.objects.filter(id__in=pair_ids, state=PairState.active).values_list("owner", flat=True)
    groups = GroupKey.objects.filter(id__in=pair_ids).values_list("group", flat=True)
    return _trusted(service_id, people, [Group(word) for word in groups])
