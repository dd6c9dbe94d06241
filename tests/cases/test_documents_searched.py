"""What must stay secret is searched for in all that comes in, and what cannot be searched is said."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from inconfidence.cases import actions, queries
from inconfidence.cases.actions import NoteDetails
from inconfidence.cases.actions.documents_guess import title
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries.documents_naming import UNREAD, UNSOUGHT
from inconfidence.people.queries import SafeContact
from inconfidence.quarantine import asking
from inconfidence.quarantine.kinds import Kind
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cases.test_documents import PLAN, files, page_of, secret_case
from tests.cases.test_letters import with_address
from tests.cases.test_letters_guarded import becomes
from tests.cases.test_mail import sent
from tests.cast import Cast, Person
from tests.quarantine import papers
from tests.quarantine.test_unseen import FILES

SignIn = Callable[[Person], Client]
SECRET = "Names an address that must stay secret"
SCAN = papers.pdf("")


def documents() -> list[UUID]:
    """The documents on file, the first one first."""
    return list(
        Item.objects.filter(kind=ItemKind.DOCUMENT).order_by("recorded_at").values_list("id", flat=True)
    )


def told(answer: object) -> str:
    """The notice that a sending was answered with."""
    return str(answer.cookies["said"].value.partition(":")[0])  # type: ignore[attr-defined]


def test_an_attachment_that_names_the_secret_address_is_said_and_marked(cast: Cast, sign_in: SignIn) -> None:
    reference, client = secret_case(cast), sign_in(cast.tom)
    data = papers.eml(attached={"report.pdf": papers.pdf("Seen at 12 Larch Close"), "plain.pdf": PLAN})
    answer = send(client, f"/cases/{reference}/documents/new/", **sent(data))
    assert told(answer) == "document-secret"
    assert "cannot go out as it is" in text(client.get(answer["Location"]))
    marked = {SECRET in page_of(cast, reference, item).marks for item in documents()}
    assert marked == {True, False}


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Larch Close 12.pdf", ""), ("a.pdf", "Visit at 12 Larch Close"), ("LA9_4XY.pdf", "Visit")],
)
def test_a_name_or_a_title_tells_as_much_as_words(cast: Cast, sign_in: SignIn, name: str, typed: str) -> None:
    reference = secret_case(cast)
    answer = send(
        sign_in(cast.tom), f"/cases/{reference}/documents/new/", title=typed, **files(**{name: PLAN})
    )
    assert told(answer) == "document-secret"
    assert SECRET in page_of(cast, reference, documents()[0]).marks


def test_a_title_that_comes_to_name_it_is_marked_and_stays_so(cast: Cast, sign_in: SignIn) -> None:
    reference, client = secret_case(cast), sign_in(cast.tom)
    send(client, f"/cases/{reference}/documents/new/", **files(plan__pdf=PLAN))
    (item,) = documents()
    here = f"/cases/{reference}/documents/{item}/change/"
    for version, words in (("1", "Visit at Larch Close"), ("2", "A visit")):
        assert send(client, here, title=words, document_type="other", version=version).status_code == 302
        assert page_of(cast, reference, item).secret
        assert SECRET in page_of(cast, reference, item).marks


@pytest.mark.parametrize(
    "name", ["Word: a tracked deletion", "Word: the title among its properties", "PDF: a remark"]
)
def test_what_nobody_sees_in_a_file_tells_as_much(cast: Cast, sign_in: SignIn, name: str) -> None:
    reference = secret_case(cast)
    answer = send(sign_in(cast.tom), f"/cases/{reference}/documents/new/", **files(plan__docx=FILES[name]))
    assert told(answer) == "document-secret"
    assert SECRET in page_of(cast, reference, documents()[0]).marks


@pytest.mark.parametrize("data", [papers.picture(), SCAN, papers.pdf("A page", "")])
def test_what_cannot_be_searched_is_said_where_there_is_something_to_keep(
    cast: Cast, sign_in: SignIn, data: bytes
) -> None:
    reference, client = secret_case(cast), sign_in(cast.tom)
    answer = send(client, f"/cases/{reference}/documents/new/", **files(scan__pdf=data))
    assert told(answer) == "document-unread"
    assert "Look through it yourself" in text(client.get(answer["Location"]))
    page = f"/cases/{reference}/documents/{documents()[0]}/"
    assert UNREAD in text(client.get(page))
    both = send(client, f"/cases/{reference}/documents/new/", **files(a__pdf=PLAN, b__pdf=data))
    assert text(both).count("look through it yourself") == 1
    elsewhere = a_case(cast.tom, "Ines Duarte")
    answer = send(client, f"/cases/{elsewhere}/documents/new/", **files(scan__pdf=data))
    assert told(answer) == "document-added"
    assert UNREAD not in text(client.get(f"/cases/{elsewhere}/documents/{documents()[-1]}/"))


def test_what_came_before_there_was_a_secret_is_said_too(cast: Cast, sign_in: SignIn) -> None:
    reference, client = with_address(cast.tom), sign_in(cast.tom)
    send(client, f"/cases/{reference}/documents/new/", **files(plan__pdf=PLAN))
    actions.add_note(cast.tom.actor, reference, NoteDetails("She is at 14 Elm Street now."))
    actions.add_note(cast.tom.actor, reference, NoteDetails("We spoke about the plan."))
    page = f"/cases/{reference}/documents/{documents()[0]}/"
    assert UNSOUGHT not in text(client.get(page))

    becomes(cast.tom, reference, safe=SafeContact(ok_post="yes", address_confidential=True))

    assert UNSOUGHT in text(client.get(page))
    case = queries.case_page(cast.tom.actor, reference)
    assert isinstance(case, queries.CaseView)
    marked = {each.text: each.never_chosen for each in case.timeline if each.document is None}
    assert marked == {"She is at 14 Elm Street now.": True, "We spoke about the plan.": False}


def test_a_scan_sent_along_is_said(cast: Cast, sign_in: SignIn) -> None:
    data = papers.eml(attached={"scan.pdf": SCAN})
    answer = send(sign_in(cast.tom), f"/cases/{secret_case(cast)}/documents/new/", **sent(data))
    assert told(answer) == "document-unread"


@pytest.mark.parametrize(
    ("data", "unread"),
    [
        (PLAN, False),
        (SCAN, True),
        (papers.picture("JPEG"), True),
        (papers.docx("Words"), False),
        (papers.docx(""), True),
    ],
)
def test_a_look_says_whether_words_may_be_left(data: bytes, unread: bool) -> None:
    assert asking.look(data).unread is unread


def test_what_is_only_named_like_an_email_is_held_when_sent_along(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    data = papers.eml(attached={"sent on.msg": b"only words"})
    assert told(send(client, f"/cases/{reference}/documents/new/", **sent(data))) == "document-held"
    (item,) = documents()
    assert "named like an e-mail and is none" in page_of(cast, reference, item).held
    again = send(client, f"/cases/{reference}/documents/{item}/again/")
    assert "It is still held." in text(again)


@pytest.mark.parametrize(("attached", "said"), [({}, "mail-filed"), ({"p.pdf": PLAN}, "mail-filed-whole")])
def test_what_was_sent_along_is_named_only_where_something_was(
    cast: Cast, sign_in: SignIn, attached: dict[str, bytes], said: str
) -> None:
    data = papers.eml(attached=attached)
    answer = send(sign_in(cast.tom), f"/cases/{a_case(cast.tom)}/documents/new/", **sent(data))
    assert told(answer) == said


@pytest.mark.parametrize(
    ("name", "kind", "label", "called"),
    [
        ("w.docx", Kind.DOCX, "Other document", "Word document"),
        ("IMG_0001.jpg", Kind.JPEG, "Photo", "Photo"),
        ("EP.pdf", Kind.PDF, "Draft plan", "EP"),
        ("E.pdf", Kind.PDF, "Draft plan", "Draft plan"),
        ("C:\\papers\\Our letter.docx", Kind.DOCX, "Other document", "Our letter"),
    ],
)
def test_a_title_that_says_nothing_gives_way_to_the_kind(
    name: str, kind: Kind, label: str, called: str
) -> None:
    assert title(name, kind, label) == called


def test_files_of_the_case_page_need_no_script(cast: Cast, sign_in: SignIn) -> None:
    reference, client = a_case(cast.tom), sign_in(cast.tom)
    form = text(client.get(f"/cases/{reference}/")).split("files-here")[1].split("</form>")[0]
    assert form.count("<input") == 3, "a file, its token, and the token against forged forms"
    path = f"/cases/{reference}/documents/new/"
    assert told(send(client, path, **files(a__txt=b"words", b__txt=b"more words"))) == "documents-added"
    refused = text(send(client, path, **files(a__txt=b"MZ\x90\0" + bytes(90))))
    assert "Not kept. This file is a program" in refused
    assert "Choose a file: PDF" in text(send(client, path))
    assert Item.objects.count() == 2
