"""Case and card keys: need to know, kept by arithmetic."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from uuid import UUID

import pytest

from inconfidence.vault import subjects
from inconfidence.vault.envelope import Profile, profile_of
from inconfidence.vault.host import unwrap_epoch
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import OlderKey, Seal, Subject
from inconfidence.vault.sealed import CannotOpen, CannotSeal, Place, Sealed
from inconfidence.vault.subjects import Group, Kind
from tests.vault.keys import keyring_for

pytestmark = pytest.mark.django_db

Queries = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def case(service: UUID, worker: Keyring) -> UUID:
    """A case whose key the worker and the leads hold."""
    found = new_id()
    subjects.begin(Kind.case, found, service, people=[worker.owner], groups=[Group.leads])
    return found


def opens(keyring: Keyring, case: UUID) -> bool:
    try:
        subjects.open_key(keyring, Kind.case, case)
    except CannotOpen:
        return False
    return True


def test_holders_open_and_nobody_else(
    case: UUID, lead: Keyring, worker: Keyring, volunteer: Keyring, stranger: Keyring, service: UUID
) -> None:
    colleague = keyring_for(new_id(), service, Group.staff)
    second = keyring_for(new_id(), service, Group.leads)
    assert [opens(one, case) for one in (lead, worker, second)] == [True] * 3
    assert [opens(one, case) for one in (volunteer, colleague, stranger)] == [False] * 3


def test_records_go_there_and_back(case: UUID, lead: Keyring, worker: Keyring, place: Place) -> None:
    sealed = subjects.open_key(worker, Kind.case, case).seal(place, {"said": "something", "n": [1, None]})
    assert subjects.open_key(lead, Kind.case, case).open(place, sealed) == {
        "said": "something",
        "n": [1, None],
    }


def test_flip_any_byte_or_move_a_record(case: UUID, worker: Keyring, service: UUID, place: Place) -> None:
    key = subjects.open_key(worker, Kind.case, case)
    raw = key.seal(place, {}).raw
    attempts = [(place, raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]) for at in range(3, len(raw))]
    attempts += [(moved, raw) for moved in moves(place)]
    for where, content in attempts:
        with pytest.raises(CannotOpen):
            key.open(where, Sealed(content))
    other = subjects.begin(Kind.case, new_id(), service, people=[worker.owner], groups=[])
    with pytest.raises(CannotOpen):
        other.open(place, Sealed(raw))
    with pytest.raises(CannotOpen):
        key.open_bytes(place, raw)


def moves(place: Place) -> list[Place]:
    return [
        place._replace(table="cases_case"),
        place._replace(column="name"),
        place._replace(row=new_id()),
        place._replace(version=2),
    ]


def test_a_refused_opening_raises_the_alarm(
    case: UUID, worker: Keyring, place: Place, data_folder: Path
) -> None:
    key = subjects.open_key(worker, Kind.case, case)
    sealed = key.seal(place, {"said": "canary"})
    with pytest.raises(CannotOpen):
        key.open(place._replace(version=2), sealed)
    assert (data_folder / "alarms").read_text().split()[1:] == ["cannot_open"]


def test_a_seal_in_another_row_opens_nothing(case: UUID, worker: Keyring, volunteer: Keyring) -> None:
    """What whoever writes in the database alone can try: give oneself another's seal."""
    stolen = Seal.objects.get(subject_id=case, holder=worker.pair_id)
    Seal.objects.create(
        subject_id=case,
        kind="case",
        service_id=stolen.service_id,
        generation=1,
        holder=volunteer.pair_id,
        seal=stolen.seal,
    )
    assert not opens(volunteer, case)
    other = Subject.objects.create(id=new_id(), kind="case", service_id=stolen.service_id)
    Seal.objects.filter(id=stolen.id).update(subject=other)
    assert not opens(worker, other.id)


def test_another_service_sees_nothing(case: UUID, worker: Keyring, stranger: Keyring) -> None:
    mine = Seal.objects.filter(subject_id=case, holder=worker.pair_id)
    mine.update(service_id=stranger.service_id, holder=stranger.pair_id)
    assert not opens(stranger, case)
    assert not opens(worker, case)


def test_held(case: UUID, lead: Keyring, worker: Keyring, volunteer: Keyring, stranger: Keyring) -> None:
    def cases(keyring: Keyring) -> list[UUID]:
        return list(
            Subject.objects.filter(id__in=subjects.held(keyring, Kind.case)).values_list("id", flat=True)
        )

    assert cases(worker) == cases(lead) == [case]
    assert cases(volunteer) == cases(stranger) == []
    assert not subjects.held(worker, Kind.card).exists()


def test_fifty_keys_in_one_query(service: UUID, worker: Keyring, django_assert_num_queries: Queries) -> None:
    cards = [new_id() for _ in range(50)]
    for card in cards:
        subjects.begin(Kind.card, card, service, people=[worker.owner], groups=[Group.leads])
    first = subjects.open_keys(worker, Kind.card, [*cards, new_id()])
    assert set(first) == set(cards)
    with django_assert_num_queries(1):
        again = subjects.open_keys(worker, Kind.card, cards)
    assert {card: key.key() for card, key in again.items()} == {
        card: key.key() for card, key in first.items()
    }


def test_the_first_opening_seals_again(case: UUID, lead: Keyring, worker: Keyring) -> None:
    def profiles() -> set[int]:
        rows = Seal.objects.filter(subject_id=case)
        bounds = [(r, subjects._bound(r.id, case, r.generation, r.holder, r.service_id)) for r in rows]
        return {profile_of(unwrap_epoch(row.seal.raw, bound)) for row, bound in bounds}

    assert profiles() == {Profile.GIVEN, Profile.GIVEN_TO_GROUP}
    assert opens(worker, case)
    assert profiles() == {Profile.OWN, Profile.GIVEN_TO_GROUP}
    assert opens(lead, case)
    assert profiles() == {Profile.OWN, Profile.OWN_OF_GROUP}
    assert opens(worker, case)
    assert opens(lead, case)


def test_ones_own_seal_comes_before_the_groups(case: UUID, lead: Keyring) -> None:
    subjects.give(subjects.open_key(lead, Kind.case, case), person=lead.owner)
    lead.groups = None
    assert opens(lead, case)
    assert lead.groups is None, "the group was not needed"


def test_one_altered_seal_does_not_hide_the_others(service: UUID, worker: Keyring, data_folder: Path) -> None:
    cards = [new_id() for _ in range(3)]
    for card in cards:
        subjects.begin(Kind.card, card, service, people=[worker.owner], groups=[])
    row = Seal.objects.get(subject_id=cards[1])
    raw = row.seal.raw
    Seal.objects.filter(id=row.id).update(seal=Sealed(raw[:-1] + bytes([raw[-1] ^ 1])))
    assert set(subjects.open_keys(worker, Kind.card, cards)) == {cards[0], cards[2]}
    assert (data_folder / "alarms").read_text().split()[1:] == ["cannot_open"]


def test_giving(case: UUID, lead: Keyring, volunteer: Keyring, service: UUID) -> None:
    colleague = keyring_for(new_id(), service, Group.staff)
    key = subjects.open_key(lead, Kind.case, case)
    subjects.give(key, person=volunteer.owner)
    assert opens(volunteer, case)
    assert not opens(colleague, case)
    subjects.give(key, group=Group.staff)
    assert opens(colleague, case)
    before = Seal.objects.filter(subject_id=case).count()
    subjects.give(key, person=volunteer.owner, group=Group.staff)
    assert Seal.objects.filter(subject_id=case).count() == before


def test_a_key_is_given_to_somebody_of_the_service(service: UUID, lead: Keyring, stranger: Keyring) -> None:
    with pytest.raises(ValueError, match="somebody"):
        subjects.begin(Kind.case, new_id(), service, people=[], groups=[])
    for people in ([stranger.owner], [lead.owner, stranger.owner], [new_id()]):
        with pytest.raises(CannotSeal):
            subjects.begin(Kind.case, new_id(), service, people=people, groups=[Group.leads])
    assert not Subject.objects.exists()


def test_whose_key_was_ended_reads_nothing_written_afterwards(
    case: UUID, lead: Keyring, worker: Keyring, volunteer: Keyring, place: Place
) -> None:
    remembered = subjects.open_key(worker, Kind.case, case)
    subjects.give(remembered, person=volunteer.owner)
    before = remembered.seal(place, {"said": "before"})
    fresh = subjects.end(subjects.open_key(lead, Kind.case, case), person=worker.owner)
    after = fresh.seal(place, {"said": "after"})
    assert not opens(worker, case)
    assert not subjects.held(worker, Kind.case).exists()
    with pytest.raises(CannotOpen):
        remembered.open(place, after)
    for key in (fresh, *(subjects.open_key(one, Kind.case, case) for one in (lead, volunteer))):
        assert key.generation == 2
        assert key.open(place, before) == {"said": "before"}
        assert key.open(place, after) == {"said": "after"}


def test_many_generations(
    case: UUID, lead: Keyring, service: UUID, django_assert_num_queries: Queries
) -> None:
    place, written = Place("cases_item", "record", new_id(), 1), []
    for number in range(5):
        passing = keyring_for(new_id(), service)
        key = subjects.open_key(lead, Kind.case, case)
        subjects.give(key, person=passing.owner)
        written.append(key.seal(place, {"n": number}))
        subjects.end(key, person=passing.owner)
    subjects.open_key(lead, Kind.case, case)
    with django_assert_num_queries(2):
        last = subjects.open_key(lead, Kind.case, case)
    assert [last.open(place, sealed)["n"] for sealed in written] == list(range(5))
    assert Seal.objects.filter(subject_id=case).count() == 2


def test_a_stale_key_neither_gives_nor_ends(
    case: UUID, lead: Keyring, worker: Keyring, volunteer: Keyring
) -> None:
    stale = subjects.open_key(worker, Kind.case, case)
    subjects.end(subjects.open_key(lead, Kind.case, case), person=worker.owner)
    with pytest.raises(CannotOpen):
        subjects.give(stale, person=volunteer.owner)
    with pytest.raises(CannotOpen):
        subjects.end(stale, person=lead.owner)
    Subject.objects.filter(id=case).delete()
    with pytest.raises(CannotOpen):
        subjects.give(stale, person=volunteer.owner)


def test_an_older_key_in_another_row_does_not_open(case: UUID, lead: Keyring, worker: Keyring) -> None:
    subjects.end(subjects.open_key(lead, Kind.case, case), person=worker.owner)
    OlderKey.objects.filter(subject_id=case).update(generation=7)
    with pytest.raises(CannotOpen):
        subjects.open_key(lead, Kind.case, case)


def test_files_of_bytes(case: UUID, worker: Keyring, place: Place) -> None:
    key = subjects.open_key(worker, Kind.case, case)
    raw = key.seal_bytes(place, b"%PDF")
    assert key.open_bytes(place, raw) == b"%PDF"
    with pytest.raises(CannotOpen):
        key.open(place, Sealed(raw))
