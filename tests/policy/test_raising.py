"""Who must hear that somebody may come to harm: each departure, and what holds for every combination."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from random import Random
from typing import Any, get_args

import pytest

from inconfidence import policies
from inconfidence.policy import walking
from inconfidence.policy.compiled import Compiled
from inconfidence.policy.concern import Route, lawful, route
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer, as_json
from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.facts.raising import Hearer
from inconfidence.policy.finding import Findings
from inconfidence.policy.questions.where_to_raise import where_to_raise
from inconfidence.policy.rule import Bound, Check, Example, raising, rule
from inconfidence.policy.rules import RULES
from inconfidence.policy.steps import taken
from inconfidence.policy.vocabulary import DutyKind, Ground, Outcome, Question, Role, StepKind
from inconfidence.policy.walking.raising import told
from tests.policy.test_boundaries import POLICIES, but
from tests.policy.walk import stray

EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
RAISE = Question.WHERE_TO_RAISE
HEARERS: tuple[str, ...] = get_args(Hearer)
EVERY_SET = [frozenset(each) for size in range(9) for each in combinations(HEARERS, size)]
PERMIT, REFER, REFUSE = Outcome.PERMIT, Outcome.REFER, Outcome.REFUSE
WORSE = {PERMIT: 0, REFER: 1, REFUSE: 2}
every_policy = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
Answered = tuple[WhereToRaise, Decision]


def concern(about: str = "child", *to: str, **more: str) -> WhereToRaise:
    return WhereToRaise(about=about, to=frozenset(to), **more)  # type: ignore[arg-type]


@cache
def everything(slug: str) -> tuple[Answered, ...]:
    """Every combination that can differ, and some from anywhere."""
    edition = EDITIONS[slug]
    drawn = (*walking.walk(edition, RAISE), *stray(RAISE, 2000, 5))
    return tuple((facts, where_to_raise(edition, facts)) for facts in drawn)  # type: ignore[arg-type,misc]


def answers(edition: Edition, *outcomes: Outcome, stage: str = "") -> Iterator[Answered]:
    for facts, decision in everything(edition.slug):
        if (not outcomes or decision.outcome in outcomes) and stage in ("", facts.stage):
            yield facts, decision


def hearers(decision: Decision) -> tuple[str, ...]:
    found = decision.answer.get("hearers", ())
    assert isinstance(found, tuple)
    return found


def kinds(decision: Decision) -> set[DutyKind | None]:
    return {duty.duty for duty in decision.duties}


UNASKED = {"checked": "no", "spoken_to": "no", "lead_consulted": "no"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (concern(), but("permit")),
        (concern("child", "social_care"), but("permit")),
        (concern("child", "designated_officer"), but("permit")),
        (concern("child", "police"), but("refuse")),
        (concern("child", "police", emergency="yes"), but("permit")),
        (concern("child", "adult_care"), but("refuse")),
        (concern("child", "head"), but("refuse")),
        (concern("child", "head", "social_care"), but("refer")),
        (concern("child", "social_care", extent="whole_file"), but("refuse")),
        (concern("child", "social_care", **UNASKED), but("permit")),
        (concern("child", "social_care", belief="wondering"), but("permit")),
        (concern("child", "social_care", belief="wondering", **UNASKED), but("permit", RO="refer")),
        (concern("child", belief="wondering", checked="no"), but("permit", RO="refer")),
        (concern("child", belief="wondering", spoken_to="no"), but("permit", RO="refer")),
        (concern("child", belief="wondering", spoken_to="unsafe"), but("permit")),
        (concern("child", belief="wondering", lead_consulted="no"), but("permit", RO="refer")),
        (concern("child", belief="wondering", emergency="yes", **UNASKED), but("permit")),
        (concern("child", "social_care", belief="no_intention"), but("refuse")),
        (concern("young_person_poses", "social_care", **UNASKED), but("permit")),
        (concern("adult", "adult_care"), but("permit")),
        (concern("adult", "police"), but("permit")),
        (concern("adult", "adult_care", lead_consulted="no"), but("refer")),
        (concern("adult", "adult_care", lead_consulted="no", emergency="yes"), but("permit")),
        (concern("adult", "adult_care", lead_consulted="no", child_hurt="yes"), but("permit")),
        (concern("adult", "adult_care", checked="no"), but("permit", RO="refer")),
        (concern("adult", "adult_care", checked="no", emergency="yes"), but("permit")),
        (concern("adult", "social_care"), but("refer")),
        (concern("adult", "line_manager"), but("refuse")),
        (concern("employee", "line_manager", **UNASKED), but("refer")),
        (concern("employee", lead_consulted="no"), but("refer")),
        (concern("employee", "line_manager", emergency="yes", **UNASKED), but("permit")),
        (concern("employee", "line_manager", child_hurt="yes", lead_consulted="no"), but("permit")),
        (concern("class_teacher", "head", lead_consulted="no"), but("refer")),
        (concern("class_teacher", "head", lead_consulted="no", emergency="yes"), but("permit")),
        (concern("class_teacher", "head", lead_consulted="no", child_hurt="yes"), but("permit")),
        (concern("head_teacher", "chair_of_governors", lead_consulted="no"), but("refer")),
        (concern("young_person_poses", "social_care", lead_consulted="no"), but("permit")),
        (concern("employee", "police"), but("refer")),
        (concern("employee", "police", emergency="yes"), but("permit")),
        (concern("employee", "head"), but("refuse")),
        (concern("class_teacher", "head"), but("permit")),
        (concern("class_teacher", "chair_of_governors"), but("refuse")),
        (concern("class_teacher", "head", child_hurt="yes"), but("permit")),
        (concern("head_teacher", "head"), but("refuse")),
        (concern("head_teacher", "chair_of_governors"), but("permit", RO="refer")),
        (concern("head_teacher", "schools_hr"), but("refuse", RO="refer")),
        (concern("head_teacher", "chair_of_governors", "schools_hr"), but("refer", RO="permit")),
        (concern("head_teacher", "chair_of_governors", child_hurt="yes"), but("permit")),
        (concern("head_teacher", "chair_of_governors", emergency="yes"), but("permit")),
        (concern("head_teacher", "head", "social_care", child_hurt="yes"), but("refuse")),
        (concern(stage="close"), but("refuse")),
        (concern(stage="close", belief="wondering"), but("refuse")),
        (concern("child", "social_care", stage="close", belief="wondering"), but("refuse")),
        (concern(stage="close", belief="no_intention"), but("permit", RO="refer")),
        (concern(stage="close", belief="no_intention", mending="yes"), but("permit")),
        (concern("child", "social_care", stage="close"), but("permit", RO="refer")),
        (concern("child", "social_care", stage="close", mending="yes"), but("permit")),
        (concern("child", "police", stage="close", mending="yes"), but("refer")),
        (concern("child", "social_care", "head", stage="close", mending="yes"), but("permit")),
        (concern("adult", "police", stage="close", mending="yes"), but("permit")),
        (concern("employee", stage="close"), but("refuse")),
        (concern("employee", "line_manager", stage="close", mending="yes"), but("permit", RO="refer")),
        (
            concern("employee", "line_manager", stage="close", mending="yes", violence_procedure="yes"),
            but("permit"),
        ),
    ],
)
def test_each_departure(facts: WhereToRaise, expected: dict[str, str]) -> None:
    found = {short: where_to_raise(EDITIONS[slug], facts).outcome for short, slug in POLICIES.items()}
    assert found == expected


@pytest.mark.parametrize(
    ("about", "child_hurt", "must", "rotherham"),
    [
        ("child", "no", ("social_care",), None),
        ("child", "yes", ("social_care",), None),
        ("young_person_poses", "no", ("social_care",), None),
        ("employee", "no", ("line_manager",), None),
        ("employee", "yes", ("line_manager", "social_care"), None),
        ("class_teacher", "no", ("head",), None),
        ("class_teacher", "yes", ("head", "social_care", "designated_officer"), None),
        ("head_teacher", "no", ("chair_of_governors",), ("chair_of_governors", "schools_hr")),
        (
            "head_teacher",
            "yes",
            ("chair_of_governors", "social_care", "designated_officer"),
            ("chair_of_governors", "schools_hr", "social_care", "designated_officer"),
        ),
        ("adult", "no", ("adult_care",), None),
        ("adult", "yes", ("adult_care", "social_care"), None),
    ],
)
def test_each_kind_of_concern_has_its_road(
    about: str, child_hurt: str, must: tuple[str, ...], rotherham: tuple[str, ...] | None
) -> None:
    for short, slug in POLICIES.items():
        decision = where_to_raise(EDITIONS[slug], concern(about, child_hurt=child_hurt))
        assert hearers(decision) == (rotherham or must if short == "RO" else must), short


@pytest.mark.parametrize(
    ("about", "at_once", "may", "never"),
    [
        (
            "child",
            False,
            ("designated_officer",),
            ("line_manager", "head", "chair_of_governors", "schools_hr"),
        ),
        (
            "child",
            True,
            ("designated_officer", "police"),
            ("line_manager", "head", "chair_of_governors", "schools_hr"),
        ),
        (
            "employee",
            True,
            ("social_care", "police", "designated_officer"),
            ("head", "chair_of_governors", "schools_hr"),
        ),
        ("head_teacher", False, ("social_care", "designated_officer"), ("line_manager", "head")),
        (
            "adult",
            False,
            ("social_care", "police", "designated_officer"),
            ("line_manager", "head", "chair_of_governors", "schools_hr"),
        ),
    ],
)
def test_who_may_hear_beside_them_and_who_must_not(
    about: str, at_once: bool, may: tuple[str, ...], never: tuple[str, ...]
) -> None:
    facts = concern(about, emergency="yes" if at_once else "no")
    said = where_to_raise(EDITIONS["rotherham"], facts).answer
    assert (said["may"], said["never"]) == (may, never)
    assert said["by_when"] == ("at_once" if at_once else "same_day")


def test_the_subject_of_a_concern_hears_of_it_under_no_policy() -> None:
    assert route("head_teacher", ("head", "chair_of_governors"), at_once=False) == Route(
        ("chair_of_governors",),
        ("social_care", "designated_officer"),
        ("line_manager", "head", "schools_hr"),
    )


@pytest.mark.parametrize(
    ("short", "facts", "word", "heading"),
    [
        ("RO", concern(), "Yes", "Social Care must hear this: a child may come to harm."),
        (
            "RO",
            concern("head_teacher"),
            "Yes",
            "The Chair of Governors and Schools’ HR must hear this: somebody may come to harm.",
        ),
        (
            "CV",
            concern("head_teacher", child_hurt="yes"),
            "Yes",
            (
                "The chair of governors, children’s social care and the designated officer must hear this: "
                "a child may come to harm."
            ),
        ),
        (
            "RO",
            concern("class_teacher", "chair_of_governors"),
            "No",
            "Not in this way: a concern about a class teacher goes to the Head.",
        ),
        (
            "RO",
            concern("head_teacher", "head"),
            "No",
            "Not in this way: it is about a head teacher, who is not told.",
        ),
        (
            "BN",
            concern(belief="no_intention"),
            "No",
            "This is told to nobody: it was talked through and not meant, so it stays confidential.",
        ),
        (
            "BN",
            concern("adult", lead_consulted="no"),
            "Not yet",
            "Not yet: the Manager is consulted before it is told.",
        ),
        (
            "BD",
            concern(stage="close"),
            "No",
            "This concern is not closed: it is believed, so it must be acted on, and nobody has been told.",
        ),
        (
            "RO",
            concern(stage="close", belief="no_intention", mending="yes"),
            "Yes",
            "This concern may be closed: it was talked through and not meant.",
        ),
    ],
)
def test_the_first_line_says_who(short: str, facts: WhereToRaise, word: str, heading: str) -> None:
    edition = EDITIONS[POLICIES[short]]
    card = answer(where_to_raise(edition, facts), edition, facts)
    assert (card.word, card.heading) == (word, heading)


def test_the_answer_is_told_in_codes_and_in_the_services_own_words() -> None:
    edition = EDITIONS["rotherham"]
    facts = concern("head_teacher", "schools_hr")
    said = as_json(answer(where_to_raise(edition, facts), edition, facts))["answer"]
    assert said == {
        "hearers": ("chair_of_governors", "schools_hr"),
        "hearers_said": ("the Chair of Governors", "Schools’ HR"),
        "may": ("social_care", "designated_officer"),
        "may_said": ("Social Care", "the designated officer"),
        "never": ("line_manager", "head"),
        "never_said": ("their line manager", "the Head"),
        "by_when": "same_day",
        "by_when_said": "today",
        "first": ("tell_hearers",),
        "first_said": ("Tell those who must hear it, and nobody else.",),
    }


def test_nothing_comes_first_where_nothing_is_to_be_done_before() -> None:
    edition = EDITIONS["rotherham"]
    for facts in (concern(), concern("child", "head")):
        said = answer(where_to_raise(edition, facts), edition, facts).answer
        assert (said["first"], said["first_said"]) == ((), ())


@pytest.mark.parametrize(
    ("facts", "short", "owed"),
    [
        (concern(), "BN", {"record_concern", "tell_lead", "tell_hearers"}),
        (concern("child", "social_care"), "BN", {"record_concern", "tell_lead"}),
        (concern("child", belief="wondering"), "BN", {"record_concern", "tell_lead", "record_belief"}),
        (
            concern("child", belief="wondering", emergency="yes"),
            "BN",
            {"record_concern", "tell_lead", "record_belief", "tell_hearers"},
        ),
        (concern("child", "designated_officer"), "BN", {"record_concern", "tell_lead", "tell_hearers"}),
        (
            concern("adult", "police", emergency="yes", lead_consulted="no"),
            "BN",
            {"record_concern", "tell_lead", "report_to_lead", "flag_outside_policy"},
        ),
        (concern("adult", "police", lead_consulted="yes"), "CV", {"record_concern", "tell_lead"}),
        (concern("employee", "line_manager"), "CV", {"record_concern", "tell_lead", "record_incident"}),
        (
            concern("employee", "line_manager"),
            "RO",
            {"record_concern", "tell_lead", "start_violence_procedure", "record_mending"},
        ),
        (
            concern("employee", "line_manager", violence_procedure="yes", mending="yes"),
            "RO",
            {"record_concern", "tell_lead"},
        ),
        (
            concern("child", "social_care", mending="yes", **UNASKED),
            "RO",
            {"record_concern", "tell_lead", "check_meant", "speak_to_person", "consult_lead"},
        ),
        (concern(stage="close", belief="no_intention"), "CV", set()),
        (concern(stage="close", belief="no_intention", mending="yes"), "RO", {"keep_close"}),
        (concern("employee", stage="close"), "CV", {"flag_unreported"}),
        (concern("employee", stage="close"), "RO", set()),
        (concern("employee", stage="close", belief="no_intention"), "CV", set()),
    ],
)
def test_what_is_owed(facts: WhereToRaise, short: str, owed: set[str]) -> None:
    assert kinds(where_to_raise(EDITIONS[POLICIES[short]], facts)) == owed


@pytest.mark.parametrize(
    ("key", "named", "hear"),
    [
        ("child", (), ("social_care",)),
        ("child", ("line_manager",), ("social_care",)),
        ("child", ("police", "head", "social_care"), ("social_care", "police")),
        ("employee", ("head",), ("head",)),
    ],
)
def test_the_law_is_laid_over_whom_a_policy_names_for_a_child(
    key: str, named: tuple[str, ...], hear: tuple[str, ...]
) -> None:
    """L-01: nobody but those who protect, and social care whatever a policy says."""
    assert lawful(key, named) == hear


@pytest.mark.parametrize("about", ["child", "young_person_poses", "employee", "class_teacher", "adult"])
def test_a_policy_in_force_that_names_nobody_or_others_still_lets_a_child_through(about: str) -> None:
    edition = EDITIONS["rotherham"]
    for named in ((), ("line_manager",)):
        emptied = {("route", "child"): replace(edition.setting("route", "child"), value=named)}
        wrong = replace(edition, settings={**edition.settings, **emptied}, compiled={})
        facts = concern(about, "social_care", child_hurt="yes")
        assert where_to_raise(wrong, facts).outcome is PERMIT
        assert "social_care" in hearers(where_to_raise(wrong, facts))


def test_adult_social_care_may_always_be_told_of_an_adult() -> None:
    edition = EDITIONS["cumbria"]
    police = {("route", "adult"): replace(edition.setting("route", "adult"), value=("police",))}
    only = replace(edition, settings={**edition.settings, **police}, compiled={})
    assert where_to_raise(only, concern("adult", "adult_care")).outcome is REFER
    assert where_to_raise(only, concern("adult", "adult_care", "police")).outcome is PERMIT


@pytest.mark.parametrize(
    ("short", "facts", "cited", "default_used"),
    [
        ("BN", concern(), {"L-01", "D-29"}, True),
        ("BN", concern("class_teacher"), {"BN-2.3a", "L-02", "D-29", "X-01"}, True),
        ("BN", concern("adult"), {"BN-2.3a", "L-02", "D-29", "X-01"}, True),
        ("BD", concern("adult"), {"BD-SHARE-02b", "L-02", "D-29", "X-03"}, True),
        ("BD", concern("class_teacher"), {"L-02", "D-29"}, True),
        ("CV", concern("employee"), {"CV-SAFEGUARD-02b", "L-02", "D-29"}, True),
        (
            "RO",
            concern("head_teacher", "head"),
            {"RO-HARM-01d", "RO-HARM-02b", "RO-HARM-03d", "X-04", "X-19", "X-30"},
            False,
        ),
    ],
)
def test_only_what_speaks_of_such_people_is_cited(
    short: str, facts: WhereToRaise, cited: set[str], default_used: bool
) -> None:
    decision = where_to_raise(EDITIONS[POLICIES[short]], facts)
    assert (set(decision.clauses), decision.default_used) == (cited, default_used)


@pytest.mark.walk
@every_policy
def test_a_refusal_that_can_be_mended_says_how(edition: Edition) -> None:
    for facts, decision in answers(edition, REFUSE):
        assert decision.steps or facts.belief == "no_intention", facts
        if decision.steps != (StepKind.RECORD_BELIEF,) and facts.belief == "believed":
            assert where_to_raise(edition, taken(facts, decision)).outcome is not REFUSE, facts


@pytest.mark.walk
@every_policy
def test_telling_one_more_who_must_hear_never_makes_it_worse(edition: Edition) -> None:
    """Whoever asks where it goes has chosen nobody: only a choice can be better than another."""
    for facts, decision in everything(edition.slug)[::5]:
        if facts.to or facts.stage == "close":
            for one in hearers(decision):
                after = where_to_raise(edition, replace(facts, to=facts.to | {one}))  # type: ignore[arg-type]
                assert WORSE[after.outcome] <= WORSE[decision.outcome], facts


@pytest.mark.walk
@every_policy
def test_the_walk_finds_every_answer_that_any_set_of_hearers_has(edition: Edition) -> None:
    draw = Random(8)
    for facts in stray(RAISE, 150, 8):
        assert isinstance(facts, WhereToRaise)
        kinds_of = told(facts.about, facts.child_hurt)
        walked = {id(where_to_raise(edition, replace(facts, to=to))) for to in kinds_of}  # type: ignore[arg-type]
        for to in draw.sample(EVERY_SET, 40):
            assert id(where_to_raise(edition, replace(facts, to=to))) in walked, (facts, to)  # type: ignore[arg-type]


def failing(bound: Bound) -> Check:
    def check(facts: Any) -> Findings:
        raise RuntimeError(bound.rule)

    return check


def test_a_rule_that_fails_never_loses_a_concern_nor_who_must_hear_it() -> None:
    edition = EDITIONS["rotherham"]
    broken = rule(
        "This rule fails.",
        slug="mending",
        authority="a",
        asked=(raising(failing, "mending"),),
        examples=(Example("It fails.", {}, "", question=RAISE),),
    )
    rules = [broken if each.slug == "mending" else each for each in RULES]
    decision = Compiled(edition, RAISE, rules).decide(concern("child", "social_care"))
    assert (decision.outcome, decision.ground, decision.alarm) == (PERMIT, Ground.CHILD_AT_RISK, "mending")
    assert hearers(decision) == ("social_care",)


def test_where_the_ground_itself_fails_the_head_of_service_decides_and_sees_who_must_hear() -> None:
    edition = EDITIONS["rotherham"]
    broken = rule(
        "This rule fails.",
        slug="raise",
        authority="a",
        asked=(raising(failing, "about"),),
        examples=(Example("It fails.", {}, "", question=RAISE),),
    )
    rules = [broken if each.slug == "raise" else each for each in RULES]
    decision = Compiled(edition, RAISE, rules).decide(concern("adult"))
    assert (decision.outcome, decision.refer_to, decision.alarm) == (REFER, Role.HEAD_OF_SERVICE, "raise")
    assert hearers(decision) == ("adult_care",)
    said = answer(decision, edition, concern("adult"))
    assert said.heading == (
        "The Service Lead decides first: our service could not work this out by itself, "
        "so the Service Lead decides."
    )


@every_policy
def test_hot_words_are_pressed_no_further(edition: Edition) -> None:
    decision = where_to_raise(edition, concern("child", "social_care", belief="no_intention"))
    assert decision.steps == ()
