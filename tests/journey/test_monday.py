"""A working day: a Monday with forty open cases. Every task's presses, typing and time beside its target."""

import json
import os
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload

from tests.journey.conftest import Site
from tests.journey.hand import Cost, Hand, Target, table
from tests.journey.monday import nine_on_monday
from tests.journey.worker import Worker

pytestmark = pytest.mark.browser
AGREED_WITH = "Marta Oyelaran"
# Typed on purpose where the list of top tasks says nothing of typing; each reason is printed with its row.
REASON = "So that the review starts from what helps"
SAID_YES = "Yes, talk to whoever you need to."
SAID_SENCO = "The SENCO, please, and nobody else."
NEXT = "Ring school on Thursday"
IN_WORDS = "a permission given by telephone is recorded in their own words"
NOTE = "He has rung the school again and they will write by Thursday. Agreed to wait for that, then ask for a date."
REPORT = FilePayload(
    name="report.txt", mimeType="text/plain", buffer=b"What helps: a quiet start, one adult.\n"
)
# Number, words, presses, characters and seconds of the list of top tasks; a note's own characters are not counted.
LOG = Target(1, "log a call on a known case", 3, 0, 20, len(NEXT), "the next step in words")
ANONYMOUS = Target(2, "take a new anonymous call", 4, 0, 30)
NAMED = Target(3, "take a new named enquiry", 6, len("Marta Oyelaran" + "07700 900 123"), 120)
TODAY = Target(5, "see what is due today", 0, 0, 2)
BEFORE = Target(6, "before ringing: safe contact and consent", 0, 0, 1)
AGREED = Target(7, "record consent heard on the phone", 4, 0, 20, len(SAID_YES), IN_WORDS)
LIMITED = Target(8, "record restricted consent, one role", 6, 0, 30, len(SAID_SENCO), IN_WORDS)
REMIND = Target(9, "set a reminder from a note", 2, 0, 3)
MEETING = Target(10, "add a meeting and prepare its letter", 6, len("Town library"), 60)
FILE = Target(11, "file an e-mail or report on the case", 3, 0, 10)
APPEAL = Target(12, "work out an appeal date", 3, len("23112026"), 15)
CLOSE = Target(13, "close with outcome and level", 5, 0, 40)
PRINT = Target(19, "print a leaflet in large print", 3, 0, 15)
SEND = Target(
    22,
    "send one document to the school",
    5,
    0,
    30,
    len(REASON),
    "why they need it is said in words: need to know",
)
ASK = Target(23, "ask 'Can I share this?' and have the answer", 2, 0, 5)
MESSAGE = Target(24, "find the card of somebody who rings, leave a message (after the name)", 3, 0, 20)


def test_a_monday(monday: Site, browser: Browser) -> None:
    """From the first look at what is due to the closing of a case."""
    tom, joan = (signed_in(browser, monday, who) for who in ("tom", "joan"))
    hand = Hand(tom)

    what_is_due(hand)
    log_a_call(hand)
    two_calls(hand)
    what_is_agreed(hand)
    a_reminder(hand)
    a_meeting(hand)
    a_report(hand)
    an_appeal(hand)
    share_it(hand)
    a_leaflet(hand)
    close_one(hand)
    desk = Hand(joan)
    a_message(desk)

    costs = hand.costs + desk.costs
    kept(costs)
    print("\n" + "\n".join(table(costs)))
    assert [cost for cost in costs if not cost.held] == []
    assert tom.faults + joan.faults == []


def signed_in(browser: Browser, monday: Site, who: str) -> Worker:
    """Somebody of the service at a browser, nine on Monday."""
    worker = Worker.at(browser, monday.address, monday.slug, who)
    ahead = nine_on_monday().timestamp() - time.time()
    worker.clock = lambda: time.time() + ahead
    worker.sign_in()
    return worker


def kept(costs: list[Cost]) -> None:
    """Write the costs down where somebody asked for them."""
    if place := os.environ.get("INCONFIDENCE_COSTS"):
        lines = [
            {"number": c.target.number, "what": c.target.what, "presses": c.presses, "most_presses": c.target.presses,
             "typing": c.typing, "most_typing": c.target.typing, "seconds": c.seconds, "most_seconds": c.target.seconds,
             "typed_besides": c.target.typed_besides, "because": c.target.because}
            for c in costs
        ]  # fmt: skip
        Path(place).write_text(json.dumps(lines, indent=1), encoding="utf-8")


def open_case(hand: Hand, name: str) -> None:
    """Press the case of this person where it stands on my day."""
    line = hand.worker.page.locator("article.due", has_text=name)
    hand.press_nth(line.get_by_role("link", name="Open case"), 0)


def home(hand: Hand) -> None:
    """Back to my day, where every task begins."""
    hand.worker.go("/")


def what_is_due(hand: Hand) -> None:
    """Nothing is pressed: the day is where one arrives, and the head of a case says what to know before ringing."""
    page = hand.worker.page
    with hand.at(TODAY):
        home(hand)
        assert page.locator("article.due").count() >= 15
    hand.worker.look("monday-day")
    assert page.get_by_text("Ring about the answer from school").count() >= 9
    home(hand)
    open_case(hand, AGREED_WITH)
    with hand.at(BEFORE):
        page.reload()
        bar = page.locator(".identity-bar, .identity").first.inner_text()
        assert "Ring" in bar
        assert "Who we may talk to" in bar
    hand.worker.look("monday-case")


def log_a_call(hand: Hand) -> None:
    """Log, where the line stands; the note; how and with whom are as usual; the minutes; the next step; saved."""
    home(hand)
    with hand.at(LOG):
        hand.press("Log")
        hand.note(text=NOTE)
        hand.choose(minutes="10")
        hand.type(next_step=NEXT)
        hand.send()
    hand.worker.look("monday-logged")


def two_calls(hand: Hand) -> None:
    """One without a name, one with."""
    home(hand)
    with hand.at(ANONYMOUS):
        hand.press("New call")
        hand.note(note="Asked whether the school has to agree before one may ask for an assessment.")
        hand.pick(issue="ehcna_request")
        hand.choose(minutes="10")
        hand.send()
    home(hand)
    with hand.at(NAMED):
        hand.press("New call")
        hand.note(note="Wants help with the review. Sleeps badly over it.")
        hand.pick(issue="annual_review")
        hand.choose(caller_kind="named", ok_to_ring="yes")
        hand.type(name="Marta Oyelaran", phone="07700 900 123")
        hand.send()


def what_is_agreed(hand: Hand) -> None:
    """Yes to everybody, and yes to one role only: two cases, two calls."""
    home(hand)
    with hand.at(AGREED):
        open_case(hand, "Adeel Oyelaran")
        hand.press("Record permission")
        hand.choose(answer="given")
        hand.type(words=SAID_YES)
        hand.send()
    home(hand)
    with hand.at(LIMITED):
        open_case(hand, "Sinéad Oyelaran")
        hand.press("Record permission")
        hand.choose(answer="limited", recipients="senco")
        hand.type(words=SAID_SENCO)
        hand.send()


def a_reminder(hand: Hand) -> None:
    """Inside the note: in one week."""
    home(hand)
    hand.press("Log")
    hand.note(text=NOTE)
    with hand.at(REMIND):
        hand.choose(remind="week")
    hand.send()


def a_meeting(hand: Hand) -> None:
    """The day, the time and the place, which is all that is typed; the letter is ready to be read."""
    home(hand)
    with hand.at(MEETING):
        open_case(hand, AGREED_WITH)
        hand.press("Add a meeting")
        hand.pick(day=next_week(hand), start="14:15")
        hand.type(place="Town library")
        hand.press("Save, and prepare the letter")
        hand.worker.look("monday-letter")
        hand.send()
    assert "/letters/" in hand.worker.page.url
    hand.worker.look("monday-letter-final")


def next_week(hand: Hand) -> str:
    """The sixth of the working days offered. None is chosen before somebody chooses."""
    day = hand.worker.page.locator("[name=day]")
    assert day.input_value() == ""
    return str(day.locator("option").nth(6).get_attribute("value"))


def a_report(hand: Hand) -> None:
    """Dropped on the open case."""
    home(hand)
    with hand.at(FILE):
        open_case(hand, AGREED_WITH)
        hand.drop(REPORT)
        hand.press("Put on the case")
    hand.worker.look("monday-filed")


def an_appeal(hand: Hand) -> None:
    """Which letter, its date, and the answer with its working."""
    home(hand)
    day = nine_on_monday().date()
    with hand.at(APPEAL):
        hand.press("Dates")
        hand.choose(came="letter")
        hand.type(on_day=str(day.day), on_month=str(day.month), on_year=str(day.year))
        hand.send()
    assert "Check the letter" in hand.worker.page.locator("main").inner_text()
    hand.worker.look("monday-dates")


def share_it(hand: Hand) -> None:
    """May the school be told this? It may; and then the document itself goes there."""
    worker = hand.worker
    home(hand)
    with hand.at(ASK):
        open_case(hand, AGREED_WITH)
        hand.press("Can I share this? With")
        assert worker.page.locator("[data-outcome]").count()
    worker.look("monday-asked")
    home(hand)
    with hand.at(SEND):
        open_case(hand, AGREED_WITH)
        hand.press("Can I share this? report")
        hand.presses += 1
        worker.check(worker.page.locator("[name=who]").first)
        hand.type_at("[name^=need_]:visible", REASON)
        hand.press_at("button[value=ask]:visible")
        worker.look("monday-may-be-sent")
        hand.press_at("button[value=share]")
    assert "/ledger/" in worker.page.url, worker.page.locator("main").inner_text()


def a_leaflet(hand: Hand) -> None:
    """Large print, from any page."""
    home(hand)
    with hand.at(PRINT):
        hand.press("Leaflets and forms")
        hand.presses += 1
        with hand.worker.page.expect_popup() as opened:
            hand.worker.page.get_by_role("button", name="Large print").first.click()
        opened.value.wait_for_load_state()


def close_one(hand: Hand) -> None:
    """What came of it, how far the help went, and closed."""
    home(hand)
    with hand.at(CLOSE):
        open_case(hand, "Gosia Oyelaran")
        hand.press("Close the case")
        hand.choose(outcomes="support_agreed", level="2")
        hand.send()
    assert hand.worker.page.get_by_text("Closed").count()
    hand.worker.look("monday-closed")


def a_message(hand: Hand) -> None:
    """At the front desk: the name has been given. Find, the card, the message, left: for Tom, sealed."""
    home(hand)
    hand.press("On the line")
    hand.note(name=AGREED_WITH)
    with hand.at(MESSAGE):
        hand.send()
        hand.note(words="Rang about Thursday. Please ring back after two.")
        hand.press("Leave the message")
    hand.worker.look("monday-message")
    assert hand.worker.page.get_by_text("The message is left").count()
