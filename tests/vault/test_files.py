"""Files on the disk: sealed, padded, under random names."""

from pathlib import Path
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from inconfidence.vault import files, subjects
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import StoredFile
from inconfidence.vault.sealed import CannotOpen, Place
from inconfidence.vault.subject_key import SubjectKey
from inconfidence.vault.words import Kind

LETTER = b"%PDF-1.7 a letter about Amira Example"


@pytest.fixture
def key(worker: Keyring, service: UUID) -> SubjectKey:
    return subjects.begin(Kind.case, new_id(), service, people=[worker.owner], groups=[])


def on_disk(data_folder: Path) -> list[Path]:
    return sorted((data_folder / "files").iterdir())


@pytest.mark.django_db
def test_a_file_goes_there_and_back(key: SubjectKey, place: Place, data_folder: Path) -> None:
    size = files.put(key, place, LETTER)
    assert files.get(key, place) == LETTER
    (path,) = on_disk(data_folder)
    assert path.stat().st_size == size == StoredFile.objects.get().size_bucket
    assert path.stat().st_mode & 0o777 == 0o600
    assert b"Amira" not in path.read_bytes()
    for part in (str(place.row), place.row.hex, place.table, str(key.subject_id)):
        assert part not in path.name


@pytest.mark.django_db
def test_sizes_tell_little(key: SubjectKey, place: Place) -> None:
    sizes = {files.put(key, place._replace(row=new_id()), b"x" * n) for n in (1, 100, 250)}
    assert len(sizes) == 1


@pytest.mark.django_db
def test_altered_moved_or_gone(
    key: SubjectKey, place: Place, service: UUID, worker: Keyring, data_folder: Path
) -> None:
    files.put(key, place, LETTER)
    moved = place._replace(version=2)
    other = subjects.begin(Kind.case, new_id(), service, people=[worker.owner], groups=[])
    for attempt in ((key, moved), (other, place)):
        with pytest.raises(CannotOpen):
            files.get(*attempt)
    (path,) = on_disk(data_folder)
    raw = path.read_bytes()
    path.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    with pytest.raises(CannotOpen):
        files.get(key, place)
    path.write_bytes(b"")
    with pytest.raises(CannotOpen):
        files.get(key, place)
    path.unlink()
    with pytest.raises(CannotOpen):
        files.get(key, place)


@pytest.mark.django_db
def test_a_file_given_to_another_place_does_not_open(key: SubjectKey, place: Place) -> None:
    files.put(key, place, LETTER)
    elsewhere = place._replace(row=new_id())
    StoredFile.objects.update(row=elsewhere.row)
    with pytest.raises(CannotOpen):
        files.get(key, elsewhere)


@pytest.mark.django_db
def test_one_file_a_place(key: SubjectKey, place: Place) -> None:
    files.put(key, place, LETTER)
    with pytest.raises(IntegrityError), transaction.atomic():
        files.put(key, place, b"another")
    assert files.get(key, place) == LETTER


@pytest.mark.django_db(transaction=True)
def test_a_file_goes_when_that_is_certain(key: SubjectKey, place: Place, data_folder: Path) -> None:
    files.put(key, place, LETTER)
    with transaction.atomic():
        files.drop(place)
        transaction.set_rollback(True)
    assert files.get(key, place) == LETTER
    files.drop(place)
    assert on_disk(data_folder) == []
    files.drop(place)
