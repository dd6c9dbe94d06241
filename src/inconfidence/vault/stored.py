"""Identifiers as the two engines store them, for the few statements that are written out."""

from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper


def stored_id(database: BaseDatabaseWrapper, value: UUID | None) -> UUID | str | None:
    """An identifier as this engine takes it: PostgreSQL knows the type, SQLite keeps 32 hexadecimal digits."""
    return value if value is None or database.features.has_native_uuid_field else value.hex


def found_id(value: UUID | str) -> UUID:
    """An identifier as the engine gave it back."""
    return value if isinstance(value, UUID) else UUID(hex=value)
