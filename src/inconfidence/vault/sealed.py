"""Sealed values: what the database holds of a family, and the one error when they cannot be opened."""

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from uuid import UUID

from django.core import checks
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BinaryField, CheckConstraint, Lookup, Model, Q, Transform, Value
from django.db.models.functions import Coalesce, Substr
from django.db.models.lookups import Exact

from inconfidence.vault.alarms import Alarm, raise_alarm

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    Column = BinaryField[Any, Any]
else:
    Column = BinaryField

MAGIC = b"\xa7IC"


class CannotOpen(Exception):
    """The one error of opening, whatever the cause: altered, moved, unknown, not given. It says nothing else."""

    def __init__(self) -> None:
        super().__init__("This cannot be opened.")


class CannotSeal(Exception):
    """Sealing was refused because a public key is not signed by a lead of the service."""

    def __init__(self) -> None:
        super().__init__("This cannot be sealed to that key.")


def cannot_open() -> CannotOpen:
    """Raise the alarm and give the error to be raised."""
    raise_alarm(Alarm.CANNOT_OPEN)
    return CannotOpen()


def cannot_seal() -> CannotSeal:
    """Raise the alarm and give the error to be raised."""
    raise_alarm(Alarm.UNSIGNED_KEY)
    return CannotSeal()


class Place(NamedTuple):
    """Where a sealed value belongs. A value found anywhere else does not open."""

    table: str
    column: str
    row: UUID
    version: int

    @property
    def name(self) -> str:
        """The place as an audit event names it."""
        return f"{self.table}/{self.column}/{self.row}/{self.version}"

    def bound(self, service_id: UUID) -> bytes:
        """The place and its service as associated data."""
        words = f"{self.table}\0{self.column}\0".encode()
        return words + self.row.bytes + self.version.to_bytes(8, "big") + service_id.bytes


class Sealed:
    """Sealed bytes. Opaque: no content in repr, no pickle, no copy, no comparison."""

    __slots__ = ("raw",)
    raw: bytes

    def __init__(self, raw: bytes) -> None:
        if not raw.startswith(MAGIC):
            raise TypeError("only what the vault has sealed is sealed")
        self.raw = raw

    def digest(self) -> bytes:
        """SHA-256 of the sealed bytes (32 bytes), for the audit."""
        return hashlib.sha256(self.raw).digest()

    def __repr__(self) -> str:
        return "<sealed>"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Sealed | bytes | memoryview):
            raise TypeError("sealed values are not compared")
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("sealed values are neither copied nor pickled")

    def __getstate__(self) -> NoReturn:
        raise TypeError("sealed values are neither copied nor pickled")


class SealedField(Column):
    """A column that takes `Sealed` values only, on every road into the database, and answers no look-up but isnull."""

    _pyi_private_set_type: "Sealed | Combinable"
    _pyi_private_get_type: Any

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """No uniqueness or index may rest on a sealed value."""
        faults = super().check(**kwargs)
        if self.unique or getattr(self, "db_index", False):
            faults.append(checks.Error("A sealed column has no index.", obj=self, id="vault.E002"))
        return faults

    def get_lookup(self, lookup_name: str) -> "type[Lookup[Any]] | None":
        """Only isnull."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def get_transform(self, lookup_name: str) -> type[Transform] | None:
        """None."""
        return None

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """Refuse whatever is not sealed."""
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError("a sealed column takes sealed values only")
        return super().get_db_prep_value(value.raw, connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Sealed | None:
        """PostgreSQL gives a memoryview, SQLite bytes."""
        return None if value is None else found_sealed(bytes(value))

    def to_python(self, value: Any) -> Sealed | None:
        """Nothing but a sealed value is one: no fixture and no form makes it."""
        if value is None or isinstance(value, Sealed):
            return value
        raise TypeError("a sealed column takes sealed values only")

    def value_to_string(self, obj: Model) -> str:
        """Refuse: sealed values leave by a backup, never by a dump of the models."""
        raise TypeError("sealed values are not dumped")


def found_sealed(raw: bytes) -> Sealed:
    """A value as found in the database; without the magic it is still handed on, to fail when it is opened."""
    sealed = Sealed.__new__(Sealed)
    sealed.raw = raw
    return sealed


class SealedCheck(CheckConstraint):
    """The database's own refusal of anything that does not begin with the vault's magic."""

    def __init__(self, *, field: str, name: str) -> None:
        self.field = field
        start = Substr(field, 1, len(MAGIC), output_field=BinaryField())
        # SQLite's substr of an empty blob is null, and a check that gives null passes.
        begins = Exact(
            Coalesce(start, Value(b"", output_field=BinaryField())), Value(MAGIC, output_field=BinaryField())
        )
        super().__init__(condition=Q(**{f"{field}__isnull": True}) | Q(begins), name=name)

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Short in migrations: the field and the name."""
        return "inconfidence.vault.sealed.SealedCheck", (), {"field": self.field, "name": self.name}


def sealed_check(field_name: str, model_label: str) -> SealedCheck:
    """The constraint for a model's Meta: `constraints = [sealed_check("record", "card")]`."""
    return SealedCheck(field=field_name, name=f"{model_label.lower().replace('.', '_')}_{field_name}_sealed")


def plain(why: str) -> str:
    """The help text by which a field declares that it stands in clear, and why it may."""
    return f"plain: {why}"


def derived(why: str) -> str:
    """The help text by which a field declares that it is computed from others that may stand in clear."""
    return f"derived: {why}"
