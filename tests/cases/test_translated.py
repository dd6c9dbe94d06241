"""/sheets/<sheet>/<language>/ and its print; and a letter with the form in their language, or in easy read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from inconfidence.cases import actions, queries
from inconfidence.cases.actions import LetterMade, open_case
from inconfidence.cases.queries import Draft, LetterDesk
from inconfidence.editions import queries as editions
from inconfidence.letters import stationery
from inconfidence.people.actions import CardDetails
from tests.cases.browser import bare, text
from tests.cases.family import MARTA, SAFE, a_case
from tests.cast import Cast, Person
from tests.letters.reading import words
from tests.letters.test_translations import GOOD, put

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]


def own(cast: Cast) -> Path:
    """The folder of this service's own wordings."""
    return stationery.folder(editions.service(cast.service_id, cast.tom.actor.today()))


def speaking(who: Person, language: str, *needs: str) -> str:
    """A case of somebody who speaks this language and needs this."""
    card = CardDetails(name="Zofia Krol", safe=SAFE, language=language, access_needs=needs)
    reference = open_case(who.actor, replace(MARTA, card=card))
    assert isinstance(reference, str)
    return reference


def desk(who: Person, reference: str, letter: str = "form_to_sign") -> LetterDesk:
    """The page of a new letter."""
    found = queries.letter_desk(who.actor, reference, letter, person=None, meeting=None)
    assert isinstance(found, LetterDesk)
    return found


def made(who: Person, reference: str) -> str:
    """What the letter with the form says, with all that goes along."""
    letter = desk(who, reference)
    came = actions.make_letter(who.actor, reference, Draft("form_to_sign", letter.heading, letter.text))
    assert isinstance(came, LetterMade)
    printed = queries.letter_print(who.actor, reference, came.item_id, large=True)
    assert isinstance(printed, bytes)
    return words(printed)


def test_the_list_says_what_there_is_and_what_is_missing(cast: Cast, sign_in: SignIn) -> None:
    put(own(cast), GOOD)
    page = text(sign_in(cast.joan).get("/sheets/"))
    assert "Translated by Word Bridge, Monday 5 October 2026; checked by Anna Nowak" in page
    assert "A sample. Translated by In Confidence, as a sample" in page
    polish = page[page.index("Polish</h3>") :]
    assert "No checked translation of: How we keep what you tell us;" in polish
    assert "Easy read form: whom we may talk to" in polish
    assert "Into every other language nothing is translated yet." in page


def test_a_page_is_read_in_its_language_and_direction(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.joan)
    page = text(client.get("/sheets/permission/ur/"))
    assert 'lang="ur" dir="rtl"' in page
    assert "ہم کس سے بات کر سکتے ہیں؟" in page
    assert "A sample. Nobody has checked this translation" in page
    assert "/static/built/languages.css" in page
    assert "languages.css" not in text(client.get("/sheets/"))
    assert 'lang="pl" dir="ltr"' in text(client.get("/sheets/permission/pl/"))
    for path in ("", "?size=large"):
        answer = client.get(f"/sheets/permission/ur/print/{path}")
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"] == 'inline; filename="permission-ur.pdf"'
        assert "Nobody" in words(answer.content)


@pytest.mark.parametrize(
    "path", ["permission/ar/", "privacy/ur/", "form_to_sign/ur/", "permission/xx/print/", "nothing/ur/print/"]
)
def test_what_is_not_there_is_not_found(cast: Cast, sign_in: SignIn, path: str) -> None:
    client = sign_in(cast.joan)
    assert client.get(f"/sheets/{path}").status_code == 404
    assert bare(client.get(f"/sheets/{path}")) == bare(client.get("/sheets/no-such/zz/"))


def test_a_volunteer_has_no_leaflets(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.vik)
    for path in ("/sheets/permission/ur/", "/sheets/permission/ur/print/"):
        assert client.get(path).status_code == 404


def test_the_letter_carries_the_form_in_their_language_once_somebody_has_checked_it(cast: Cast) -> None:
    reference = speaking(cast.tom, "Polish")
    assert "Z kim" not in made(cast.tom, reference)
    put(own(cast), GOOD)
    said = made(cast.tom, reference)
    assert "Z kim? Pytamy o zgodę." in said
    assert "Whom may we talk to?" not in said
    assert "How we keep what you tell us" in said


def test_a_sample_goes_to_nobody_and_what_is_missing_is_said(cast: Cast, sign_in: SignIn) -> None:
    reference = speaking(cast.tom, "Urdu")
    assert "ہم" not in made(cast.tom, reference)
    says = "No checked translation into Urdu is there of “Form: whom we may talk to” or “How we keep what you tell us”."
    assert desk(cast.tom, reference).not_translated == f"{says} Ask an interpreter to read it with them."
    client = sign_in(cast.tom)
    for path in ("letters/new/?letter=form_to_sign", "form/aloud/"):
        assert says in text(client.get(f"/cases/{reference}/{path}")), path


def test_only_what_is_missing_is_named(cast: Cast) -> None:
    put(own(cast), GOOD)
    found = desk(cast.tom, speaking(cast.tom, "polish"))
    assert found.not_translated.startswith("No checked translation into Polish is there of “How we keep")
    put(own(cast), GOOD, name="privacy")
    assert desk(cast.tom, speaking(cast.tom, "Polish")).not_translated == ""


@pytest.mark.parametrize(
    ("language", "says"), [("", ""), ("English", ""), ("Klingon", "No checked translation into Klingon")]
)
def test_a_language_that_we_do_not_know_is_called_as_it_was_typed(
    cast: Cast, language: str, says: str
) -> None:
    found = desk(cast.tom, speaking(cast.tom, language)).not_translated
    assert found.startswith(says)
    assert bool(found) is bool(says)


def test_a_letter_that_carries_no_form_misses_no_translation(cast: Cast) -> None:
    assert desk(cast.tom, speaking(cast.tom, "Urdu"), "not_heard").not_translated == ""


def test_whoever_needs_easy_read_gets_the_easy_form(cast: Cast) -> None:
    assert "Who can we talk to?" in made(cast.tom, speaking(cast.tom, "", "easy_read"))
    assert "Who can we talk to?" not in made(cast.tom, a_case(cast.tom))


def test_a_translation_that_is_not_in_order_is_said_where_letters_are_written(
    cast: Cast, sign_in: SignIn
) -> None:
    put(own(cast), GOOD.replace("checked_on = 2026-10-12\n", ""))
    assert "translations/pl/permission.toml: a translation that was checked says" in text(
        sign_in(cast.joan).get("/sheets/")
    )
