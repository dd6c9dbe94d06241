"""A hostile database: public halves that no lead has signed are never sealed to."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from inconfidence.vault import groups, mirror, persons, spool, subjects, trust
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import GroupKey, PersonKey
from inconfidence.vault.sealed import CannotSeal, Place
from inconfidence.vault.words import Group, Kind, OwnerKind
from tests.vault.keys import active_pair, keyring_for

pytestmark = pytest.mark.django_db


def attacker(service: UUID) -> Keyring:
    return Keyring.fresh(new_id(), service, OwnerKind.worker)


def change(pair_id: UUID, **columns: Any) -> None:
    """What whoever writes in the database alone can do."""
    PersonKey.objects.filter(id=pair_id).update(**columns)


def sealing(worker: Keyring, place: Place) -> list[Callable[[], object]]:
    service = worker.service_id
    case = new_id()
    key = subjects.begin(Kind.case, case, service, people=[], groups=[Group.leads])
    return [
        lambda: subjects.begin(Kind.case, new_id(), service, people=[worker.owner], groups=[]),
        lambda: subjects.give(key, person=worker.owner),
        lambda: groups.seal_to_person(worker.owner, place, {"a": 1}),
        lambda: spool.keep_for_person(worker.owner, {"a": 1}),
        lambda: groups.add_member(_lead_of(service), service, Group.front_desk, worker.owner),
    ]


def _lead_of(service: UUID) -> Keyring:
    from tests.vault.keys import first_lead

    return first_lead(service)


CHANGES: dict[str, Callable[[Keyring, Keyring], dict[str, Any]]] = {
    "another public half": lambda worker, evil: {"public": evil.public()},
    "another signing half": lambda worker, evil: {"verifying": evil.verifying()},
    "no signature": lambda worker, evil: {"signature": None},
    "a spoilt signature": lambda worker, evil: {"signature": bytes(64)},
    "a signature of another length": lambda worker, evil: {"signature": b"short"},
    "another kind": lambda worker, evil: {"kind": "volunteer"},
    "signed by themselves": lambda worker, evil: {
        "signature": worker.signing().sign(trust.person_statement(active_pair(worker.owner))),
        "signed_by": worker.pair_id,
    },
    "signed by nobody known": lambda worker, evil: {"signed_by": new_id()},
    "revoked": lambda worker, evil: {"state": "revoked"},
    "another service": lambda worker, evil: {"service_id": new_id()},
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_no_lead_has_signed_is_refused_everywhere(
    name: str, worker: Keyring, place: Place, data_folder: Any
) -> None:
    for seal in sealing(worker, place):
        seal()
    change(worker.pair_id, **CHANGES[name](worker, attacker(worker.service_id)))
    mirror.person_changes(worker.owner)
    for seal in sealing(worker, place):
        with pytest.raises(CannotSeal, match=r"^This cannot be sealed to that key\.$"):
            seal()
    assert "unsigned_key" in (data_folder / "alarms").read_text()


def test_a_pair_put_in_a_persons_place_is_refused(worker: Keyring, service: UUID) -> None:
    evil = attacker(service)
    evil.owner = worker.owner
    change(worker.pair_id, state="revoked")
    row = persons.store(evil, None)
    change(row.id, signature=active_pair(worker.owner).signature, signed_by=_lead_of(service).pair_id)
    with pytest.raises(CannotSeal):
        subjects.begin(Kind.case, new_id(), service, people=[worker.owner], groups=[])


def test_a_lead_of_ones_own_making_does_not_count(worker: Keyring, service: UUID) -> None:
    evil = attacker(service)
    pair = persons.store(evil, None)
    change(
        pair.id,
        signature=evil.signing().sign(trust.person_statement(pair)),
        signed_by=pair.id,
        lead_signature=evil.signing().sign(trust.lead_statement(pair)),
        lead_signed_by=pair.id,
    )
    assert pair.id not in trust.leads_of(service)
    change(
        worker.pair_id,
        signature=evil.signing().sign(trust.person_statement(active_pair(worker.owner))),
        signed_by=pair.id,
    )
    assert not persons.is_signed(worker.owner)


def test_a_caseworker_cannot_make_themselves_a_lead(worker: Keyring, service: UUID) -> None:
    pair = active_pair(worker.owner)
    change(
        pair.id,
        lead_signature=worker.signing().sign(trust.lead_statement(pair)),
        lead_signed_by=worker.pair_id,
    )
    assert worker.pair_id not in trust.leads_of(service)


def test_a_signature_is_not_a_leads_signature(worker: Keyring, lead: Keyring, service: UUID) -> None:
    pair = active_pair(worker.owner)
    change(pair.id, lead_signature=pair.signature, lead_signed_by=lead.pair_id)
    assert worker.pair_id not in trust.leads_of(service)


def test_leads_make_leads(lead: Keyring, service: UUID) -> None:
    second = keyring_for(new_id(), service, Group.leads)
    third = keyring_for(new_id(), service)
    groups.add_member(second, service, Group.leads, third.owner)
    assert set(trust.leads_of(service)) == {lead.pair_id, second.pair_id, third.pair_id}
    change(second.pair_id, lead_signature=None)
    assert set(trust.leads_of(service)) == {lead.pair_id}, "the chain is broken in the middle"


def test_a_service_without_a_first_lead_has_none() -> None:
    assert trust.leads_of(new_id()) == {}


@pytest.mark.parametrize(
    "columns", [{"public": bytes(32)}, {"signature": bytes(64)}, {"signed_by": UUID(int=1)}]
)
def test_a_group_that_no_lead_has_signed(lead: Keyring, service: UUID, place: Place, columns: Any) -> None:
    GroupKey.objects.filter(service_id=service, group=Group.leads).update(**columns)
    mirror.group_changes(service, Group.leads)
    for seal in (
        lambda: groups.seal_to_group(service, Group.leads, place, {}),
        lambda: spool.keep_for_group(service, Group.leads, {}),
        lambda: subjects.begin(Kind.case, new_id(), service, people=[lead.owner], groups=[Group.leads]),
    ):
        with pytest.raises(CannotSeal):
            seal()


def test_a_service_without_groups(place: Place) -> None:
    with pytest.raises(CannotSeal):
        groups.seal_to_group(new_id(), Group.leads, place, {})
