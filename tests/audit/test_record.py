"""Writing an event: in the transaction of its act, in words that are closed, once."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from inconfidence.audit import record as writing
from inconfidence.audit.acts import Act
from inconfidence.audit.models import Chain, Event
from inconfidence.audit.record import AlreadyDone, OutsideTransaction, record
from inconfidence.audit.verify import Verdict, verify
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import MAGIC, Place, Sealed
from tests.audit.conftest import MOMENT, Write

SEALED = Sealed(MAGIC + b"ciphertext")


@pytest.mark.django_db
def test_what_is_written(write: Write, service: UUID) -> None:
    about, listed, once = new_id(), [new_id(), new_id()], new_id()
    row = Place("cases_item", "record", new_id(), 3)
    event_id = write(
        about=about,
        listed=listed,
        words={"purpose": "share", "item": str(row.row)},
        rows={row.name: SEALED},
        sealed=SEALED,
        once=once,
    )
    event = Event.objects.get(id=event_id)
    assert (event.act, event.actor_id, event.at, event.service_id) == (
        "note_added",
        UUID(int=7),
        MOMENT,
        service,
    )
    assert (event.about, event.once, event.number) == (about, once, 1)
    assert event.sealed.raw == SEALED.raw
    assert json.loads(bytes(event.payload)) == {
        "id": str(event_id),
        "chain": str(event.chain_id),
        "number": 1,
        "previous": "00" * 32,
        "act": "note_added",
        "actor": str(UUID(int=7)),
        "at": "2026-11-20T10:00:00.123456+00:00",
        "service": str(service),
        "about": str(about),
        "once": str(once),
        "sealed": SEALED.digest().hex(),
        "listed": [str(one) for one in listed],
        "words": {"purpose": "share", "item": str(row.row)},
        "rows": {row.name: SEALED.digest().hex()},
    }


@pytest.mark.django_db
def test_events_name_the_one_before(write: Write) -> None:
    for _ in range(3):
        write()
    events = list(Event.objects.order_by("number"))
    assert [event.number for event in events] == [1, 2, 3]
    assert [bytes(event.previous) for event in events[1:]] == [bytes(event.hash) for event in events[:-1]]
    chain = Chain.objects.get()
    assert (chain.number, bytes(chain.hash)) == (3, bytes(events[-1].hash))


@pytest.mark.django_db
def test_nobody_and_any_time_zone(write: Write) -> None:
    summer = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    event = Event.objects.get(id=write(actor_id=None, at=summer))
    assert event.actor_id is None
    assert event.at == summer.astimezone(UTC)
    assert verify().ok


@pytest.mark.django_db(transaction=True)
def test_never_outside_the_transaction_of_its_act(service: UUID) -> None:
    with pytest.raises(OutsideTransaction):
        record(service_id=service, actor_id=None, act=Act.signed_in, at=MOMENT)
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_act_rolled_back_takes_its_event_along(write: Write, service: UUID) -> None:
    write()
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    with transaction.atomic():
        with transaction.atomic():
            write()
            transaction.set_rollback(True)
        write()
    assert [event.number for event in Event.objects.order_by("number")] == [1, 2]
    assert verify() == Verdict(2, ok=True, first_bad=None, anchor="ok")


@pytest.mark.parametrize(
    "given",
    [
        {"words": {"name": "Amira Example"}},
        {"words": {"Amira": "yes"}},
        {"words": {"said": "a\nb"}},
        {"words": {"said": "yes\n"}},
        {"words": {"said": 'quote"'}},
        {"words": {"said": "x" * 81}},
        {"rows": {"cases_item/record": SEALED}},
        {"rows": {"cases_item/record/7/1": SEALED}},
        {"rows": {'cases_item/rec"ord/00000000-0000-0000-0000-000000000000/1': SEALED}},
        {"act": "looked_about"},
    ],
)
@pytest.mark.django_db
def test_only_closed_words(write: Write, given: dict[str, Any]) -> None:
    with pytest.raises(ValueError) as refused:
        write(**given)
    assert "Amira" not in str(refused.value)
    assert not Event.objects.exists()


@pytest.mark.parametrize("word", ["", "share", "ro-casework-01b", "body:setting", "2026-11-20", "a.b_c"])
@pytest.mark.django_db
def test_words_that_may_stand(write: Write, word: str) -> None:
    write(words={"word": word})
    assert verify().ok


@pytest.mark.django_db
def test_a_form_is_done_once(write: Write) -> None:
    once = new_id()
    write(once=once)
    with transaction.atomic():
        with pytest.raises(AlreadyDone):
            write(once=once)
        assert Event.objects.count() == 1, "the surrounding transaction goes on"
        write(once=new_id())
        write()
    assert verify().ok
    assert Event.objects.count() == 3


@pytest.mark.django_db
def test_each_worker_process_has_its_chain(
    write: Write, service: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    write()
    write(service_id=new_id())
    monkeypatch.setattr(writing, "slot_here", lambda: 65)
    write()
    assert Chain.objects.count() == 3
    assert set(Event.objects.values_list("number", flat=True)) == {1}
    assert writing.chain_of(service, 3) == writing.chain_of(service, 3) != writing.chain_of(service, 4)
    assert verify().ok


def test_the_slot_is_one_of_a_few() -> None:
    assert writing.slot_here() in range(writing.SLOTS)


@pytest.mark.django_db
def test_a_chain_begun_by_another_worker_at_the_same_moment(write: Write, service: UUID) -> None:
    first = Event.objects.get(id=write())
    with transaction.atomic(), connection.cursor() as cursor:
        head = writing._begin(connection, cursor, service, writing.slot_here())
    assert head == (1, bytes(first.hash))


@pytest.mark.django_db
def test_two_statements_and_one_where_the_engine_can(
    write: Write, service: UUID, django_assert_num_queries: Any
) -> None:
    write()
    expected = {"sqlite": 2, "postgresql": 1}[connection.vendor]
    with transaction.atomic(), django_assert_num_queries(expected):
        record(service_id=service, actor_id=None, act=Act.case_seen, at=MOMENT, once=new_id())


@pytest.mark.django_db
@pytest.mark.parametrize("number", [0, 1, 3, 4])
def test_what_is_remembered_of_a_chain_may_be_wrong(write: Write, service: UUID, number: int) -> None:
    for _ in range(3):
        write()
    writing._ends[writing.chain_of(service, writing.slot_here())] = (number, bytes(32))
    write()
    assert sorted(Event.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert verify().ok


@pytest.mark.django_db
def test_what_is_remembered_is_bounded(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "REMEMBERED_AT_MOST", 2)
    for _ in range(4):
        write(service_id=new_id())
    assert len(writing._ends) <= 2
    assert verify().ok
