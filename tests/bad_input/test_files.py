"""Files that are not what they say, on every page that takes one; pages that are too old to be sent."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from inconfidence.cases.models import Item
from inconfidence.vault.models import StoredFile
from tests.canary.day import Day
from tests.canary.journey import one_of, shown
from tests.canary.typist import said

LIARS = {
    "a page called PDF": ("plan.pdf", b"<html><script>alert(1)</script></html>", "application/pdf"),
    "a program called PNG": ("scan.png", b"MZ\x90\x00" + b"\0" * 400, "image/png"),
    "a drawing with a script": (
        "sign.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        "image/png",
    ),
    "a PDF in the middle": ("plan.pdf", b"PK\x03\x04 %PDF-1.7\n%%EOF\n", "application/pdf"),
    "half a PDF": ("plan.pdf", b"%PDF-1.7\nnothing more", "application/pdf"),
    "half a photograph": ("scan.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 300, "image/jpeg"),
    "a text document": ("plan.docx", b"PK\x03\x04word/document.xml", "application/pdf"),
    "nothing": ("plan.pdf", b"", "application/pdf"),
    "too much": ("plan.pdf", b"%PDF-1.7\n" + b"\0" * (25 * 1024 * 1024) + b"%%EOF\n", "application/pdf"),
}
PAGES = {
    "documents/new/": {},
    "consent/new/": {"answer": "given", "method": "in_person", "signed": "on", "purposes": "annual_review"},
    "form/new/": {"signed": "on"},
}


def test_no_file_is_taken_for_what_it_is_not(day: Day) -> None:
    journey = day.journey
    journey.begin()
    journey.start()
    before = Item.objects.count(), StoredFile.objects.count(), len(list((day.folders[0] / "files").iterdir()))
    for path, answers in PAGES.items():
        for name, (called, data, kind) in LIARS.items():
            page = shown(journey.worker.open(f"{journey.case}{path}"))
            form = journey.worker.form(page, "file")
            filled = dict(journey.worker.filled(page, form, answers))
            file = SimpleUploadedFile(called, data, kind)
            answer = shown(journey.worker.send_fields(page.address, {**filled, "file": [file]}))
            refused = "#id_file" in said(answer) or "Not kept." in answer.text
            assert refused, (path, name, said(answer))
            typed = [
                c.name for c in form.typed if c.kind in {"text", "textarea"} and filled.get(c.name, [""])[0]
            ]
            assert all(str(filled[field][0]) in answer.text for field in typed), (path, name)
    assert before == (
        Item.objects.count(),
        StoredFile.objects.count(),
        len(list((day.folders[0] / "files").iterdir())),
    )
    assert day.leaks() == []


@pytest.mark.parametrize(
    ("path", "field"), [("notes/new/", "text"), ("contact/", "address"), ("people/new/", "note")]
)
def test_a_page_too_old_to_be_sent_gives_the_text_back(day: Day, path: str, field: str) -> None:
    journey = day.journey
    journey.begin()
    journey.start()
    before = Item.objects.count()
    words = f"{journey.notes.canaries.mint('a page too old')} would not go to school"
    answer = journey.worker.post_bare(
        f"{journey.case}{path}", {field: words, "once": str(Item().id)}, token=False
    )
    assert answer.status == 403
    again = one_of(r"(/cases/[^\"]+kept=[0-9a-f-]+)", answer.text)
    assert words in shown(journey.worker.open(again)).text
    assert Item.objects.count() == before
    assert day.leaks() == []
