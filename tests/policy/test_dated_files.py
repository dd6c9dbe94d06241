"""Two policies on when a file may go: asked about the same dated files, counted and told as each policy answers."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from inconfidence import policies
from inconfidence.policy.differences import AnswersDiffer, Kind, answers_differ, in_all, place
from inconfidence.policy.differences.files import BORN, CLOSED_ON, ENTERED, dated_files, periods_beside
from inconfidence.policy.differences.kinds import sort_of
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import HowLongToKeep, parse
from inconfidence.policy.loading import load
from inconfidence.policy.questions.how_long_to_keep import how_long_to_keep
from inconfidence.policy.telling import told
from inconfidence.policy.vocabulary import Outcome, Question

KEEP = Question.HOW_LONG_TO_KEEP
BATH, BLACKBURN = (
    policies.edition(slug) for slug in ("bath-and-north-east-somerset", "blackburn-with-darwen")
)
COVENTRY, CUMBRIA = (policies.edition(slug) for slug in ("coventry", "cumbria"))
PAIRS = [(BATH, BLACKBURN), (BATH, COVENTRY), (BLACKBURN, CUMBRIA), (COVENTRY, CUMBRIA)]


def found(first: Edition, second: Edition) -> AnswersDiffer:
    """The differences of two policies that have some."""
    differ = answers_differ(first, second, KEEP, (place(first), place(second)))
    assert differ is not None
    return differ


def bath(without: str, instead: str) -> Edition:
    """Bath's policy with a piece of its text replaced."""
    text = policies.text(BATH.slug)
    assert without in text
    return load(text.replace(without, instead), policies.default_text(), "bath.toml")


def test_twelve_years_after_closing_one_policy_lets_a_file_go_and_the_other_has_no_period() -> None:
    facts = {"today": "2038-11-21", "closed_on": "2026-11-20", "births": ["2012-09-14"]}
    file = parse(KEEP, facts)
    assert isinstance(file, HowLongToKeep)
    assert how_long_to_keep(BATH, file).outcome is Outcome.PERMIT
    assert how_long_to_keep(BLACKBURN, file).outcome is Outcome.REFUSE
    assert file in set(dated_files(BATH, BLACKBURN))
    first = found(BATH, BLACKBURN).differences[0]
    assert told(KEEP, first.facts) == "asked on 21 November 2038; closed on 20 November 2026"
    assert first.says == (
        "In Bath and North East Somerset yes, because the period for the support of a family ended on "
        "20 November 2038 (BN-4.4d); in Blackburn with Darwen no, because the retention period is not set: "
        "see the “Retention and disposal policy of the CVS” (BD-DATA-08)."
    )


def test_no_example_says_that_a_policy_with_periods_has_none() -> None:
    for other in (BLACKBURN, COVENTRY, CUMBRIA):
        says = [each.says for each in found(BATH, other).differences]
        assert not [
            each
            for each in says
            if "Bath and North East Somerset no, because the retention period is" in each
        ]
        assert not [each for each in says if "Only in Bath and North East Somerset: Have somebody" in each]


@pytest.mark.walk
@pytest.mark.parametrize(("first", "second"), PAIRS, ids=lambda each: str(each.slug))
def test_counts_are_those_of_every_file_asked_of_both(first: Edition, second: Edition) -> None:
    times, walked = Counter[Kind](), 0
    for file in dated_files(first, second):
        sort = sort_of(first, second, how_long_to_keep(first, file), how_long_to_keep(second, file))
        times.update([sort.kind] if sort else [])
        walked += 1
    differ = answers_differ(first, second, KEEP, ("here", "there"))
    assert (dict(differ.times) if differ else {}) == dict(times)
    assert not differ or differ.walked == walked
    assert not differ or sum(each.times for each in differ.differences) == times.total()


@pytest.mark.parametrize(("first", "second"), PAIRS[:3], ids=lambda each: str(each.slug))
def test_an_example_comes_to_what_it_says(first: Edition, second: Edition) -> None:
    for each in found(first, second).differences:
        file = HowLongToKeep(**each.facts)
        assert not file.fault()
        assert how_long_to_keep(first, file).outcome == each.first.outcome
        assert how_long_to_keep(second, file).outcome == each.second.outcome


@pytest.mark.walk
@pytest.mark.parametrize("edition", [BATH, COVENTRY], ids=lambda each: str(each.slug))
@pytest.mark.parametrize("ever", [(), ("supervision_order",)])
def test_between_the_days_taken_no_answer_changes(edition: Edition, ever: tuple[str, ...]) -> None:
    file = HowLongToKeep(today=CLOSED_ON, closed_on=CLOSED_ON, births=(BORN,), ever=frozenset(ever))  # type: ignore[arg-type]
    taken = sorted(
        each.today
        for each in dated_files(edition, edition)
        if each.today and replace(each, today=CLOSED_ON) == file
    )
    day, before = CLOSED_ON, how_long_to_keep(edition, file)
    assert taken[0] == day
    while day < taken[-1] + timedelta(days=400):
        day += timedelta(days=1)
        now = how_long_to_keep(edition, replace(file, today=day))
        assert day in taken or now == before, day
        before = now


@pytest.mark.walk
@pytest.mark.parametrize(("first", "second"), PAIRS, ids=lambda each: str(each.slug))
def test_no_file_is_offered_before_a_date_that_is_known(first: Edition, second: Edition) -> None:
    offered = 0
    for file in dated_files(first, second):
        for edition in (first, second):
            found = how_long_to_keep(edition, file)
            days = [end["date"] for end in found.answer["all"]]  # type: ignore[attr-defined]
            if found.outcome is not Outcome.REFUSE:
                offered += 1
                assert str(file.today) > max(days, default=""), file
    assert offered


def test_whoever_enters_the_period_that_is_over_may_let_the_file_go() -> None:
    for file in dated_files(COVENTRY, CUMBRIA):
        if how_long_to_keep(COVENTRY, file).outcome is Outcome.REFER:
            known = {each.category for each in file.entered_periods}
            over = (replace(each, years=1) for each in ENTERED if each.category not in known)
            entered = (*file.entered_periods, *over)
            assert (
                how_long_to_keep(COVENTRY, replace(file, entered_periods=entered)).outcome is Outcome.PERMIT
            )


def test_the_days_taken_are_before_on_and_after_each_last_day_and_never_before_closing() -> None:
    file = HowLongToKeep(today=CLOSED_ON, closed_on=CLOSED_ON)

    def days(first: Edition, second: Edition) -> list[date | None]:
        return [each.today for each in dated_files(first, second) if replace(each, today=CLOSED_ON) == file]

    around = [date(2038, 11, 19), date(2038, 11, 20), date(2038, 11, 21)]
    review = [date(2032, 11, 19), date(2032, 11, 20), date(2032, 11, 21)]
    assert days(BATH, BATH) == [CLOSED_ON, *around]
    assert days(BATH, COVENTRY) == [CLOSED_ON, *review, *around]
    short = bath('from = "birth", years = 21', 'from = "birth", years = 1')
    ordered = replace(file, births=(BORN,), ever=frozenset({"supervision_order"}))
    assert [
        each.today for each in dated_files(short, short) if replace(each, today=CLOSED_ON) == ordered
    ] == [CLOSED_ON, *around]


def test_every_file_can_be_stated() -> None:
    files = list(dated_files(BATH, BLACKBURN))
    assert not any(file.fault() for file in files)
    assert len(files) == len(set(files)) == found(BATH, BLACKBURN).walked
    assert {file.entered_periods for file in files} == {(), ENTERED}
    assert {len(file.births) + len(file.deaths) for file in files} == {0, 1, 2}
    assert {file.today for file in files if file.closed_on is None} == {CLOSED_ON}
    assert {file.holds for file in files} == {
        frozenset(each) for each in ((), ("request",), ("csa_marker",), ("clock_untrusted",))
    }


def test_days_that_both_refuse_until_are_a_difference_of_their_own() -> None:
    longer = bath('from = "closure", years = 12', 'from = "closure", years = 15')
    (day,) = [each for each in found(BATH, longer).differences if each.kind is Kind.ANSWER]
    assert day.says.endswith(
        "its date is 20 November 2038; in Bath and North East Somerset its date is 20 November 2041."
    )
    reviewed = [each for each in found(BATH, COVENTRY).differences if each.kind is Kind.ANSWER]
    assert {each.says.partition("; ")[2] for each in reviewed} == {
        "in Coventry its date is 20 November 2032.",
        "in Coventry it has no date, and a person looks at it on 20 November 2032.",
        "in Coventry a person looks at it on 20 November 2032.",
    }


def test_the_periods_stand_side_by_side_and_the_whole_says_what_was_counted() -> None:
    differ = found(BATH, BLACKBURN)
    assert differ.beside == (
        "How long a file is kept in Bath and North East Somerset: a child in care 75 years from the 18th birthday "
        "(BN-4.4b), a child under a supervision order 21 years from birth (BN-4.4c), the support of a family 12 years "
        "from closing (BN-4.4d); in Blackburn with Darwen: no period of its own (BD-DATA-08)."
    )
    assert in_all(differ).startswith(
        "Of 1,056 files with their dates, 904 are answered otherwise: another outcome 46,"
    )
    assert periods_beside(COVENTRY, CUMBRIA, ("here", "there")) == (
        "How long a file is kept here: no period of its own (D-18, D-33); there: no period of its own (D-18, D-33)."
    )
