"""Nothing a family says stands open: each text gets a word of its own, and none of them is found in what is stored."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest

from inconfidence.cases import actions
from inconfidence.cases.actions import (
    CallDetails,
    CaseDetails,
    ChildDetails,
    InvolvedDetails,
    NamedCaller,
    NoteDetails,
    UploadDetails,
)
from inconfidence.consent.actions import ConsentDetails, record_consent
from inconfidence.people.actions import CardDetails
from inconfidence.people.queries import SafeContact
from tests.canary.stored import Trace, files, leaks, rows
from tests.canary.words import Canaries
from tests.cast import Cast
from tests.quarantine import papers

pytestmark = pytest.mark.django_db
Details = TypeVar("Details")
CODED = {
    "method", "age_band", "phase", "caller", "order",
    "relationship", "responsibility", "origin", "setting_type", "direction",
    "with_whom", "provided_by", "source", "document_type", "role", "kind", "answer", "giver", "ok_to_ring",
    "ok_voicemail", "ok_text", "ok_email", "ok_post", "ok_at_work", "sensitivity", "standing", "bears_on",
}  # fmt: skip


def planted(details: Details, canaries: Canaries) -> Details:
    """The same with a word of its own in every text that a person types."""
    typed = {
        field.name: canaries.mint(f"{type(details).__name__}.{field.name}")
        for field in fields(details)  # type: ignore[arg-type]
        if field.type in (str, "str") and field.name not in CODED
    }
    return replace(details, **typed)  # type: ignore[type-var]


def a_whole_history(cast: Cast, canaries: Canaries) -> None:
    """Every action of a case, with a word of its own in every text."""
    tom = cast.tom.actor
    caller = planted(NamedCaller(name="", safe=planted(SafeContact(), canaries)), canaries)
    actions.take_call(tom, planted(CallDetails(issues=("transport",), named=caller), canaries))
    actions.take_call(tom, planted(CallDetails(issues=("transport",)), canaries))
    card = planted(
        CardDetails(name="", phones=(canaries.mint("phones"),), safe=planted(SafeContact(), canaries)),
        canaries,
    )
    child = planted(ChildDetails(), canaries)
    reference = actions.open_case(tom, CaseDetails(card=card, child=child, issues=("transport",)))
    assert isinstance(reference, str)
    added = actions.add_involved(tom, reference, planted(InvolvedDetails(role="senco"), canaries))
    assert isinstance(added, UUID)
    note = actions.add_note(tom, reference, planted(NoteDetails(text=""), canaries))
    assert isinstance(note, UUID)
    actions.change_note(tom, reference, note, planted(NoteDetails(text=""), canaries), version=1)
    pdf = papers.pdf(canaries.mint("a file"))
    actions.add_document(tom, reference, planted(UploadDetails(pdf, ""), canaries))
    said = ConsentDetails(kind="share", answer="given", purposes=frozenset({"transport"}))
    record_consent(tom, reference, planted(said, canaries))
    actions.give_reason(cast.maryam.actor, reference, canaries.mint("a reason"))


@pytest.fixture
def canaries(cast: Cast) -> Canaries:
    """The words of one whole history."""
    found = Canaries()
    a_whole_history(cast, found)
    return found


def stored(data_folder: Path) -> Iterator[Trace]:
    """Every row of every table, and every file of the data folder."""
    yield from rows()
    yield from files(data_folder)


def test_every_text_is_planted(canaries: Canaries) -> None:
    assert len(canaries.minted) >= 35


def test_none_is_found_in_tables_and_files(canaries: Canaries, data_folder: Path) -> None:
    assert leaks(canaries, stored(data_folder)) == []


def test_a_word_in_clear_would_be_found(canaries: Canaries, data_folder: Path, cast: Cast) -> None:
    from inconfidence.cases.models import Case

    Case.objects.update(reference=next(iter(canaries.minted))[:12])
    found = leaks(replace(canaries, secret=canaries.secret[:12]), stored(data_folder))
    assert any("cases_case.reference" in leak for leak in found)
