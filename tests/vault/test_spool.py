"""Kept aside while nobody can store it: with no open key and no database."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection, transaction

from inconfidence.vault import mirror, persons, spool
from inconfidence.vault.disk import folder
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import PersonKey
from inconfidence.vault.sealed import CannotOpen, CannotSeal
from inconfidence.vault.words import Group, OwnerKind
from tests.vault.keys import keyring_for

PASSWORD = "correct horse battery"
CONCERN = {"text": "Amira Example may be in danger"}


class DatabaseClosed(Exception):
    """A query was tried."""


def refuse(execute: object, sql: object, params: object, many: object, context: object) -> None:
    raise DatabaseClosed


def keep_without_database(owner: UUID, service: UUID) -> tuple[UUID, UUID]:
    with connection.execute_wrapper(refuse):
        return spool.keep_for_person(owner, {"draft": "a note"}), spool.keep_for_group(
            service, Group.leads, CONCERN
        )


@pytest.mark.django_db(transaction=True)
def test_kept_with_the_database_closed_and_read_later(
    lead: Keyring, worker: Keyring, service: UUID, data_folder: Path
) -> None:
    persons.sign_pair(lead, worker.owner)
    draft, concern = keep_without_database(worker.owner, service)
    assert spool.read(worker, draft) == {"draft": "a note"}
    assert spool.read(lead, concern) == CONCERN
    for reader, kept in ((lead, draft), (worker, concern)):
        with pytest.raises(CannotOpen):
            spool.read(reader, kept)
    files = list((data_folder / "spool").iterdir())
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert not any(b"Amira" in path.read_bytes() or "Amira" in path.name for path in files)


@pytest.mark.django_db
def test_what_waits_stays_until_dropped(lead: Keyring, worker: Keyring, service: UUID) -> None:
    kept = [spool.keep_for_person(worker.owner, {"n": number}) for number in range(3)]
    concern = spool.keep_for_group(service, Group.leads, CONCERN)
    assert spool.waiting_for(worker.owner) == kept
    assert spool.waiting_for_group(service, Group.leads) == [concern]
    assert spool.waiting_for(lead.owner) == spool.waiting_for_group(service, Group.staff) == []
    assert [spool.read(worker, one)["n"] for one in kept] == [0, 1, 2]
    spool.drop(kept[0], lead.owner)
    spool.drop(kept[0])
    assert spool.waiting_for(worker.owner) == kept
    spool.drop(kept[0], worker.owner)
    spool.drop(kept[0], worker.owner)
    spool.drop(concern)
    assert spool.waiting_for_group(service, Group.leads) == []
    assert spool.waiting_for(worker.owner) == kept[1:]
    with pytest.raises(CannotOpen):
        spool.read(worker, kept[0])


@pytest.mark.django_db
def test_flip_or_move_what_is_kept(worker: Keyring, stranger: Keyring, data_folder: Path) -> None:
    kept = spool.keep_for_person(worker.owner, {})
    (path,) = (data_folder / "spool").iterdir()
    raw = path.read_bytes()
    for at in range(len(raw)):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        with pytest.raises(CannotOpen):
            spool.read(worker, kept)
    other = new_id()
    path.write_bytes(raw)
    path.rename(path.with_name(path.name.replace(str(kept), str(other))))
    with pytest.raises(CannotOpen):
        spool.read(worker, other)
    with pytest.raises(CannotOpen):
        spool.read(stranger, other)


@pytest.mark.django_db
def test_half_written_files_do_not_wait(worker: Keyring, data_folder: Path) -> None:
    kept = spool.keep_for_person(worker.owner, {})
    (path,) = (data_folder / "spool").iterdir()
    path.with_name(f".{path.name}.part").write_bytes(b"")
    assert spool.waiting_for(worker.owner) == [kept]
    spool.drop(kept, worker.owner)
    assert spool.waiting_for(worker.owner) == []


@pytest.mark.django_db
def test_kept_under_an_id_of_ones_own_it_takes_the_place_of_the_earlier(
    worker: Keyring, lead: Keyring, data_folder: Path
) -> None:
    mine = new_id()
    assert spool.keep_for_person(worker.owner, {"text": "first"}, mine) == mine
    before = spool.version_of(worker.owner, mine)
    spool.keep_for_person(worker.owner, {"text": "second"}, mine)
    spool.keep_for_person(lead.owner, {"text": "a lead's, under the same id"}, mine)
    assert spool.read(worker, mine) == {"text": "second"}
    assert spool.read(lead, mine) == {"text": "a lead's, under the same id"}
    assert spool.waiting_for(worker.owner) == spool.waiting_for(lead.owner) == [mine]
    assert before not in {None, spool.version_of(worker.owner, mine)}
    spool.drop(mine, lead.owner)
    assert spool.version_of(lead.owner, mine) is None
    assert spool.read(worker, mine) == {"text": "second"}


@pytest.mark.django_db
def test_what_was_sealed_to_an_earlier_pair_makes_room(worker: Keyring, data_folder: Path) -> None:
    mine = spool.keep_for_person(worker.owner, {})
    old = data_folder / "spool" / f"person-{worker.owner}.{mine}.{new_id()}"
    old.write_bytes(b"")
    spool.keep_for_person(worker.owner, {"a": 1}, mine)
    assert not old.exists()
    assert spool.waiting_for(worker.owner) == [mine]


@pytest.mark.django_db
def test_what_goes_while_it_is_looked_for_is_not_there(worker: Keyring, data_folder: Path) -> None:
    gone = new_id()
    folder("spool").joinpath(f"person-{worker.owner}.{gone}.{new_id()}").symlink_to("nowhere")
    assert spool.version_of(worker.owner, gone) is None
    with pytest.raises(CannotOpen):
        spool.read(worker, gone)


@pytest.mark.django_db
def test_a_file_dropped_meanwhile_does_not_wait(worker: Keyring, data_folder: Path) -> None:
    kept = spool.keep_for_person(worker.owner, {})
    gone = data_folder / "spool" / f"person-{worker.owner}.{new_id()}.{new_id()}"
    gone.symlink_to(data_folder / "nowhere")
    assert spool.waiting_for(worker.owner) == [kept]


@pytest.mark.django_db
def test_nothing_is_kept_for_who_has_no_signed_pair(service: UUID) -> None:
    with pytest.raises(CannotSeal):
        spool.keep_for_person(new_id(), {})
    with pytest.raises(CannotSeal):
        spool.keep_for_group(service, Group.leads, {})


def mirrors(data_folder: Path) -> set[str]:
    return {path.name for path in (data_folder / "mirror").iterdir()}


@pytest.mark.django_db(transaction=True)
def test_mirrors_follow_the_pairs(lead: Keyring, worker: Keyring, service: UUID, data_folder: Path) -> None:
    assert {mirror.group_name(service, group) for group in Group} <= mirrors(data_folder)
    assert mirror.person_name(lead.owner) in mirrors(data_folder)
    persons.sign_pair(lead, worker.owner)
    assert mirror.person_name(worker.owner) in mirrors(data_folder)
    persons.revoke(worker.owner)
    assert mirror.person_name(worker.owner) not in mirrors(data_folder)


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_rolled_back_leaves_no_stale_mirror(
    lead: Keyring, worker: Keyring, data_folder: Path
) -> None:
    persons.sign_pair(lead, worker.owner)
    with transaction.atomic():
        persons.revoke(worker.owner)
        transaction.set_rollback(True)
    assert mirror.person_name(worker.owner) not in mirrors(data_folder)
    kept = spool.keep_for_person(worker.owner, {"a": 1})
    assert spool.read(worker, kept) == {"a": 1}
    assert mirror.person_name(worker.owner) in mirrors(data_folder)


@pytest.mark.django_db(transaction=True)
def test_a_missing_mirror_is_written_at_sign_in(lead: Keyring, service: UUID, data_folder: Path) -> None:
    owner = new_id()
    persons.create_pair(owner, service, OwnerKind.worker, PASSWORD)
    persons.sign_pair(lead, owner)
    (data_folder / "mirror" / mirror.person_name(owner)).unlink()
    assert persons.unlock(owner, PASSWORD) is not None
    assert mirror.person_name(owner) in mirrors(data_folder)
    assert persons.unlock(owner, PASSWORD) is not None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("altered", ["key", "pair", "stamp", "name"])
def test_an_altered_mirror_is_not_used(
    altered: str, lead: Keyring, worker: Keyring, service: UUID, data_folder: Path
) -> None:
    """Whoever writes in the data folder, but not in the key folder, wants the concern sealed to themselves."""
    evil = keyring_for(new_id(), new_id())
    persons.sign_pair(lead, worker.owner)
    path = data_folder / "mirror" / mirror.person_name(worker.owner)
    stamp, _, text = path.read_bytes().partition(b"\n")
    content = json.loads(text)
    if altered == "key":
        content["key"] = evil.public().hex()
    if altered == "pair":
        content["pair"] = str(evil.pair_id)
    if altered == "stamp":
        stamp = b"0" * len(stamp)
    path.write_bytes(stamp + b"\n" + json.dumps(content).encode())
    if altered == "name":
        other = data_folder / "mirror" / mirror.person_name(lead.owner)
        other.write_bytes(stamp + b"\n" + text)
        assert spool.read(lead, spool.keep_for_person(lead.owner, {"a": 1})) == {"a": 1}
    else:
        assert spool.read(worker, spool.keep_for_person(worker.owner, {"a": 1})) == {"a": 1}
    assert "mirror_altered" in (data_folder / "alarms").read_text()


@pytest.mark.django_db(transaction=True)
def test_a_mirror_of_a_group_comes_back(lead: Keyring, service: UUID, data_folder: Path) -> None:
    path = data_folder / "mirror" / mirror.group_name(service, Group.leads)
    path.unlink()
    kept = spool.keep_for_group(service, Group.leads, CONCERN)
    assert spool.read(lead, kept) == CONCERN
    assert path.exists()


@pytest.mark.django_db
def test_an_unsigned_pair_has_no_mirror(service: UUID, lead: Keyring, data_folder: Path) -> None:
    keyring = Keyring.fresh(new_id(), service, OwnerKind.worker)
    persons.store(keyring, None)
    with pytest.raises(CannotSeal):
        spool.keep_for_person(keyring.owner, {})
    assert PersonKey.objects.filter(owner=keyring.owner).exists()
