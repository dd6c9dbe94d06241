"""What lies in every sealed column, opened as only the right people can: words that were typed, or keys."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model

from inconfidence.cases.models import Enquiry, Given, Message
from inconfidence.safeguarding.models import Concern, Entry
from inconfidence.team.actions import second_step
from inconfidence.team.cookies import from_cookie
from inconfidence.team.models import CodeSheet, Person, Sitting
from inconfidence.vault import groups, halves, host, persons, subjects
from inconfidence.vault.groups import Group
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import OlderKey, Seal
from inconfidence.vault.sealed import Place, SealedField
from inconfidence.vault.subjects import Kind, SubjectKey
from tests.canary.journey import Journey
from tests.canary.typist import Typist

# Columns that this journey does not write; the test fails once it does. A link holds two ids and no words.
NOT_WRITTEN = frozenset({"audit.Event.sealed", "cases.Link.record"})


def sealed_fields() -> dict[str, tuple[type[Model], SealedField]]:
    """Every column that a model declares sealed, by its label."""
    return {
        f"{model._meta.label.replace('inconfidence.', '')}.{column.name}": (model, column)
        for model in apps.get_models()
        for column in model._meta.local_fields
        if isinstance(column, SealedField)
    }


@dataclass
class Opened:
    """The keyrings of a journey's people, and what they open."""

    journey: Journey

    def __post_init__(self) -> None:
        self.lead, self.worker = self._keyring(self.journey.lead), self._keyring(self.journey.worker)

    def _keyring(self, who: Typist) -> Keyring:
        found = persons.unlock(Person.objects.get(username=who.username).id, who.password)
        assert found is not None
        return found

    def words(self) -> dict[str, list[str]]:
        """Columns that hold what was typed: each row's record as text."""
        apart = {
            "cases.Enquiry.record": [self._enquiry(row) for row in Enquiry.objects.all()],
            "cases.Enquiry.own_record": [
                as_text(groups.open_from_person(self.worker, place(row, "own_record"), row.own_record))
                for row in Enquiry.objects.filter(taken_by_id=self.worker.owner)
            ],
            "cases.Given.record": [
                as_text(groups.open_from_person(self.worker, place(row, "record"), row.record))
                for row in Given.objects.filter(person_id=self.worker.owner)
            ],
            "cases.Message.record": [self._for_leads(row) for row in Message.objects.all()],
            "cases.Message.own_record": [
                as_text(groups.open_from_person(self.worker, place(row, "own_record"), row.own_record))
                for row in Message.objects.filter(person_id=self.worker.owner)
            ],
            "safeguarding.Concern.record": [self._for_leads(row) for row in Concern.objects.all()],
            "safeguarding.Entry.record": [self._for_leads(row) for row in Entry.objects.all()],
            "safeguarding.Entry.own_record": [
                as_text(groups.open_from_person(self.worker, place(row, "own_record"), row.own_record))
                for row in Entry.objects.filter(concern__raised_by_id=self.worker.owner)
            ],
        }
        ours = {label for label in sealed_fields() if label.split(".")[0] in AREAS}
        return apart | {label: self._of_subject(label) for label in ours - apart.keys() - NOT_WRITTEN}

    def _enquiry(self, row: Enquiry) -> str:
        group = Group(row.readers)
        return as_text(
            groups.open_from_group(self.lead, row.service_id, group, place(row, "record"), row.record)
        )

    def _for_leads(self, row: Concern | Entry | Message) -> str:
        of = row.concern if isinstance(row, Entry) else row.case if isinstance(row, Message) else row
        service = of.service_id
        bound = place(row, "record")
        return as_text(groups.open_from_group(self.lead, service, Group.leads, bound, row.record))

    def _of_subject(self, label: str) -> list[str]:
        model, column = sealed_fields()[label]
        rows = model._default_manager.filter(**{f"{column.name}__isnull": False})
        return [
            as_text(self._key(row).open(place(row, column.name), getattr(row, column.name))) for row in rows
        ]

    def _key(self, row: Any) -> SubjectKey:
        if row._meta.label_lower == "people.card":
            return subjects.open_key(self.lead, Kind.card, row.id)
        if row._meta.label_lower == "cases.earlier":
            return subjects.open_key(self.lead, Kind.case, row.item.case_id)
        return subjects.open_key(self.lead, Kind.case, getattr(row, "case_id", row.id))

    def keys(self) -> dict[str, list[bytes]]:
        """Columns that hold keys and codes: the very bytes that must stand nowhere."""
        every = [self._key_of(row.subject_id, Kind(row.kind)) for row in Seal.objects.all()]
        older = {row.subject_id for row in OlderKey.objects.all()}
        return {
            "vault.PersonKey.private": [self.lead.root(), self.worker.root()],
            "vault.Membership.seal": [holder.root() for holder in groups.opened(self.lead).values()],
            "vault.Seal.seal": [key.key() for key in every],
            "vault.OlderKey.seal": [
                old for key in every if key.subject_id in older for old in list(key.keys().values())[1:]
            ],
            "team.Sitting.half": [self._half(who) for who in (self.journey.lead, self.journey.worker)],
            "team.Person.totp": [
                second_step.secret_of(row) for row in Person.objects.filter(totp__isnull=False)
            ],
            "team.Person.pending_totp": [
                second_step.begin_phone(row.id) for row in Person.objects.filter(pending_totp__isnull=False)
            ],
            "team.CodeSheet.hashes": [
                code for sheet in CodeSheet.objects.all() for code in self._hashes(sheet)
            ],
        }

    def _key_of(self, subject: Any, kind: Kind) -> SubjectKey:
        return subjects.open_key(self.lead, kind, subject)

    def _hashes(self, sheet: CodeSheet) -> Iterator[bytes]:
        bound = place(sheet, "hashes")
        for value in host.open_for_host(second_step.PURPOSE, bound, sheet.hashes).values():
            yield bytes.fromhex(value)

    def _half(self, who: Typist) -> bytes:
        secret = from_cookie(who.browser.cookie("half"))
        assert secret is not None
        row = Sitting.objects.get(person__username=who.username, state="open")
        assert halves.join(row.half, secret, "open", row.person_id, row.id).owner == row.person_id
        return secret


AREAS = ("cases", "consent", "disclosure", "people", "safeguarding")


def place(row: Any, column: str) -> Place:
    """Where a column of a row is bound to."""
    return Place(row._meta.db_table, column, row.id, getattr(row, "version", 1))


def as_text(record: object) -> str:
    """A record as text to look into."""
    return json.dumps(record, ensure_ascii=False, default=str)
