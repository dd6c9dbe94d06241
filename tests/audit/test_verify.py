"""Whatever is altered by hand is found."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from inconfidence.audit import anchor, walk
from inconfidence.audit import verify as checking
from inconfidence.audit.acts import Act
from inconfidence.audit.canonical import digest
from inconfidence.audit.models import Chain, Event
from inconfidence.audit.record import record
from inconfidence.audit.verify import verify
from inconfidence.vault import files, subjects
from inconfidence.vault.ids import new_id
from inconfidence.vault.models import OlderKey, Subject
from inconfidence.vault.sealed import MAGIC, Place, Sealed
from inconfidence.vault.words import Kind
from tests.audit.conftest import MOMENT, Write
from tests.vault.keys import first_lead

pytestmark = pytest.mark.django_db(transaction=True)

COLUMNS = [
    "id",
    "chain_id",
    "number",
    "previous",
    "act",
    "actor_id",
    "at",
    "service_id",
    "about",
    "once",
    "sealed",
    "payload",
    "hash",
]


def altered(column: str, event: Event) -> Any:
    """The column with one thing about it changed."""
    value = getattr(event, column)
    if isinstance(value, UUID):
        return UUID(int=value.int ^ 1)
    if isinstance(value, Sealed):
        return Sealed(value.raw[:-1] + bytes([value.raw[-1] ^ 1]))
    if isinstance(value, str):
        return "case_seen"
    if isinstance(value, int):
        return value + 10
    if column == "at":
        return value.replace(microsecond=value.microsecond ^ 1)
    raw = bytes(value)
    return raw[:-1] + bytes([raw[-1] ^ 1])


@pytest.fixture
def events(write: Write) -> list[Event]:
    for number in range(5):
        write(
            about=new_id(),
            once=new_id(),
            words={"n": str(number)},
            sealed=Sealed(MAGIC + bytes([number])),
        )
    return list(Event.objects.order_by("number"))


def is_found() -> bool:
    verdict = verify()
    assert verdict.ok is (verdict.first_bad is None)
    return not verdict.ok


def test_a_whole_record(events: list[Event], data_folder: Path) -> None:
    verdict = verify()
    assert (verdict.events, verdict.ok, verdict.first_bad, verdict.anchor) == (5, True, None, "ok")
    assert not (data_folder / "alarms").exists()


def test_several_processes_find_what_one_finds(write: Write) -> None:
    for _ in range(3):
        service = new_id()
        for number in range(4):
            write(service_id=service, words={"n": str(number)})
    assert (verify(2).events, verify(9).ok) == (12, True)
    chains = Event.objects.order_by("chain_id").values_list("chain_id", flat=True).distinct()
    Event.objects.filter(chain_id__in=[chains[0], chains[2]], number=2).update(act="case_seen")
    verdict = verify(3)
    assert (verdict.events, verdict.ok) == (12, False)
    assert verdict.first_bad == verify().first_bad == f"chain {chains[0]} event 2"


def test_chains_are_read_apart_as_here(events: list[Event]) -> None:
    """What another process does, in this one."""
    chain = events[0].chain_id
    raw = chain if connection.features.has_native_uuid_field else chain.hex
    found = walk.apart([raw], [(chain, 5)])
    assert (found.events, found.faults, found.ends[chain].number) == (5, [], 5)
    assert found.wanted == {(chain, 5): bytes(events[4].hash)}


def test_what_has_rows_in_two_chains_counts_once(write: Write) -> None:
    """A row whose versions stand in two chains: whoever read them, the highest version counts."""
    spot = ("table", "column", "row")
    one, other = walk.Walk({}, rows={spot: (2, {"b"})}), walk.Walk({}, rows={spot: (1, {"a"})})
    one.take(other)
    one.take(walk.Walk({}, rows={spot: (2, {"c"})}))
    assert one.rows == {spot: (2, {"b", "c"})}


@pytest.mark.parametrize("raw", ["'no bytes'", "7"])
def test_a_column_of_another_type(events: list[Event], raw: str) -> None:
    """SQLite takes anything anywhere; PostgreSQL takes no such thing."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"UPDATE audit_event SET payload = {raw} WHERE number = 3")
            assert verify().first_bad == f"chain {events[0].chain_id} event 3"
            assert is_found()


@pytest.mark.parametrize("content", ["x\0y", "x\ny", ""])
def test_a_word_with_something_behind_it(events: list[Event], content: str) -> None:
    """Nothing hides behind an end of text or of a line."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("UPDATE audit_event SET act = act || %s WHERE number = 3", [content])
            assert verify().ok is (content == "")


def test_a_moment_of_a_whole_second(write: Write) -> None:
    write(at=MOMENT.replace(microsecond=0))
    write()
    assert verify().ok


def test_an_empty_record() -> None:
    verdict = verify()
    assert (verdict.events, verdict.ok, verdict.anchor) == (0, True, "none")


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("at", [0, 2, 4])
def test_any_column_of_any_event(events: list[Event], column: str, at: int) -> None:
    event = events[at]
    if column == "chain_id":
        Chain.objects.create(id=altered(column, event), service_id=event.service_id, slot=99, hash=bytes(32))
    Event.objects.filter(id=event.id).update(**{column: altered(column, event)})
    assert is_found()


@pytest.mark.parametrize("column", ["actor_id", "about", "once", "sealed"])
def test_a_column_emptied(events: list[Event], column: str) -> None:
    Event.objects.filter(id=events[1].id).update(**{column: None})
    assert is_found()


def test_any_byte_of_the_payload(events: list[Event]) -> None:
    event = events[2]
    whole = bytes(event.payload)
    for at in range(0, len(whole), 9):
        Event.objects.filter(id=event.id).update(
            payload=whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        )
        assert is_found()
    Event.objects.filter(id=event.id).update(payload=whole)
    assert not is_found()


def test_a_payload_altered_with_its_hash(events: list[Event]) -> None:
    event = events[2]
    payload = bytes(event.payload).replace(b'"words":{"n":"2"}', b'"words":{"n":"9"}')
    Event.objects.filter(id=event.id).update(payload=payload, hash=digest(payload))
    assert verify().first_bad == f"chain {event.chain_id} event 4"


def test_the_whole_chain_made_anew(events: list[Event]) -> None:
    """Somebody who knows the format writes every later event again; the host's own note still tells."""
    previous = events[1].hash
    for event in events[2:]:
        payload = bytes(event.payload).replace(b'"words":{"n":"2"}', b'"words":{"n":"9"}')
        payload = payload.replace(bytes(event.previous).hex().encode(), bytes(previous).hex().encode())
        Event.objects.filter(id=event.id).update(previous=previous, payload=payload, hash=digest(payload))
        previous = digest(payload)
    Chain.objects.update(hash=previous)
    verdict = verify()
    assert (verdict.ok, verdict.anchor) == (False, "broken")
    assert verdict.first_bad == f"anchor of chain {events[0].chain_id}"


@pytest.mark.parametrize("at", [0, 2, 4])
def test_an_event_taken_away(events: list[Event], at: int) -> None:
    Event.objects.filter(id=events[at].id).delete()
    assert is_found()


def test_the_end_cut_off_with_the_head_set_back(events: list[Event]) -> None:
    Event.objects.filter(number__gt=3).delete()
    Chain.objects.update(number=3, hash=events[2].hash)
    verdict = verify()
    assert (verdict.ok, verdict.anchor) == (False, "broken")


def test_everything_taken_away(events: list[Event]) -> None:
    Event.objects.all().delete()
    Chain.objects.all().delete()
    verdict = verify()
    assert (verdict.events, verdict.ok, verdict.anchor) == (0, False, "broken")


@pytest.mark.parametrize(
    "columns", [{"number": 4}, {"number": 6}, {"hash": bytes(32)}, {"number": 0, "hash": bytes(32)}]
)
def test_a_head_that_is_no_event(events: list[Event], columns: dict[str, Any]) -> None:
    Chain.objects.update(**columns)
    assert verify().first_bad == f"chain {events[0].chain_id} head"


def test_events_added_by_hand_are_not_in_the_hosts_note(
    events: list[Event], write: Write, data_folder: Path
) -> None:
    (path,) = (data_folder / "keys" / "anchors").iterdir()
    kept = path.read_bytes()
    write()
    path.write_bytes(kept)
    verdict = verify()
    assert (verdict.ok, verdict.anchor) == (True, "behind")


def test_an_anchor_altered(events: list[Event], data_folder: Path) -> None:
    (path,) = (data_folder / "keys" / "anchors").iterdir()
    kept = path.read_bytes()
    for content in (kept[:-1] + bytes([kept[-1] ^ 1]), b"\xff" + kept[1:], kept[:-1], b""):
        path.write_bytes(content)
        verdict = verify()
        assert (verdict.ok, verdict.first_bad, verdict.anchor) == (False, "anchors", "broken")
    path.write_bytes(kept)
    assert verify().ok


def test_an_anchor_under_another_name(events: list[Event], data_folder: Path) -> None:
    (path,) = (data_folder / "keys" / "anchors").iterdir()
    path.rename(path.with_name(new_id().hex))
    assert verify().anchor == "broken"


def test_the_anchor_moves_with_every_commit(write: Write) -> None:
    for number in (1, 2, 3):
        write()
        (known,) = anchor.known().values()
        assert known.number == number


def test_a_broken_record_raises_the_alarm(events: list[Event], data_folder: Path) -> None:
    Event.objects.filter(id=events[0].id).update(act="case_seen")
    assert is_found()
    assert "audit_broken" in (data_folder / "alarms").read_text()


# Sealed rows


class Row:
    """A sealed row that is written as an action would write it."""

    def __init__(self, service: UUID) -> None:
        self.service = service
        subject = Subject.objects.create(id=new_id(), kind="case", service_id=service)
        self.id = new_id()
        OlderKey.objects.create(id=self.id, subject=subject, generation=1, seal=Sealed(MAGIC + b"0"))

    @property
    def row(self) -> OlderKey:
        return OlderKey.objects.get(id=self.id)

    def put(self, content: bytes) -> None:
        OlderKey.objects.filter(id=self.id).update(seal=Sealed(MAGIC + content))

    def write(
        self, version: int, content: bytes, table: str = "vault_olderkey", column: str = "seal"
    ) -> None:
        place = Place(table, column, self.id, version)
        with transaction.atomic():
            self.put(content)
            record(
                service_id=self.service,
                actor_id=None,
                act=Act.note_added,
                at=MOMENT,
                rows={place.name: Sealed(MAGIC + content)},
            )


@pytest.fixture
def row(service: UUID, db: None) -> Row:
    found = Row(service)
    found.write(1, b"first")
    found.write(2, b"second")
    return found


def test_rows_as_their_last_event_says(row: Row) -> None:
    assert verify().ok
    row.write(3, b"third")
    row.write(3, b"third", table="vault.olderkey")
    assert verify().ok


def test_an_old_row_put_back(row: Row) -> None:
    row.put(b"first")
    assert verify().first_bad == f"row vault_olderkey/seal/{row.id}"


def test_a_sealed_row_altered_or_gone(row: Row) -> None:
    row.put(b"secone")
    assert is_found()
    row.put(b"second")
    assert not is_found()
    OlderKey.objects.all().delete()
    assert is_found()


def test_the_same_version_twice_may_be_either(row: Row) -> None:
    row.write(2, b"second again")
    assert verify().ok
    row.put(b"second")
    assert verify().ok
    row.put(b"first")
    assert is_found()


def test_an_older_version_recorded_late_does_not_count(row: Row) -> None:
    row.write(1, b"second")
    assert verify().ok


@pytest.mark.parametrize(
    ("table", "column"),
    [("no_table", "seal"), ("vault_olderkey", "no_column"), ("vault_olderkey", "generation")],
)
def test_a_row_that_is_nowhere(row: Row, table: str, column: str) -> None:
    row.write(5, b"fifth", table, column)
    assert verify().first_bad is not None


def test_many_rows(service: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    rows = [Row(service) for _ in range(5)]
    for one in rows:
        one.write(1, b"content")
    assert verify().ok
    rows[4].put(b"other")
    assert verify().first_bad == f"row vault_olderkey/seal/{rows[4].id}"


def test_while_the_program_runs(row: Row) -> None:
    """A row is written between the reading of the events and of the rows: a second reading clears it."""
    wait = [lambda: row.write(3, b"third")]

    def meanwhile(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("SELECT") and "vault_olderkey" in sql and wait:
            wait.pop()()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(meanwhile):
        verdict = verify()
    assert (verdict.ok, verdict.events) == (True, 3)


def test_a_copy_of_the_table_is_read_with_plain_sql(events: list[Event]) -> None:
    """One byte changed by somebody at the database's own prompt."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_event SET act = 'case_seen' WHERE number = 3")
    assert verify().first_bad == f"chain {events[0].chain_id} event 3"


@pytest.fixture
def letter(write: Write, service: UUID, data_folder: Path) -> Path:
    """A sealed file on the disk, and the event of its writing."""
    worker = first_lead(service)
    key = subjects.begin(Kind.case, new_id(), service, people=[worker.owner], groups=[])
    file = files.seal(key, Place("cases_item", "file", new_id(), 1), b"a letter")
    write(rows=file.rows)
    with transaction.atomic():
        files.keep(file)
    return data_folder / "files" / file.id.hex


def test_a_file_as_its_event_says(letter: Path) -> None:
    assert verify().ok


def test_a_file_altered_or_gone(letter: Path) -> None:
    raw = letter.read_bytes()
    letter.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    assert verify().first_bad == f"row vault_storedfile/file/{UUID(letter.name)}"
    letter.unlink()
    assert is_found()
    letter.write_bytes(raw)
    assert verify().ok
