"""Which public halves count: those that a lead has signed, up to the service's first lead.

The first lead's fingerprint lies in the key folder, outside the database. So whoever writes in the database
alone can neither put another public half in a person's place nor make a lead of their own.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db.models import Q

from inconfidence.vault.host import NOBODY
from inconfidence.vault.key_folder import change_key_file, key_file
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

    def change(content: dict[str, list[str]]) -> None:
        if str(pair.service_id) in content:
            raise AlreadyAnchored("the service has a first lead")
        content[str(pair.service_id)] = _anchored(pair)

    change_key_file("leads", dict, change)
    return fingerprint_of(pair)


def _anchored(pair: PersonKey) -> list[str]:
    return [str(pair.id), hashlib.sha256(person_statement(pair)).hexdigest()]


def is_anchor(pair: PersonKey) -> bool:
    """Whether this pair is that of the service's first lead."""
    return bool(key_file("leads", dict).get(str(pair.service_id)) == _anchored(pair))


@lru_cache(maxsize=4096)
def _verified(verifying: bytes, signature: bytes, statement: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(verifying).verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def _signed(signer: PersonKey | None, signature: bytes | memoryview | None, statement: bytes) -> bool:
    if signer is None or signature is None:
        return False
    return _verified(bytes(signer.verifying), bytes(signature), statement)


def leads_of(service_id: UUID) -> Pairs:
    """The pairs whose signature counts in a service: the first lead, and all whom a lead has made one.

    Leads who have left stay in it: what they signed while here still stands.
    """
    first = key_file("leads", dict).get(str(service_id), [str(NOBODY)])[0]
    made = Q(id=first) | Q(lead_signature__isnull=False)
    waiting = list(PersonKey.objects.filter(made, service_id=service_id).defer("private"))
    proved = {pair.id: pair for pair in waiting if is_anchor(pair)}
    while True:
        new = {pair.id: pair for pair in waiting if pair.id not in proved and _made_lead(pair, proved)}
        if not new:
            return proved
        proved |= new


def _made_lead(pair: PersonKey, leads: Pairs) -> bool:
    signer = leads.get(pair.lead_signed_by or NOBODY)
    return _signed(signer, pair.lead_signature, lead_statement(pair)) and counts(pair, leads)


def counts(pair: PersonKey, leads: Pairs) -> bool:
    """Whether one of these leads has signed this pair, or it is the first lead's own."""
    signer = leads.get(pair.signed_by or NOBODY)
    return is_anchor(pair) or _signed(signer, pair.signature, person_statement(pair))


def group_counts(key: GroupKey, leads: Pairs) -> bool:
    """Whether one of these leads has signed this group's pair."""
    return _signed(leads.get(key.signed_by), key.signature, group_statement(key))


def trusted_people(service_id: UUID, owners: Iterable[UUID]) -> list[PersonKey]:
    """The active, signed pairs of these people in this service, one each.

    CannotSeal, with an alarm, when anyone has none.
    """
    wanted = set(owners)
    if not wanted:
        return []
    leads = leads_of(service_id)
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
    leads = leads_of(service_id)
    rows = GroupKey.objects.filter(service_id=service_id, group__in=wanted).order_by("generation")
    newest = {key.group: key for key in rows}
    if set(newest) != wanted or not all(group_counts(key, leads) for key in newest.values()):
        raise cannot_seal()
    return list(newest.values())
