"""People's pairs: made at activation, opened by the password, vouched for by a lead."""

from uuid import UUID

from django.db import transaction

from inconfidence.vault import mirror, passwords, trust
from inconfidence.vault.host import NOBODY, unwrap_epoch, wrap_epoch
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import GroupKey, Membership, PersonKey, Seal
from inconfidence.vault.sealed import Place, Sealed, cannot_seal
from inconfidence.vault.words import Group, OwnerKind, PairState

__all__ = [
    "OwnerKind",
    "anchor_first_lead",
    "change_password",
    "create_pair",
    "fingerprint",
    "is_signed",
    "revoke",
    "sign_pair",
    "unlock",
]


def _bound(pair_id: UUID, version: int, service_id: UUID) -> bytes:
    return Place("vault_personkey", "private", pair_id, version).bound(service_id)


def create_pair(owner: UUID, service_id: UUID, kind: OwnerKind, password: str) -> Keyring:
    """Make a person's pair, its private half sealed under the password. It counts only once a lead has signed it.

    IntegrityError when the person has an active pair: revoke it first.
    """
    keyring = Keyring.fresh(owner, service_id, OwnerKind(kind))
    bound = _bound(keyring.pair_id, 1, service_id)
    store(keyring, wrap_epoch(passwords.seal_root(keyring.root(), password, bound), bound))
    return keyring


def store(keyring: Keyring, private: Sealed | None) -> PersonKey:
    """Write the row of a new pair."""
    return PersonKey.objects.create(
        id=keyring.pair_id,
        owner=keyring.owner,
        service_id=keyring.service_id,
        kind=keyring.kind,
        public=keyring.public(),
        verifying=keyring.verifying(),
        private=private,
    )


def _active(owner: UUID) -> PersonKey | None:
    return PersonKey.objects.filter(owner=owner, state=PairState.active).first()


def unlock(owner: UUID | None, password: str) -> Keyring | None:
    """Open a person's pair with the password: the seal's tag is the check, no hash exists.

    None for a wrong password. For nobody, or a person without a pair, the same work is done. The cost is
    raised to the host's when the seal was made for less. CannotOpen when the stored seal was altered.
    """
    row = _active(owner or NOBODY)
    if row is None:
        passwords.spend(password)
        return None
    inner, root = _open(row, password)
    if root is None:
        return None
    keyring = Keyring(row.id, root, row.owner, row.service_id, OwnerKind(row.kind))
    if passwords.cost_of(inner) < passwords.cost_here():
        _seal_again(row, keyring, password)
    mirror.keep_person(row.owner)
    return keyring


def _open(row: PersonKey, password: str) -> tuple[bytes, bytes | None]:
    """The stored seal without its epoch wrap, and the root in it; None when the password is wrong."""
    bound = _bound(row.id, row.version, row.service_id)
    inner = unwrap_epoch(row.private.raw if row.private else b"", bound)
    return inner, passwords.open_root(inner, password, bound)


def _seal_again(row: PersonKey, keyring: Keyring, password: str) -> bool:
    """Seal the private half anew; False when another request has done so in the meantime."""
    version = row.version + 1
    bound = _bound(row.id, version, row.service_id)
    private = wrap_epoch(passwords.seal_root(keyring.root(), password, bound), bound)
    same = PersonKey.objects.filter(id=row.id, version=row.version, state=PairState.active)
    return same.update(private=private, version=version) == 1


def change_password(keyring: Keyring, old: str, new: str) -> bool:
    """Seal the person's private half under a new password. False when the old one is wrong."""
    row = _active(keyring.owner)
    if row is None or row.id != keyring.pair_id:
        passwords.spend(old)
        return False
    return _open(row, old)[1] is not None and _seal_again(row, keyring, new)


def anchor_first_lead(keyring: Keyring, service_id: UUID) -> str:
    """Make this person the service's first lead, on whose signature all others rest; gives the fingerprint to print.

    AlreadyAnchored when the service has one; CannotSeal when the pair is not this service's.
    """
    pair = PersonKey.objects.get(id=keyring.pair_id)
    if pair.service_id != service_id:
        raise cannot_seal()
    shown = trust.anchor(pair)
    mirror.person_changes(pair.owner)
    return shown


def sign_pair(lead: Keyring, owner: UUID) -> None:
    """A lead vouches for a person's public halves, after comparing the fingerprint.

    CannotSeal when the signer is no lead of that person's service, or the person has no active pair.
    """
    pair = _active(owner)
    if pair is None or not may_sign(lead, pair.service_id):
        raise cannot_seal()
    with transaction.atomic():
        pair.signature = lead.signing().sign(trust.person_statement(pair))
        pair.signed_by = lead.pair_id
        pair.save(update_fields=["signature", "signed_by"])
        mirror.person_changes(owner)


def make_lead(lead: Keyring, pair: PersonKey) -> None:
    """A lead vouches that the signature of this person counts too."""
    pair.lead_signature = lead.signing().sign(trust.lead_statement(pair))
    pair.lead_signed_by = lead.pair_id
    pair.save(update_fields=["lead_signature", "lead_signed_by"])


def may_sign(lead: Keyring, service_id: UUID) -> bool:
    """Whether this person may vouch for others: a lead, and in the group of leads once there is one."""
    pair = trust.leads_of(service_id).get(lead.pair_id)
    if pair is None or pair.state != PairState.active:
        return False
    leads = GroupKey.objects.filter(service_id=service_id, group=Group.leads)
    return not leads.exists() or leads.filter(membership__member=pair).exists()


def is_signed(owner: UUID) -> bool:
    """Whether the person has an active pair that a lead has signed."""
    pair = _active(owner)
    return pair is not None and trust.counts(pair, trust.leads_of(pair.service_id))


def fingerprint(owner: UUID) -> str:
    """The fingerprint of the person's active pair, to be compared before signing; empty when there is none."""
    pair = _active(owner)
    return "" if pair is None else trust.fingerprint_of(pair)


def revoke(owner: UUID) -> None:
    """End a person's pair: its private half, its memberships and every key sealed to it are gone at once."""
    with transaction.atomic():
        pairs = PersonKey.objects.filter(owner=owner, state=PairState.active)
        ids = list(pairs.values_list("id", flat=True))
        Membership.objects.filter(member__in=ids).delete()
        Seal.objects.filter(holder__in=ids).delete()
        pairs.update(state=PairState.revoked, private=None)
        mirror.person_changes(owner)
