"""Documents on a case: several at once, held, changed, read page by page, and what they must not name."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.audit.verify import verify
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import InvolvedDetails, UploadDetails, documents_guess
from inconfidence.cases.models import Item
from inconfidence.people.actions import CardDetails
from inconfidence.quarantine import cage
from inconfidence.quarantine.kinds import Kind
from inconfidence.team.actions.keeping import how_many
from tests.cases.browser import bare, send, text
from tests.cases.family import MARTA, SAFE, a_case
from tests.cast import Cast, Person
from tests.quarantine import papers

SignIn = Callable[[Person], Client]
PLAN = papers.pdf("Draft plan for your comments", "The second page")
BOMB = papers.docx(more={"word/media/a": b"\0" * 30_000_000})


def files(**named: bytes) -> dict[str, Any]:
    """These files as a browser sends them; `__` in a name stands for its dot."""
    return {"file": [SimpleUploadedFile(name.replace("__", "."), data) for name, data in named.items()]}


def kept(cast: Cast, reference: str, details: UploadDetails) -> UUID:
    """A document that Tom kept."""
    item = actions.add_document(cast.tom.actor, reference, details)
    assert isinstance(item, UUID)
    return item


def page_of(cast: Cast, reference: str, item: UUID, number: int = 1) -> queries.DocumentPage:
    """The document as Tom reads it."""
    found = queries.document_page(cast.tom.actor, reference, item, number)
    assert isinstance(found, tuple)
    return found[1]


def secret_case(cast: Cast) -> str:
    """The case of somebody whose address nobody may learn."""
    safe = replace(SAFE, address_confidential=True, do_not_contact="her brother Dean Hartley")
    card = CardDetails(name="Marta Oyelaran", address="12 Larch Close\nKendal LA9 4XY", safe=safe)
    return a_case_about(cast, card)


def a_case_about(cast: Cast, card: CardDetails) -> str:
    """A case of Tom's about somebody with this card."""
    reference = actions.open_case(cast.tom.actor, replace(MARTA, card=card))
    assert isinstance(reference, str)
    return reference


def test_several_are_kept_in_one_sending_each_with_its_name_and_kind(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    sent = files(
        Draft_EHC_plan__pdf=PLAN, IMG_0001__jpg=papers.picture("JPEG"), EP_report__docx=papers.docx("Words")
    )
    answer = send(client, f"/cases/{reference}/documents/new/", provided_by="parent", **sent)
    assert answer["Location"] == f"/cases/{reference}/"
    case = queries.case_page(cast.tom.actor, reference)
    assert isinstance(case, queries.CaseView)
    found = {entry.heading: entry.document.type_label for entry in case.timeline if entry.document}
    assert found == {
        "Draft EHC plan": "Draft plan",
        "Photo": "Photo",
        "EP report": "Educational psychologist's report",
    }
    assert {entry.provided_by for entry in case.timeline} == {"parent"}


def test_one_that_is_refused_loses_none_of_the_others(cast: Cast, sign_in: SignIn) -> None:
    reference, client, once = a_case(cast.tom), sign_in(cast.tom), str(uuid4())
    sent = files(plan__pdf=PLAN, helper__pdf=b"MZ\x90\0" + bytes(90), big__docx=BOMB)
    answer = send(client, f"/cases/{reference}/documents/new/", once, standing="opinion", **sent)
    assert answer.status_code == 200
    assert text(answer).count('data-fate="kept"') == 1
    assert text(answer).count('data-fate="refused"') == 2
    assert "Not kept. This file is a program" in text(answer)
    assert 'value="opinion"' in text(answer)
    assert Item.objects.count() == 1
    again = send(client, f"/cases/{reference}/documents/new/", once, **files(plan__pdf=PLAN))
    assert again.cookies["said"].value.startswith("already-done:")
    assert Item.objects.count() == 1


@pytest.mark.parametrize("size", [16, 61])
def test_too_large_is_said_and_what_was_typed_is_there(cast: Cast, sign_in: SignIn, size: int) -> None:
    reference = a_case(cast.tom)
    sent = files(plan__pdf=b"%PDF-1.7\n" + bytes(size << 20))
    answer = send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", title="The plan", **sent)
    assert "Not kept. This file is larger than 15 MB." in text(answer)
    assert 'value="The plan"' in text(answer)
    assert not Item.objects.exists()


def quietly(client: Client, path: str, once: str = "", **fields: Any) -> Any:
    """A form as the script sends it, and what it is told."""
    return send(client, path, once, quietly="1", **fields)


def test_a_script_is_told_the_fate_of_each_and_nothing_else_counts_as_kept(
    cast: Cast, sign_in: SignIn, client: Client
) -> None:
    reference, worker, once = secret_case(cast), sign_in(cast.tom), str(uuid4())
    path = f"/cases/{reference}/documents/new/"

    def fates(*answers: Any) -> list[tuple[str, bool]]:
        return [(one["fate"], one["plain"]) for answer in answers for one in answer.json()["files"]]

    kept = quietly(worker, path, once, **files(a__pdf=PLAN))
    again = quietly(worker, path, once, **files(a__pdf=PLAN))
    secret = quietly(worker, path, **files(b__pdf=papers.pdf("At LA9 4XY")))
    bad = quietly(worker, path, **files(c__pdf=b"MZ\x90\0" + bytes(90)))
    found = [("kept", True), ("before", False), ("kept", False), ("refused", False)]
    assert kept.cookies["said"].value.startswith("document-added:")
    assert fates(kept, again, secret, bad) == found
    assert "names what must stay secret" in secret.json()["files"][0]["line"]
    nothing = quietly(worker, path)
    assert (nothing.status_code, "Choose a file" in nothing.json()["says"]) == (422, True)
    assert Item.objects.count() == 2
    stranger = quietly(client, path, **files(a__pdf=PLAN))
    assert stranger.get("Content-Type") != "application/json"
    assert Item.objects.count() == 2


def test_of_several_each_one_that_is_careful_is_named(cast: Cast, sign_in: SignIn) -> None:
    reference = secret_case(cast)
    sent = files(a__pdf=PLAN, b__pdf=papers.pdf("At LA9 4XY"))
    answer = send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **sent)
    assert text(answer).count("It names what must stay secret") == 1
    assert text(answer).count('data-fate="kept"') == 2


def test_from_whom_a_file_is_stays_to_be_said_until_somebody_says_it(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    send(client, f"/cases/{reference}/documents/new/", **files(a__pdf=PLAN))
    item = Item.objects.get().id
    assert page_of(cast, reference, item).typed["provided_by"] == "unknown"
    assert "Say from whom it came" in text(client.get(f"/cases/{reference}/documents/{item}/"))
    assert "To do: say from whom it came" in text(client.get(f"/cases/{reference}/"))


def test_files_are_put_on_a_case_from_its_own_page(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    page = text(client.get(f"/cases/{reference}/"))
    assert f'action="/cases/{reference}/documents/new/"' in page
    assert re.search(r'<input type="file" name="file"[^>]* multiple', page)
    assert "Put on the case" in page


@pytest.mark.parametrize("title", ["", "The council's plan"])
def test_what_is_refused_leaves_an_unfinished_form_only_where_something_was_typed(
    cast: Cast, sign_in: SignIn, title: str
) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    path = f"/cases/{reference}/documents/new/"
    draft = re.findall(r'name="draft" value="([^"]+)"', text(client.get(path)))[0]
    send(client, path, title=title, draft=draft, **files(a__pdf=b"MZ\x90\0" + bytes(90)))
    assert how_many(cast.tom.actor.person_id) == bool(title)


def test_one_file_too_many_is_refused_and_the_others_kept(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    sent = files(**{f"n{number}__txt": b"words" for number in range(21)})
    answer = send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **sent)
    assert text(answer).count('data-fate="refused"') == 1
    assert Item.objects.count() == 20


def test_nothing_sent_is_said_in_one_sentence(cast: Cast, sign_in: SignIn) -> None:
    answer = send(sign_in(cast.tom), f"/cases/{a_case(cast.tom)}/documents/new/")
    assert "Choose a file: PDF, Word" in text(answer)


def test_a_page_is_read_as_words_and_as_a_fresh_picture(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item, client = kept(cast, reference, UploadDetails(PLAN, "Plan")), sign_in(cast.tom)
    page = client.get(f"/cases/{reference}/documents/{item}/?page=2")
    assert "Page 2 of 2" in text(page)
    assert "The second page" in text(page)
    picture = client.get(f"/cases/{reference}/documents/{item}/page/2/")
    assert picture.content.startswith(b"\x89PNG")
    assert (picture["X-Content-Type-Options"], picture["Cache-Control"]) == ("nosniff", "no-store")
    assert client.get(f"/cases/{reference}/documents/{item}/page/3/").status_code == 404
    assert Event.objects.filter(act=Act.document_seen).count() == 3


def test_words_have_no_picture(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item, client = (
        kept(cast, reference, UploadDetails(papers.docx("Quiet & calm"), "Plan")),
        sign_in(cast.tom),
    )
    assert "Quiet &amp; calm" in text(client.get(f"/cases/{reference}/documents/{item}/"))
    assert client.get(f"/cases/{reference}/documents/{item}/page/1/").status_code == 404


def test_a_machine_that_cannot_open_holds_and_opens_later(
    cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference, client = secret_case(cast), sign_in(cast.tom)
    monkeypatch.setattr(cage, "possible", lambda: False)
    answer = send(client, f"/cases/{reference}/documents/new/", **files(plan__pdf=papers.pdf("LA9 4XY")))
    assert answer.cookies["said"].value.startswith("document-held:")
    item = Item.objects.get().id
    here = f"/cases/{reference}/documents/{item}/"
    assert "could not be looked through on this computer" in text(client.get(here))
    for path in (f"{here}page/1/", f"{here}file/"):
        assert b"%PDF" not in client.get(path).content
    assert send(client, f"{here}file/").status_code == 404
    again = f"/cases/{reference}/documents/{item}/again/"
    assert "It is still held." in text(send(client, again))
    monkeypatch.undo()
    assert send(client, again).status_code == 302
    assert page_of(cast, reference, item).secret
    assert "LA9 4XY" in page_of(cast, reference, item).text
    assert send(client, again).status_code == 404
    acts = [Act.document_held, Act.document_changed]
    assert Event.objects.filter(act__in=acts).count() == 2
    assert verify().ok


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Sent to 12 Larch Close, Kendal", "an address that must stay secret"),
        ("Postcode la94xy", "an address that must stay secret"),
        ("We spoke to DEAN HARTLEY", "somebody who must never be contacted"),
        ("Dean Hartley lives at LA9 4XY", "an address that must stay secret and somebody who must never"),
        ("12 Larches Closed, LA9 4XZ, Dean of the school", ""),
    ],
)
def test_what_must_stay_secret_is_found_and_said(cast: Cast, words: str, said: str) -> None:
    reference = secret_case(cast)
    item = kept(cast, reference, UploadDetails(papers.docx(words), "A letter"))
    found = page_of(cast, reference, item)
    assert said in found.secret
    assert bool(found.secret) == bool(said)
    assert ("Names an address that must stay secret" in found.marks) == bool(said)


def test_an_address_that_is_no_secret_is_nothing_to_say(cast: Cast) -> None:
    reference = a_case_about(cast, CardDetails(name="Marta", address="12 Larch Close\nKendal LA9 4XY"))
    item = kept(cast, reference, UploadDetails(papers.pdf("12 Larch Close, LA9 4XY"), "A letter"))
    assert page_of(cast, reference, item).secret == ""


def test_the_page_says_that_a_document_names_what_must_stay_secret(cast: Cast, sign_in: SignIn) -> None:
    reference, client = secret_case(cast), sign_in(cast.tom)
    answer = send(client, f"/cases/{reference}/documents/new/", **files(plan__pdf=papers.pdf("At LA9 4XY")))
    assert answer.cookies["said"].value.startswith("document-secret:")
    assert "cannot go out as it is" in text(client.get(answer["Location"]))


def test_what_is_said_of_a_document_is_changed_and_what_was_said_is_kept(cast: Cast, sign_in: SignIn) -> None:
    reference, client = secret_case(cast), sign_in(cast.tom)
    item = kept(cast, reference, UploadDetails(papers.pdf("At LA9 4XY"), "Plan"))
    typed = {
        "title": "The council's plan",
        "document_type": "ehc_plan",
        "provided_by": "council",
        "version": "1",
    }
    here = f"/cases/{reference}/documents/{item}/change/"
    assert 'value="Plan"' in text(client.get(here))
    assert send(client, here, **typed).status_code == 302
    found = page_of(cast, reference, item)
    assert (found.title, found.type_label) == ("The council's plan", "EHC plan")
    assert found.secret
    assert Item.objects.get().earlier.count() == 1
    assert verify().ok


def test_a_slower_change_sees_the_faster_one_and_can_go_on(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    item = kept(cast, reference, UploadDetails(PLAN, "Plan"))
    here = f"/cases/{reference}/documents/{item}/change/"
    shown = {"title": "Plan", "document_type": "draft_plan", "provided_by": "parent", "version": "1"}
    shown |= {"sensitivity": "ordinary", "standing": "not_said"}
    theirs = shown | {"title": "Plan of May", "sensitivity": "sensitive", "in_confidence": "on"}
    assert send(client, here, **theirs).status_code == 302
    answer = send(client, here, **shown | {"title": "My plan", "standing": "fact"})
    assert answer.status_code == 200
    assert "Now: Plan of May. Yours: My plan." in text(answer)
    assert re.findall("Yours: ([^.]*)", text(answer)) == ["My plan"]
    form = answer.context["form"]
    now = {
        "title": "My plan",
        "standing": "fact",
        "sensitivity": "sensitive",
        "in_confidence": "on",
        "version": "2",
    }
    assert {name: form.data[name] for name in now} == now
    assert page_of(cast, reference, item).title == "Plan of May"
    assert send(client, here, **shown | now).status_code == 302
    found = page_of(cast, reference, item)
    assert (found.title, "Sensitive" in found.marks) == ("My plan", True)
    assert "Told in confidence" in found.marks


def test_a_document_closed_meanwhile_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    item = kept(cast, reference, UploadDetails(PLAN, "Plan"))
    here = f"/cases/{reference}/documents/{item}/change/"
    typed = {"title": "My plan", "document_type": "draft_plan", "version": "1"}
    theirs = UploadDetails(b"", "The caution in March", sensitivity="criminal_record")
    actions.change_document(cast.tom.actor, reference, item, theirs, version=1)
    for words in ({"title": "My plan"}, {"title": ""}):
        closed = send(client, here, **typed | words)
        assert closed.status_code == 200
        assert words["title"] in text(closed)
        assert "The caution in March" not in text(closed)
        assert f"/cases/{reference}/items/{item}/need/" in text(closed)
    assert send(sign_in(cast.ewa), here, **typed).status_code == 404
    send(client, f"/cases/{reference}/items/{item}/need/", words="Preparing the hearing")
    assert "Now: The caution in March. Yours: My plan." in text(send(client, here, **typed))
    assert page_of(cast, reference, item).title == "The caution in March"


def test_a_letter_of_ours_to_others_is_no_file_before_it_was_shared(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    cast = gather("bath-and-north-east-somerset")
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    person = actions.add_involved(
        cast.tom.actor, reference, InvolvedDetails("senco", "Kit Vale", "Brook Lane")
    )
    assert isinstance(person, UUID)
    letter = queries.Draft("not_heard", "How things stand", "Dear Kit\n\nAll is well.")
    for to, given in ((None, 200), (person, 404)):
        to_whom = "arranging" if to else letter.letter
        came = actions.make_letter(cast.tom.actor, reference, replace(letter, person=to, letter=to_whom))
        assert isinstance(came, actions.LetterMade)
        here = f"/cases/{reference}/documents/{came.item_id}/file/"
        assert "This is a letter of ours." in text(client.get(here))
        assert send(client, here).status_code == given


def test_missing_and_not_allowed_are_the_same_page(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    item, client = kept(cast, reference, UploadDetails(PLAN, "Plan")), sign_in(cast.ewa)
    for path in ("", "page/1/", "file/", "again/", "change/"):
        theirs = client.get(f"/cases/{reference}/documents/{item}/{path}")
        missing = client.get(f"/cases/2222-2222/documents/{item}/{path}")
        assert theirs.status_code == missing.status_code == 404, path
        assert bare(theirs) == bare(missing), path
    own = a_case(cast.ewa, "Ines Duarte")
    assert client.get(f"/cases/{own}/documents/{item}/").status_code == 404


def test_an_attempt_to_get_out_rings(cast: Cast, data_folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    reference = a_case(cast.tom)
    monkeypatch.setattr("inconfidence.quarantine.asking._run", lambda *given: (-31, b""))
    with pytest.raises(actions.NotAccepted) as wrong:
        actions.add_document(cast.tom.actor, reference, UploadDetails(PLAN, "Plan"))
    assert "was stopped" in wrong.value.says
    assert "file_escaping" in (data_folder / "alarms").read_text()
    assert not Item.objects.exists()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("ok.pdf", "ok"),
        ("EP.pdf", "EP"),
        ("A 1.pdf", "A 1"),
        ("p.pdf", "PDF"),
        ("12.pdf", "PDF"),
        ("IMG_1.pdf", "PDF"),
    ],
)
def test_a_name_of_two_letters_is_kept(name: str, title: str) -> None:
    assert documents_guess.title(name, Kind.PDF, "Other document") == title


@pytest.mark.parametrize("name", ["Plan.doc", "HOURS.XLS"])
@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 900, b"\0\1\2" * 90])
def test_an_older_office_file_is_told_how_to_save_it(
    cast: Cast, sign_in: SignIn, name: str, data: bytes
) -> None:
    path = f"/cases/{a_case(cast.tom)}/documents/new/"
    answer = send(sign_in(cast.tom), path, file=[SimpleUploadedFile(name, data)])
    assert "Not kept. This is an older office file. Save it as PDF, Word (.docx)" in text(answer)
    assert not Item.objects.exists()
