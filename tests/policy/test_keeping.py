"""When a file may be destroyed: the examples of the law, policy by policy, and the days around them."""

from datetime import date
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import FileToday, HowLongToKeep, parse
from inconfidence.policy.loading import load
from inconfidence.policy.questions.how_long_to_keep import how_long_to_keep
from inconfidence.policy.standing.keeping import kept
from inconfidence.policy.vocabulary import Outcome, Question, StepKind
from tests.policy.elmshire import elmshire
from tests.policy.test_boundaries import POLICIES

EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
BATH, BLACKBURN = EDITIONS[POLICIES["BN"]], EDITIONS[POLICIES["BD"]]
every_policy = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)

CLOSED = {"today": "2026-11-20", "closed_on": "2026-11-20", "births": ["2012-09-14"]}
SIX_YEARS = {"category": "parent_support", "from": "closure", "years": 6, "source": "Version 3"}


def decide(edition: Edition, **stated: Any) -> Decision:
    return how_long_to_keep(edition, read(**stated))


def read(**stated: Any) -> HowLongToKeep:
    facts = parse("how_long_to_keep", stated)
    assert isinstance(facts, HowLongToKeep)
    return facts


def ends(decision: Decision) -> list[tuple[str, str, str]]:
    said: Any = decision.answer["all"]
    return [(end["category"], end["date"], end["clause"]) for end in said]


@pytest.mark.parametrize(
    ("stated", "destroy_on", "eligible_from", "category"),
    [
        ({}, "2038-11-20", "2038-11-21", "parent_support"),
        ({"ever": ["supervision_order"]}, "2038-11-20", "2038-11-21", "parent_support"),
        ({"ever": ["in_care"]}, "2105-09-14", "2105-09-15", "in_care"),
        ({"ever": ["in_care", "supervision_order"]}, "2105-09-14", "2105-09-15", "in_care"),
        ({"births": ["2008-02-29"], "ever": ["in_care"]}, "2101-03-01", "2101-03-02", "in_care"),
        (
            {"births": ["2020-05-01"], "ever": ["supervision_order"]},
            "2041-05-01",
            "2041-05-02",
            "supervision_order",
        ),
        (
            {"births": ["2012-09-14", "2020-05-01"], "ever": ["in_care"]},
            "2113-05-01",
            "2113-05-02",
            "in_care",
        ),
        ({"births": []}, "2038-11-20", "2038-11-21", "parent_support"),
        ({"births": [None]}, "2038-11-20", "2038-11-21", "parent_support"),
        ({"births": [], "ever": ["in_care"]}, None, None, None),
        ({"births": ["2012-09-14", None], "ever": ["supervision_order"]}, None, None, None),
        ({"closed_on": None, "ever": ["in_care"]}, None, None, None),
    ],
)
def test_the_examples_of_the_law_under_bath(
    stated: dict[str, Any], destroy_on: str | None, eligible_from: str | None, category: str | None
) -> None:
    said = decide(BATH, **CLOSED | stated).answer
    assert said.keys() == {"destroy_on", "eligible_from", "category", "all", "holds", "review_on"}
    assert (said["destroy_on"], said["eligible_from"], said["category"]) == (
        destroy_on,
        eligible_from,
        category,
    )
    assert said["review_on"] is None


def test_every_date_is_shown_with_its_clause() -> None:
    everything = decide(BATH, **CLOSED, ever=["in_care", "supervision_order"], deaths=["2025-03-10"])
    assert ends(everything) == [
        ("in_care", "2105-09-14", "BN-4.4b"),
        ("supervision_order", "2033-09-14", "BN-4.4c"),
        ("parent_support", "2038-11-20", "BN-4.4d"),
        ("in_care", "2040-03-10", "L-10"),
    ]


def test_regulation_and_policy_stand_beside_each_other_and_the_later_wins() -> None:
    both = decide(BATH, **CLOSED, ever=["in_care"])
    assert ends(both) == [
        ("in_care", "2105-09-14", "BN-4.4b"),
        ("parent_support", "2038-11-20", "BN-4.4d"),
        ("in_care", "2087-09-14", "L-10"),
    ]
    entered = [SIX_YEARS, SIX_YEARS | {"category": "in_care"}]
    law = decide(BLACKBURN, **CLOSED, ever=["in_care"], entered_periods=entered)
    assert (law.answer["destroy_on"], law.answer["category"]) == ("2087-09-14", "in_care")
    assert law.reasons[0].says.startswith("another category")


@pytest.mark.parametrize(
    ("short", "clause"),
    [("BN", "BN-4.4a"), ("CV", "L-10"), ("RO", "L-10"), ("CU", "L-10"), ("BD", "BD-DATA-08")],
)
def test_an_entered_period_is_shown_with_the_clause_that_asks_for_it(short: str, clause: str) -> None:
    found = decide(EDITIONS[POLICIES[short]], **CLOSED, entered_periods=[SIX_YEARS])
    assert ("parent_support", "2032-11-20", clause) in ends(found)
    assert found.answer["review_on"] is None


PERIODS_OF_BATH = {"BN-4.4b", "BN-4.4c", "BN-4.4d"}


@pytest.mark.parametrize(
    ("stated", "clause"),
    [
        ({}, "BN-4.4d"),
        ({"today": "2038-11-21"}, "BN-4.4d"),
        ({"closed_on": None}, "BN-4.4d"),
        ({"ever": ["in_care"]}, "BN-4.4b"),
        ({"births": [], "ever": ["in_care"]}, "BN-4.4b"),
        ({"births": [], "ever": ["supervision_order"]}, "BN-4.4c"),
        ({"births": ["2020-05-01"], "ever": ["supervision_order"]}, "BN-4.4c"),
    ],
)
def test_of_the_periods_only_the_one_that_governs_is_cited(stated: dict[str, Any], clause: str) -> None:
    assert set(decide(BATH, **CLOSED | stated).clauses) & PERIODS_OF_BATH == {clause}


def test_what_was_entered_and_what_is_law_is_cited_as_such() -> None:
    entered = [SIX_YEARS | {"years": 100}]
    longer = decide(BATH, **CLOSED, entered_periods=entered)
    assert longer.answer["destroy_on"] == "2126-11-20"
    assert "L-10" in longer.clauses
    law = decide(
        BLACKBURN,
        **CLOSED,
        ever=["in_care"],
        entered_periods=[SIX_YEARS, SIX_YEARS | {"category": "in_care"}],
    )
    assert {"L-10", "D-30"} <= set(law.clauses)


def test_where_the_law_governs_no_period_of_the_policy_is_cited() -> None:
    by_law = FileToday(case="closed", period="set", category="in_care", set_by="law")
    cited = set(compiled(BATH, Question.HOW_LONG_TO_KEEP).decide(by_law).clauses)
    assert "L-10" in cited
    assert not cited & PERIODS_OF_BATH


def test_a_birth_is_asked_for_where_the_schedule_counts_from_it() -> None:
    from_birth = {"category": "in_care", "from": "birth", "years": 75, "source": "Version 3"}
    unborn = CLOSED | {"births": [], "ever": ["in_care"], "entered_periods": [SIX_YEARS, from_birth]}
    found = decide(BLACKBURN, **unborn)
    assert (found.outcome, found.steps, found.alarm) == (Outcome.REFUSE, (StepKind.ENTER_BIRTH,), "")


def test_a_policy_and_a_default_that_say_nothing_of_keeping_show_what_was_entered_all_the_same() -> None:
    found = kept(elmshire(), read(**CLOSED, entered_periods=[SIX_YEARS]))
    assert [(end.day, end.clause) for end in found.ends] == [(date(2032, 11, 20), "D-30")]


DAYS = [("2038-11-20", "refuse"), ("2038-11-21", "permit"), ("2038-11-22", "permit")]


@pytest.mark.parametrize(("today", "outcome"), DAYS)
def test_a_file_may_go_the_day_after_its_date(today: str, outcome: str) -> None:
    assert decide(BATH, **CLOSED | {"today": today}).outcome == outcome


@pytest.mark.parametrize(
    ("today", "outcome", "refer_to"),
    [
        ("2037-09-13", "refuse", None),
        ("2037-09-14", "refer", "head_of_service"),
        ("2037-09-15", "refer", "head_of_service"),
    ],
)
@pytest.mark.parametrize("short", ["CV", "RO", "CU"])
def test_without_a_period_a_person_looks_on_the_day(
    short: str, today: str, outcome: str, refer_to: str | None
) -> None:
    found = decide(EDITIONS[POLICIES[short]], **CLOSED | {"today": today})
    assert (found.outcome, found.refer_to) == (outcome, refer_to)
    assert (found.answer["destroy_on"], found.answer["review_on"]) == (None, "2037-09-14")


def test_where_a_schedule_is_named_and_nothing_entered_nobody_waives_it() -> None:
    found = decide(BLACKBURN, **CLOSED | {"today": "2090-01-01"})
    assert (found.outcome, found.steps) == (Outcome.REFUSE, (StepKind.ENTER_PERIOD,))
    assert found.answer["review_on"] == "2037-09-14"


def test_a_period_for_one_category_is_none_for_another() -> None:
    entered = [SIX_YEARS]
    assert decide(BLACKBURN, **CLOSED, entered_periods=entered).answer["destroy_on"] == "2032-11-20"
    gap = decide(BLACKBURN, **CLOSED, entered_periods=entered, ever=["supervision_order"])
    assert gap.answer["destroy_on"] is None
    assert ends(gap) == [("parent_support", "2032-11-20", "BD-DATA-08")]
    assert gap.steps == (StepKind.ENTER_PERIOD,)


HOLDS = [
    "request", "complaint", "breach", "claim", "tribunal", "police", "court", "inquiry", "inspection", "concern",
    "csa_marker", "clock_untrusted",
]  # fmt: skip


@every_policy
@pytest.mark.parametrize("hold", HOLDS)
def test_any_hold_stops_destruction_and_leaves_the_dates_as_they_are(edition: Edition, hold: str) -> None:
    stated = CLOSED | {"today": "2126-01-01", "entered_periods": [SIX_YEARS]}
    free, held = decide(edition, **stated), decide(edition, **stated, holds=[hold])
    assert (free.outcome, held.outcome) == (Outcome.PERMIT, Outcome.REFUSE)
    assert free.answer["holds"] == []
    assert held.answer == {**free.answer, "holds": [hold]}
    assert held.steps
    assert "L-08" in held.clauses


def test_holds_are_named_in_one_order() -> None:
    found = decide(BATH, **CLOSED, holds=["clock_untrusted", "complaint", "request"])
    assert found.answer["holds"] == ["request", "complaint", "clock_untrusted"]


def test_a_day_that_is_not_known_is_as_good_as_a_clock_that_is_not_trusted() -> None:
    found = decide(BATH, closed_on="2000-01-01")
    assert (found.outcome, found.steps) == (Outcome.REFUSE, (StepKind.SET_CLOCK_RIGHT,))
    assert found.answer["destroy_on"] == "2012-01-01"
    assert decide(EDITIONS[POLICIES["CV"]], closed_on="2000-01-01").outcome is Outcome.REFUSE


def test_a_child_known_by_a_death_alone_still_needs_a_birth() -> None:
    known = CLOSED | {"ever": ["in_care"], "births": [None], "deaths": ["2020-01-01"]}
    assert decide(BATH, **known).steps == (StepKind.ENTER_BIRTH,)
    births = [*CLOSED["births"], None]
    more = CLOSED | {"ever": ["in_care"], "births": births, "deaths": [None, "2020-01-01"]}
    assert decide(BATH, **more).steps == (StepKind.ENTER_BIRTH,)
    nobody_else = CLOSED | {"ever": ["in_care"], "deaths": [None, None, None]}
    assert decide(BATH, **nobody_else).answer["destroy_on"] == "2105-09-14"


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ({"closed_on": None}, {"case": "open", "period": "blank"}),
        ({}, {}),
        ({"today": "2038-11-21"}, {"date": "past"}),
        ({"ever": ["in_care"]}, {"category": "in_care"}),
        (
            {"births": [], "ever": ["supervision_order"]},
            {"category": "supervision_order", "period": "birth_missing"},
        ),
        ({"holds": ["concern"]}, {"matter": "yes"}),
        ({"holds": ["csa_marker"]}, {"csa_marker": "yes"}),
        ({"holds": ["clock_untrusted"]}, {"clock": "untrusted"}),
        ({"today": None}, {"clock": "untrusted"}),
        (
            {"births": ["2008-02-29"], "entered_periods": [SIX_YEARS | {"years": 13}]},
            {"set_by": "schedule"},
        ),
    ],
)
def test_dates_come_to_the_words_that_the_rules_turn_on(
    stated: dict[str, Any], words: dict[str, Any]
) -> None:
    unremarkable: dict[str, Any] = {"case": "closed", "period": "set", "category": "parent_support"}
    rest = {"other": "nothing", "set_by": "policy", "date": "ahead", "review": "ahead"}
    free = {"matter": "no", "csa_marker": "no", "clock": "trusted"}
    assert kept(BATH, read(**CLOSED | stated)).words == FileToday(**unremarkable | rest | free | words)


@pytest.mark.parametrize(("today", "review"), [("2037-09-13", "ahead"), ("2037-09-14", "past")])
def test_without_a_period_the_words_say_whether_the_day_of_review_has_come(today: str, review: Any) -> None:
    found = kept(EDITIONS[POLICIES["CV"]], read(**CLOSED | {"today": today}, ever=["in_care"]))
    kept_by_law: dict[str, Any] = {"other": "ahead", "other_category": "in_care", "set_by": "law"}
    assert found.words == FileToday(case="closed", period="blank", review=review, **kept_by_law)


GROWN_UP = {"closed_on": "2000-06-01", "births": ["1980-09-14"], "ever": ["in_care"]}


@pytest.mark.parametrize(
    ("today", "outcome"),
    [
        ("2006-06-01", "refuse"),
        ("2026-11-20", "refuse"),
        ("2055-09-13", "refuse"),
        ("2055-09-14", "refuse"),
        ("2055-09-15", "refer"),
    ],
)
@pytest.mark.parametrize("short", ["CV", "RO", "CU"])
def test_the_law_keeps_a_file_whose_other_period_nobody_has_set(short: str, today: str, outcome: str) -> None:
    found = decide(EDITIONS[POLICIES[short]], **GROWN_UP, today=today)
    assert found.outcome == outcome
    assert found.answer["review_on"] == "2006-06-01"
    assert (found.clauses[:1] == ("L-10",)) == (outcome == "refuse")
    owed = ["flag_no_period"] if outcome == "refuse" else []
    assert [duty.duty for duty in found.duties] == owed


def test_a_schedule_that_says_nothing_keeps_it_too_and_both_reasons_are_said() -> None:
    found = decide(BLACKBURN, **GROWN_UP, today="2026-11-20")
    assert found.outcome is Outcome.REFUSE
    assert [reason.rule for reason in found.reasons] == ["retention-period", "retention-source"]
    assert {"BD-DATA-08", "L-10"} <= set(found.clauses)


@pytest.mark.parametrize("short", ["CV", "RO", "CU", "BD"])
def test_a_birth_that_is_missing_comes_before_anybody_looks(short: str) -> None:
    stated = {**GROWN_UP, "today": "2026-11-20", "births": [None]}
    found = decide(EDITIONS[POLICIES[short]], **stated)
    assert found.outcome is Outcome.REFUSE
    assert found.steps[0] is StepKind.ENTER_BIRTH
    assert "L-10" in found.clauses
    two = decide(EDITIONS[POLICIES[short]], **stated | {"births": ["1980-09-14", None]})
    assert two.reasons[0].says == "another category, {other_category}, needs this file until {at_least}"
    grown_old = {"births": ["1950-09-14", None]}
    assert decide(EDITIONS[POLICIES[short]], **stated | grown_old).steps[0] is StepKind.ENTER_BIRTH


def test_a_period_of_the_policys_own_keeps_a_file_whose_other_period_nobody_has_set() -> None:
    row = '{ category = "supervision_order", from = "birth", years = 40 }'
    clause = f"""
[[clause]]
id = "CV-ROW"
ref = "last"
kind = "parameter"
says = "Forty years."
rules.retention-period = {row}
"""
    text = policies.text(POLICIES["CV"]) + clause
    edition = load(text, policies.default_text(), "coventry.toml")
    stated = {**GROWN_UP, "ever": ["supervision_order"], "today": "2020-09-14"}
    found = decide(edition, **stated)
    assert (found.outcome, found.reasons[0].cites) == (Outcome.REFUSE, ("CV-ROW",))
    assert decide(edition, **stated | {"today": "2020-09-15"}).outcome is Outcome.REFER


@pytest.mark.parametrize(
    ("short", "stated", "word", "heading"),
    [
        (
            "BN",
            {},
            "No",
            "This file may not be destroyed: this file is kept until 20 November 2038.",
        ),
        (
            "BN",
            {"ever": ["in_care"]},
            "No",
            (
                "This file may not be destroyed: another category, a child in care, needs this file until"
                " 14 September 2105."
            ),
        ),
        (
            "BN",
            {"today": "2038-11-21"},
            "Yes",
            "This file may be destroyed: the period for the support of a family ended on 20 November 2038.",
        ),
        (
            "BN",
            {"births": [], "ever": ["supervision_order"]},
            "No",
            "This file may not be destroyed: a date of birth is needed to work out the retention date.",
        ),
        ("RO", {"closed_on": None}, "No", "This file may not be destroyed: the case is open."),
        (
            "RO",
            {"holds": ["complaint", "concern", "csa_marker"]},
            "No",
            (
                "This file may not be destroyed: nothing is destroyed while this is open: a complaint,"
                " a concern that somebody may come to harm."
            ),
        ),
        (
            "BD",
            {},
            "No",
            (
                "This file may not be destroyed: the retention period is not set:"
                " see the “Retention and disposal policy of the CVS”."
            ),
        ),
        (
            "CV",
            {},
            "No",
            "This file may not be destroyed: no period is set for the support of a family.",
        ),
        (
            "CV",
            {"today": "2037-09-14", "ever": ["in_care"]},
            "No",
            (
                "This file may not be destroyed: another category, a child in care, needs this file until"
                " 14 September 2087."
            ),
        ),
        (
            "CV",
            {"today": "2037-09-14"},
            "Ask the Service Manager",
            "The Service Manager decides first whether this file may be destroyed.",
        ),
    ],
)
def test_the_heading_is_one_plain_sentence(
    short: str, stated: dict[str, Any], word: str, heading: str
) -> None:
    edition, facts = EDITIONS[POLICIES[short]], read(**CLOSED | stated)
    card = answer(how_long_to_keep(edition, facts), edition, facts)
    assert (card.word, card.heading) == (word, heading)


def test_a_day_of_review_is_said_and_without_dates_it_is_said_without() -> None:
    edition = EDITIONS[POLICIES["CV"]]
    facts = read(**CLOSED)
    card = answer(how_long_to_keep(edition, facts), edition, facts)
    assert "A person looks at this file on 14 September 2037." in card.reasons
    words = FileToday(case="closed")
    told = answer(compiled(edition, Question.HOW_LONG_TO_KEEP).decide(words), edition, words)
    assert "A person looks at this file on the day of its review." in told.reasons
