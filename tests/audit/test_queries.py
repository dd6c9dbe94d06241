"""Who did what about this."""

from datetime import timedelta
from uuid import UUID

import pytest

from inconfidence.audit.acts import WORDING, Act
from inconfidence.audit.queries import events_about
from inconfidence.vault.ids import new_id
from tests.audit.conftest import MOMENT, Write


@pytest.mark.django_db
def test_events_about_one_thing(write: Write, service: UUID) -> None:
    case = new_id()
    write(about=case, act=Act.case_seen, words={"why": "cover"})
    write(about=case, act=Act.note_added, at=MOMENT + timedelta(minutes=1))
    write(about=new_id(), act=Act.case_seen)
    write(about=case, act=Act.case_seen, service_id=new_id())
    newest, first = events_about(service, case)
    assert (newest.act, first.act) == (Act.note_added, Act.case_seen)
    assert (first.at, first.actor_id, dict(first.words)) == (MOMENT, UUID(int=7), {"why": "cover"})
    assert first.wording == WORDING[Act.case_seen]
    assert events_about(service, case, acts=[Act.case_seen]) == [first]
    assert events_about(service, case, limit=1) == [newest]
    assert events_about(service, case, acts=[]) == []
