"""Who is asking? The ex-partner who rings; the fourteen-year-old and her mother; the mother with an interpreter."""

import pytest
from playwright.sync_api import Browser, Page

from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY, UNTIL_WE_KNOW
from tests.journey.conftest import Site
from tests.journey.test_journey import choose_the_note
from tests.journey.worker import Worker, card_on

pytestmark = pytest.mark.browser
# What is on the file of each family, and of nobody else's page.
RUTH = {"name": "Ruth Pender", "phone": "07700 900 611", "child_name": "Alma", "matter": "transport"}
NEW_NUMBER, WORD, STREET = "07700 900 666", "kite", "4 Wharf Lane"
MOTHER = {"name": "Dorota Lis", "phone": "07700 900 777", "child_name": "Kinga", "matter": "annual_review"}
DAUGHTER = {"name": "Kinga Lis", "phone": "07700 900 777", "child_name": "", "matter": "school_relations"}
HERS, OWN = "Wants the review moved to March.", "Asks to be heard without anybody at home."
SHAZIA = {"name": "Shazia Khan", "phone": "07700 900 321", "child_name": "Inaya", "matter": "ehcna_request"}
ANSWERS = {"advise": "yes", "talk": "yes", "obtain": "no", "keep": "yes", "feedback": "no"}
INTERPRETER = "Word Bridge, number 41"


@pytest.mark.parametrize("site", ["coventry"], indirect=True)
def test_the_ex_partner_who_rings(site: Site, browser: Browser) -> None:
    joan, tom = at_work(browser, site, "joan", "tom")
    reference = a_case(tom, RUTH, relationship="mother", responsibility="yes")
    how_to_reach(tom, reference, safe_word=WORD, address=STREET)

    somebody_says_the_wrong_word(joan)
    it_stands_on_my_day(tom)
    whether_a_family_is_known(joan)
    a_number_given_in_a_call_waits(tom, joan, reference)

    assert joan.faults + tom.faults == []


@pytest.mark.parametrize("site", ["cumbria"], indirect=True)
def test_a_fourteen_year_old_and_her_mother(site: Site, browser: Browser) -> None:
    ewa, joan, maryam, tom = at_work(browser, site, "ewa", "joan", "maryam", "tom")
    hers = a_case(tom, MOTHER, relationship="mother", responsibility="yes")
    own = a_case(ewa, DAUGHTER, relationship="self", age_band="a11_15")
    how_to_reach(ewa, own, safe_word=WORD, number_of_another=True)
    a_note(tom, hers, HERS, with_whom="parent_carer")
    a_note(ewa, own, OWN, with_whom="child")
    only_leads_know_that_they_belong_together(maryam, hers, own)

    neither_finds_the_other(tom, hers, own, (OWN, "Kinga Lis"))
    neither_finds_the_other(ewa, own, hers, (HERS, "Dorota"))
    never_through_the_number_of_the_mother(joan, ewa)
    what_the_mother_is_told(ewa, joan, own)

    assert ewa.faults + joan.faults + maryam.faults + tom.faults == []


@pytest.mark.parametrize("site", ["rotherham"], indirect=True)
def test_a_mother_with_an_interpreter(site: Site, browser: Browser) -> None:
    maryam, tom = at_work(browser, site, "maryam", "tom")
    reference = a_case(tom, SHAZIA, relationship="mother", responsibility="yes")
    how_to_reach(tom, reference, language="Urdu", interpreter=True)
    assert "chase_form" in before_we_go_on(tom, reference)

    her_sister_interprets(tom, reference)
    with_an_interpreter_some_of_it(tom)
    assert "chase_form" in before_we_go_on(tom, reference)
    with_an_interpreter_all_of_it(tom, reference)
    assert before_we_go_on(tom, reference) == frozenset()
    the_lead_is_shown_it(maryam, reference)

    assert maryam.faults + tom.faults == []


def at_work(browser: Browser, site: Site, *who: str) -> list[Worker]:
    """These people, each at a browser."""
    return [Worker.signed_in(browser, site.address, site.slug, one) for one in who]


def a_case(worker: Worker, family: dict[str, str], **who: str) -> str:
    """A case, opened on its page by whoever works on it: its reference."""
    worker.go("/cases/new/")
    worker.unfold()
    worker.write(name=family["name"], phone=family["phone"], child_name=family["child_name"])
    worker.write(issue=family["matter"], **who)
    worker.choose(ok_to_ring="yes", is_the_person="yes" if who.get("relationship") == "self" else "no")
    worker.tick("statement_given")
    worker.send()
    return worker.reference()


def a_note(worker: Worker, reference: str, text: str, **said: str) -> None:
    """What was said."""
    worker.go(f"/cases/{reference}/notes/new/")
    worker.write(text=text, **said)
    worker.send()


def how_to_reach(worker: Worker, reference: str, **said: str | bool) -> None:
    """Asked, and written on the card."""
    worker.go(f"/cases/{reference}/contact/")
    for name, value in said.items():
        if isinstance(value, str):
            worker.write(**{name: value})
        else:
            worker.tick(name)
    worker.send()


def the_card_of(worker: Worker, name: str) -> None:
    """On the line: the name that is given leads to the card."""
    worker.go("/on-the-line/")
    worker.write(name=name)
    worker.send()


def somebody_says_the_wrong_word(joan: Worker) -> None:
    """What may be said until it is known who it is names nobody; what the page keeps back, no card shows."""
    the_card_of(joan, RUTH["name"])
    joan.look("caller")
    assert joan.page.locator("[data-meanwhile]").inner_text() == UNTIL_WE_KNOW
    joan.press("They could not show who they are")
    joan.look("caller-not-known")
    said = joan.says()
    assert "Tell them nothing" in said
    assert UNTIL_WE_KNOW in said
    assert not any(words in said for words in (RUTH["child_name"], STREET, "Transport", "transport"))


def it_stands_on_my_day(tom: Worker) -> None:
    """Whoever works with the family hears of it the same day."""
    tom.go("/")
    tom.look("day-caller-not-known")
    assert "could not show who they were" in tom.says()


def whether_a_family_is_known(joan: Worker) -> None:
    """He asks in another way: one answer, no name asked for, none looked up."""
    joan.go("/reply/")
    assert not joan.page.locator("main input[type=text]").count()
    joan.press("A relative or friend of the family")
    assert joan.page.locator("[data-reply]").inner_text() == NEITHER_CONFIRM_NOR_DENY
    assert card_on(joan.page).outcome == "refuse"


def a_number_given_in_a_call_waits(tom: Worker, joan: Worker, reference: str) -> None:
    """For 72 hours what stood there before is used, and rung; it is used at once when it was checked another way."""
    how_to_reach(tom, reference, phone=NEW_NUMBER)
    tom.look("number-waits")
    waits = tom.page.locator(".identity__cell--safe").inner_text()
    assert "do not use it before" in waits, waits
    the_card_of(joan, RUTH["name"])
    assert RUTH["phone"] in joan.says()
    assert NEW_NUMBER not in joan.says()
    tom.press("It was checked another way")
    tom.look("number-check")
    tom.press("They said so in person")
    the_card_of(joan, RUTH["name"])
    assert NEW_NUMBER in joan.says()


def only_leads_know_that_they_belong_together(maryam: Worker, hers: str, own: str) -> None:
    """The link of two files, which only leads can read."""
    maryam.go(f"/cases/{hers}/linked/")
    maryam.write(other=own)
    maryam.send()
    maryam.look("linked")
    assert own in maryam.says()


def neither_finds_the_other(worker: Worker, mine: str, other: str, words: tuple[str, ...]) -> None:
    """No page of this worker has the other file; its address is that of a case that never was."""
    pages = ("", "people/", "consent/", "looks/", "contact/", "letters/new/")
    for path in ("/", "/cases/", "/enquiries/", *(f"/cases/{mine}/{page}" for page in pages)):
        worker.go(path)
        said = worker.says()
        assert not any(word in said for word in (other, *words)), path
    assert answer(worker.page, f"{worker.address}/cases/{other}/") == answer(
        worker.page, f"{worker.address}/cases/AAAA-AAAA/"
    )


def answer(page: Page, address: str) -> tuple[int, str]:
    """What comes back of an address."""
    came = page.goto(address)
    assert came is not None
    return came.status, page.locator("main").inner_text()


def never_through_the_number_of_the_mother(joan: Worker, ewa: Worker) -> None:
    """On her card there is a number, and no way to make sure of her by it."""
    for worker in (joan, ewa):
        the_card_of(worker, DAUGHTER["name"])
        assert worker.page.get_by_role("button", name="They gave the word agreed").count()
        assert not worker.page.get_by_role("button", name="I rang back").count()
        assert DAUGHTER["phone"] not in worker.says()
    joan.look("card-of-a-child")


def what_the_mother_is_told(ewa: Worker, joan: Worker, own: str) -> None:
    """Whether her daughter came to us: the one answer for everybody. What she said: no, that is hers to give."""
    joan.go("/reply/")
    joan.press("Another person we help")
    assert joan.page.locator("[data-reply]").inner_text() == NEITHER_CONFIRM_NOR_DENY
    ewa.go(f"/cases/{own}/share/")
    ewa.unfold()
    ewa.choose(who="other")
    ewa.write(kind="other_user", purpose="annual_review")
    choose_the_note(ewa)
    ewa.click(ewa.page.locator("button[value=ask]:visible").last)
    ewa.look("mother-told")
    assert card_on(ewa.page).outcome == "refuse"
    assert not ewa.page.locator("button[value=share]").count()


def before_we_go_on(tom: Worker, reference: str) -> frozenset[str]:
    """What comes before work in depth."""
    tom.go(f"/cases/{reference}/begin/")
    return card_on(tom.page).steps


def her_sister_interprets(tom: Worker, reference: str) -> None:
    """One press from the form that is out; a relative brings a warning, and nothing typed is lost."""
    tom.go("/forms/")
    tom.look("forms-out")
    tom.press("Go through it by phone")
    assert f"/cases/{reference}/" in tom.page.url
    tom.look("aloud")
    assert "An interpreter is needed" in tom.says()
    tom.choose(interpreter="relative", advise="yes", talk="yes")
    assert "may soften or leave out" in tom.says()
    tom.write(interpreter_name="Her sister Amna", whom="Kit Vale at the school")
    tom.send()
    tom.look("aloud-relative")
    assert "Find an interpreter first, or write down why nobody else could" in tom.says()
    assert tom.page.locator("[name=whom]").input_value() == "Kit Vale at the school"


def with_an_interpreter_some_of_it(tom: Worker) -> None:
    """Two questions are answered; the baby cries, and the rest waits for another day."""
    tom.choose(interpreter="professional")
    tom.write(interpreter_name=INTERPRETER)
    tom.tick("statement")
    tom.send()
    assert "It counts as come back once everything is told" in tom.says()


def with_an_interpreter_all_of_it(tom: Worker, reference: str) -> None:
    """What was answered before stands there already; read back and confirmed, it counts."""
    tom.go(f"/cases/{reference}/form/aloud/")
    assert tom.page.locator("[name=advise][value=yes]").is_checked()
    tom.choose(interpreter="professional", **ANSWERS)
    tom.write(interpreter_name=INTERPRETER)
    for done in ("statement", "notice", "confirmed"):
        tom.tick(done)
    tom.send()
    tom.look("aloud-done")
    said = tom.says()
    assert "it counts as the form’s coming back" in said
    assert INTERPRETER in said
    assert "Urdu" in said


def the_lead_is_shown_it(maryam: Worker, reference: str) -> None:
    """A reasonable adjustment, for the head of service to know."""
    maryam.go("/")
    maryam.look("lead-aloud")
    assert "reasonable adjustment" in maryam.says()
    assert reference in maryam.says()
