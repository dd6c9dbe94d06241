"""/cases/"""

from collections.abc import Callable

from django.test import Client

from tests.cases.browser import text
from tests.cases.family import a_case
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]


def test_a_caseworker_sees_the_families_they_work_with(cast: Cast, sign_in: SignIn) -> None:
    a_case(cast.tom, "Marta Oyelaran")
    a_case(cast.ewa, "Ines Duarte")
    page = text(sign_in(cast.tom).get("/cases/"))
    assert "Marta Oyelaran" in page
    assert "Ines Duarte" not in page


def test_a_lead_sees_references_of_other_cases_without_names(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom, "Marta Oyelaran")
    page = text(sign_in(cast.maryam).get("/cases/"))
    assert reference in page
    assert "Tom Aldridge" in page
    assert "Marta" not in page


def test_a_case_that_nobody_has_yet_says_so(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    coventry = gather("coventry")
    a_case(coventry.maryam, take_myself=False)
    assert "Nobody yet" in text(sign_in(coventry.tom).get("/cases/"))


def test_the_front_desk_and_volunteers_get_not_found(cast: Cast, sign_in: SignIn) -> None:
    for person in (cast.joan, cast.vik):
        assert sign_in(person).get("/cases/").status_code == 404


def test_nobody_without_signing_in(cast: Cast) -> None:
    assert Client().get("/cases/").status_code == 302
