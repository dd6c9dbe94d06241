"""Paper for the day the system is down: each service's own words, whom to ring, empty sheets, and no family."""

import re
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pypdfium2
import pytest
from django.conf import settings

from inconfidence.audit.models import Event
from inconfidence.editions import queries as editions
from inconfidence.editions.models import Service
from inconfidence.letters.family import spoken
from inconfidence.letters.leaflets import source
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY, UNTIL_WE_KNOW
from inconfidence.safeguarding.queries import numbers, where_concerns_go
from tests.cases.family import a_case
from tests.cast import Cast
from tests.disclosure.pages import SignIn, page_of
from tests.disclosure.pages import words as page_words
from tests.letters.reading import words
from tests.letters.test_every_paper import kept

pytestmark = pytest.mark.django_db
Gather = Callable[[str], Cast]
SLUGS = ("bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham")


FOOT = r"{}\. Printed Friday 20 November 2026\.(?: Page \d+ of \d+)?"


def one_line(text: str) -> str:
    return " ".join(text.replace("‑", "-").split())


def each_page(made: bytes) -> list[str]:
    return [one_line(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(made)]


@pytest.mark.parametrize("size", ["", "?size=large"])
@pytest.mark.parametrize("slug", SLUGS)
def test_it_says_what_this_service_says_and_names_no_family(
    gather: Gather, sign_in: SignIn, slug: str, size: str
) -> None:
    cast = gather(slug)
    a_case(cast.tom)
    answer = sign_in(cast.joan).get(f"/bad-day/{size}")
    made = kept(f"bad-day-{slug}{'-large' if size else ''}", answer.content)
    edition = editions.in_force(cast.joan.actor.service_id, cast.joan.actor.today())
    foot = re.compile(FOOT.format(re.escape(source(edition))))
    said = one_line(" ".join(foot.sub("", page) for page in each_page(made)))

    for line in (*spoken(edition), UNTIL_WE_KNOW, NEITHER_CONFIRM_NOR_DENY):
        assert one_line(line) in said
    for road in where_concerns_go(cast.joan.actor):
        assert road.about in said
    for each in numbers(cast.joan.actor):
        assert each.name in said
    assert "Printed Friday 20 November 2026." in each_page(made)[0]
    assert answer["Content-Disposition"] == 'inline; filename="bad-day.pdf"'
    for name in ("Marta", "Oyelaran", "Sam", "Brook Lane", "07700 900 123"):
        assert name not in said


def test_one_sheet_for_one_call_is_one_page_in_normal_print(gather: Gather, sign_in: SignIn) -> None:
    for slug in SLUGS:
        found = each_page(sign_in(gather(slug).joan).get("/bad-day/").content)
        assert sum(page.count("Call sheet") for page in found) == 6, slug
        assert sum("No name: that is fine" in page for page in found) == 6, slug
        assert sum("What was seen or heard" in page for page in found) == 2, slug
        for page in found:
            assert ("Call sheet" in page) == ("No name: that is fine" in page), slug
            assert ("What was seen" in page) == ("What they were told" in page), slug


def test_the_head_teacher_is_named_as_never_told_where_the_policy_says_so(
    gather: Gather, sign_in: SignIn
) -> None:
    said = one_line(words(sign_in(gather("rotherham").joan).get("/bad-day/").content))

    assert "Tell today: the Chair of Governors, Schools’ HR." in said
    assert "Never: their line manager, the Head." in said


def test_a_number_that_a_lead_entered_stands_on_it_and_beside_the_form(cast: Cast, sign_in: SignIn) -> None:
    lead, tom = sign_in(cast.maryam), sign_in(cast.tom)
    typed = {"social_care": " 01632 960 200 ", "police": "101", "once": str(uuid4())}
    saved = page_words(lead.post("/concerns/numbers/", typed, follow=True))
    lead.post("/concerns/numbers/", typed)

    assert "Print the paper for a bad day again" in saved
    assert 'value="01632 960 200"' in saved
    assert Service.objects.get(id=cast.tom.actor.service_id).concern_numbers["social_care"] == "01632 960 200"
    assert Event.objects.filter(act="concern_numbers_set").count() == 1
    assert "01632 960 200" in page_words(page_of(tom, "/concern/"))
    assert ": 01632 960 200" in one_line(words(tom.get("/bad-day/").content))


def test_a_number_that_is_none_is_asked_for_again_and_one_left_empty_goes(
    cast: Cast, sign_in: SignIn
) -> None:
    lead = sign_in(cast.maryam)
    for number in ("12 Elm Street", "01632 960 200", ""):
        lead.post("/concerns/numbers/", {"social_care": number, "once": str(uuid4())})

    assert Event.objects.filter(act="concern_numbers_set").count() == 2
    assert Service.objects.get(id=cast.tom.actor.service_id).concern_numbers == {}


@pytest.mark.parametrize(("who", "status"), [("maryam", 200), ("tom", 404), ("joan", 404), ("vik", 404)])
def test_only_leads_enter_numbers(cast: Cast, sign_in: SignIn, who: str, status: int) -> None:
    assert sign_in(getattr(cast, who)).get("/concerns/numbers/").status_code == status


def test_everybody_who_answers_the_phone_prints_it_and_a_volunteer_does_not(
    cast: Cast, sign_in: SignIn
) -> None:
    joan = sign_in(cast.joan)
    page = page_words(page_of(joan, "/sheets/"))

    assert 'href="/bad-day/"' in page
    assert 'href="/bad-day/?size=large"' in page
    assert "Call sheet" not in page
    assert joan.get("/sheets/call_sheet/").status_code == 404
    assert sign_in(cast.vik).get("/bad-day/").status_code == 404


def test_a_service_puts_its_own_sheet_in_place_of_ours(cast: Cast, sign_in: SignIn) -> None:
    slug = editions.service(cast.tom.actor.service_id, cast.tom.actor.today()).slug
    own = Path(settings.DATA) / "letters" / slug / "call_sheet.toml"
    own.parent.mkdir(parents=True)
    ours = 'title = "Our sheet"\nto = "ourselves"\nheading = "Our own call sheet"\ntext = "Call {service}"\n'
    client = sign_in(cast.joan)

    own.write_text(ours)
    assert one_line(words(client.get("/bad-day/").content)).count("Our own call sheet") == 6

    own.write_text(ours.replace("Call", "\U00013080"))
    assert "Paper for a bad day: One of the signs" in page_words(client.get("/bad-day/"))

    own.write_text("broken")
    assert "No name: that is fine" not in one_line(words(client.get("/bad-day/").content))
