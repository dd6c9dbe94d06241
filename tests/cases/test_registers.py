"""What cases write into the service's registers: referrals counted, the notice offered, rooms that were not private."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from inconfidence.cases import actions, queries
from inconfidence.cases.actions import FirstContactSaved
from inconfidence.cases.queries.begin_page import BeginPage, begin_page
from inconfidence.policy.standing.registers import State
from inconfidence.team import queries as team
from inconfidence.team.actions.registers import Entered, EntryDetails, enter
from inconfidence.team.models import RegisterEntry
from tests.cases.family import TOLD, a_case
from tests.cases.test_meetings import a_meeting
from tests.cast import Cast, Person

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)


def lines(lead: Person, slug: str) -> dict[str, State]:
    page = team.register(lead.actor, slug)
    assert page is not None
    return {line.says: line.state for line in page.lines}


def view(who: Person, reference: str) -> queries.CaseView:
    found = queries.case_page(who.actor, reference)
    assert isinstance(found, queries.CaseView)
    return found


def first_contact(who: Person, reference: str, version: int, **said: Any) -> None:
    came = actions.record_first_contact(who.actor, reference, replace(TOLD, **said), version=version)
    assert isinstance(came, FirstContactSaved)


def test_a_referral_is_counted_and_flagged_until_the_family_says_so_itself(cast: Cast) -> None:
    reference = a_case(cast.tom, origin="early_help")
    flag = "Early-help assessment, Friday 20 November 2026: nothing shows yet that the family wants our help."
    assert lines(cast.maryam, "referral-sources") == {
        "Early-help assessment: 1 so far.": State.IN_ORDER,
        flag: State.FLAGGED,
    }
    first_contact(cast.tom, reference, 1, origin="early_help", confirmed=True)
    assert lines(cast.maryam, "referral-sources") == {"Early-help assessment: 1 so far.": State.IN_ORDER}


def test_an_origin_put_right_is_counted_no_more(cast: Cast) -> None:
    reference = a_case(cast.tom, origin="early_help")
    first_contact(cast.tom, reference, 1, origin="self")
    assert lines(cast.maryam, "referral-sources") == {"Early-help assessment: 0 so far.": State.IN_ORDER}


def test_the_same_answer_again_writes_no_second_line(cast: Cast) -> None:
    reference = a_case(cast.tom, origin="early_help")
    first_contact(cast.tom, reference, 1, origin="early_help")
    assert RegisterEntry.objects.filter(register="referral-sources").count() == 1


@pytest.mark.parametrize(
    ("policy", "origin", "counted"),
    [
        ("cumbria", "early_help", 1),
        ("cumbria", "team_around", 0),
        ("bath-and-north-east-somerset", "team_around", 1),
        ("cumbria", "self", 0),
        ("rotherham", "early_help", 0),
    ],
)
def test_only_the_sources_that_the_policy_names_are_counted(
    gather: Callable[[str], Cast], policy: str, origin: str, counted: int
) -> None:
    cast = gather(policy)
    a_case(cast.tom, origin=origin)
    assert RegisterEntry.objects.filter(register="referral-sources").count() == counted


@pytest.mark.parametrize("origin", ["early_help", "team_around"])
def test_such_a_referral_has_no_easier_way_in(cast: Cast, origin: str) -> None:
    plain, indirect = a_case(cast.tom, origin="referral"), a_case(cast.tom, origin=origin)
    found = [begin_page(cast.tom.actor, each) for each in (plain, indirect)]
    answers = [page.answer for page in found if isinstance(page, BeginPage)]
    assert len(answers) == 2
    assert answers[0] == answers[1]


def a_notice(lead: Person, version: str, on: date) -> None:
    details = EntryDetails(on=on, version=version, where="www.example.org")
    assert enter(lead.actor, "privacy-notice-published", details) == Entered.DONE


def test_a_case_says_which_privacy_notice_was_offered(gather: Callable[[str], Cast]) -> None:
    cast = gather("coventry")
    a_notice(cast.maryam, "5", TODAY - 30 * DAY)
    a_notice(cast.maryam, "6", TODAY - 10 * DAY)
    old = a_case(cast.tom, notice_given_on=TODAY - 11 * DAY)
    new = a_case(cast.tom, notice_given_on=TODAY - 10 * DAY)
    none = a_case(cast.tom)
    assert [view(cast.tom, each).notice_version for each in (old, new, none)] == ["5", "6", ""]


def test_the_notice_offered_at_first_contact_stays_as_it_was_written(gather: Callable[[str], Cast]) -> None:
    cast = gather("coventry")
    reference = a_case(cast.tom)
    a_notice(cast.maryam, "6", TODAY)
    first_contact(cast.tom, reference, 1)
    a_notice(cast.maryam, "7", TODAY)
    first_contact(cast.tom, reference, 2, form=False)
    assert view(cast.tom, reference).notice_version == "6"
    page = begin_page(cast.tom.actor, reference)
    assert isinstance(page, BeginPage)
    assert "Version of the privacy notice: 6" in page.history[-1].said
    first_contact(cast.tom, reference, 3, notice=False)
    assert view(cast.tom, reference).notice_version == ""


def test_a_policy_that_asks_for_no_register_of_notices_writes_none(cast: Cast) -> None:
    reference = a_case(cast.tom, notice_given_on=TODAY)
    assert view(cast.tom, reference).notice_version == ""


@pytest.mark.parametrize(("policy", "written"), [("coventry", 1), ("bath-and-north-east-somerset", 0)])
def test_a_meeting_in_a_shared_space_is_flagged_where_the_policy_wants_a_room(
    gather: Callable[[str], Cast], policy: str, written: int
) -> None:
    cast = gather(policy)
    reference = a_case(cast.tom, statement_given_on=TODAY, notice_given_on=TODAY)
    item = a_meeting(cast.tom, reference)
    page = queries.meeting(cast.tom.actor, reference, item)
    assert isinstance(page, queries.MeetingPage)
    assert page.asks_room is bool(written)
    for shared_space in (False, True):
        actions.record_outcome(cast.tom.actor, reference, item, "We talked", shared_space=shared_space)
    rows = RegisterEntry.objects.filter(register="premises-check")
    assert [(row.what, row.found, row.about) for row in rows] == [("private_room", False, None)] * written
