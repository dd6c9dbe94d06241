"""Letters: letters/new, one, print, label; the case sheet; leaflets. What is checked before anything is addressed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import InvolvedDetails, LetterMade, NotAccepted, NotBegun
from inconfidence.cases.models import Item
from inconfidence.cases.queries import Draft, places
from inconfidence.editions.actions import set_letterhead
from inconfidence.people.queries import SafeContact
from tests.cases.browser import bare, send, text
from tests.cases.family import a_case, marta
from tests.cases.test_beginning import door
from tests.cases.test_meetings import a_meeting
from tests.cast import Cast, Person
from tests.letters.reading import height, pages, words

SignIn = Callable[[Person], Client]
ADDRESS = "14 Elm Street\nElmshire\nEL1 2AB"
FINE = SafeContact(ok_post="yes")
LETTER = {"heading": "How things stand", "text": "Dear Marta\n\nAll is well.", "way": "by_hand"}
DRAFT = Draft("not_heard", "How things stand", "Dear Marta\n\nAll is well.")


@pytest.fixture
def cast(gather: Callable[[str], Cast]) -> Cast:
    """The cast of a service in which work may begin as soon as a case is open."""
    return gather("bath-and-north-east-somerset")


def with_address(who: Person, safe: SafeContact = FINE, **card: Any) -> str:
    """A case whose person gave an address, and said this about reaching them."""
    details = replace(marta(), card=replace(marta().card, safe=safe, **({"address": ADDRESS} | card)))
    reference = actions.open_case(who.actor, details)
    assert isinstance(reference, str)
    return reference


def a_senco(who: Person, reference: str, **more: str) -> UUID:
    """The SENCO on the case."""
    details = InvolvedDetails("senco", "Kit Vale", "Brook Lane School", **more)
    found = actions.add_involved(who.actor, reference, details)
    assert isinstance(found, UUID)
    return found


def made(who: Person, reference: str, **changes: object) -> LetterMade:
    """A letter made final by this person."""
    came = actions.make_letter(who.actor, reference, replace(DRAFT, **changes))  # type: ignore[arg-type]
    assert isinstance(came, LetterMade)
    return came


def filed(who: Person, reference: str, came: LetterMade) -> bytes:
    """The PDF that lies on the case."""
    found = queries.document(who.actor, reference, came.item_id)
    assert isinstance(found, queries.DocumentFile)
    return found.data


def refused(who: Person, reference: str, **changes: object) -> str:
    """The sentence with which a letter is refused; nothing of it is kept."""
    before = Item.objects.count()
    with pytest.raises(NotAccepted) as wrong:
        made(who, reference, **changes)
    assert Item.objects.count() == before
    return wrong.value.says


def test_the_usual_letters_stand_first_and_in_the_words_of_the_service(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    page = text(sign_in(cast.tom).get(f"/cases/{reference}/letters/new/"))
    order = [page.index(title) for title in ("Confirming a meeting", "What we agreed", "Closing letter")]
    assert order == sorted(order)
    assert page.index("Closing letter") < page.index("Arranging a meeting")


def test_a_letter_is_changed_looked_at_and_made_final(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom)
    client = sign_in(cast.tom)
    path = f"/cases/{reference}/letters/new/?letter=what_we_agreed"
    page = text(client.get(path))
    assert "Dear Marta Oyelaran" in page
    assert "Post is fine, to the address on record: 14 Elm Street, Elmshire, EL1 2AB" in page
    look = send(client, path, **(LETTER | {"press": "preview", "way": "post"}))
    assert look["Content-Type"] == "application/pdf"
    assert look["Cache-Control"] == "no-store"
    assert "14 Elm Street" in words(look.content)
    assert not Item.objects.exists()
    answer = send(client, path, **(LETTER | {"way": "post", "press": "final"}))
    assert f"/cases/{reference}/letters/" in answer["Location"]
    shown = text(client.get(answer["Location"]))
    assert "All is well." in shown
    printed = client.get(answer["Location"] + "print/")
    assert "Our reference: " + reference in words(printed.content)
    assert "14 Elm Street" in words(printed.content)
    assert Event.objects.filter(act=Act.letter_made).count() == 1


def test_it_files_itself_as_a_letter_of_ours(cast: Cast) -> None:
    reference = with_address(cast.tom)
    came = made(cast.tom, reference)
    case = queries.case_page(cast.tom.actor, reference)
    assert isinstance(case, queries.CaseView)
    entry = case.timeline[0]
    assert entry.document is not None
    assert (entry.id, entry.heading, entry.document.type_label, entry.provided_by) == (
        came.item_id, "Letter: we have not heard from you", "Letter we sent", "staff",
    )  # fmt: skip
    assert filed(cast.tom, reference, came).startswith(b"%PDF-")


def test_a_form_sent_twice_files_one_letter(cast: Cast, sign_in: SignIn) -> None:
    reference, once = with_address(cast.tom), str(uuid4())
    client = sign_in(cast.tom)
    for _ in range(2):
        answer = send(client, f"/cases/{reference}/letters/new/?letter=closing", once, **LETTER)
        assert answer.status_code == 302
    assert Item.objects.count() == 1
    folder = settings.DATA / "files"
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize(
    ("safe", "says"),
    [
        (SafeContact(), "They have not been asked whether letters are safe."),
        (SafeContact(ok_post="no"), "They said no to letters."),
        (
            SafeContact(ok_post="yes", address_confidential=True),
            "The address is secret: it is never printed.",
        ),
        (SafeContact(ok_post="yes", do_not_contact="14 Elm Street"), "this is never to be contacted."),
        (SafeContact(ok_post="yes", post_came_back=True), "Post to this address has come back."),
    ],
)
def test_no_address_is_put_on_a_letter_that_may_not_be_posted(
    cast: Cast, sign_in: SignIn, safe: SafeContact, says: str
) -> None:
    reference = with_address(cast.tom, safe)
    client = sign_in(cast.tom)
    page = text(client.get(f"/cases/{reference}/letters/new/?letter=closing"))
    assert says in page
    assert "hand it over in person" in page
    assert says in refused(cast.tom, reference, way="post")
    again = send(client, f"/cases/{reference}/letters/new/?letter=closing", **(LETTER | {"way": "post"}))
    assert "All is well." in text(again)
    found = words(filed(cast.tom, reference, made(cast.tom, reference)))
    assert "Marta Oyelaran" in found
    assert "Elm Street" not in found
    assert "EL1 2AB" not in found
    no = client.get(f"/cases/{reference}/label/")
    assert no["Content-Type"].startswith("text/html")
    assert says in text(no)


def test_the_label_carries_name_and_address_and_nothing_of_ours(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom)
    came = made(cast.tom, reference, way="post")
    client = sign_in(cast.tom)
    answer = client.get(f"/cases/{reference}/label/?item={came.item_id}&at=5")
    assert words(answer.content) == "Marta Oyelaran 14 Elm Street Elmshire EL1 2AB"
    large = client.get(f"/cases/{reference}/label/?item={came.item_id}&at=5&size=large")
    assert words(large.content) == words(answer.content)
    assert height(large.content, "Marta Oyelaran") > height(answer.content, "Marta Oyelaran")


def test_every_print_is_offered_in_large_print_where_it_is_offered(cast: Cast, sign_in: SignIn) -> None:
    reference, tom = with_address(cast.tom), sign_in(cast.tom)
    meeting, came = a_meeting(cast.tom, reference), made(cast.tom, reference, way="post")
    sheet = f'href="/cases/{reference}/sheet/?'
    assert f'{sheet}size=large"' in tom.get(f"/cases/{reference}/").content.decode()
    page = tom.get(f"/cases/{reference}/meetings/{meeting}/").content.decode()
    assert f'{sheet}meeting={meeting}&amp;size=large"' in page
    assert 'name="size" value="large"' in text(tom.get(f"/cases/{reference}/letters/{came.item_id}/"))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"text": " "}, "Write the letter"),
        ({"text": "x" * 20_001}, "Shorten the letter to 20,000 characters"),
        ({"heading": ""}, "Fill this in"),
        (
            {"text": "By [a day in three weeks]."},
            "Fill in or take out what stands in square brackets: [a day in three weeks]",
        ),
        (
            {"text": "Dear {unknown_gap}"},
            "Fill in or take out what stands in curly brackets: {unknown_gap}",
        ),
        ({"heading": "About {child}"}, "Fill in or take out what stands in curly brackets: {child}"),
        (
            {"heading": "[a word or two]"},
            "Fill in or take out what stands in square brackets: [a word or two]",
        ),
        ({"text": "\U00013080"}, "One of the signs in this text is in no alphabet that we can print."),
        ({"way": "pigeon"}, "Choose one of the answers shown"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_filed(
    cast: Cast, changes: dict[str, object], says: str
) -> None:
    assert refused(cast.tom, with_address(cast.tom), **changes).startswith(says)


@pytest.mark.parametrize("where", ["Come to 14 Elm Street.", "Post it to EL1 2AB", "el12ab"])
def test_a_text_that_names_a_protected_address_is_refused_and_kept(
    cast: Cast, sign_in: SignIn, where: str
) -> None:
    reference = with_address(cast.tom, SafeContact(address_confidential=True))
    fields = LETTER | {"text": f"Dear Marta\n\n{where}"}
    answer = send(sign_in(cast.tom), f"/cases/{reference}/letters/new/?letter=closing", **fields)
    assert "This names an address that must stay secret: take it out" in text(answer)
    assert where in text(answer)
    assert not Item.objects.exists()


def test_large_print_of_a_letter_is_one_press(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom)
    came = made(cast.tom, reference)
    client = sign_in(cast.tom)
    small = client.get(f"/cases/{reference}/letters/{came.item_id}/print/").content
    large = client.get(f"/cases/{reference}/letters/{came.item_id}/print/?size=large").content
    assert small == filed(cast.tom, reference, came)
    assert "All is well." in words(large)
    assert large != small


def test_who_needs_large_print_gets_it_first(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom, access_needs=("large_print",))
    page = text(sign_in(cast.tom).get(f"/cases/{reference}/letters/new/?letter=closing"))
    assert 'name="large" ' in page
    assert "checked" in page[page.index('name="large"') - 200 : page.index('name="large"') + 200]


def test_the_form_to_sign_brings_the_form_and_the_leaflet(cast: Cast) -> None:
    reference = with_address(cast.tom)
    found = filed(cast.tom, reference, made(cast.tom, reference, letter="form_to_sign"))
    assert pages(found) >= 3
    assert "Whom may we talk to?" in words(found)
    assert "How we keep what you tell us" in words(found)


OWN = """
title = "Confirming a meeting"
to = "person"
heading = "Our meeting"
text = "Dear {person}"
close = "See you soon"
enclosed = ["A map of our office"]
with = ["wishes", "privacy"]
"""


def test_the_other_size_of_a_final_letter_is_the_letter_that_was_filed(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom)
    came = made(cast.tom, reference, letter="form_to_sign")
    client, path = sign_in(cast.tom), f"/cases/{reference}/letters/{came.item_id}/print/?size=large"
    before = client.get(path).content
    own = settings.DATA / "letters" / "bath-and-north-east-somerset-advice-service"
    own.mkdir(parents=True)
    (own / "form_to_sign.toml").write_text(OWN)
    (own / "privacy.toml").write_text(OWN.replace('"person"', '"anybody"').replace("{person}", "reader"))
    set_letterhead(
        cast.joan.actor.service_id, cast.joan.actor.person_id, ("Elsewhere", "", ""), cast.joan.actor.now()
    )
    assert "See you soon" in words(
        filed(cast.tom, reference, made(cast.tom, reference, letter="form_to_sign"))
    )
    assert client.get(path).content == before


def test_an_older_letter_keeps_its_close_and_takes_the_rest_from_the_wording(
    cast: Cast, sign_in: SignIn
) -> None:
    reference = with_address(cast.tom)
    came = made(cast.tom, reference, letter="form_to_sign")
    without_what_stood_around_it(cast.tom, reference, came.item_id)
    own = settings.DATA / "letters" / "bath-and-north-east-somerset-advice-service"
    own.mkdir(parents=True)
    (own / "form_to_sign.toml").write_text(OWN)
    large = words(
        sign_in(cast.tom).get(f"/cases/{reference}/letters/{came.item_id}/print/?size=large").content
    )
    assert "Yours sincerely" in large
    assert "A map of our office" in large


def without_what_stood_around_it(who: Person, reference: str, item_id: UUID) -> None:
    """The record of a letter as one was kept before it kept its enclosures."""
    opened, row = door(who, reference), Item.objects.get(id=item_id)
    place = places.item(row.id, row.version)
    said = opened.key.open(place, row.record)
    del said["letter"]["around"]
    Item.objects.filter(id=row.id).update(record=opened.key.seal(place, said))


def test_a_letter_to_somebody_else_goes_on_to_the_question(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom)
    client = sign_in(cast.tom)
    nobody = text(client.get(f"/cases/{reference}/letters/new/?letter=arranging"))
    assert "Nobody else is on the case yet" in nobody
    senco = a_senco(cast.tom, reference, reach="Brook Lane School, Elmshire EL2 3CD")
    meeting = a_meeting(cast.tom, reference)
    path = f"/cases/{reference}/letters/new/?letter=arranging&person={senco}&meeting={meeting}"
    page = text(client.get(path))
    assert "Dear Kit Vale" in page
    assert "Thursday 26 November 2026" in page
    answer = send(client, path, **(LETTER | {"way": "post"}))
    item = Item.objects.get(kind="document").id
    assert answer["Location"] == f"/cases/{reference}/share/?item={item}&person={senco}"
    assert client.get(f"/cases/{reference}/letters/{item}/print/").status_code == 404
    assert client.get(f"/cases/{reference}/label/?item={item}").status_code == 404
    shown = text(client.get(f"/cases/{reference}/letters/{item}/"))
    assert "Can I share this?" in shown
    assert "print/" not in shown
    assert queries.document(cast.tom.actor, reference, item) is None


def test_whoever_must_not_be_contacted_gets_no_address(cast: Cast) -> None:
    reference = with_address(cast.tom, SafeContact(ok_post="yes", do_not_contact="Kit Vale at the school"))
    senco = a_senco(cast.tom, reference, reach="Brook Lane School, Elmshire EL2 3CD")
    says = refused(cast.tom, reference, letter="arranging", person=senco, way="post")
    assert says.startswith("The record says that this is never to be contacted.")


def test_letters_to_others_wait_until_work_may_begin(gather: Callable[[str], Cast]) -> None:
    cast = gather("rotherham")
    reference = with_address(cast.tom)
    senco = a_senco(cast.tom, reference)
    draft = replace(DRAFT, letter="arranging", person=senco)
    assert isinstance(actions.make_letter(cast.tom.actor, reference, draft), NotBegun)
    assert not Item.objects.exists()
    assert made(cast.tom, reference).person is None


def test_asking_for_records_waits_until_asking_is_permitted(cast: Cast) -> None:
    reference = with_address(cast.tom)
    senco = a_senco(cast.tom, reference)
    says = refused(cast.tom, reference, letter="asking_for_records", person=senco)
    assert says == "First ask whether these records may be asked for"


def test_a_wording_of_the_service_that_is_not_in_order_is_one_sentence(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    own = settings.DATA / "letters" / "bath-and-north-east-somerset-advice-service"
    own.mkdir(parents=True)
    (own / "closing.toml").write_text('title = "A"\nto = "person"\nheading = "B"\ntext = "Dear {persn}"\n')
    page = text(sign_in(cast.tom).get(f"/cases/{reference}/letters/new/"))
    assert "closing.toml, line 4: {persn} is no gap we know; there are {person}," in page


def test_the_letterhead_of_the_service_stands_on_everything(cast: Cast) -> None:
    head = ("Riverside House\n9 Quay Row", "01632 960 001", "here@example.org")
    set_letterhead(cast.joan.actor.service_id, cast.joan.actor.person_id, head, cast.joan.actor.now())
    reference = with_address(cast.tom)
    found = words(filed(cast.tom, reference, made(cast.tom, reference)))
    assert "Bath And North East Somerset advice service" in found
    assert "Riverside House 9 Quay Row 01632 960 001 here@example.org" in found
    assert "Tom Aldridge Adviser" in found


@pytest.mark.parametrize("size", ["", "large"])
def test_the_case_sheet_is_one_page_without_an_address(cast: Cast, sign_in: SignIn, size: str) -> None:
    reference = with_address(cast.tom, SafeContact(ok_post="yes", ring_on="mobile only"))
    meeting = a_meeting(cast.tom, reference)
    for number in range(5):
        actions.add_note(
            cast.tom.actor, reference, actions.NoteDetails(text=f"Note {number}. " + "word " * 300)
        )
    answer = sign_in(cast.tom).get(f"/cases/{reference}/sheet/?meeting={meeting}&size={size}")
    assert answer["Content-Type"] == "application/pdf"
    assert pages(answer.content) == 1
    found = words(answer.content)
    for word in (reference, "Marta", "Sam", "Thursday 26 November 2026", "Annual review", "Ring mobile only"):
        assert word in found
    for word in ("Oyelaran,", "Elm Street", "EL1 2AB"):
        assert word not in found
    assert found.count("26 November 2026") == 2, "the meeting is said once, and at the head"
    assert Event.objects.filter(act=Act.sheet_made).count() == 1


def test_leaflets_are_offered_in_both_sizes_and_say_that_no_checked_translation_is_there(
    cast: Cast, sign_in: SignIn
) -> None:
    for who in (cast.joan, cast.tom):
        client = sign_in(who)
        page = text(client.get("/sheets/"))
        assert "Only a translation that somebody has checked is handed out." in page
        assert "No checked translation of:" in page
        for name in ("privacy", "permission", "permission_easy", "wishes"):
            assert f'href="/sheets/{name}/?size=large"' in page
            assert client.get(f"/sheets/{name}/?size=large")["Content-Type"] == "application/pdf"
        assert client.get("/sheets/closing/").status_code == 404
        assert '"/sheets/"' in text(client.get("/"))
    assert sign_in(cast.vik).get("/sheets/").status_code == 404


@pytest.mark.parametrize(
    "path", ["letters/new/", "letters/{item}/", "letters/{item}/print/", "label/", "sheet/"]
)
def test_missing_and_not_allowed_are_the_same_page(
    gather: Callable[[str], Cast], sign_in: SignIn, path: str
) -> None:
    cast = gather("cumbria")
    reference = with_address(cast.tom)
    path = path.replace("{item}", str(made(cast.tom, reference).item_id))
    client = sign_in(cast.ewa)
    theirs, missing = client.get(f"/cases/{reference}/{path}"), client.get(f"/cases/2222-2222/{path}")
    assert theirs.status_code == missing.status_code == 404
    assert bare(theirs) == bare(missing)
    assert sign_in(cast.joan).get(f"/cases/{reference}/{path}").status_code == 404


def test_a_colleague_who_is_not_on_it_files_nothing(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    cast = gather("cumbria")
    reference = with_address(cast.tom)
    answer = send(sign_in(cast.ewa), f"/cases/{reference}/letters/new/?letter=closing", **LETTER)
    assert answer.status_code == 404
    assert not Item.objects.exists()


@pytest.mark.parametrize("press", ["", "preview"])
def test_a_gap_that_is_left_is_named_and_the_words_stay(cast: Cast, sign_in: SignIn, press: str) -> None:
    reference = with_address(cast.tom)
    path = f"/cases/{reference}/letters/new/?letter=not_heard"
    typed = LETTER | {"text": "Dear {unknown_gap}\n\nAll is well.", "press": press}
    page = text(send(sign_in(cast.tom), path, **typed))
    assert "Fill in or take out what stands in curly brackets: {unknown_gap}" in page
    assert (
        page.split('id="id_text"')[1].split("</textarea>")[0].endswith("Dear {unknown_gap}\n\nAll is well.")
    )
    assert not Event.objects.filter(act__in=[Act.letter_made, Act.letter_looked_at]).exists()
