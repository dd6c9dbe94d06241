"""Many writers at once: no number twice, no gap, nothing done twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection, transaction

from inconfidence.audit import record as writing
from inconfidence.audit.acts import Act
from inconfidence.audit.models import Chain, Event
from inconfidence.audit.record import AlreadyDone, record
from inconfidence.audit.verify import verify
from inconfidence.vault.ids import new_id
from tests.audit.conftest import MOMENT

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, EACH = 6, 15


def at_once(act: Callable[[int], str]) -> list[str]:
    def then_close(number: int) -> str:
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(then_close, range(WRITERS)))


def test_writers_of_one_chain(service: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "slot_here", lambda: 7)

    def act(number: int) -> str:
        for turn in range(EACH):
            try:
                with transaction.atomic():
                    record(service_id=service, actor_id=UUID(int=number), act=Act.note_added, at=MOMENT)
                    if turn % 5 == 4:
                        raise KeyError("rolled back")
            except KeyError:
                continue
        return "done"

    at_once(act)
    assert Chain.objects.count() == 1
    numbers = list(Event.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, WRITERS * EACH * 4 // 5 + 1))
    assert verify().ok


def test_writers_of_several_chains(service: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import get_ident

    monkeypatch.setattr(writing, "slot_here", lambda: get_ident() % 4)

    def act(number: int) -> str:
        for _ in range(EACH):
            with transaction.atomic():
                record(service_id=service, actor_id=UUID(int=number), act=Act.note_added, at=MOMENT)
        return "done"

    at_once(act)
    verdict = verify()
    assert (verdict.events, verdict.ok) == (WRITERS * EACH, True)


def test_the_same_form_sent_by_many_at_once(service: UUID) -> None:
    once = new_id()

    def act(number: int) -> str:
        try:
            with transaction.atomic():
                record(service_id=service, actor_id=None, act=Act.note_added, at=MOMENT, once=once)
        except AlreadyDone:
            return "already done"
        return "done"

    assert sorted(at_once(act)) == ["already done"] * (WRITERS - 1) + ["done"]
    assert Event.objects.count() == 1
    assert verify().ok


def test_while_others_write_the_record_verifies(service: UUID) -> None:
    def act(number: int) -> str:
        if number == 0:
            return "ok" if all(verify().ok for _ in range(5)) else "broken"
        for _ in range(EACH):
            with transaction.atomic():
                record(service_id=service, actor_id=UUID(int=number), act=Act.note_added, at=MOMENT)
        return "ok"

    assert set(at_once(act)) == {"ok"}
