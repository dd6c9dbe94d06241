"""What is typed is kept while it is typed, for its person alone, and goes when it was saved."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLResolver, get_resolver
from pytest_django import Settings

from inconfidence.team import drafts
from inconfidence.team.actions import keeping
from inconfidence.team.models import Person, Sitting
from inconfidence.team.words import PAGES
from inconfidence.vault import spool
from inconfidence.web.forms.draft import Draft
from tests.canary.pages import forms_of
from tests.team.people import MORNING, PASSWORD, Somebody, a_colleague, a_service, signed_in
from tests.team.test_kept import LATE, TYPED, files_in_spool, gone, invitation, read_only

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/team/invite/"

SOME_ID = "50ff5d64-a654-4466-8705-e460f544bba7"


def mark_on(client: Client, path: str = PAGE) -> str:
    """The mark that a page gives to its form."""
    for form in forms_of(client.get(path).content.decode()):
        for control in form.controls:
            if control.name == "draft":
                return control.value
    raise AssertionError("no form of the page has a mark")


def keep(client: Client, mark: str, *, path: str = PAGE, **fields: str) -> tuple[int, dict[str, str]]:
    """Keep a page's form as the script does."""
    sent = {"name": TYPED, "draft": mark, "draft_path": path, "quietly": "1", **fields}
    answer = client.post(f"/drafts/{mark.partition('~')[0]}/", sent)
    return answer.status_code, answer.json()


def waiting(who: Somebody) -> list[UUID]:
    return spool.waiting_for(who.actor.person_id)


def texts(who: Somebody) -> list[list[str]]:
    """What waits for somebody, field by field."""
    return [spool.read(who.actor.keyring, one)["fields"]["name"] for one in waiting(who)]


@pytest.fixture
def lead() -> Somebody:
    with time_machine.travel(MORNING, tick=False):
        return a_service()


@pytest.fixture
def client(lead: Somebody) -> Client:
    with time_machine.travel(MORNING, tick=False):
        return signed_in(lead, MORNING)


@pytest.fixture(autouse=True)
def morning() -> object:
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


def test_a_draft_is_sealed_replaced_and_offered_on_its_page(
    lead: Somebody, client: Client, data_folder: Path
) -> None:
    mark = mark_on(client)
    assert keep(client, mark) == (200, {"kept": "10am"})
    assert keep(client, mark, title="Adviser")[0] == 200
    (file,) = files_in_spool(data_folder)
    assert TYPED.encode() not in file.read_bytes()
    assert str(waiting(lead)[0]) == mark.partition("~")[0]
    page = client.get(PAGE).content.decode()
    assert "You were writing here at 10am" in page
    assert TYPED not in page
    assert "Unfinished (1)" in page
    again = client.get(f"{PAGE}?kept={waiting(lead)[0]}").content.decode()
    assert TYPED in again
    assert "You were writing here" not in again


def test_a_draft_goes_when_its_form_is_saved(lead: Somebody, client: Client) -> None:
    mark = mark_on(client)
    keep(client, mark)
    assert client.post(PAGE, invitation(draft=mark)).status_code == 200
    assert Person.objects.filter(username="zeb").exists()
    assert waiting(lead) == []


def test_what_could_not_be_saved_waits_until_it_can(lead: Somebody, client: Client) -> None:
    mark = mark_on(client)
    client.post(PAGE, invitation(draft=mark, username=""))
    assert texts(lead) == [[TYPED]]
    client.post(PAGE, invitation(draft=mark, once=str(uuid4())))
    assert waiting(lead) == []


def test_unchanged_again_nothing_waits(lead: Somebody, client: Client) -> None:
    mark = mark_on(client)
    keep(client, mark)
    assert keep(client, mark, unchanged="1") == (200, {"kept": ""})
    assert waiting(lead) == []


def test_going_on_in_two_tabs_loses_neither(lead: Somebody, client: Client) -> None:
    first = mark_on(client)
    keep(client, first, name="first")
    back = f"{PAGE}?kept={waiting(lead)[0]}"
    second, third = mark_on(client, back), mark_on(client, back)
    assert len({Draft.of(one).id for one in (first, second, third)}) == 3  # type: ignore[union-attr]
    keep(client, second, path=back, name="second")
    assert texts(lead) == [["second"]]
    keep(client, third, path=back, name="third")
    assert texts(lead) == [["second"], ["third"]]
    client.post(back, invitation(draft=second))
    assert texts(lead) == [["third"]]


def test_what_was_typed_on_in_the_first_tab_stays(lead: Somebody, client: Client) -> None:
    first = mark_on(client)
    keep(client, first, name="first")
    back = f"{PAGE}?kept={waiting(lead)[0]}"
    second = mark_on(client, back)
    keep(client, first, name="first, and more")
    keep(client, second, path=back, name="second")
    assert texts(lead) == [["first, and more"], ["second"]]


def test_a_draft_is_kept_after_time_out_and_says_nothing_of_being_here(
    lead: Somebody, client: Client, morning: time_machine.Traveller
) -> None:
    mark = mark_on(client)
    seen = Sitting.objects.get().last_active_at
    morning.move_to(MORNING + timedelta(minutes=5))
    keep(client, mark, name="before")
    assert Sitting.objects.get().last_active_at == seen
    morning.move_to(LATE)
    assert keep(client, mark)[0] == 200
    assert texts(lead) == [[TYPED]]
    door = client.get(PAGE).headers["Location"]
    back = client.post(door, {"password": PASSWORD}).headers["Location"]
    assert back == f"{PAGE}?kept={waiting(lead)[0]}"
    assert TYPED in client.get(back).content.decode()


def test_a_draft_is_kept_after_signing_out(lead: Somebody, client: Client) -> None:
    mark = mark_on(client)
    client.post("/sign-out/")
    assert keep(client, mark)[0] == 200
    assert texts(lead) == [[TYPED]]


@pytest.mark.parametrize("refusing", [read_only, gone])
def test_a_draft_is_kept_while_the_database_refuses(lead: Somebody, client: Client, refusing: object) -> None:
    mark = mark_on(client)
    with refusing():  # type: ignore[operator]
        assert keep(client, mark) == (200, {"kept": "10am"})
    assert texts(lead) == [[TYPED]]


def test_a_stale_page_keeps_its_draft(lead: Somebody, client: Client, settings: Settings) -> None:
    settings.CSRF_FAILURE_VIEW = "inconfidence.team.views.stale.stale_form"
    mark = mark_on(client)
    client.handler.enforce_csrf_checks = True
    assert keep(client, mark, csrfmiddlewaretoken="of yesterday")[0] == 200
    assert texts(lead) == [[TYPED]]


def test_nobody_overwrites_or_reads_anothers(lead: Somebody, client: Client) -> None:
    other = a_service("coventry")
    mark = mark_on(client)
    keep(client, mark)
    theirs = signed_in(other, MORNING)
    stolen = f"{mark.partition('~')[0]}~~~"
    nobodys = f"{uuid4()}~~~"
    assert keep(theirs, stolen, name="overwritten") == keep(theirs, nobodys, name="overwritten")
    assert texts(lead) == [[TYPED]]
    assert texts(other) == [["overwritten"], ["overwritten"]]
    assert TYPED not in theirs.get(f"{PAGE}?kept={waiting(lead)[0]}").content.decode()
    answers = [
        theirs.post(f"/unfinished/{one}/discard/") for one in (mark.partition("~")[0], nobodys[:36], uuid4())
    ]
    assert len({(answer.status_code, answer.headers["Location"]) for answer in answers}) == 1
    assert texts(lead) == [[TYPED]]
    assert waiting(other) == []


def test_a_page_of_somebody_else_does_nothing_in_ones_own_name(lead: Somebody, client: Client) -> None:
    """One computer, two people: the first one's page is still open when the second signs in."""
    jo = a_colleague(lead)
    mark = mark_on(client)
    client.post("/sign-out/")
    signed_in(jo, MORNING, client)
    assert keep(client, mark)[0] == 200
    answer = client.post(PAGE, invitation(draft=mark))
    assert answer.status_code == 403
    assert "opened by somebody else" in answer.content.decode()
    assert not Person.objects.filter(username="zeb").exists()
    assert texts(lead) == [[TYPED]]
    assert waiting(jo) == []


def test_a_stranger_keeps_nothing(lead: Somebody, data_folder: Path) -> None:
    status, said = keep(Client(), f"{uuid4()}~~~")
    assert (status, list(said)) == (403, ["says"])
    assert files_in_spool(data_folder) == []
    plain = Client().post(
        f"/drafts/{uuid4()}/", {"name": f"{TYPED} and more"}, headers={"origin": "http://testserver"}
    )
    assert plain.status_code == 403
    assert TYPED in plain.content.decode()


def test_limits_say_so_and_lose_nothing(
    lead: Somebody, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = [mark_on(client) for _ in range(3)]
    assert [keep(client, mark)[0] for mark in marks[:2]] == [200, 200]
    monkeypatch.setattr(drafts, "MOST_BYTES", keeping.how_large(lead.actor.person_id))
    status, said = keep(client, marks[2])
    assert (status, said["says"]) == (409, drafts.TOO_MANY)
    assert keep(client, marks[0])[0] == 200, "what waits already goes on being kept"
    assert keep(client, marks[0], name="x" * (drafts.MOST_TYPED + 1))[0] == 413
    assert texts(lead) == [[TYPED], [TYPED]]
    assert client.post(f"/drafts/{marks[2][:36]}/", {"name": "aside", "draft": marks[2]}).status_code == 302
    assert len(waiting(lead)) == 3


def test_many_small_forms_are_all_kept(lead: Somebody, client: Client) -> None:
    """Words are not refused for being the fifty-first."""
    for number in range(60):
        assert keep(client, f"{uuid4()}~~~", name=f"Zebulon {number}")[0] == 200
    assert len(waiting(lead)) == 60


def test_put_aside_without_a_script_and_resumed_in_one_press(lead: Somebody, client: Client) -> None:
    page = client.get("/calls/new/").content.decode()
    assert "Put aside" in page
    (mark,) = [c.value for form in forms_of(page) for c in form.controls if c.name == "draft"]
    assert f'formaction="/drafts/{mark[:36]}/"' in page
    sent = {
        "note": f"{TYPED} rang about school",
        "draft": mark,
        "draft_path": "/calls/new/",
        "once": str(uuid4()),
    }
    answer = client.post(f"/drafts/{mark[:36]}/", sent)
    assert answer.headers["Location"] == "/unfinished/"
    listed = client.get("/unfinished/").content.decode()
    assert "Put aside." in listed
    assert "A call" in listed
    assert f"{TYPED} rang about school" in listed
    assert f"{TYPED} rang about school" in client.get(f"/calls/new/?kept={mark[:36]}").content.decode()
    assert (
        client.post(f"/drafts/{uuid4()}/", {"draft": f"{uuid4()}~~~"}).headers["Location"] == "/unfinished/"
    )


def test_thrown_away_one_stays_on_the_page(lead: Somebody, client: Client) -> None:
    keep(client, mark_on(client))
    answer = client.post(f"/unfinished/{waiting(lead)[0]}/discard/", {"next": PAGE})
    assert answer.headers["Location"] == PAGE
    assert "You were writing here" not in client.get(PAGE).content.decode()


def test_sent_twice_it_is_saved_once_and_other_words_wait(lead: Somebody, client: Client) -> None:
    page = client.get("/calls/new/").content.decode()
    form = next(form for form in forms_of(page) if "note" in {c.name for c in form.controls})
    sent = {
        c.name: c.value
        for c in form.controls
        if c.name and (c.kind not in {"radio", "checkbox"} or c.checked)
    }
    sent |= {
        "note": "Rang about school",
        "issue": next(c.options[1] for c in form.controls if c.name == "issue"),
    }
    answers = [client.post("/calls/new/", sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert waiting(lead) == []
    changed = client.post("/calls/new/", sent | {"note": "Rang about school, and the bus"})
    assert "changed text waits in Unfinished" in client.get(changed.headers["Location"]).content.decode()
    (kept,) = keeping.all_kept(lead.actor)
    assert kept.fields["note"] == "Rang about school, and the bus"
    again = client.post("/calls/new/", sent | {"note": "Rang about nothing", "issue": ""})
    assert again.status_code == 200
    (kept,) = keeping.all_kept(lead.actor)
    assert kept.fields["note"] == "Rang about nothing"


def test_a_concern_that_was_changed_and_sent_again_is_not_lost(lead: Somebody, client: Client) -> None:
    sent = {"words": "A bruise.", "once": str(uuid4()), "draft": mark_on(client, "/concern/")}
    client.post("/concern/", sent)
    client.post("/concern/", sent)
    assert waiting(lead) == []
    client.post("/concern/", sent | {"words": "A bruise, and she was afraid to go home."})
    (kept,) = keeping.all_kept(lead.actor)
    assert kept.fields["words"] == "A bruise, and she was afraid to go home."


def test_after_a_fault_of_ours_it_waits(
    lead: Somebody, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = mark_on(client)
    client.raise_request_exception = False

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("inconfidence.team.views.people.invite", broken)
    monkeypatch.setattr("inconfidence.team.actions.people.invite", broken)
    assert client.post(PAGE, invitation(draft=mark)).status_code == 500
    assert texts(lead) == [[TYPED]]


def test_forms_that_ask_for_a_secret_have_no_mark(client: Client) -> None:
    for path in ("/account/password/", "/account/phone/"):
        names = {c.name for form in forms_of(client.get(path).content.decode()) for c in form.controls}
        assert "draft" not in names, path


def test_what_is_elsewhere_is_offered_on_the_page_of_a_call(lead: Somebody, client: Client) -> None:
    keep(client, mark_on(client))
    page = client.get("/calls/new/").content.decode()
    assert "Kept for you: an invitation, 10am" in " ".join(page.split())
    assert f'href="{PAGE}?kept={waiting(lead)[0]}"' in page


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/cases/7KQM-4XH2/notes/new/?item=x", ("A note", "7KQM-4XH2")),
        ("/cases/Amira/notes/new/", ("A note", "")),
        ("/nowhere/Amira/", ("A form", "")),
        ("/account/", ("A form", "")),
        ("/calls/new/", ("A call", "")),
    ],
)
def test_a_place_is_named_in_closed_words(address: str, said: tuple[str, str]) -> None:
    assert drafts.place_of(address) == said


@pytest.mark.parametrize("text", ["", "x", SOME_ID, "-" * 36 + "~~~", f"{SOME_ID}~{'-' * 36}~1~k"])
def test_a_mark_that_is_none_is_no_mark(text: str) -> None:
    assert Draft.of(text) is None


def test_a_mark_reads_back() -> None:
    mark = Draft(older=uuid4(), since=17, keeper="ab.cd:e-f_g")
    assert Draft.of(str(mark)) == mark


NO_DRAFT = {
    "team:sign_in", "team:reopen", "team:activate", "team:second_step", "team:phone", "team:set_up", "team:password",
    "team:sheet", "team:own_phone", "team:own_sheet", "team:colleague_sheet",
}  # fmt: skip
NO_WORDS = {
    "desk:duty_done", "desk:message_filed", "team:sign_out", "team:park", "team:draft", "team:still_here",
    "team:discard", "team:policy_send", "team:policy_drop", "team:policy_compare", "team:policy_withdraw",
    "team:policy_put_back",
}  # fmt: skip


def named(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, Any]]:
    """Every page by its name, with its view."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from named(one, f"{one.namespace}:" if one.namespace else space)
        elif one.name:
            yield f"{space}{one.name}", one.callback


def takes_forms(view: Any) -> bool:
    """Whether a form may be sent there: unless the view says that it is only read."""
    while view is not None:
        for cell in view.__closure__ or ():
            if isinstance(cell.cell_contents, list) and "GET" in cell.cell_contents:
                return "POST" in cell.cell_contents
        view = getattr(view, "__wrapped__", None)
    return True


def test_every_page_with_a_draft_has_words() -> None:
    pages = dict(named(get_resolver()))
    with_forms = {
        name
        for name, view in pages.items()
        if view.__module__.startswith("inconfidence.") and takes_forms(view)
    }
    read_only_pages = {"cases:list", "cases:enquiries", "cases:people", "cases:looked", "consent:list"}
    assert with_forms - set(PAGES) - NO_DRAFT - NO_WORDS - read_only_pages - {"cases:document_file"} == set()
    assert set(PAGES) <= set(pages)


def test_the_others_of_a_page_are_counted_beside_the_newest(client: Client) -> None:
    for _ in range(3):
        keep(client, mark_on(client))
    page = client.get(PAGE).content.decode()
    assert page.count("You were writing here") == 1
    assert "2 more of this page in Unfinished" in page


def test_refused_files_without_a_word_leave_nothing_and_words_stay(lead: Somebody, client: Client) -> None:
    for name, waits in (("", 0), (TYPED, 1)):
        file = SimpleUploadedFile("wrong.exe", b"MZ")
        sent = {"name": name, "role": "caseworker", "draft": mark_on(client), "once": "", "file": file}
        assert client.post(PAGE, sent).status_code == 200
        assert len(waiting(lead)) == waits


def test_a_form_where_nothing_was_typed_says_so(client: Client) -> None:
    keep(client, mark_on(client), name="", role="caseworker")
    assert "nothing was typed" in client.get("/unfinished/").content.decode()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("Marta", True),
        ("rang mum", True),
        ("07700900123", True),
        ("other_user", False),
        ("21", False),
        ("", False),
    ],
)
def test_what_was_typed_is_told_from_what_was_chosen(field: str, typed: bool) -> None:
    assert bool(keeping.words_in({"field": [field], "once": [SOME_ID]})) is typed


def test_what_a_page_remembers_of_itself_is_no_word_of_anybody() -> None:
    fields = {"shown": ["statement:8a798890fe level:6b86b273ff"], "not_needed": ["Only a leaflet"]}
    assert keeping.words_in(fields) == ["Only a leaflet"]


def test_what_was_thrown_away_is_taken_back_within_a_day(
    lead: Somebody, client: Client, morning: Any
) -> None:
    keep(client, mark_on(client))
    (kept_id,) = waiting(lead)
    client.post(f"/unfinished/{kept_id}/discard/")
    assert waiting(lead) == []
    assert "Take back" in client.get("/unfinished/").content.decode()
    client.post(f"/unfinished/{kept_id}/discard/", {"back": "yes"})
    assert texts(lead) == [[TYPED]]
    assert "Take back" not in client.get("/unfinished/").content.decode()


def test_what_was_thrown_away_is_gone_after_a_day(lead: Somebody, client: Client, data_folder: Path) -> None:
    keep(client, mark_on(client))
    (kept_id,) = waiting(lead)
    client.post(f"/unfinished/{kept_id}/discard/")
    with time_machine.travel(MORNING + timedelta(days=1, minutes=1), tick=False):
        again = signed_in(lead, MORNING + timedelta(days=1, minutes=1))
        assert "Take back" not in again.get("/unfinished/").content.decode()
        assert files_in_spool(data_folder) == []
        again.post(f"/unfinished/{kept_id}/discard/", {"back": "yes"})
        assert waiting(lead) == []
