"""The same call and the same five attempts at sharing, in five services.

One script for all: it reads what to expect from the story files that the core is held to as well, knows no service by
name and no sentence of an answer.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journey.conftest import BIN, ROOT, Site
from tests.journey.side_by_side import FIVE_BY_FIVE
from tests.journey.worker import Card, Worker, card_on

pytestmark = pytest.mark.browser
STORIES = ROOT / "tests" / "stories" / "journey"
NEED = "so that the review starts from what helps"
ATTEMPTS: Mapping[str, dict[str, dict[str, str]]] = {
    "school": {"choose": {}, "write": {"purpose": "annual_review"}},
    "send_team": {
        "choose": {"who": "other"},
        "write": {"kind": "la_send_officer", "name": "Ros Marsh", "purpose": "annual_review"},
    },
    "social_worker": {
        "choose": {
            "who": "other",
            "danger": "yes",
            "risk_to": "child",
            "belief": "believed",
            "spoken_to": "no",
        },
        "write": {
            "kind": "social_worker",
            "purpose": "keeping_safe",
            "grounds": "Sam said that it hurts at home, and showed a bruise.",
        },
    },
    "inspector": {
        "choose": {"who": "other", "inspects": "council"},
        "write": {"kind": "inspector", "name": "An inspector"},
    },
}


def stories(slug: str) -> dict[str, Mapping[str, Any]]:
    with (STORIES / f"{slug}.toml").open("rb") as file:
        return {story["attempt"]: story for story in tomllib.load(file)["story"]}


def meets(card: Card, story: Mapping[str, Any]) -> None:
    assert card.outcome == story["outcome"], story["name"]
    assert set(story.get("clauses", ())) <= card.clauses, story["name"]
    for part, found in (("steps", card.steps), ("duties", card.duties)):
        if part in story:
            assert set(story[part]) <= found, (story["name"], part)
    if story.get("steps") == []:
        assert card.steps == frozenset(), story["name"]


def test_a_call_becomes_a_case_and_five_people_ask(site: Site, browser: Browser) -> None:
    cards = the_journey(site, browser, stories(site.slug))
    answers = FIVE_BY_FIVE.seen(site.slug, {name: card.cell for name, card in cards.items()})
    assert FIVE_BY_FIVE.column(site.slug) == answers


def the_journey(site: Site, browser: Browser, told: Mapping[str, Mapping[str, Any]]) -> dict[str, Card]:
    """The whole way, from the first call to the last screen: the cards of the five attempts, as `told` expects them."""
    tom = Worker.at(browser, site.address, site.slug, "tom")
    maryam = Worker.at(browser, site.address, site.slug, "maryam")
    tom.sign_in()
    maryam.sign_in()
    tom.look("my-day")
    the_council_is_inspected(maryam)

    take_the_call(tom)
    reference = open_the_case(tom)
    record_what_was_agreed(tom, reference)
    shared, cards = [], {}
    for attempt in ATTEMPTS:
        cards[attempt] = ask(tom, reference, attempt)
        meets(cards[attempt], told[attempt])
        if share_if_one_may(tom, maryam, reference, attempt):
            shared.append(attempt)
    cards["grandmother"] = a_grandmother_rings(tom)
    meets(cards["grandmother"], told["grandmother"])

    the_ledger_holds(tom, maryam, reference, shared)
    who_looked(tom, reference)
    a_concern_is_raised(tom, maryam)
    every_other_screen(tom, maryam, reference)
    checked = site.run(str(BIN / "inconfidence"), "audit", "verify", "--data", str(site.data))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert tom.faults + maryam.faults == []
    return cards


def the_council_is_inspected(maryam: Worker) -> None:
    """The lead enters that an inspection of the council runs from today."""
    maryam.look("lead-day")
    maryam.go("/policy/inspection/")
    maryam.look("inspection")
    maryam.check(maryam.page.locator("[name=what]").first)
    maryam.send()


def take_the_call(tom: Worker) -> None:
    tom.press("New call")
    tom.look("call")
    tom.write(note="Marta rings about the review. Sam sleeps badly before school.", issue="annual_review")
    tom.choose(caller_kind="named")
    tom.write(name="Marta Oyelaran", phone="07700 900 123")
    tom.send()
    tom.look("enquiry")


def open_the_case(tom: Worker) -> str:
    tom.press("Open a case from this")
    tom.look("case-new")
    tom.unfold()
    tom.write(child_name="Sam", year_of_birth=str(date.today().year - 9), school="Brook Lane School")  # noqa: DTZ011
    tom.write(relationship="mother", responsibility="yes")
    tom.send()
    reference = tom.reference()
    tom.go(f"/cases/{reference}/notes/new/")
    tom.look("note-new")
    tom.write(text="Marta says that Sam sleeps badly before school, and that a quiet start helps.")
    tom.send()
    tom.go(f"/cases/{reference}/people/new/")
    tom.look("person-new")
    tom.write(role="senco", name="Kit Vale", organisation="Brook Lane School")
    tom.send()
    return reference


def record_what_was_agreed(tom: Worker, reference: str) -> None:
    """Yes, to the school only, by phone; and the signed form came back."""
    tom.go(f"/cases/{reference}/")
    tom.click(tom.page.locator(f"main a[href='/cases/{reference}/consent/new/']").first)
    tom.look("consent-new")
    tom.choose(answer="limited", recipients="body:setting", purposes="annual_review", method="telephone")
    tom.write(words="Yes, talk to the school about the review. Nobody else.")
    tom.send()
    tom.look("consent")
    tom.go(f"/cases/{reference}/form/new/")
    tom.look("form-new")
    tom.choose(permissions="talk")
    tom.tick("signed")
    tom.send()
    tom.go(f"/cases/{reference}/")
    tom.look("case")


def ask(tom: Worker, reference: str, attempt: str) -> Card:
    """From the note or from the person, in the one form; what the rows know is not asked."""
    tom.go(f"/cases/{reference}/")
    if ATTEMPTS[attempt]["choose"]:
        tom.press("Can I share this? Phone")
    else:
        tom.press("Can I share this? With")
    tom.look("share")
    tom.unfold()
    tom.choose(**ATTEMPTS[attempt]["choose"])
    choose_the_note(tom)
    tom.write(**ATTEMPTS[attempt]["write"])
    tom.click(tom.page.locator("button[value=ask]:visible").last)
    tom.look(f"share-{attempt}")
    return card_on(tom.page)


def choose_the_note(tom: Worker) -> None:
    note = tom.page.locator("[name=items]").first
    if not note.is_checked():
        tom.check(note)
    tom.page.locator("[name^=need_]").first.fill(NEED)


def share_if_one_may(tom: Worker, maryam: Worker, reference: str, attempt: str) -> bool:
    """Share on a yes; put it to the lead where the card offers that, and share on the lead's yes."""
    if tom.page.locator("button[value=ask_lead]").count():
        tom.click(tom.page.locator("button[value=ask_lead]"))
        the_lead_agrees(maryam, reference)
        tom.page.reload()
        tom.look(f"share-{attempt}-decided")
        assert tom.page.locator("button[value=share]").count(), attempt
    if not tom.page.locator("button[value=share]").count():
        return False
    for box in tom.page.locator("textarea[name^=duty_]").all():
        if not box.input_value():
            box.fill("As it was said and shown to me today.")
    tom.click(tom.page.locator("button[value=share]"))
    assert f"/cases/{reference}/ledger/" in tom.page.url, tom.page.locator("main").inner_text()
    return True


def the_lead_agrees(maryam: Worker, reference: str) -> None:
    maryam.go("/")
    maryam.look("lead-day-with-question")
    maryam.press(f"asks about case {reference}")
    maryam.look("decide")
    maryam.choose(decision="yes")
    maryam.write(reason="The inspectors showed who they are; these notes only, in our room.")
    maryam.send()


def a_grandmother_rings(tom: Worker) -> Card:
    tom.go("/reply/")
    tom.look("reply")
    tom.press("A relative or friend of the family")
    tom.look("reply-said")
    assert tom.page.locator("[data-reply]").inner_text()
    return card_on(tom.page)


def the_ledger_holds(tom: Worker, maryam: Worker, reference: str, shared: list[str]) -> None:
    tom.go(f"/cases/{reference}/ledger/")
    tom.look("ledger")
    assert tom.page.locator("[data-disclosure]").count() == len(shared)
    assert tom.page.locator("[data-not-shared]").count() == 0
    maryam.go(f"/cases/{reference}/ledger/")
    if "/reason/" in maryam.page.url:
        maryam.look("reason")
        maryam.write(words="I look after the ledger.")
        maryam.send()
    maryam.look("lead-ledger")
    assert maryam.page.locator("[data-not-shared]").count() >= len(ATTEMPTS) - len(shared)


def who_looked(tom: Worker, reference: str) -> None:
    tom.go(f"/cases/{reference}/looks/")
    tom.look("looks")
    assert tom.page.get_by_text("Maryam Sesay").count()


def a_concern_is_raised(tom: Worker, maryam: Worker) -> None:
    """Two presses from wherever one is; a lead reads it."""
    tom.press("Raise a concern")
    tom.look("concern")
    tom.write(words="Sam said something about home that I cannot stop thinking of.")
    tom.choose(whom="child", belief="believed")
    tom.send()
    tom.look("concern-goes-to")
    tom.press("Write down what has happened")
    tom.look("concern-note")
    maryam.go("/concerns/")
    maryam.look("concerns")
    maryam.click(maryam.page.locator("main article a").first)
    maryam.look("concern-read")
    maryam.press("Close this concern")
    maryam.look("concern-close")


def every_other_screen(tom: Worker, maryam: Worker, reference: str) -> None:
    """Whatever else a worker or a lead can open is looked at too."""
    of_case = (
        "people/", "documents/new/", "contact/", "consent/", "begin/", "records/new/", "letters/new/", "meetings/new/",
        "dates/", "close/", "paper/", "form/aloud/", "form/remind/", "?show=note",
    )  # fmt: skip
    for path in (
        *(f"/cases/{reference}/{page}" for page in of_case),
        "/cases/",
        "/cases/new/",
        "/enquiries/",
        "/dates/",
        "/sheets/",
        "/sheets/permission/ur/",
        "/forms/",
        "/acknowledge/",
        "/policy/",
    ):
        tom.go(path)
        tom.look("see" + path.replace(reference, "").replace("/", "-"))
    tom.go("/policy/")
    tom.click(tom.page.locator("main a[href^='/policy/']").first)
    tom.look("clause")
    tom.go("/account/")
    tom.look("account")
    tom.go("/unfinished/")
    tom.look("unfinished")
    of_leads = ("/team/", "/team/invite/", "/concerns/", "/paper/", "/team/registers/")
    for path in (f"/cases/{reference}/allocate/", *of_leads):
        maryam.go(path)
        maryam.look("lead" + path.replace(reference, "").replace("/", "-"))
    maryam.click(maryam.page.locator("main a[href^='/team/registers/']").first)
    maryam.look("register")
