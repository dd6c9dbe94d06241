"""Sealed files on the disk, under random names."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.vault.disk import folder, write_whole
from inconfidence.vault.ids import new_id
from inconfidence.vault.models import StoredFile
from inconfidence.vault.sealed import Place, Sealed, cannot_open
from inconfidence.vault.subject_key import SubjectKey

# How an event names a sealed file: it is no column, but is looked after as one.
SPOT = ("vault_storedfile", "file")


def _path(name: UUID) -> Path:
    return folder("files") / name.hex


def _at(place: Place) -> dict[str, Any]:
    return {"table": place.table, "column": place.column, "row": place.row, "version": place.version}


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file that is sealed and not written yet: first its event, then the disk."""

    id: UUID
    place: Place
    sealed: Sealed

    @property
    def rows(self) -> dict[str, Sealed]:
        """What the event of its writing names, so that the check of the record finds an altered file."""
        return {Place(*SPOT, self.id, 1).name: self.sealed}


def seal(key: SubjectKey, place: Place, data: bytes) -> SealedFile:
    """Seal a file for a place. Nothing is written yet."""
    return SealedFile(new_id(), place, Sealed(key.seal_bytes(place, data)))


def keep(file: SealedFile) -> int:
    """Write a sealed file, synced, before its row. Gives the padded size in bytes, which may stand in clear.

    IntegrityError when the place has a file.
    """
    raw = file.sealed.raw
    write_whole(_path(file.id), raw)
    StoredFile.objects.create(id=file.id, size_bucket=len(raw), **_at(file.place))
    return len(raw)


def put(key: SubjectKey, place: Place, data: bytes) -> int:
    """Seal and write a file at once, as `keep` does."""
    return keep(seal(key, place, data))


def digests(names: Iterable[str]) -> dict[str, str]:
    """The hash of each of these files as it lies on the disk, by its id; one that is gone is left out."""
    found = {}
    for name in names:
        path = _path(UUID(name))
        if path.is_file():
            with path.open("rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def get(key: SubjectKey, place: Place) -> bytes:
    """The file of a place. CannotOpen when there is none or it was altered or moved."""
    row = StoredFile.objects.filter(**_at(place)).first()
    try:
        raw = _path(row.id).read_bytes() if row else b""
    except FileNotFoundError:
        raw = b""
    if not raw:
        raise cannot_open()
    return key.open_bytes(place, raw)


def drop(place: Place) -> None:
    """Remove the file of a place: its row now, the file once that is certain."""
    rows = StoredFile.objects.filter(**_at(place))
    for name in rows.values_list("id", flat=True):
        path = _path(name)
        transaction.on_commit(lambda path=path: path.unlink(missing_ok=True))  # type: ignore[misc]
    rows.delete()
