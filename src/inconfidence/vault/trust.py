"""Which public halves count: those that a lead has signed, up to the service's first lead.

The first lead's fingerprint lies in the key folder, outside the database. So whoever writes in the database alone
can neither put another public half in a person's place nor make a lead of their own.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db.models import Q

from inconfidence.vault.host import change_key_file, key_file
from inconfidence.vault.models import GroupKey, PersonKey
from inconfidence.vault.sealed import cannot_seal
from inconfidence.vault.words import Group, PairState

Pairs = dict[UUID, PersonKey]


class AlreadyAnchored(Exception):
    """The service has a first lead."""


def person_statement(pair: PersonKey) -> bytes:
    """What a lead signs: whose pair this is, in which service, and both public halves."""
    ids = pair.id.bytes + pair.owner.bytes + pair.service_id.bytes
    return (
        b"inconfidence/person/1\0"
        + ids
        + pair.kind.encode()
        + b"\0"
        + bytes(pair.public)
        + bytes(pair.verifying)
    )


def lead_statement(pair: PersonKey) -> bytes:
    """What a lead signs to make another a lead, whose signature then counts."""
    return b"inconfidence/lead/1\0" + person_statement(pair)


def group_statement(key: GroupKey) -> bytes:
    """What a lead signs for a group's pair."""
    ids = key.id.bytes + key.service_id.bytes + key.generation.to_bytes(4, "big")
    return b"inconfidence/group/1\0" + ids + key.group.encode() + b"\0" + bytes(key.public)


def fingerprint_of(pair: PersonKey) -> str:
    """Eight groups of four signs that two people can compare aloud."""
    digest = hashlib.sha256(person_statement(pair)).hexdigest()[:32].upper()
    return " ".join(digest[start : start + 4] for start in range(0, 32, 4))


def anchor(pair: PersonKey) -> str:
    """Write the first lead's fingerprint into the key folder. AlreadyAnchored when the service has one."""

    def change(content: dict[str, str]) -> None:
        if str(pair.service_id) in content:
            raise AlreadyAnchored("the service has a first lead")
        content[str(pair.service_id)] = _full(pair)

    change_key_file("leads", dict, change)
    return fingerprint_of(pair)


def _full(pair: PersonKey) -> str:
    return hashlib.sha256(person_statement(pair)).hexdigest()


def is_anchor(pair: PersonKey) -> bool:
    """Whether this pair is that of the service's first lead."""
    return key_file("leads", dict).get(str(pair.service_id)) == _full(pair)


@lru_cache(maxsize=4096)
def _verified(verifying: bytes, signature: bytes, statement: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(verifying).verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def _signed(signer: PersonKey | None, signature: bytes | None, statement: bytes) -> bool:
    if signer is None or signature is None:
        return False
    return _verified(bytes(signer.verifying), bytes(signature), statement)


def leads_of(service_ids: Iterable[UUID]) -> Pairs:
    """The pairs whose signature counts in these services: the first lead, and all whom a lead has made one.

    Leads who have left stay in it: what they signed while here still stands.
    """
    anchored = Q(signed_by__isnull=True) | Q(lead_signature__isnull=False)
    rows = PersonKey.objects.filter(anchored, service_id__in=list(service_ids)).defer("private")
    waiting = {pair.id: pair for pair in rows}
    proved = {pair.id: pair for pair in waiting.values() if is_anchor(pair)}
    while True:
        new = [p for p in waiting.values() if p.id not in proved and _made_lead(p, proved)]
        if not new:
            return proved
        proved.update((pair.id, pair) for pair in new)


def _made_lead(pair: PersonKey, leads: Pairs) -> bool:
    signer = _same_service(leads, pair.lead_signed_by, pair.service_id)
    return _signed(signer, pair.lead_signature, lead_statement(pair)) and counts(pair, leads)


def _same_service(leads: Pairs, signer: UUID | None, service_id: UUID) -> PersonKey | None:
    found = leads.get(signer) if signer else None
    return found if found is not None and found.service_id == service_id else None


def counts(pair: PersonKey, leads: Pairs) -> bool:
    """Whether a lead has signed this pair, or it is the first lead's own."""
    signer = _same_service(leads, pair.signed_by, pair.service_id)
    return is_anchor(pair) or _signed(signer, pair.signature, person_statement(pair))


def group_counts(key: GroupKey, leads: Pairs) -> bool:
    """Whether a lead has signed this group's pair."""
    signer = _same_service(leads, key.signed_by, key.service_id)
    return _signed(signer, key.signature, group_statement(key))


def trusted_people(service_id: UUID, owners: Iterable[UUID]) -> list[PersonKey]:
    """The active, signed pairs of these people in this service, one each.

    CannotSeal, with an alarm, when anyone has none.
    """
    wanted = set(owners)
    if not wanted:
        return []
    leads = leads_of([service_id])
    rows = PersonKey.objects.filter(owner__in=wanted, service_id=service_id, state=PairState.active).defer(
        "private"
    )
    pairs = [pair for pair in rows if counts(pair, leads)]
    if {pair.owner for pair in pairs} != wanted:
        raise cannot_seal()
    return pairs


def trusted_groups(service_id: UUID, groups: Iterable[Group]) -> list[GroupKey]:
    """The newest, signed pair of each of these groups. CannotSeal, with an alarm, when one has none."""
    wanted = set(groups)
    if not wanted:
        return []
    leads = leads_of([service_id])
    rows = GroupKey.objects.filter(service_id=service_id, group__in=wanted).order_by("generation")
    newest = {key.group: key for key in rows}
    if set(newest) != wanted or not all(group_counts(key, leads) for key in newest.values()):
        raise cannot_seal()
    return list(newest.values())
