"""A loaded demonstration agrees with itself: what one line of a case says, no other line of it denies."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from pytest_django import Settings

from inconfidence.cases.models import Allocation, Case, CaseState, Closing, Item, ItemKind
from inconfidence.cases.queries import OpenCase, open_case_for, places
from inconfidence.cases.queries.meetings import opened
from inconfidence.consent.queries import consents
from inconfidence.demonstration import accounts
from inconfidence.demonstration.accounts import PASSWORD
from inconfidence.demonstration.loading import Wish, load
from inconfidence.duties.models import Duty
from inconfidence.duties.words import DutyState
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actor import Actor
from inconfidence.team.models import Person
from inconfidence.vault import persons

TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Opened:
    """A case, its door, and who opened it."""

    row: Case
    door: OpenCase
    actor: Actor

    @property
    def owed(self) -> set[str]:
        """The kinds of what is still due about the case, its notes and its meetings."""
        items = Item.objects.filter(case=self.row).values_list("id", flat=True)
        due = Duty.objects.filter(state=DutyState.OPEN, about__in=[self.row.id, *items])
        return set(due.values_list("kind", flat=True))

    @property
    def last_closed(self) -> Closing | None:
        """How it was closed, while it is."""
        return Closing.objects.filter(case=self.row, reopened_at__isnull=True).first()

    def said_at(self, closing: Closing) -> dict[str, Any]:
        """What was written down when it was closed."""
        return self.door.key.open(places.closing(closing.id), closing.record)


def every_case() -> Iterator[Opened]:
    """Each case that somebody works on, opened by them."""
    actors: dict[UUID, Actor] = {}
    for row in Case.objects.all():
        held = Allocation.objects.filter(case=row, ended_at__isnull=True).first()
        if held is None:
            continue
        actor = actors.get(held.person_id) or actors.setdefault(held.person_id, signed_in(held.person_id))
        door = open_case_for(actor, row.reference, look=None)
        assert isinstance(door, OpenCase)
        yield Opened(row, door, actor)


def signed_in(person_id: UUID) -> Actor:
    """This person with their own keys, on the day the demonstration is for."""
    person = Person.objects.get(id=person_id)
    keyring = persons.unlock(person.id, PASSWORD)
    assert keyring is not None
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    return Actor(person.id, person.service_id, Role(person.role), person.name, keyring, lambda: noon)


def contradictions(case: Opened) -> Iterator[str]:
    """What does not go together on this case, in a word each."""
    said = consents(case.actor, case.door)
    back = any(each.kind == "permission_form" or each.form_item for each in said)
    if back and "permission_form" in case.owed:
        yield "a form that came back is waited for"
    closing = case.last_closed
    if closing and case.owed:
        yield f"closed, and still due: {sorted(case.owed)}"
    if closing and case.said_at(closing)["reason"] == ("no_reply_after_tries" if back else "completed"):
        yield "closed for another reason than its timeline tells"
    if (case.row.state == CaseState.CLOSED) != bool(closing):
        yield "closed without a closing"
    for each in said:
        if each.happened and each.happened < case.row.opened_on:
            yield "answered before the case was opened"
        if each.form_item and each.answer not in {"given", "returned"}:
            yield "a form says that they agreed and signed, and they did not"
        if closing and each.recorded_at > closing.recorded_at:
            yield "answered after the case was closed"
    yield from of_items(case, closing)


def of_items(case: Opened, closing: Closing | None) -> Iterator[str]:
    """What does not go together on its timeline."""
    for item in Item.objects.filter(case=case.row):
        if closing and item.recorded_at > closing.recorded_at:
            yield f"a {item.kind} came after the case was closed"
        if item.kind != ItemKind.MEETING or item.happened_on >= TODAY:
            continue
        due = Duty.objects.filter(about=item.id, state=DutyState.OPEN).exists()
        if not opened(case.door, item).get("outcome") and not due:
            yield "a meeting is over, and nobody is asked what came of it"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", [10, 16])
def test_no_line_of_a_case_denies_another(settings: Settings, seed: int) -> None:
    """In none of the five services."""
    accounts.keep(settings.DATA, ())
    load(settings.DATA, Wish(TODAY, seed=seed, size="tiny"), lambda *line: None)
    found = {case.row.reference: list(contradictions(case)) for case in every_case()}
    assert len(found) >= 20
    assert {reference: words for reference, words in found.items() if words} == {}
