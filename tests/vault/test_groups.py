"""Groups: sealed to all their members, readable by nobody else."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

import pytest

from inconfidence.vault import groups
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import GroupKey, Membership
from inconfidence.vault.sealed import CannotOpen, CannotSeal, Place, Sealed
from inconfidence.vault.words import Group
from tests.vault.keys import keyring_for

pytestmark = pytest.mark.django_db


def test_members_read_and_others_do_not(
    service: UUID, lead: Keyring, worker: Keyring, volunteer: Keyring, stranger: Keyring, place: Place
) -> None:
    for_staff = groups.seal_to_group(service, Group.staff, place, {"said": "something"})
    for_leads = groups.seal_to_group(service, Group.leads, place, {"said": "a concern"})
    for member in (lead, worker):
        assert groups.open_from_group(member, service, Group.staff, place, for_staff) == {"said": "something"}
    assert groups.open_from_group(lead, service, Group.leads, place, for_leads) == {"said": "a concern"}
    for outsider, group, sealed in (
        (worker, Group.leads, for_leads),
        (volunteer, Group.staff, for_staff),
        (stranger, Group.staff, for_staff),
        (lead, Group.leads, for_staff),
        (lead, Group.front_desk, for_staff),
    ):
        with pytest.raises(CannotOpen):
            groups.open_from_group(outsider, service, group, place, sealed)


def test_flip_or_move(service: UUID, lead: Keyring, place: Place) -> None:
    raw = groups.seal_to_group(service, Group.leads, place, {}).raw
    for at in range(3, len(raw), 7):
        with pytest.raises(CannotOpen):
            groups.open_from_group(
                lead, service, Group.leads, place, Sealed(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
            )
    with pytest.raises(CannotOpen):
        groups.open_from_group(lead, service, Group.leads, place._replace(row=new_id()), Sealed(raw))
    with pytest.raises(CannotOpen):
        groups.open_from_group(lead, new_id(), Group.leads, place, Sealed(raw))


def test_sealed_to_one_person(service: UUID, lead: Keyring, worker: Keyring, place: Place) -> None:
    sealed = groups.seal_to_person(worker.owner, place, {"said": "something"})
    assert groups.open_from_person(worker, place, sealed) == {"said": "something"}
    with pytest.raises(CannotOpen):
        groups.open_from_person(lead, place, sealed)
    with pytest.raises(CannotSeal):
        groups.seal_to_person(new_id(), place, {})


def test_a_membership_is_sealed_again_on_first_opening(
    worker: Keyring, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    row = Membership.objects.get(member=worker.pair_id)
    with django_assert_num_queries(2):
        first = groups.opened(worker)
    with django_assert_num_queries(0):
        assert groups.opened(worker) is first
    worker.groups = None
    with django_assert_num_queries(1):
        again = groups.opened(worker)
    assert [member.root() for member in again.values()] == [member.root() for member in first.values()]
    assert Membership.objects.get(id=row.id).seal.raw != row.seal.raw


def test_a_membership_in_anothers_row_does_not_open(worker: Keyring, volunteer: Keyring) -> None:
    row = Membership.objects.get(member=worker.pair_id)
    Membership.objects.create(group_key=row.group_key, member_id=volunteer.pair_id, seal=row.seal)
    with pytest.raises(CannotOpen):
        groups.opened(volunteer)


def test_only_a_member_lets_in(service: UUID, worker: Keyring, volunteer: Keyring, stranger: Keyring) -> None:
    for outsider, group in ((volunteer, Group.staff), (worker, Group.leads), (stranger, Group.leads)):
        with pytest.raises(CannotOpen):
            groups.add_member(outsider, service, group, worker.owner)


def test_a_member_of_leads_who_is_no_lead_makes_none(service: UUID, lead: Keyring, worker: Keyring) -> None:
    """Whoever writes in the database can take a lead's certificate away; then the group alone does not count."""
    second = keyring_for(new_id(), service, Group.leads)
    second_row = Membership.objects.get(member=second.pair_id, group_key__group=Group.leads)
    second_row.member.lead_signature = None
    second_row.member.save()
    with pytest.raises(CannotSeal):
        groups.add_member(second, service, Group.leads, worker.owner)


def test_letting_in_twice_changes_nothing(service: UUID, lead: Keyring, worker: Keyring) -> None:
    groups.add_member(lead, service, Group.staff, worker.owner)
    assert Membership.objects.filter(member=worker.pair_id).count() == 1
    assert len(groups.opened(worker)) == 1


def test_letting_out_is_at_once(service: UUID, worker: Keyring, place: Place) -> None:
    groups.remove_member(service, Group.staff, worker.owner)
    sealed = groups.seal_to_group(service, Group.staff, place, {})
    with pytest.raises(CannotOpen):
        groups.open_from_group(worker, service, Group.staff, place, sealed)


def test_a_new_generation_is_the_one_in_use(service: UUID, lead: Keyring, place: Place) -> None:
    old = GroupKey.objects.get(service_id=service, group=Group.staff)
    from inconfidence.vault import trust
    from inconfidence.vault.secret import Holder

    holder = Holder(new_id(), bytes(range(32)))
    key = GroupKey(
        id=holder.pair_id, service_id=service, group=Group.staff, generation=2, public=holder.public()
    )
    key.signature, key.signed_by = lead.signing().sign(trust.group_statement(key)), lead.pair_id
    key.save(force_insert=True)
    groups._let_in(holder, trust.trusted_people(service, [lead.owner])[0])
    assert trust.trusted_groups(service, [Group.staff])[0].id == holder.pair_id != old.id
    sealed = groups.seal_to_group(service, Group.staff, place, {"new": True})
    lead.groups = None
    assert groups.open_from_group(lead, service, Group.staff, place, sealed) == {"new": True}
