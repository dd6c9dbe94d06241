"""Sealed files on the disk, under random names."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.vault.disk import folder, write_whole
from inconfidence.vault.ids import new_id
from inconfidence.vault.models import StoredFile
from inconfidence.vault.sealed import Place, cannot_open
from inconfidence.vault.subject_key import SubjectKey


def _path(name: UUID) -> Path:
    return folder("files") / name.hex


def _at(place: Place) -> dict[str, Any]:
    return {"table": place.table, "column": place.column, "row": place.row, "version": place.version}


def put(key: SubjectKey, place: Place, data: bytes) -> int:
    """Seal a file; on the disk and synced before its row. Gives the padded size in bytes, which may stand in clear.

    IntegrityError when the place has a file.
    """
    name, sealed = new_id(), key.seal_bytes(place, data)
    write_whole(_path(name), sealed)
    StoredFile.objects.create(id=name, size_bucket=len(sealed), **_at(place))
    return len(sealed)


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
