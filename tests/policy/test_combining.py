"""How findings become one decision, ground by ground, with findings written by hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inconfidence.policy.compiled import Compiled, compiled
from inconfidence.policy.decision import Decision, combine, gathered, said_once, telling
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import Finding, Findings, Kind
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.rule import Bound, Check, Example, Rule, disclosing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Origin, Outcome, Question, Role, StepKind
from tests.policy.elmshire import elmshire

OWN = Bound("own", ("EL-1",), Origin.OWN)
LAW = Bound("law", ("L-01",), Origin.LAW)
DEFAULT = Bound("default", ("D-01",), Origin.DEFAULT)
CONSENT, CHILD, INTEREST = Ground.CONSENT, Ground.CHILD_AT_RISK, Ground.PUBLIC_INTEREST

STANDS = OWN.ground(CONSENT, "agreed", claimed=False)
PASSES = OWN.ground(CHILD, "a child may be at risk", passes_bars=True)
ACT_BAR = OWN.bar(Ground.ACT, "nobody is told", StepKind.OBTAIN_CONSENT)
CLOSING = OWN.closing("nothing lets it go")


def outcome(*findings: Findings) -> tuple[Outcome, Ground | None]:
    combined = combine(findings)
    return combined.outcome, combined.ground


def test_a_clear_ground_permits_and_brings_its_duties_and_those_of_the_act() -> None:
    duty = OWN.duty(CONSENT, DutyKind.RECORD_DISCLOSURE)
    act = OWN.duty(Ground.ACT, DutyKind.FLAG_TRAINING)
    other = OWN.duty(CHILD, DutyKind.TELL_LEAD)
    combined = combine([STANDS, duty, act, other])
    assert (combined.outcome, combined.ground) == (Outcome.PERMIT, CONSENT)
    assert combined.duties == (*duty, *act)
    assert combined.refer_to is None


def test_a_bar_ends_its_ground_only() -> None:
    bar = OWN.bar(CONSENT, "limited")
    assert outcome(STANDS, bar) == (Outcome.REFUSE, None)
    assert outcome(STANDS, bar, PASSES) == (Outcome.PERMIT, CHILD)


def test_a_bar_on_the_act_ends_all_grounds_but_those_that_pass_bars() -> None:
    assert outcome(STANDS, ACT_BAR) == (Outcome.REFUSE, None)
    assert outcome(STANDS, ACT_BAR, PASSES) == (Outcome.PERMIT, CHILD)
    assert outcome(ACT_BAR, PASSES, OWN.bar(CHILD, "the wrong recipient")) == (Outcome.REFUSE, None)


def test_an_approval_refers_to_its_role_with_the_steps_of_its_ground() -> None:
    approval = OWN.approval(INTEREST, "{lead} decides")
    step = OWN.step(INTEREST, "write it down", StepKind.RECORD_BELIEF)
    elsewhere = OWN.step(CHILD, "speak first", StepKind.SPEAK_FIRST)
    combined = combine([OWN.ground(INTEREST, "it outweighs"), step, approval, elsewhere])
    assert combined.outcome is Outcome.REFER
    assert combined.refer_to is Role.HEAD_OF_SERVICE
    assert combined.steps == (StepKind.RECORD_BELIEF,)
    assert combined.reasons == (*approval, *step)


def test_a_clear_ground_of_a_default_stands_before_an_own_one_that_waits() -> None:
    default = DEFAULT.ground(CONSENT, "agreed")
    own, approval = OWN.ground(INTEREST, "it outweighs"), OWN.approval(INTEREST, "{lead} decides")
    assert outcome(own, approval, default) == (Outcome.PERMIT, CONSENT)


def test_a_ground_of_a_default_with_a_step_stands_before_an_own_one_that_is_barred() -> None:
    default, step = DEFAULT.ground(CONSENT, "agreed"), DEFAULT.step(CONSENT, "sign", StepKind.GET_FORM_SIGNED)
    barred = OWN.ground(INTEREST, "it outweighs"), OWN.bar(INTEREST, "the wrong recipient")
    assert outcome(*barred, default, step) == (Outcome.REFER, CONSENT)


def test_steps_alone_refer_to_nobody() -> None:
    combined = combine([STANDS, OWN.step(CONSENT, "sign", StepKind.GET_FORM_SIGNED)])
    assert (combined.outcome, combined.refer_to) == (Outcome.REFER, None)


def test_gates_on_the_act_hold_every_ground_but_those_that_pass_bars() -> None:
    gate = OWN.step(Ground.ACT, "first", StepKind.RECORD_ITEM_NEED)
    assert outcome(STANDS, gate) == (Outcome.REFER, CONSENT)
    assert outcome(STANDS, gate, PASSES) == (Outcome.PERMIT, CHILD)


def test_the_best_standing_ground_answers() -> None:
    asks = OWN.ground(INTEREST, "it outweighs") + OWN.approval(INTEREST, "{lead} decides")
    waits = PASSES + OWN.step(CHILD, "first", StepKind.SPEAK_FIRST)
    assert outcome(asks, waits) == (Outcome.REFER, INTEREST)
    assert outcome(asks, waits, STANDS) == (Outcome.PERMIT, CONSENT)


@pytest.mark.parametrize(
    ("first", "second", "wins"),
    [
        (LAW.ground(CHILD, "law"), OWN.ground(INTEREST, "own"), INTEREST),
        (DEFAULT.ground(CHILD, "default"), LAW.ground(INTEREST, "law"), INTEREST),
        (OWN.ground(CHILD, "first"), OWN.ground(INTEREST, "second"), CHILD),
        (
            OWN.ground(CHILD, "two steps")
            + OWN.step(CHILD, "one", StepKind.SPEAK_FIRST)
            + OWN.step(CHILD, "two", StepKind.CONSULT_LEAD),
            OWN.ground(INTEREST, "one step") + OWN.step(INTEREST, "one", StepKind.SPEAK_FIRST),
            INTEREST,
        ),
        (
            OWN.ground(CHILD, "two approvals") + OWN.approval(CHILD, "a") + OWN.approval(CHILD, "b"),
            OWN.ground(INTEREST, "one") + OWN.approval(INTEREST, "a"),
            INTEREST,
        ),
    ],
    ids=["own before law", "law before default", "register order", "fewer steps", "fewer approvals"],
)
def test_ties(first: Findings, second: Findings, wins: Ground) -> None:
    assert outcome(first, second)[1] is wins


def shown(*findings: Findings) -> Findings:
    return combine(findings).reasons


def test_a_refusal_shows_the_bars_of_the_act_before_all_else() -> None:
    lacks = OWN.lacks(CHILD, "no child", claimed=True)
    assert shown(STANDS, OWN.bar(CONSENT, "limited"), ACT_BAR, lacks, CLOSING) == ACT_BAR


def test_then_the_ground_that_the_facts_speak_of_and_one_that_is_there_before_one_that_is_not() -> None:
    limited = OWN.bar(CONSENT, "limited")
    letter = OWN.lacks(Ground.LAW, "a letter is no order", claimed=True)
    wrong = OWN.bar(CHILD, "the wrong recipient")
    assert shown(STANDS, limited, CLOSING) == limited
    assert shown(STANDS, limited, letter, CLOSING) == letter + CLOSING
    assert shown(STANDS, limited, letter, PASSES, wrong, CLOSING) == wrong


def test_then_what_misses_least_and_the_last_word() -> None:
    one = OWN.lacks(CONSENT, "not agreed", StepKind.OBTAIN_CONSENT)
    two = OWN.lacks(INTEREST, "no danger") + OWN.lacks(INTEREST, "no decision")
    combined = combine([two, one, CLOSING])
    assert combined.reasons == one + CLOSING
    assert combined.steps == (StepKind.OBTAIN_CONSENT,)
    assert shown(CLOSING) == CLOSING


def test_a_barred_ground_is_cited_with_its_bars() -> None:
    bar = LAW.bar(CONSENT, "limited")
    assert combine([STANDS, bar]).cited == (*STANDS, *bar)


def test_a_reason_that_two_come_to_is_said_once_with_all_that_it_rests_on() -> None:
    first, again = OWN.bar(CONSENT, "it is open"), DEFAULT.bar(CONSENT, "it is open")
    other = LAW.step(CONSENT, "ask", StepKind.OBTAIN_CONSENT)
    open_still, asking = said_once((*first, *other, *again))
    assert (open_still.says, open_still.cites, open_still.origin) == (
        "it is open",
        (*first[0].cites, *again[0].cites),
        Origin.OWN,
    )
    assert asking is other[0]


def test_clauses_are_own_then_law_then_default_each_once() -> None:
    cited = (
        *DEFAULT.met(CONSENT, "x"),
        *LAW.met(CONSENT, "y"),
        *OWN.met(CONSENT, "z"),
        *OWN.met(CONSENT, "w"),
    )
    voices = {"EL-1": Origin.OWN, "L-01": Origin.LAW, "D-01": Origin.DEFAULT}
    assert gathered(cited, voices.__getitem__) == (("EL-1", "L-01", "D-01"), True)
    assert gathered(cited[1:], voices.__getitem__)[1] is False


def test_what_was_looked_at_for_a_ground_is_cited_and_what_its_bars_skip_is_not() -> None:
    act = OWN.met(Ground.ACT, "the need is written down")
    met = OWN.met(CHILD, "talked over")
    assert combine([PASSES, act, met]).cited == (*PASSES, *met)
    assert combine([STANDS, act, met]).cited == (*STANDS, *act)


def broken(slug: str) -> Rule:
    def build(bound: Bound) -> Check:
        def check(facts: MayDisclose) -> Findings:
            raise KeyError(facts.act)

        return check

    return rule(
        "Always fails.",
        slug=slug,
        authority="a",
        asked=(disclosing(build),),
        examples=(Example("x", {}, ""),),
    )


def deciding_with(*broken_slugs: str, facts: MayDisclose) -> Decision:
    from inconfidence.policy.register import RULES

    rules = [broken(each.slug) if each.slug in broken_slugs else each for each in RULES]
    return Compiled(elmshire(), Question.MAY_DISCLOSE, rules).decide(facts)


def test_an_error_in_a_rule_refers_to_the_head_of_service_and_raises_the_alarm() -> None:
    agreed = MayDisclose(consent="given")
    assert may_disclose(elmshire(), agreed).outcome is Outcome.PERMIT
    decision = deciding_with("consent-evidence", facts=agreed)
    assert (decision.outcome, decision.refer_to) == (Outcome.REFER, Role.HEAD_OF_SERVICE)
    assert decision.alarm == "consent-evidence"
    assert decision.clauses == ("EL-2.1", "X-01")


def test_an_error_never_stops_a_ground_that_passes_bars() -> None:
    child = MayDisclose(risk_to="child", belief="believed", recipient="safeguarding_body")
    decision = deciding_with("consent-evidence", "consent-ground", facts=child)
    assert (decision.outcome, decision.ground) == (Outcome.PERMIT, Ground.CHILD_AT_RISK)
    assert decision.alarm == "consent-ground, consent-evidence"
    lost = deciding_with("child-at-risk", facts=child)
    assert (lost.outcome, lost.refer_to) == (Outcome.REFER, Role.HEAD_OF_SERVICE)


def test_an_error_never_permits_on_a_ground_that_does_not_pass_bars() -> None:
    assert deciding_with("existence-protected", facts=MayDisclose(consent="given")).outcome is Outcome.REFER


def test_finished_decisions_are_shared_and_their_table_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = elmshire()
    facts = MayDisclose(consent="given")
    assert may_disclose(edition, facts) is may_disclose(edition, MayDisclose(consent="given"))
    assert may_disclose(edition, facts) is may_disclose(edition, MayDisclose(consent="given", spoken_to="no"))
    monkeypatch.setattr("inconfidence.policy.compiled.FINISHED_AT_MOST", 2)
    ready = compiled(edition, Question.MAY_DISCLOSE)
    states: tuple[Any, ...] = ("none", "asked", "refused", "withdrawn", "implied", "given")
    for state in states:
        ready.decide(MayDisclose(consent=state))
        assert 1 <= len(ready._finished) <= 2
    assert may_disclose(edition, facts).outcome is Outcome.PERMIT


def test_findings_are_told_apart_by_identity() -> None:
    first, second = OWN.met(CONSENT, "x")[0], OWN.met(CONSENT, "x")[0]
    assert first != second
    assert isinstance(first, Finding)
    assert first.kind is Kind.MET


PIECES = st.sampled_from(
    [
        STANDS,
        PASSES,
        ACT_BAR,
        CLOSING,
        OWN.ground(INTEREST, "it outweighs"),
        *(
            each
            for ground in (CONSENT, CHILD, INTEREST, Ground.ACT)
            for each in (
                LAW.bar(ground, "not so", StepKind.GIVE_REASON),
                OWN.approval(ground, "{lead} decides"),
                OWN.step(ground, "write it down", StepKind.RECORD_BELIEF),
                DEFAULT.duty(ground, DutyKind.TELL_LEAD),
                DEFAULT.met(ground, "looked at"),
                OWN.lacks(ground, "not there", claimed=True),
            )
        ),
    ]
)


@given(st.lists(PIECES, max_size=9))
def test_what_was_found_beside_a_bar_on_its_ground_tells_nothing(pieces: list[Findings]) -> None:
    whole = tuple(finding for piece in pieces for finding in piece)
    assert combine([telling(whole)]) == combine([whole])


def test_beside_a_bar_only_bars_and_the_ground_are_kept() -> None:
    bar, step, lacks = OWN.bar(CONSENT, "limited"), OWN.step(CONSENT, "ask", StepKind.OBTAIN_CONSENT), ACT_BAR
    assert telling((*STANDS, *step)) == (*STANDS, *step)
    assert telling((*STANDS, *bar, *step, *lacks)) == (*STANDS, *bar, *lacks)
