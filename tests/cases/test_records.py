"""Notes, people and documents on a case: written by those on it, refused to everybody else."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import InvolvedDetails, NotAccepted, NoteDetails, UploadDetails
from inconfidence.cases.models import Involved, Item
from tests.cases.family import a_case
from tests.cast import Cast
from tests.conftest import Clock
from tests.quarantine import papers

pytestmark = pytest.mark.django_db
PDF, PNG, JPEG = papers.pdf("A plan"), papers.picture("PNG"), papers.picture("JPEG")
NOTE = NoteDetails(text="Rang to say that the review is on Monday.", minutes=15)


def test_a_note_stands_on_the_timeline_newest_first(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    actions.add_note(cast.tom.actor, reference, NOTE)
    earlier = cast.tom.actor.today() - timedelta(days=3)
    actions.add_note(
        cast.tom.actor, reference, NoteDetails(text="Earlier.", happened_on=earlier, in_confidence=True)
    )
    page = queries.case_page(cast.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    assert [entry.text for entry in page.timeline] == [NOTE.text, "Earlier."]
    assert page.timeline[1].happened_on == earlier
    assert page.timeline[1].recorded_at == clock()
    assert page.timeline[1].in_confidence
    assert page.timeline[0].heading == "Phone call from parent or carer"


def test_who_is_not_on_the_case_writes_nothing(cast: Cast, gather: Callable[[str], Cast]) -> None:
    reference = a_case(cast.tom)
    other = gather("rotherham")
    for stranger in (cast.ewa, cast.joan, cast.vik, other.maryam, other.tom):
        assert actions.add_note(stranger.actor, reference, NOTE) is None
        assert actions.add_involved(stranger.actor, reference, InvolvedDetails(role="senco")) is None
        assert actions.add_document(stranger.actor, reference, UploadDetails(PDF, "Plan")) is None
    assert actions.add_note(cast.maryam.actor, reference, NOTE) == queries.NeedsReason(reference)
    assert not Item.objects.exists()
    assert not Involved.objects.exists()


def test_a_note_sent_twice_is_written_once(cast: Cast) -> None:
    reference, once = a_case(cast.tom), uuid4()
    actions.add_note(cast.tom.actor, reference, NOTE, once=once)
    with pytest.raises(AlreadyDone):
        actions.add_note(cast.tom.actor, reference, NOTE, once=once)
    assert Item.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "note"),
    [
        ("text", NoteDetails(text="  ")),
        ("text", NoteDetails(text="x" * 1_000_000)),
        ("method", NoteDetails(text="a", method="pigeon")),
        ("provided_by", NoteDetails(text="a", provided_by="a little bird")),
        ("minutes", NoteDetails(text="a", minutes=5000)),
    ],
)
def test_a_note_that_does_not_fit_is_refused(cast: Cast, field: str, note: NoteDetails) -> None:
    reference = a_case(cast.tom)
    with pytest.raises(NotAccepted) as wrong:
        actions.add_note(cast.tom.actor, reference, note)
    assert wrong.value.field == field
    assert not Item.objects.exists()


def test_nothing_is_recorded_before_it_happened(cast: Cast) -> None:
    reference = a_case(cast.tom)
    tomorrow = cast.tom.actor.today() + timedelta(days=1)
    with pytest.raises(NotAccepted):
        actions.add_note(cast.tom.actor, reference, NoteDetails(text="a", happened_on=tomorrow))


def test_a_professional_carries_the_words_the_core_asks_with(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    actions.add_involved(
        cast.tom.actor,
        reference,
        InvolvedDetails(role="senco", name="Kit Vale", organisation="Brook Lane School"),
    )
    clock.forward(minutes=1)
    actions.add_involved(
        cast.tom.actor, reference, InvolvedDetails(role="relative", relationship="grandparent")
    )
    page = queries.case_page(cast.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    senco, relative = page.involved
    assert (senco.title, senco.body, senco.recipient) == (
        "SENCO – Kit Vale, Brook Lane School",
        "body:setting",
        "professional",
    )
    assert (relative.recipient, relative.relationship) == ("relative", "Grandparent")


@pytest.mark.parametrize(
    ("data", "kind", "ending"), [(PDF, "pdf", "pdf"), (PNG, "png", "png"), (JPEG, "jpeg", "jpg")]
)
def test_a_document_comes_back_as_it_was_under_a_name_that_tells_nothing(
    cast: Cast, data: bytes, kind: str, ending: str
) -> None:
    reference = a_case(cast.tom)
    item = actions.add_document(cast.tom.actor, reference, UploadDetails(data, "Plan for Sam Oyelaran"))
    assert not isinstance(item, queries.NeedsReason)
    assert item is not None
    found = queries.document(cast.tom.actor, reference, item)
    assert isinstance(found, queries.DocumentFile)
    assert found.data == data
    assert found.content_type.endswith(kind)
    assert found.filename == f"document-{item.hex[:8]}.{ending}"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\x00" + b"0" * 100,
        b"<html><script>1</script></html>",
        b"%PDF-1.7 without an end",
        b"\x89PNG\r\n\x1a\n" + b"cut off",
        b"%PDF-1.7\n" + b"0" * (25 * 1024 * 1024) + b"%%EOF",
    ],
)
def test_a_file_that_is_not_what_we_keep_is_refused(cast: Cast, data: bytes) -> None:
    reference = a_case(cast.tom)
    with pytest.raises(NotAccepted) as wrong:
        actions.add_document(cast.tom.actor, reference, UploadDetails(data, "Plan"))
    assert wrong.value.field == "file"
    assert not Item.objects.exists()


def test_a_document_sent_twice_leaves_one_file(cast: Cast, data_folder: Path) -> None:
    reference, once = a_case(cast.tom), uuid4()
    actions.add_document(cast.tom.actor, reference, UploadDetails(PDF, "Plan"), once=once)
    with pytest.raises(AlreadyDone):
        actions.add_document(cast.tom.actor, reference, UploadDetails(PDF, "Plan"), once=once)
    files = list((data_folder / "files").iterdir())
    assert len(files) == 1
    assert PDF not in files[0].read_bytes()


def test_a_document_of_another_case_is_not_found(cast: Cast) -> None:
    one, two = a_case(cast.tom), a_case(cast.tom, "Ines Duarte")
    item = actions.add_document(cast.tom.actor, one, UploadDetails(PDF, "Plan"))
    assert not isinstance(item, queries.NeedsReason)
    assert item is not None
    assert queries.document(cast.tom.actor, two, item) is None
    assert queries.document(cast.ewa.actor, one, item) is None
