"""What was written while nobody could store it: sealed files that wait for their reader.

Keeping needs neither an open key nor the database, so that a form sent after time-out, or a concern about
harm, is never lost. What is kept stays until it is dropped.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from inconfidence.vault import groups, mirror
from inconfidence.vault.disk import folder, sync_folder, write_whole
from inconfidence.vault.envelope import Profile, as_bytes, as_record, give
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.sealed import CannotOpen, Place
from inconfidence.vault.words import Group

THROWN = "thrown-"
BLOCK = 4096  # what the smallest file takes on a disk


def _bound(spool_id: UUID, name: str, public: mirror.Public) -> bytes:
    return Place("spool", name, spool_id, 1).bound(public.service_id) + public.pair_id.bytes


def _keep(
    name: str, public: mirror.Public, profile: Profile, payload: Mapping[str, object], spool_id: UUID
) -> UUID:
    sealed = give(public.key, profile, as_bytes(payload), _bound(spool_id, name, public))
    write_whole(folder("spool") / f"{name}.{spool_id}.{public.pair_id}", sealed)
    return spool_id


def keep_for_person(owner: UUID, payload: Mapping[str, object], under: UUID | None = None) -> UUID:
    """Keep something that only this person will read. CannotSeal when they have no signed pair.

    `under` is an id of their own choosing: what they kept under it before is replaced as a whole. Ids belong to
    their person, so that nobody replaces what another keeps under the same one.
    """
    name, public, spool_id = mirror.person_name(owner), mirror.person(owner), under or new_id()
    before = _paths(name, spool_id) if under else []
    kept = _keep(name, public, Profile.GIVEN, payload, spool_id)
    for path in before:
        if not path.name.endswith(str(public.pair_id)):  # sealed to a pair that the person has no more
            path.unlink(missing_ok=True)
    return kept


def keep_for_group(service_id: UUID, group: Group, payload: Mapping[str, object]) -> UUID:
    """Keep something that the members of a group will read. CannotSeal when it has no signed pair."""
    name = mirror.group_name(service_id, group)
    return _keep(name, mirror.members(service_id, group), Profile.GIVEN_TO_GROUP, payload, new_id())


def _waiting(name: str) -> list[UUID]:
    """Oldest first."""
    found = []
    for path in folder("spool").glob(f"{name}.*"):
        with suppress(FileNotFoundError):  # another reader has just dropped it
            found.append((path.stat().st_mtime_ns, path.name))
    return [UUID(kept.split(".")[1]) for _, kept in sorted(found)]


def waiting_for(owner: UUID) -> list[UUID]:
    """What waits for this person, oldest first."""
    return _waiting(mirror.person_name(owner))


def bytes_for(owner: UUID) -> int:
    """How much room on the disk is taken by what waits for this person."""
    room = 0
    for path in folder("spool").glob(f"{mirror.person_name(owner)}.*"):
        with suppress(FileNotFoundError):
            room += max(path.stat().st_size, BLOCK)
    return room


def waiting_for_group(service_id: UUID, group: Group) -> list[UUID]:
    """What waits for the members of a group, oldest first."""
    return _waiting(mirror.group_name(service_id, group))


def waits_for_somebody(spool_id: UUID) -> bool:
    """Whether anything is kept for a person under that id; nothing says for whom."""
    return bool(_paths("person-*", spool_id))


def _paths(name: str, spool_id: UUID) -> list[Path]:
    return list(folder("spool").glob(f"{name}.{spool_id}.*"))


def version_of(owner: UUID, spool_id: UUID) -> int | None:
    """A number that changes whenever this person's file of that id is written anew; None when there is none."""
    for path in _paths(mirror.person_name(owner), spool_id):
        with suppress(FileNotFoundError):
            return path.stat().st_mtime_ns
    return None


def read(keyring: Keyring, spool_id: UUID) -> dict[str, Any]:
    """What was kept under that id; it stays. CannotOpen when it is not for this person or not there."""
    own = _paths(mirror.person_name(keyring.owner), spool_id)
    for path in own or _paths("[!.]*", spool_id):
        with suppress(FileNotFoundError):
            return _opened(keyring, path)
    raise CannotOpen


def read_all(keyring: Keyring) -> Iterator[tuple[UUID, int, dict[str, Any]]]:
    """Everything that waits for this person and opens to them: its id, its version, what was kept."""
    for path in folder("spool").glob(f"{mirror.person_name(keyring.owner)}.*"):
        with suppress(FileNotFoundError, CannotOpen):
            version = path.stat().st_mtime_ns
            yield UUID(path.name.split(".")[1]), version, _opened(keyring, path)


def _opened(keyring: Keyring, path: Path) -> dict[str, Any]:
    name, spool_id, pair = path.name.split(".")
    public = mirror.Public(UUID(pair), keyring.service_id, b"")
    bound = _bound(UUID(spool_id), name, public)
    if public.pair_id == keyring.pair_id:
        return as_record(keyring.open_given(Profile.GIVEN, path.read_bytes(), bound))
    holder = groups.opened(keyring).get(public.pair_id)
    if holder is None:
        raise CannotOpen
    return as_record(holder.open_given(Profile.GIVEN_TO_GROUP, path.read_bytes(), bound))


def drop(spool_id: UUID, owner: UUID | None = None) -> None:
    """Remove what was kept, once it is stored or not wanted: this person's, or without `owner` a group's."""
    name = mirror.person_name(owner) if owner else "group-*"
    for path in _paths(name, spool_id):
        path.unlink(missing_ok=True)
        sync_folder(path.parent)


def throw_away(spool_id: UUID, owner: UUID, at: float) -> None:
    """Take what this person kept under an id from what waits; `take_back` returns it. `at`: seconds since 1970."""
    for path in _paths(mirror.person_name(owner), spool_id):
        _moved(path, path.with_name(f"{THROWN}{path.name}"), at)


def take_back(spool_id: UUID, owner: UUID, at: float) -> bool:
    """Let what this person threw away wait again; False when it is not there any more."""
    found = _paths(f"{THROWN}{mirror.person_name(owner)}", spool_id)
    for path in found:
        _moved(path, path.with_name(path.name.removeprefix(THROWN)), at)
    return bool(found)


def _moved(path: Path, to: Path, at: float) -> None:
    os.utime(path, (at, at))
    path.rename(to)
    sync_folder(path.parent)


def thrown_by(owner: UUID, since: float) -> list[UUID]:
    """What this person threw away after a moment, oldest first. Whatever anybody threw away before it is gone."""
    for path in folder("spool").glob(f"{THROWN}*"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime <= since:
                path.unlink()
    return _waiting(f"{THROWN}{mirror.person_name(owner)}")
