"""Public halves as files, so that a form can be sealed while the database refuses.

A mirror is removed before a change and written after its commit: it is missing for a moment, never stale. It
is authenticated with the host's secret, so that an altered one is not used. The signature by a lead was
checked when it was written.
"""

import hmac
import json
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from inconfidence.vault import trust
from inconfidence.vault.alarms import Alarm, raise_alarm
from inconfidence.vault.disk import folder, write_whole
from inconfidence.vault.host import host_key
from inconfidence.vault.models import PersonKey
from inconfidence.vault.sealed import cannot_seal
from inconfidence.vault.words import Group, PairState


class Public(NamedTuple):
    """To whom something can be sealed."""

    pair_id: UUID
    service_id: UUID
    key: bytes


def _path(name: str) -> Path:
    return folder("mirror") / name


def person_name(owner: UUID) -> str:
    """The name of a person's mirror and spool."""
    return f"person-{owner}"


def group_name(service_id: UUID, group: Group) -> str:
    """The name of a group's mirror and spool."""
    return f"group-{service_id}-{group.value}"


def _stamp(name: str, text: bytes) -> bytes:
    return hmac.digest(host_key("mirror"), name.encode() + b"\0" + text, "sha256").hex().encode()


def _write(name: str, public: Public) -> None:
    content = {"pair": str(public.pair_id), "service": str(public.service_id), "key": public.key.hex()}
    text = json.dumps(content).encode()
    write_whole(_path(name), _stamp(name, text) + b"\n" + text)


def _read(name: str) -> Public | None:
    """The mirror of that name; None when there is none or it was altered (then with an alarm)."""
    try:
        stamp, _, text = _path(name).read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    if not hmac.compare_digest(stamp, _stamp(name, text)):
        raise_alarm(Alarm.MIRROR_ALTERED)
        return None
    content = json.loads(text)
    return Public(UUID(content["pair"]), UUID(content["service"]), bytes.fromhex(content["key"]))


def person_changes(owner: UUID) -> None:
    """A person's pair is about to change: take the mirror away, write it again after the commit."""
    _path(person_name(owner)).unlink(missing_ok=True)
    transaction.on_commit(lambda: _mirror_person(owner), robust=True)


def group_changes(service_id: UUID, group: Group) -> None:
    """A group's pair is about to change: take the mirror away, write it again after the commit."""
    _path(group_name(service_id, group)).unlink(missing_ok=True)
    transaction.on_commit(lambda: _mirror_group(service_id, group), robust=True)


def keep_person(owner: UUID) -> None:
    """Write a person's mirror when it is missing, such as after a change that was rolled back."""
    if not _path(person_name(owner)).exists():
        transaction.on_commit(lambda: _mirror_person(owner), robust=True)


def _mirror_person(owner: UUID) -> None:
    public = _person_from_database(owner)
    if public is None:
        _path(person_name(owner)).unlink(missing_ok=True)
    else:
        _write(person_name(owner), public)


def _mirror_group(service_id: UUID, group: Group) -> None:
    _write(group_name(service_id, group), _group_from_database(service_id, group))


def _person_from_database(owner: UUID) -> Public | None:
    pair = PersonKey.objects.filter(owner=owner, state=PairState.active).defer("private").first()
    if pair is None or not trust.counts(pair, trust.leads_of(pair.service_id)):
        return None
    return Public(pair.id, pair.service_id, bytes(pair.public))


def _group_from_database(service_id: UUID, group: Group) -> Public:
    key = trust.trusted_groups(service_id, [group])[0]
    return Public(key.id, key.service_id, bytes(key.public))


def person(owner: UUID) -> Public:
    """The person's public half, from the mirror, else from the database. CannotSeal when there is none that counts."""
    public = _read(person_name(owner))
    if public is None:
        public = _person_from_database(owner)
        keep_person(owner)
    if public is None:
        raise cannot_seal()
    return public


def members(service_id: UUID, group: Group) -> Public:
    """The group's public half, from the mirror, else from the database. CannotSeal when there is none that counts."""
    public = _read(group_name(service_id, group))
    if public is None:
        public = _group_from_database(service_id, group)
        group_changes(service_id, group)
    return public
