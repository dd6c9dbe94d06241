"""The front door: from a call without a name to begun casework, in five services.

One script for all of them: it knows no service by name. What a card asks for first is done where the card's own button
leads; what each card said stands in docs/front-door.md.
"""

import pytest
from playwright.sync_api import Browser

from inconfidence import codes
from tests.journey.conftest import Site
from tests.journey.side_by_side import FRONT_DOOR
from tests.journey.worker import Worker, in_a_line

pytestmark = pytest.mark.browser
QUESTION = "Asks how one gets an assessment of special needs, and how long the council may take."
NAME = "Ngozi Brandt"
CLAUSES = "all => all.map(one => one.dataset.clause)"


def test_from_a_call_without_a_name_to_begun_casework(site: Site, browser: Browser) -> None:
    joan, maryam, tom = (
        Worker.signed_in(browser, site.address, site.slug, who) for who in ("joan", "maryam", "tom")
    )
    number = a_call_without_a_name(joan)
    said = they_ring_again_and_give_a_name(joan)
    the_earlier_call_is_joined(joan, number)
    it_is_given_to_tom(maryam)
    reference = tom_opens_the_case(tom)
    said |= what_each_step_came_to(tom, reference)
    it_is_begun(tom, reference)

    assert joan.faults + maryam.faults + tom.faults == []
    answers = FRONT_DOOR.seen(site.slug, said)
    assert FRONT_DOOR.column(site.slug) == answers


def a_call_without_a_name(joan: Worker) -> str:
    """Nothing is asked that could tell who it is. The number that the caller is told."""
    joan.press("New call")
    joan.look("call")
    joan.write(note=QUESTION, issue="ehcna_request")
    joan.choose(minutes="10")
    joan.send()
    joan.look("nameless")
    assert joan.page.get_by_text("This caller gave no name").count()
    kept = joan.page.locator("main dl").first.locator("dt").all_inner_texts()
    assert kept == ["Matter", "How", "Minutes", "When", "Taken by"]
    return joan.page.locator("h1 .reference").inner_text()


def they_ring_again_and_give_a_name(joan: Worker) -> dict[str, str]:
    """A new record: who is speaking, and what they may be given before anything else is said."""
    joan.press("New call")
    joan.write(note="Wants help with asking for it. The school agrees.", issue="ehcna_request")
    joan.choose(caller_kind="named", ok_to_ring="yes")
    joan.write(name=NAME, phone="07700 900 456", caller="mother", responsibility="yes", child_name="Sam")
    joan.send()
    joan.look("named")
    given = [in_a_line(row.inner_text()) for row in joan.page.locator("[data-may]").all()]
    return dict(zip(("general", "child", "depth"), given, strict=True))


def the_earlier_call_is_joined(joan: Worker, number: str) -> None:
    """By the number that they were told, because they ask for it."""
    joan.press("They ask that an earlier call without a name be joined")
    joan.write(reference=number)
    joan.tick("asked")
    joan.look("join")
    joan.send()
    joan.look("joined")
    assert QUESTION in joan.says()


def it_is_given_to_tom(maryam: Worker) -> None:
    """From the waiting list."""
    maryam.press("Enquiries")
    maryam.look("waiting")
    maryam.press("Who takes them up")
    maryam.look("give")
    maryam.check(maryam.page.get_by_label(NAME))
    maryam.check(maryam.page.get_by_label("Tom Aldridge"))
    maryam.send()
    assert "with Tom Aldridge" in maryam.says()


def tom_opens_the_case(tom: Worker) -> str:
    """It stands on his day; what is known already is not typed again."""
    tom.go("/")
    tom.look("day-given")
    tom.press("Open the enquiry")
    tom.press("Open a case from this")
    tom.look("open")
    assert tom.page.locator("[name=name]").input_value() == NAME
    tom.send()
    tom.look("opened")
    return tom.reference()


def what_each_step_came_to(tom: Worker, reference: str) -> dict[str, str]:
    """The card after each step of first contact. Each step is done where the card leads, if it asks for it."""
    said = {"opened": may_we(tom, reference)}
    tom.look("begin")
    they_are_told(tom)
    said["told"] = may_we(tom, reference)
    lead_to(tom, reference, "chase_form", "form/new/")
    the_form_is_back(tom)
    said["back"] = may_we(tom, reference)
    lead_to(tom, reference, "ask_consent_question", "consent/new/")
    they_answer(tom)
    said["answered"] = may_we(tom, reference)
    return said


def may_we(tom: Worker, reference: str) -> str:
    """What the card of first contact says: its word, what comes first, and the clauses it rests on."""
    tom.go(f"/cases/{reference}/begin/")
    card = tom.page.locator("[data-outcome]")
    word, *first = (
        in_a_line(found) for found in card.locator(".answer__word, .answer__says").all_inner_texts()
    )
    clauses = card.locator("[data-clause]:not(.answer__more *)").evaluate_all(CLAUSES)
    return " ".join((f"**{word}**", *first, ", ".join(clauses)))


def they_are_told(tom: Worker) -> None:
    """What confidentiality means; the notice; the form. Work in depth is to begin, where that is enough for it."""
    for done in ("statement", "notice", "form"):
        tom.tick(done)
    tom.choose(level="3")
    tom.send()
    tom.look("told")


def lead_to(tom: Worker, reference: str, step: str, page: str) -> None:
    """By the button of the card that asks for this first; else from the page of the case."""
    button = tom.page.locator(f"[data-step={step}] a")
    if not button.count():
        tom.go(f"/cases/{reference}/")
        button = tom.page.locator(f"main a[href$='/{page}']")
    tom.click(button.first)


def the_form_is_back(tom: Worker) -> None:
    """Signed, by post."""
    tom.choose(permissions="advise")
    tom.tick("signed")
    tom.send()


def they_answer(tom: Worker) -> None:
    """The school may be told about the request, and nobody else."""
    tom.choose(answer="limited", recipients="body:setting")
    tom.write(words="You may talk to the school about the request.")
    tom.send()


def it_is_begun(tom: Worker, reference: str) -> None:
    """Casework, on the record, with its day."""
    tom.go(f"/cases/{reference}/begin/")
    tom.choose(level="3")
    tom.send()
    tom.go(f"/cases/{reference}/begin/")
    assert f"{codes.label('intervention_level', '3')} (Tom Aldridge)" in tom.says()
    tom.go(f"/cases/{reference}/")
    tom.look("begun")
    assert QUESTION in tom.says()
