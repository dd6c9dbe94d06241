"""A service, a person and a moment for events."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.vault.ids import new_id

MOMENT = datetime(2026, 11, 20, 10, 0, 0, 123456, tzinfo=UTC)

Write = Callable[..., UUID]


@pytest.fixture
def service() -> UUID:
    return new_id()


@pytest.fixture
def write(db: None, service: UUID) -> Write:
    """Write one event in a transaction of its own."""

    def one(**given: Any) -> UUID:
        event: dict[str, Any] = {
            "service_id": service,
            "actor_id": UUID(int=7),
            "act": Act.note_added,
            "at": MOMENT,
        }
        with transaction.atomic():
            return record(**event | given)

    return one
