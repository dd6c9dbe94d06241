"""A change of the policy in the browser, from draft to adoption; and a decision from before it, asked again."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser

from inconfidence.team.actor import LONDON
from tests.journey.conftest import Site, running
from tests.journey.test_journey import ask, open_the_case, record_what_was_agreed, take_the_call
from tests.journey.worker import Worker

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def bath(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A service whose policy lets no inspector in without consent or a power."""
    data = tmp_path_factory.mktemp("policy") / "data"
    with running("bath-and-north-east-somerset", data, "tests.journey.begin") as here:
        yield here


def test_a_policy_is_changed_and_what_was_decided_before_stays_decided(bath: Site, browser: Browser) -> None:
    tom = Worker.at(browser, bath.address, bath.slug, "tom")
    maryam = Worker.at(browser, bath.address, bath.slug, "maryam")
    tom.sign_in()
    maryam.sign_in()
    maryam.go("/policy/inspection/")
    maryam.check(maryam.page.locator("[name=what]").first)
    maryam.send()
    take_the_call(tom)
    reference = open_the_case(tom)
    record_what_was_agreed(tom, reference)
    assert ask(tom, reference, "inspector").outcome == "refuse"

    a_change_is_drafted(maryam)
    it_is_reviewed_and_adopted(maryam)

    assert ask(tom, reference, "inspector").outcome == "permit"
    the_old_decision_is_asked_again(maryam, reference)
    what_anybody_may_read(browser, maryam)
    assert tom.faults + maryam.faults == []


def a_change_is_drafted(maryam: Worker) -> None:
    """One value, in the form of the statement that sets it."""
    maryam.go("/policy/")
    maryam.look("policy")
    maryam.press("Change the policy")
    maryam.look("policy-changes")
    maryam.press("Begin a change")
    maryam.look("policy-draft")
    draft = maryam.page.url.removeprefix(maryam.address)
    maryam.go(f"{draft}head/")
    maryam.look("policy-head")
    maryam.go(f"{draft}file/")
    maryam.look("policy-file")
    maryam.go(f"{draft}silent/consent-review/")
    maryam.look("policy-silent")
    maryam.go(draft)
    maryam.press("BN-2.3a")
    maryam.look("policy-statement")
    maryam.choose(inspection__files="while_authority_inspected")
    maryam.send()
    assert "is new or changed" in maryam.page.locator("main").inner_text()
    maryam.press("What this would do")
    maryam.look("policy-effect")
    assert "Ofsted" in maryam.page.locator("main").inner_text()
    maryam.page.set_default_timeout(60_000)  # some hundred thousand decisions
    maryam.press("May we tell this recipient this")
    maryam.page.get_by_text("ways the facts can stand").first.wait_for(timeout=120_000)
    maryam.look("policy-answers")
    maryam.press("What the change would do")
    maryam.press("Back to the draft")


def it_is_reviewed_and_adopted(maryam: Worker) -> None:
    """By whom the policy names, with its minute; without one it is not adopted."""
    maryam.press("Put it before its reviewers")
    maryam.look("policy-sent")
    maryam.press("Record what a reviewer said")
    maryam.look("policy-review")
    maryam.choose(role="head_of_service", agreed="yes")
    maryam.send()
    maryam.press("Adopt it from a day")
    maryam.send()
    maryam.look("policy-adopt")
    assert maryam.page.locator("[data-outcome=refuse]").count() == 1
    today = datetime.now(LONDON).date()
    maryam.write(
        minute_reference="Board 4/26",
        minute_on_day=str(today.day),
        minute_on_month=str(today.month),
        minute_on_year=str(today.year),
    )
    maryam.send()
    maryam.look("policy-versions")
    assert "Board 4/26" in maryam.page.locator("main").inner_text()
    maryam.press("In force from")
    maryam.look("policy-version")
    maryam.go("/policy/reviewed/")
    maryam.look("policy-reviewed")


def the_old_decision_is_asked_again(maryam: Worker, reference: str) -> None:
    """Under the version of its day it is what it was; under today's it is another."""
    maryam.go(f"/cases/{reference}/ledger/")
    maryam.write(words="I look after the policy.")
    maryam.send()
    maryam.click(maryam.page.get_by_role("link", name="How this was decided").last)
    maryam.look("decided")
    said = maryam.page.locator("main").inner_text()
    assert "the version of that day answers as it did" in said
    assert "Under today’s version" in said
    assert maryam.page.locator("[data-outcome=refuse]").count() == 1


def what_anybody_may_read(browser: Browser, maryam: Worker) -> None:
    """The public page, in a browser that nobody signed in with."""
    maryam.go("/policy/")
    public = maryam.page.get_by_role("link", name="What anybody may read of it").get_attribute("href")
    assert public
    stranger = Worker.at(browser, maryam.address, maryam.slug, "nobody")
    stranger.go(public)
    stranger.look("policy-public")
    assert "Ofsted inspects the council" in stranger.page.locator("main").inner_text()
    assert stranger.faults == []
