"""A sealed column takes sealed values only, and a sealed value shows nothing."""

import copy
import pickle
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.core import checks, serializers
from django.core.exceptions import FieldError
from django.db import IntegrityError, connection, models, transaction
from django.db.models import BinaryField, Value
from django.db.models.functions import Cast

from inconfidence.vault.ids import new_id
from inconfidence.vault.models import OlderKey, PersonKey, Subject
from inconfidence.vault.sealed import (
    MAGIC,
    CannotOpen,
    Place,
    Sealed,
    SealedCheck,
    SealedField,
    derived,
    plain,
    sealed_check,
)

SEALED = MAGIC + b"anything"


@pytest.fixture
def subject(db: None) -> Subject:
    return Subject.objects.create(id=new_id(), kind="case", service_id=new_id())


def older(subject: Subject, seal: Any, generation: int = 1) -> OlderKey:
    return OlderKey(subject=subject, generation=generation, seal=seal)


def test_sealed_shows_nothing() -> None:
    sealed = Sealed(SEALED)
    assert repr(sealed) == str(sealed) == f"{sealed}" == "<sealed>"
    for refused in (pickle.dumps, copy.copy, copy.deepcopy, lambda one: one.__getstate__(), hash):
        with pytest.raises(TypeError):
            refused(sealed)


@pytest.mark.parametrize("other", [Sealed(SEALED), SEALED, memoryview(SEALED)])
def test_sealed_is_not_compared(other: object) -> None:
    with pytest.raises(TypeError, match="not compared"):
        assert Sealed(SEALED) == other


def test_sealed_is_nothing_else() -> None:
    assert Sealed(SEALED) != ""
    assert Sealed(SEALED) is not None


@pytest.mark.parametrize("raw", [b"", b"Amira Example", MAGIC[1:] + b"x"])
def test_only_the_vault_makes_sealed(raw: bytes) -> None:
    with pytest.raises(TypeError, match="only what the vault has sealed"):
        Sealed(raw)


def test_the_one_error_says_one_thing() -> None:
    assert str(CannotOpen()) == "This cannot be opened."


def test_a_place_names_itself_and_binds() -> None:
    row, service = new_id(), new_id()
    place = Place("cases_item", "record", row, 3)
    assert place.name == f"cases_item/record/{row}/3"
    others = [
        Place("cases_case", "record", row, 3),
        Place("cases_item", "name", row, 3),
        Place("cases_item", "record", new_id(), 3),
        Place("cases_item", "record", row, 4),
    ]
    assert len({one.bound(service) for one in [place, *others]} | {place.bound(new_id())}) == 6


@pytest.mark.parametrize("content", [b"Amira Example", "Amira Example", memoryview(SEALED), 7])
def test_every_road_into_the_database_refuses_what_is_not_sealed(subject: Subject, content: Any) -> None:
    stored = older(subject, Sealed(SEALED), 9)
    stored.save()
    roads: list[Callable[[], object]] = [
        lambda: older(subject, content).save(),
        lambda: OlderKey.objects.create(subject=subject, generation=1, seal=content),
        lambda: OlderKey.objects.bulk_create([older(subject, content)]),
        lambda: OlderKey.objects.update(seal=content),
        lambda: OlderKey.objects.bulk_update([OlderKey(id=stored.id, seal=content)], ["seal"]),
        lambda: OlderKey.objects.update_or_create(id=stored.id, defaults={"seal": content}),
    ]
    for road in roads:
        with pytest.raises(TypeError, match="sealed values only") as refused, transaction.atomic():
            road()
        assert "Amira" not in str(refused.value)
    assert OlderKey.objects.count() == 1


def test_what_is_sealed_comes_back_on_every_road(subject: Subject) -> None:
    OlderKey.objects.bulk_create([older(subject, Sealed(SEALED), number) for number in (1, 2)])
    one = OlderKey.objects.get(generation=1)
    assert isinstance(one.seal, Sealed)
    assert one.seal.raw == SEALED
    one.seal = Sealed(MAGIC + b"other")
    OlderKey.objects.bulk_update([one], ["seal"])
    one.refresh_from_db()
    assert one.seal.raw == MAGIC + b"other"
    assert {row.raw for row in OlderKey.objects.values_list("seal", flat=True)} == {SEALED, MAGIC + b"other"}


@pytest.mark.parametrize("raw", [b"Amira Example", b"", MAGIC[:2]])
def test_the_database_refuses_it_too(subject: Subject, raw: bytes) -> None:
    older(subject, Sealed(SEALED)).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        OlderKey.objects.update(seal=Cast(Value(raw, output_field=BinaryField()), BinaryField()))


def test_an_empty_column_stays_empty(db: None) -> None:
    row = PersonKey.objects.create(
        owner=new_id(), service_id=new_id(), kind="worker", public=b"p", verifying=b"v", private=None
    )
    row.refresh_from_db()
    assert row.private is None
    assert PersonKey.objects.filter(private__isnull=True).count() == 1


def test_a_damaged_value_is_handed_on_to_fail_when_opened() -> None:
    found = SealedField().from_db_value(b"without magic", None, connection)
    assert isinstance(found, Sealed)
    assert repr(found) == "<sealed>"


@pytest.mark.parametrize("asked", ["seal", "seal__contains", "seal__gt", "seal__in", "seal__length"])
def test_nothing_is_looked_up_in_a_sealed_column(subject: Subject, asked: str) -> None:
    with pytest.raises(FieldError):
        OlderKey.objects.filter(**{asked: [Sealed(SEALED)]}).exists()
    assert not OlderKey.objects.filter(seal__isnull=False).exists()


def test_sealed_values_are_not_dumped_nor_loaded(subject: Subject) -> None:
    row = older(subject, Sealed(SEALED))
    with pytest.raises(TypeError, match="not dumped"):
        serializers.serialize("json", [row])
    field = SealedField()
    assert field.to_python(None) is None
    sealed = Sealed(SEALED)
    assert field.to_python(sealed) is sealed
    with pytest.raises(TypeError, match="sealed values only"):
        field.to_python("QW1pcmE=")


@pytest.mark.parametrize("options", [{"unique": True}, {"db_index": True}])
def test_no_index_rests_on_a_sealed_value(options: dict[str, Any]) -> None:
    field = SealedField(**options)
    field.set_attributes_from_name("record")
    field.model = OlderKey
    assert [fault.id for fault in field.check() if fault.level == checks.ERROR] == ["vault.E002"]
    calm = SealedField()
    calm.set_attributes_from_name("record")
    calm.model = OlderKey
    assert calm.check() == []


def test_the_constraint_is_short_in_migrations() -> None:
    constraint = sealed_check("record", "cases.Item")
    assert constraint.deconstruct() == (
        "inconfidence.vault.sealed.SealedCheck",
        (),
        {"field": "record", "name": "cases_item_record_sealed"},
    )
    assert constraint == SealedCheck(field="record", name="cases_item_record_sealed")


def test_a_field_says_why_it_stands_in_clear() -> None:
    assert plain("a random reference") == "plain: a random reference"
    assert derived("from the date of closing") == "derived: from the date of closing"


def test_no_sealed_model_field_is_forgotten() -> None:
    sealed = {
        f"{m.__name__}.{f.name}" for m in (OlderKey, PersonKey) for f in m._meta.fields if _is_sealed(f)
    }
    assert sealed == {"OlderKey.seal", "PersonKey.private"}


def _is_sealed(field: "models.Field[Any, Any]") -> bool:
    return isinstance(field, SealedField)


def test_uuid_is_part_of_the_place() -> None:
    assert Place("t", "c", UUID(int=1), 1).bound(UUID(int=2)) != Place("t", "c", UUID(int=2), 1).bound(
        UUID(int=1)
    )
