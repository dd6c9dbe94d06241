"""What is true of every answer, whatever is asked of whichever policy: one sentence each, by question.

An invariant is given the facts named in `reads`, the decision and the policy, and says whether the sentence holds;
where it does not bear it says nothing. `LAWS`, at the end, are about one fact changed. The tests hold all of them
against drawn facts, `script/prove walk` against every combination that can differ, and `test_invariants_bite.py` shows
that each catches an answer that breaks it.
"""

from typing import Any, cast

from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import VALUES
from inconfidence.policy.headings import NOTHING_TO_SHOW, outward
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY
from inconfidence.policy.vocabulary import DutyKind, Ground, Origin, Outcome, Question, StepKind
from tests.policy.invariant import Law, of, wherever

EVERY = tuple(QUESTIONS)
BEGIN, RECORD, SEE = Question.MAY_BEGIN_CASEWORK, Question.MAY_RECORD, Question.MAY_SEE
OBTAIN, DISCLOSE = Question.MAY_OBTAIN, Question.MAY_DISCLOSE
CONTACT, WORK, PAPER = Question.MAY_CONTACT, Question.MAY_WORK, Question.MAY_MOVE_PAPER
PUBLISH, ADOPT, RAISE = Question.MAY_PUBLISH, Question.MAY_ADOPT, Question.WHERE_TO_RAISE
KEEP = Question.HOW_LONG_TO_KEEP
ANSWER = Question.MAY_ANSWER_REQUEST
PERMIT, REFUSE, REFER = Outcome.PERMIT, Outcome.REFUSE, Outcome.REFER

VOICES = (Origin.OWN, Origin.LAW, Origin.DEFAULT)
DANGERS = (Ground.CHILD_AT_RISK, Ground.PERSON_AT_RISK)
# The rule behind each ground on which something may leave, and what its permit obliges us to write down.
LEAVING = {
    Ground.CONSENT: ("consent-ground", DutyKind.RECORD_DISCLOSURE),
    Ground.OWN_INFORMATION: ("consent-ground", DutyKind.RECORD_DISCLOSURE),
    Ground.CHILD_AT_RISK: ("child-at-risk", DutyKind.RECORD_CONCERN),
    Ground.PERSON_AT_RISK: ("person-at-risk", DutyKind.RECORD_CONCERN),
    Ground.LAW: ("law-ground", DutyKind.RECORD_LAW),
    Ground.PUBLIC_INTEREST: ("public-interest", DutyKind.RECORD_PUBLIC_INTEREST),
    Ground.INSPECTION: ("inspection", DutyKind.RECORD_INSPECTION),
    Ground.INTERNAL: ("internal-discussion", DutyKind.LOG_DISCUSSION),
    Ground.DE_IDENTIFIED: ("de-identified-use", DutyKind.RECORD_USE),
}
# What a no obliges us to: an answer to whoever asked, an offer to the inspector, what the head of service is shown.
WITH_A_NO = {
    DutyKind.FLAG_LAW_DIFFERS,
    DutyKind.DECLINE_REFERRAL,
    DutyKind.OFFER_DE_IDENTIFIED,
    DutyKind.FLAG_UNREPORTED,
    DutyKind.FLAG_NO_PERIOD,
    DutyKind.REVIEW_MARKER,
    DutyKind.SAY_NOT_BOUND,
}
OUTSIDERS = ("council_officer", "host_staff", "other_service", "shared_account")
STAFF = ("worker", "head_of_service")
PROTECTING = ("safeguarding_body", "police", "emergency_service")
NOTES = ("note", "observation", "anonymous_note", "paper_note", "encouragement")
FIRST_ADVICE = ("open_enquiry", "general_information")
LATER = ("casework", "close_first_contact")


def permits(decision: Decision, *grounds: Ground) -> bool:
    """Whether it is a yes, on one of these grounds if any are named."""
    return decision.outcome is PERMIT and (not grounds or decision.ground in grounds)


def owed(decision: Decision) -> set[DutyKind | None]:
    """The kinds of duty that the answer brings."""
    return {finding.duty for finding in decision.duties}


def voices(decision: Decision, edition: Edition) -> list[Origin]:
    """Whose voice each clause named is, in order."""
    return [edition.clause(each).origin for each in decision.clauses if each in edition.every_clause]


def has(edition: Edition, rule: str, key: str, value: object) -> bool:
    """Whether a policy sets this value."""
    return edition.names(rule) and edition.value(rule, key) == value


def their_yes(facts: Any) -> bool:
    """Their own yes, to this very recipient."""
    return (facts.consent, facts.consent_from, facts.consent_recipient) == ("given", "subject", "yes")


# ── Every answer ──────────────────────────────────────────────────────────────────────────


@of(*EVERY)
def every_answer_names_a_clause_and_a_reason(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """Every answer names a clause and gives a reason."""
    return bool(decision.clauses and decision.reasons)


@of(*EVERY)
def every_clause_named_is_there(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """Every clause that is named is one of this policy, of the law, of the defaults or of the readings."""
    return all(each in edition.every_clause or each in edition.readings for each in decision.clauses)


@of(*EVERY)
def own_clauses_speak_before_law_and_law_before_defaults(
    _: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A policy's own clauses are named before the law, and the law before a default."""
    voiced = voices(decision, edition)
    return voiced == sorted(voiced, key=VOICES.index)


@of(*EVERY)
def no_rule_fails(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """No rule fails over any facts."""
    return not decision.alarm


@of(*EVERY)
def a_referral_names_a_role_or_a_step(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """A referral names whose decision comes first, or a step of ours."""
    return wherever(decision.outcome is REFER, bool(decision.refer_to or decision.steps))


@of(*EVERY)
def only_a_referral_sends_to_somebody(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """A yes and a no send nobody to anybody."""
    return wherever(decision.outcome is not REFER, decision.refer_to is None)


@of(*EVERY)
def a_yes_asks_for_nothing_first(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """A yes names no step."""
    return wherever(permits(decision), not decision.steps)


@of(*EVERY)
def only_a_no_stands_on_no_ground(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """A yes and a referral stand on a ground, a no on none."""
    return (decision.ground is None) == (decision.outcome is REFUSE)


@of(*EVERY)
def nothing_is_owed_before_a_yes(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """Duties come with a yes; a no owes at most an answer, an offer, and what the head of service is shown."""
    allowed = WITH_A_NO if decision.outcome is REFUSE else set()
    return wherever(not permits(decision), owed(decision) <= allowed)


@of(*EVERY)
def a_duty_is_owed_once(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """No duty is listed twice."""
    return wherever(bool(decision.duties), len(owed(decision)) == len(decision.duties))


@of(*EVERY)
def no_reason_is_given_twice(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """No answer gives the same reason twice, however many rules come to it."""
    said = [reason.says for reason in decision.reasons]
    return wherever(len(said) > 1, len(set(said)) == len(said))


@of(*EVERY)
def a_default_is_used_only_where_one_is_named(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """An answer that says it rests on a default names one."""
    return wherever(decision.default_used, Origin.DEFAULT in voices(decision, edition))


@of(*EVERY)
def a_default_that_is_named_is_told(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """An answer that names a default says so."""
    return wherever(Origin.DEFAULT in voices(decision, edition), decision.default_used)


# ── May we tell this recipient this? ──────────────────────────────────────────────────────


@of(DISCLOSE, reads="consent consent_from")
def nobody_else_says_yes_for_them(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Consent carries only where the person whose information it is said yes, and has not taken it back."""
    agreed = facts.consent == "given" and facts.consent_from == "subject"
    return wherever(permits(decision, Ground.CONSENT), agreed)


@of(DISCLOSE, reads="consent")
def no_ground_of_consent_without_a_given_consent(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Without a given consent there is no ground of consent, to refer on or to permit."""
    return wherever(facts.consent != "given", decision.ground is not Ground.CONSENT)


@of(DISCLOSE, reads="consent_recipient consent_purpose consent_items consent_before")
def a_consent_reaches_no_further_than_it_goes(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A consent reaches only its own recipients, purposes and items, and nothing that went before it."""
    within = (facts.consent_recipient, facts.consent_purpose, facts.consent_items, facts.consent_before)
    return wherever(permits(decision, Ground.CONSENT), within == ("yes", "yes", "yes", "yes"))


@of(DISCLOSE, reads="consent_record")
def a_consent_that_nobody_can_show_carries_nothing(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A consent that is not on the file, or on it without its day, carries nothing."""
    spoiled = facts.consent_record in ("not_recorded", "note_no_date", "form_no_recipients")
    return wherever(spoiled, not permits(decision, Ground.CONSENT))


@of(DISCLOSE, reads="consent_record")
def a_form_is_signed_where_the_policy_asks_for_it(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """An unsigned form carries nothing where the policy asks for a signed and dated one."""
    strict = has(edition, "consent-evidence", "in_person", "signed_and_dated_form")
    unsigned = facts.consent_record == "form_unsigned"
    return wherever(strict and unsigned, not permits(decision, Ground.CONSENT))


@of(DISCLOSE, reads="consent_review")
def an_overdue_consent_is_confirmed_or_its_review_owed(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """An overdue consent is confirmed first or its review is owed, as the policy has it."""
    first = has(edition, "consent-review", "overdue", "confirm_first")
    used = permits(decision, Ground.CONSENT) and facts.consent_review == "overdue"
    return wherever(used, not first and DutyKind.REVIEW_CONSENT in owed(decision))


@of(DISCLOSE, reads="consent_review")
def a_reopened_case_asks_again(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """What was agreed before a case was reopened is confirmed before it is used."""
    return wherever(facts.consent_review == "reopened", not permits(decision, Ground.CONSENT))


@of(DISCLOSE, reads="form_back")
def nothing_goes_on_consent_before_the_form_is_back(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy has a permission form, nothing goes on consent before it is back."""
    waits = edition.names("permission-form-gate") and facts.form_back == "no"
    return wherever(waits, not permits(decision, Ground.CONSENT))


@of(DISCLOSE, reads="identifies recipient")
def nothing_identifying_leaves_without_a_ground_of_this_policy(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nothing that points to somebody leaves but on consent, or on a ground that this policy or the law lists."""
    leaves = facts.identifies != "nobody" and facts.recipient not in ("service_staff", "user")
    listed = LEAVING.keys() - {Ground.INTERNAL, Ground.DE_IDENTIFIED, Ground.OWN_INFORMATION}
    rule, _ = LEAVING.get(decision.ground or Ground.ACT, ("", None))
    behind = decision.ground in listed and edition.names(rule)
    return wherever(permits(decision) and leaves, behind)


@of(DISCLOSE)
def what_leaves_is_written_down(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """Every yes obliges us to write down what went, in the way of its ground."""
    _, duty = LEAVING.get(decision.ground or Ground.ACT, ("", None))
    return wherever(permits(decision), duty in owed(decision))


@of(DISCLOSE, reads="extent")
def the_whole_file_goes_only_by_law_or_to_an_inspector(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """The whole file goes to nobody but by law, or to an inspector."""
    whole = permits(decision) and facts.extent == "whole_file"
    return wherever(whole, decision.ground in (Ground.LAW, Ground.INSPECTION))


@of(DISCLOSE, reads="relevant need_stated")
def what_is_weighed_is_weighed_item_by_item(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """On consent, and in the public interest, every item bears on the matter and has its reason."""
    weighed = permits(decision, Ground.CONSENT, Ground.PUBLIC_INTEREST)
    return wherever(weighed, (facts.relevant, facts.need_stated) == ("yes", "yes"))


@of(DISCLOSE, reads="risk_to belief recipient extent")
def a_believed_risk_to_a_child_is_never_stopped(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A believed concern about a child goes to those who protect children, whatever else is the case."""
    believed = (facts.risk_to, facts.belief, facts.recipient) == ("child", "believed", "safeguarding_body")
    return wherever(believed and facts.extent != "whole_file", decision.outcome is PERMIT)


@of(DISCLOSE, reads="recipient emergency")
def a_child_at_risk_is_told_of_to_those_who_protect_children(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """On the ground of a child at risk nobody hears but those who protect children."""
    at_once = facts.emergency == "yes" and facts.recipient in PROTECTING
    protects = facts.recipient == "safeguarding_body" or at_once
    return wherever(permits(decision, Ground.CHILD_AT_RISK), protects)


@of(DISCLOSE, reads="recipient risk_to")
def a_danger_is_told_to_those_who_can_protect(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """On the ground of a person at risk nobody hears but those who can protect them."""
    employer = facts.risk_to == "staff" and facts.recipient == "host_staff"
    return wherever(permits(decision, Ground.PERSON_AT_RISK), facts.recipient in PROTECTING or employer)


@of(DISCLOSE, reads="risk_to")
def a_ground_of_danger_needs_the_danger(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A child’s ground is a child’s, and an adult’s an adult’s: without the danger there is none."""
    whose = {
        Ground.CHILD_AT_RISK: ("child",),
        Ground.PERSON_AT_RISK: ("adult_at_risk", "adult", "staff", "public"),
    }
    return wherever(decision.ground in DANGERS, facts.risk_to in whose.get(decision.ground or Ground.ACT, ()))


@of(DISCLOSE, reads="belief")
def words_that_were_not_meant_stay_here(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Words talked through and not meant go to nobody as a danger, where the policy talks them through."""
    unmeant = facts.belief == "no_intention" and edition.names("check-and-speak-first")
    return wherever(unmeant, not permits(decision, *DANGERS, Ground.PUBLIC_INTEREST))


@of(DISCLOSE, reads="head_decided emergency")
def an_adults_danger_is_decided_by_the_head_of_service(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A danger to somebody who is not a child is told when the head of service has decided, or there is no time."""
    decided = facts.head_decided == "yes" or facts.emergency == "yes"
    return wherever(permits(decision, Ground.PERSON_AT_RISK, Ground.PUBLIC_INTEREST), decided)


@of(DISCLOSE, reads="belief emergency")
def a_danger_is_believed_before_it_is_told(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A danger is told once it is believed, or at once with the belief owed the same day."""
    believed = facts.belief == "believed" or (
        facts.emergency == "yes" and DutyKind.RECORD_BELIEF in owed(decision)
    )
    return wherever(
        permits(decision, *DANGERS, Ground.PUBLIC_INTEREST) and facts.belief != "no_intention", believed
    )


@of(DISCLOSE, reads="risk_to emergency lead_consulted head_decided actor")
def the_lead_is_consulted_where_the_policy_asks_for_it(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy asks for it, an adult’s danger is talked over with the head of service if there is time."""
    asks = edition.names("consult-lead") and facts.emergency == "no" and facts.risk_to != "child"
    consulted = "yes" in (facts.lead_consulted, facts.head_decided) or facts.actor == "head_of_service"
    return wherever(asks and permits(decision, Ground.PERSON_AT_RISK, Ground.PUBLIC_INTEREST), consulted)


@of(DISCLOSE, reads="risk_to emergency spoken_to")
def people_are_spoken_to_first_where_the_policy_asks_for_it(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy asks for it, whoever said it is spoken to before an adult’s danger is told."""
    asks = has(edition, "check-and-speak-first", "speak_first", "step") and facts.emergency == "no"
    waits = asks and facts.risk_to != "child" and facts.spoken_to == "no"
    return wherever(waits, not permits(decision, Ground.PERSON_AT_RISK, Ground.PUBLIC_INTEREST))


@of(DISCLOSE)
def the_lead_hears_of_a_child_at_risk(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """Whoever tells of a child at risk also tells the head of service."""
    return wherever(permits(decision, Ground.CHILD_AT_RISK), DutyKind.TELL_LEAD in owed(decision))


@of(DISCLOSE, reads="risk_to")
def what_is_outside_the_policy_is_marked(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A danger told on the law alone is marked where it is outside what the policy names."""
    named = edition.value("person-at-risk", "whose")
    assert isinstance(named, tuple)
    outside = facts.risk_to not in named and bool(edition.value("person-at-risk", "outside_policy"))
    marked = DutyKind.FLAG_OUTSIDE_POLICY in owed(decision)
    return wherever(permits(decision, Ground.PERSON_AT_RISK), marked == outside)


@of(DISCLOSE)
def the_public_interest_carries_only_where_the_policy_says_so(
    _: Any, decision: Decision, edition: Edition
) -> bool | None:
    """The public interest is a ground only where the policy makes it one."""
    not_a_ground = has(edition, "public-interest", "decided_by", "not_a_ground")
    silent = not edition.names("public-interest")
    return wherever(not_a_ground or silent, decision.ground is not Ground.PUBLIC_INTEREST)


@of(DISCLOSE, reads="law within_terms")
def a_letter_or_a_badge_is_no_duty_in_law(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """The law carries an order or a duty, within its terms; never a claim, a badge or a power that somebody has."""
    binds = facts.law in ("order", "requires") and facts.within_terms == "yes"
    return wherever(permits(decision, Ground.LAW), binds)


@of(DISCLOSE, reads="law within_terms head_decided actor")
def an_order_is_obeyed(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """An order or a duty in law is obeyed within its terms, by staff, once the head of service has seen it."""
    by_staff = facts.actor != "volunteer" or not edition.names("volunteer-no-download")
    binds = facts.law in ("order", "requires") and facts.within_terms == "yes" and by_staff
    return wherever(binds and facts.head_decided == "yes", decision.outcome is PERMIT)


@of(DISCLOSE, reads="actor recipient act identifies")
def a_volunteer_tells_nobody_outside(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A volunteer tells staff and the person they help; outside they pass on a danger, or what points to nobody."""
    outside = facts.actor == "volunteer" and facts.recipient not in ("service_staff", "user")
    nameless = facts.identifies == "nobody" and facts.act in ("raise_pattern", "internal", "training_example")
    told = permits(decision) and not permits(decision, *DANGERS) and not nameless
    return wherever(outside and edition.names("volunteer-no-download"), not told)


@of(DISCLOSE, reads="actor act recipient assigned")
def a_volunteer_speaks_of_their_own_cases(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A volunteer talks over the cases they help with, and no others."""
    case = (facts.actor, facts.act, facts.recipient, facts.assigned)
    another = case == ("volunteer", "internal", "service_staff", "no")
    return wherever(another, not permits(decision, Ground.INTERNAL))


@of(DISCLOSE, reads="head_decided")
def the_head_sees_an_order_first_where_the_policy_asks_for_it(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy asks for it, nothing goes by law before the head of service has seen why."""
    asks = ("law-ground", "decided_by") in edition.settings and facts.head_decided == "no"
    return wherever(asks, not permits(decision, Ground.LAW))


@of(DISCLOSE, reads="recipient inspection law within_terms")
def an_inspector_sees_files_only_as_far_as_the_policy_opens_them(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Files are open to an inspector while the council is inspected, or on a power cited, as the policy has it."""
    open_now = has(edition, "inspection", "files", "while_authority_inspected")
    power = (facts.law, facts.within_terms) == ("permits", "yes")
    opened = facts.inspection == "authority_open" if open_now else power
    return wherever(permits(decision, Ground.INSPECTION), facts.recipient == "inspector" and opened)


@of(DISCLOSE, reads="act extent recipient consent consent_from consent_recipient")
def that_somebody_came_is_itself_confidential(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """That somebody came is told outside only on their yes, by law, for a danger or to an open inspection."""
    outside = facts.recipient not in ("service_staff", "user")
    told = facts.act == "confirm_known" or (facts.extent == "existence" and outside)
    allowed = decision.ground in (*DANGERS, Ground.LAW, Ground.INSPECTION) or their_yes(facts)
    return wherever(told and permits(decision), allowed)


@of(DISCLOSE, reads="act")
def the_answer_to_do_you_know_them_is_one_answer(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Whoever asks whether we know somebody hears the same, known or not, unless it is a yes."""
    asked = facts.act == "confirm_known" and not permits(decision)
    return wherever(asked, outward(decision) == NEITHER_CONFIRM_NOR_DENY)


@of(DISCLOSE, reads="recipient consent consent_from consent_recipient")
def whoever_sent_them_is_told_nothing_without_their_yes(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Whoever sent a family to us hears nothing afterwards but on the family’s yes, or by law."""
    told = facts.recipient == "referrer" and permits(decision)
    return wherever(told, their_yes(facts) or decision.ground is Ground.LAW)


@of(DISCLOSE, reads="recipient consent consent_from consent_recipient")
def one_persons_words_are_not_anothers_to_hear(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What one person told us goes to another whom we help only on their yes, or by law."""
    told = facts.recipient == "other_user" and permits(decision)
    return wherever(told, their_yes(facts) or decision.ground is Ground.LAW)


@of(DISCLOSE, reads="recipient provided_by")
def what_was_told_in_confidence_goes_to_no_family(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What somebody else told us in confidence goes to no user and no relative but by law."""
    in_confidence = facts.provided_by == "other_in_confidence"
    told = in_confidence and facts.recipient in ("user", "other_user", "relative") and permits(decision)
    return wherever(told, decision.ground is Ground.LAW)


@of(DISCLOSE, reads="act recipient identifies consent consent_from consent_recipient")
def council_and_host_are_never_inside(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Council and host hear nothing as if they were colleagues: only on a yes, by law or for a danger."""
    outside = facts.recipient in ("council", "host_staff") and facts.act == "internal"
    told = outside and facts.identifies != "nobody" and permits(decision)
    return wherever(told, their_yes(facts) or decision.ground in (*DANGERS, Ground.LAW))


@of(DISCLOSE, reads="recipient identifies")
def no_story_that_points_to_somebody_reaches_the_public(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """The public hears of somebody who could be picked out only on their yes, or by law."""
    told = facts.recipient == "public" and facts.identifies != "nobody" and permits(decision)
    return wherever(told, decision.ground in (Ground.CONSENT, Ground.LAW))


@of(DISCLOSE, reads="act identifies checklist_signed extent")
def a_story_is_signed_for_before_it_is_told(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A story goes without a consent only when it points to nobody and its checklist is signed; no file is a story."""
    signed = facts.checklist_signed == "yes" or facts.act == "raise_pattern"
    nobody = facts.identifies == "nobody" and facts.extent != "whole_file"
    return wherever(permits(decision, Ground.DE_IDENTIFIED), signed and nobody)


@of(DISCLOSE, reads="act recipient relevant")
def supervision_stays_inside(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """What is talked over for supervision is heard by the service’s own people, and holds nothing beside the matter."""
    inside = (facts.act, facts.recipient, facts.relevant) == ("internal", "service_staff", "yes")
    return wherever(permits(decision, Ground.INTERNAL), inside)


@of(DISCLOSE, reads="recipient provided_by act")
def their_own_words_go_back_to_them(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Without a consent somebody is told only what they told us themselves."""
    own = (facts.recipient, facts.provided_by, facts.act) == ("user", "subject", "share")
    return wherever(permits(decision, Ground.OWN_INFORMATION), own)


@of(DISCLOSE, reads="consent")
def nobody_is_sent_to_press(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """After a no, a change of mind, or while an answer is awaited, nobody is sent to ask."""
    waits = facts.consent in ("refused", "withdrawn", "asked")
    return wherever(waits, StepKind.OBTAIN_CONSENT not in decision.steps)


# ── May this person see this? ─────────────────────────────────────────────────────────────


@of(SEE, reads="actor")
def nobody_from_outside_sees_anything(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Nobody from outside the service sees anything, nor does an account that two people use."""
    return wherever(facts.actor in OUTSIDERS, decision.outcome is REFUSE)


@of(SEE, reads="actor agreement")
def no_unsigned_volunteer_sees_anything(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A volunteer without a signed agreement never sees anything where the policy demands one."""
    unsigned = facts.actor == "volunteer" and facts.agreement == "no" and edition.names("volunteer-agreement")
    return wherever(unsigned, decision.outcome is REFUSE)


@of(SEE, reads="actor volunteer_wanted")
def a_volunteer_nobody_asked_for_sees_nothing(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where volunteers come when the parent asks for one, nobody else’s volunteer sees anything."""
    unwanted = facts.actor == "volunteer" and facts.volunteer_wanted == "no"
    return wherever(unwanted and edition.names("volunteer-asked-for"), decision.outcome is REFUSE)


@of(SEE, reads="actor volunteers_enabled")
def volunteers_are_allowed_before_they_see_anything(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy knows no volunteers, none sees anything before the head of service allowed them."""
    not_allowed = facts.actor == "volunteer" and facts.volunteers_enabled == "no"
    return wherever(not_allowed and edition.names("volunteers-enabled"), decision.outcome is REFUSE)


@of(SEE, reads="actor inducted")
def an_untaught_volunteer_waits_where_the_policy_says_so(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A volunteer who has not learnt the policy sees nothing where the policy says so."""
    bars = has(edition, "induction", "missing", "bar_volunteers")
    untaught = facts.actor == "volunteer" and facts.inducted == "no"
    return wherever(bars and untaught, decision.outcome is REFUSE)


@of(SEE, reads="actor assigned")
def a_volunteer_sees_only_the_cases_they_help_with(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A volunteer sees no case that they do not help with."""
    return wherever(facts.actor == "volunteer" and facts.assigned == "no", not permits(decision))


@of(SEE, reads="actor source shared")
def a_volunteer_sees_as_much_as_the_policy_gives(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A volunteer sees nothing, what the parent gave and staff shared, or their case, as the policy has it."""
    sees = edition.value("volunteer-scope", "sees")
    given = (facts.source, facts.shared) == ("parent", "yes")
    enough = sees == "assigned_case" or (sees == "parent_supplied" and given)
    return wherever(facts.actor == "volunteer" and permits(decision), enough)


@of(SEE, reads="actor act item")
def a_volunteer_keeps_nothing_and_hears_no_messages(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A volunteer downloads nothing and hears no message left for the service."""
    download = facts.act == "download" and edition.names("volunteer-no-download")
    message = facts.item == "voicemail" and edition.names("voicemail-staff-only")
    return wherever(facts.actor == "volunteer" and (download or message), not permits(decision))


@of(SEE, reads="actor item source")
def a_volunteer_sees_no_file_that_the_parent_did_not_hand_over(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What the SEN case file or the school holds is closed to volunteers unless the parent handed it over."""
    closed = {"sen_file": "volunteer-sen-file", "school_record": "volunteer-school-record"}
    theirs = edition.names(closed.get(facts.item, "")) and facts.source != "parent"
    return wherever(facts.actor == "volunteer" and theirs, not permits(decision))


@of(SEE, reads="actor item source head_decided")
def the_head_decides_on_a_school_record_where_the_policy_says_so(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy says so, a parent’s copy of a school record waits for the head of service."""
    decides = has(edition, "volunteer-school-record", "parent_copy", "head_decides")
    copy = (facts.actor, facts.item, facts.head_decided) == ("volunteer", "school_record", "no")
    return wherever(decides and copy, not permits(decision))


@of(SEE, reads="actor")
def a_volunteer_is_told_the_same_whatever_there_is(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What a volunteer may not open sounds like what is not there."""
    unseen = facts.actor == "volunteer" and not permits(decision)
    return wherever(unseen, outward(decision) == NOTHING_TO_SHOW)


@of(SEE, reads="act item")
def nobody_matches_joins_or_looks_across(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Nobody looks for who an anonymous caller was, joins two enquiries, or looks from one into another."""
    across = facts.act in ("match", "merge") or facts.item == "other_enquiry"
    return wherever(across, decision.outcome is REFUSE)


@of(SEE, reads="actor assigned reason")
def nobody_opens_a_case_without_a_need(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Everyone, managers too, opens a case by working on it or with a written reason."""
    needed = facts.assigned == "yes" or (facts.actor in STAFF and facts.reason == "yes")
    return wherever(permits(decision), needed)


@of(SEE, reads="actor assigned")
def a_look_for_a_reason_is_reported(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A look into somebody else’s case is reported."""
    looks = permits(decision) and facts.assigned == "no"
    return wherever(looks, DutyKind.REPORT_LOOK in owed(decision))


@of(SEE, reads="item item_need")
def a_marked_item_opens_to_a_need_of_its_own(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A marked item opens only to a need written down for that very item."""
    unneeded = facts.item == "restricted" and facts.item_need == "no"
    return wherever(unneeded and edition.names("restricted-items"), not permits(decision))


@of(SEE, reads="actor item assigned")
def hot_words_stay_close(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Where the policy says so, hot words stay between the worker on the case and the head of service."""
    close = facts.actor == "head_of_service" or (facts.actor == "worker" and facts.assigned == "yes")
    kept = facts.item == "hot_words" and edition.names("concern-kept-close")
    return wherever(kept and not close, decision.outcome is REFUSE)


@of(SEE, reads="inducted trained")
def gaps_in_training_are_shown(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Whoever opens a case with a gap in induction or training is shown to the head of service."""
    gaps = {
        kind
        for kind, word, rule in (
            (DutyKind.FLAG_INDUCTION, facts.inducted, "induction"),
            (DutyKind.FLAG_TRAINING, facts.trained, "training"),
        )
        if word == "no" and edition.names(rule)
    }
    return wherever(permits(decision) and bool(gaps), gaps <= owed(decision))


# ── May casework begin? ───────────────────────────────────────────────────────────────────


@of(BEGIN, reads="act anonymous")
def no_casework_while_anonymous(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """No casework for somebody who has not said who they are."""
    return wherever((facts.act, facts.anonymous) == ("casework", "yes"), decision.outcome is REFUSE)


@of(BEGIN, reads="act anonymous")
def nobody_is_pressed_for_a_name(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A caller without a name is sent no step towards one."""
    steps = {
        StepKind.KEEP_GENERAL,
        StepKind.GIVE_STATEMENT,
        StepKind.GIVE_PACK,
        StepKind.ASK_CONSENT_QUESTION,
    }
    unnamed = facts.anonymous == "yes" and facts.act in FIRST_ADVICE
    origin = {StepKind.RECORD_ABSENCE_REASON}
    return wherever(unnamed, set(decision.steps) <= steps | origin)


@of(BEGIN, reads="act relation anonymous")
def no_casework_for_other_relatives(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A relative who does not bring the child up gets no casework."""
    return wherever((facts.act, facts.relation) == ("casework", "relative"), decision.outcome is REFUSE)


@of(BEGIN, reads="act relation responsibility anonymous")
def a_carer_shows_responsibility_where_the_policy_asks_for_it(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where casework rests on responsibility, a carer without it gets none, and the head sees that law may differ."""
    asks = has(edition, "who-may-be-a-client", "carers", "with_responsibility")
    carer = (facts.act, facts.relation, facts.anonymous) == ("casework", "carer", "no")
    unseen = asks and carer and facts.responsibility == "no"
    shown = DutyKind.FLAG_LAW_DIFFERS in owed(decision)
    return wherever(unseen and decision.outcome is REFUSE, shown or StepKind.CHASE_FORM in decision.steps)


@of(BEGIN, reads="act relation responsibility")
def casework_rests_on_responsibility_where_the_policy_says_so(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nobody gets casework without parental responsibility where the policy rests it on that."""
    key = {"parent": "adults", "carer": "carers"}.get(facts.relation, "")
    asks = has(edition, "who-may-be-a-client", key, "with_responsibility") if key else False
    without = facts.act == "casework" and facts.responsibility == "no"
    holder = facts.relation == "responsibility_holder"
    return wherever(without and (asks or holder), not permits(decision))


@of(BEGIN, reads="act names_child")
def general_information_is_for_everybody(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """General information about nobody in particular is for everybody, whoever they are and whatever is missing."""
    general = (facts.act, facts.names_child) == ("general_information", "no")
    return wherever(general, decision.outcome is PERMIT)


@of(BEGIN, reads="act reason_declined")
def nobody_is_turned_away_for_age_or_capacity(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nobody is turned away for their age or for what they can understand."""
    turned = (facts.act, facts.reason_declined) == ("decline", "age_or_capacity")
    return wherever(turned, decision.outcome is REFUSE)


@of(BEGIN, reads="act reason_declined")
def help_never_depends_on_more_detail(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Where the policy says so, nobody is sent away for not saying more."""
    withheld = (facts.act, facts.reason_declined) == ("decline", "optional_detail")
    return wherever(withheld and edition.names("optional-detail"), decision.outcome is REFUSE)


@of(BEGIN, reads="act relation responsibility reason_declined")
def clients_are_not_turned_away_for_want_of_responsibility(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """No client is turned away for want of parental responsibility; only where casework rests on it may it be said."""
    turned = (facts.act, facts.reason_declined) == ("decline", "no_responsibility")
    key = {"parent": "adults", "carer": "carers"}.get(facts.relation, "")
    asks = key and has(edition, "who-may-be-a-client", key, "with_responsibility")
    wants = (asks or facts.relation == "responsibility_holder") and facts.responsibility == "no"
    client = facts.relation != "relative" and not wants
    return wherever(turned, (decision.outcome is REFUSE) == client)


@of(BEGIN, reads="act relation anonymous")
def a_child_is_never_refused_for_who_they_are(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A child or young person who asks for help is refused nothing but work before their form is back."""
    themselves = facts.relation in ("child", "young_person") and facts.anonymous == "no"
    refused = themselves and facts.act != "decline" and decision.outcome is REFUSE
    return wherever(refused, decision.steps == (StepKind.CHASE_FORM,))


@of(BEGIN, reads="act")
def only_work_in_depth_waits_for_the_form(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """First advice, opening an enquiry and closing a first contact do not wait for the permission form."""
    return wherever(facts.act != "casework", StepKind.CHASE_FORM not in decision.steps)


@of(BEGIN, reads="act form_back")
def no_work_in_depth_before_the_form_is_back(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Where the policy has a permission form, no work in depth before it is back."""
    waits = edition.names("permission-form-gate") and facts.form_back == "no"
    return wherever(waits and facts.act == "casework", decision.outcome is REFUSE)


@of(BEGIN, reads="act origin confirmed")
def casework_waits_for_their_own_word(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Nobody is worked for in depth on a professional’s word alone."""
    unheard = facts.act == "casework" and facts.origin != "self" and facts.confirmed == "no"
    return wherever(unheard, not permits(decision))


@of(BEGIN, reads="act statement pack consent_question")
def what_belongs_to_the_start_is_done_or_owed(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What people are told and given at the start comes first or is owed, as the policy has it."""
    first = {
        ("told-at-the-start", facts.statement == "no", DutyKind.EXPLAIN_CONFIDENTIALITY),
        ("first-contact-pack", facts.pack == "no", DutyKind.GIVE_PRIVACY_NOTICE),
    }
    missing = [(rule, duty) for rule, absent, duty in first if absent]
    gated = any(has(edition, rule, "missing", "step") for rule, _ in missing)
    asks = has(edition, "consent-question", "at_first_contact", "required")
    unasked = asks and facts.consent_question == "untouched"
    done = not gated and not unasked and {duty for _, duty in missing} <= owed(decision)
    return wherever(permits(decision) and facts.act in LATER, done)


@of(BEGIN, reads="act refused limits_explained")
def a_refusal_is_followed_by_its_limits(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Who refused to share is told how far help then goes: before casework, or as something owed."""
    untold = (facts.act, facts.refused, facts.limits_explained) == ("casework", "yes", "no")
    first = has(edition, "limits-after-refusal", "missing", "step")
    return wherever(untold and permits(decision), not first and DutyKind.EXPLAIN_LIMITS in owed(decision))


# ── May this be written down? ─────────────────────────────────────────────────────────────


@of(RECORD, reads="kind by")
def nobody_decides_for_somebody_else(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Nobody’s consent, nor their change of mind, is written down as somebody else decided it."""
    anothers = facts.kind in ("consent", "consent_change") and facts.by != "the_person"
    return wherever(anothers, decision.outcome is REFUSE)


@of(RECORD, reads="kind")
def no_decision_is_overwritten(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A decision on the file is never overwritten."""
    return wherever(facts.kind == "decision_edit", decision.outcome is REFUSE)


@of(RECORD, reads="kind by")
def taking_back_is_recorded_at_once(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A change of mind is written down at once, whatever is missing."""
    theirs = (facts.kind, facts.by) == ("consent_change", "the_person")
    return wherever(theirs, decision.outcome is PERMIT)


@of(RECORD, reads="kind safeguarding")
def what_a_concern_needs_is_always_written_down(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What a concern about harm needs is always written down, as a concern."""
    concern = facts.safeguarding == "yes" and facts.kind in NOTES
    return wherever(concern, permits(decision) and DutyKind.RECORD_CONCERN in owed(decision))


@of(RECORD, reads="kind relevant safeguarding")
def what_bears_on_nothing_is_not_written_where_the_policy_says_so(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy says so, what is noticed and bears on nothing is not written down."""
    beside = facts.kind in ("note", "observation") and (facts.relevant, facts.safeguarding) == ("no", "no")
    return wherever(beside and edition.names("directly-relevant"), not permits(decision))


@of(RECORD, reads="kind identifying safeguarding")
def an_unknown_caller_stays_unknown(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Where the policy says so, nothing that shows who an unknown caller is is written down, but for a danger."""
    shows = (facts.kind, facts.identifying, facts.safeguarding) == ("anonymous_note", "yes", "no")
    return wherever(shows and edition.names("no-probing"), not permits(decision))


@of(RECORD, reads="kind necessity_stated recipients")
def a_consent_is_asked_for_where_it_is_needed(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """No consent is written down without why it is needed and whom it reaches."""
    blanket = facts.kind == "consent" and (facts.necessity_stated == "no" or facts.recipients == "neither")
    return wherever(blanket and edition.names("consent-only-where-needed"), not permits(decision))


# ── May we ask others for their records? ──────────────────────────────────────────────────


@of(OBTAIN, reads="consent consent_from consent_before child_at_risk")
def nothing_is_obtained_without_a_yes_to_obtaining(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nothing is asked of others but on the person’s own earlier yes to asking, or for a child at risk."""
    agreed = (facts.consent, facts.consent_from, facts.consent_before) == ("given", "subject", "yes")
    on_it = agreed and decision.ground is Ground.CONSENT
    return wherever(permits(decision), on_it or facts.child_at_risk == "yes")


@of(OBTAIN, reads="actor")
def a_volunteer_obtains_nothing(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A volunteer asks nobody for records."""
    return wherever(facts.actor == "volunteer", decision.outcome is REFUSE)


@of(OBTAIN, reads="actor child_at_risk")
def asking_for_a_child_at_risk_is_never_stopped(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What a child at risk needs is asked for by staff whatever else is the case."""
    needed = facts.child_at_risk == "yes" and facts.actor != "volunteer"
    return wherever(needed, decision.outcome is PERMIT)


@of(OBTAIN, reads="source")
def a_sen_file_comes_from_the_parents_hand_where_the_policy_says_so(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy says so, no consent opens the SEN case file at the council."""
    closed = facts.source == "sen_file" and edition.names("sen-file-from-parent-only")
    return wherever(closed, not permits(decision, Ground.CONSENT))


@of(OBTAIN, reads="source")
def what_is_looked_up_is_marked(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Where the policy says so, what comes from a central system is marked with its source."""
    central = facts.source in ("council_system", "sen_file") and edition.names("lookups-marked")
    return wherever(central and permits(decision, Ground.CONSENT), DutyKind.MARK_LOOKUP in owed(decision))


@of(OBTAIN, reads="need_stated")
def a_request_for_records_says_why(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """On consent, nothing is asked for without saying why it is needed."""
    return wherever(permits(decision, Ground.CONSENT), facts.need_stated == "yes")


@of(OBTAIN, reads="form_back")
def records_wait_for_the_form_where_there_is_one(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy has a permission form, nothing is obtained on consent before it is back."""
    waits = edition.names("permission-form-gate") and facts.form_back == "no"
    return wherever(waits, not permits(decision, Ground.CONSENT))


@of(OBTAIN, reads="consent")
def nobody_is_sent_to_press_for_records(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """After a no or a change of mind nobody is sent to ask for records."""
    no = facts.consent in ("refused", "withdrawn")
    return wherever(no, StepKind.OBTAIN_CONSENT not in decision.steps)


# ── A request for what we hold has come: what goes to whom? ───────────────────────────────


def released(facts: Any, *kinds: str) -> bool:
    """Whether something would go out, in answer to one of these kinds of request if any are named."""
    return facts.stage == "release" and (not kinds or facts.kind in kinds)


def their_yes_to_it(facts: Any) -> bool:
    """Their own yes, to this very request."""
    return (facts.consent, facts.consent_from) == ("specific", "subject")


@of(ANSWER, reads="stage actor")
def nobody_but_the_head_of_service_answers(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Nobody but the head of service releases or closes, an order of a court in hand or not."""
    others = facts.stage != "log" and facts.actor != "head_of_service"
    handed = StepKind.HAND_TO_LEAD in decision.steps
    return wherever(others, decision.outcome is REFUSE and handed)


@of(ANSWER, reads="stage")
def anyone_logs_and_logging_lets_nothing_go(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Everybody may log a request, and on that ground nothing goes out."""
    noted = decision.ground is Ground.REQUEST
    return permits(decision) and noted if facts.stage == "log" else wherever(released(facts), not noted)


@of(ANSWER)
def every_answer_to_a_request_says_who_answers(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """Every answer says whose the request is to answer."""
    return decision.answer.get("answered_by") == "head_of_service"


@of(ANSWER, reads="stage kind consent consent_from law")
def the_council_gets_nothing_without_a_yes_to_that_request_or_the_law(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """The council gets nothing without a yes to that very request, or an order or a duty in law."""
    obliged = facts.law in ("requires", "order")
    unasked = released(facts, "council") and not their_yes_to_it(facts) and not obliged
    return wherever(unasked, decision.outcome is REFUSE)


@of(ANSWER, reads="stage kind consent")
def a_refusal_to_a_request_is_never_turned(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """After a no nothing goes on consent, and nobody is sent to ask again."""
    no = facts.consent == "refused" and released(facts)
    asked = StepKind.ASK_ABOUT_REQUEST in decision.steps
    return wherever(no, decision.ground is not Ground.CONSENT and not asked)


@of(ANSWER, reads="stage kind law head_decided")
def a_power_is_weighed_by_the_head_where_the_policy_says_so(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What the law only allows goes out where the policy says so, once the head of service has weighed it."""
    weighed = facts.head_decided == "yes" and facts.law == "permits" and facts.kind == "outside"
    allowed = weighed and has(edition, "outside-request", "permits", "head_of_service")
    return wherever(released(facts) and not allowed, not permits(decision, Ground.POWER))


@of(ANSWER, reads="stage kind approvals head_decided lead_discussed")
def as_many_approve_as_the_policy_says(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Notes go to the council on consent once those have approved whom the policy names, and two are two people."""
    asks = edition.value("request-approvals", "approvals")
    approved = {
        "two": facts.approvals == "two",
        "head": facts.head_decided == "yes",
        "one_consulted": facts.lead_discussed == "yes",
    }
    missing = not approved.get(str(asks), True)
    return wherever(missing and released(facts, "council"), not permits(decision, Ground.CONSENT))


@of(ANSWER, reads="stage kind told")
def people_are_told_of_a_request_about_them(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """People hear of a request before it is answered; where the law obliges us they are told the same day."""
    unheard = released(facts, "council", "outside") and facts.told == "no"
    told = decision.ground is Ground.LAW and DutyKind.TELL_OF_REQUEST in owed(decision)
    return wherever(unheard, not permits(decision) or told)


@of(ANSWER, reads="stage kind evidence")
def a_yes_to_a_request_is_shown(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A yes carries once it is on the file, and for the council in the form that the policy asks for."""
    written = facts.kind == "council" and has(edition, "request-evidence", "evidence", "form_or_letter")
    unshown = facts.evidence == "none" or (written and facts.evidence == "telephone")
    asked = released(facts, "council", "outside")
    return wherever(asked and unshown, not permits(decision, Ground.CONSENT))


@of(ANSWER, reads="stage kind extent to others_decided")
def no_more_goes_to_the_council_than_the_policy_lets(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """On consent the council gets what the policy lets it have, at an officer's desk, others' words decided on."""
    whole = facts.extent == "whole" and has(edition, "request-extract-only", "extent", "necessary")
    elsewhere = facts.to not in ("requester", "named_officer")
    wrong = whole or elsewhere or facts.others_decided == "no"
    return wherever(wrong and released(facts, "council"), not permits(decision, Ground.CONSENT))


@of(ANSWER, reads="stage kind to")
def nothing_goes_astray(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Nothing about a person goes to a mailbox or to somebody who is no part of the request."""
    personal = released(facts) and facts.kind != "foi"
    return wherever(personal and facts.to in ("mailbox", "someone_else"), decision.outcome is REFUSE)


@of(ANSWER, reads="requester")
def what_people_ask_for_themselves_goes_to_no_parent(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What a child or a young person asks for themselves never goes to the parents, on whatever road."""
    themselves = permits(decision) and facts.requester == "subject"
    return wherever(themselves, decision.answer.get("goes_to") != "the_parent")


@of(ANSWER, reads="stage kind requester about child capacity child_authority")
def nothing_of_a_capable_child_goes_to_a_parent_without_the_childs_word(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A parent gets nothing of a child who is able, or taken to be, without the child's own word."""
    asked = released(facts) and facts.requester == "parent" and facts.about == "child"
    twelve = facts.child == "from_12" and has(edition, "child-access", "line", "twelve")
    taken = facts.capacity == "not_judged" and (twelve or facts.child == "not_a_child")
    alone = (facts.capacity == "able" or taken) and facts.child_authority == "no"
    ours = facts.kind not in ("council", "outside")
    return wherever(asked and ours and alone, decision.outcome is REFUSE)


@of(ANSWER, reads="stage requester about child capacity kind")
def whether_a_child_understands_is_judged_and_written_down(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """What goes out because of a child's age leaves a judgement on the file, unless one is there already."""
    asks = facts.requester == "subject" or (facts.requester == "parent" and facts.about == "child")
    unjudged = asks and facts.child != "not_a_child" and facts.capacity == "not_judged"
    by_right = released(facts) and permits(decision, Ground.OWN_INFORMATION)
    return wherever(by_right, (DutyKind.RECORD_JUDGEMENT in owed(decision)) == unjudged)


@of(ANSWER, reads="stage requester about child responsibility head_decided kind")
def a_court_that_limits_a_parent_is_heard(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A parent whom a court has limited, or who has not shown that they may act, waits for the head of service."""
    # The child's own word does not stand in for that; nobody need show that they may act for somebody grown.
    asked = released(facts) and facts.requester == "parent" and facts.about == "child"
    grown = facts.child == "not_a_child"
    clear = facts.responsibility == "shown" or (grown and facts.responsibility == "unproven")
    ours = facts.kind not in ("council", "outside")
    return wherever(asked and ours and not clear and facts.head_decided == "no", not permits(decision))


@of(ANSWER, reads="stage about")
def nothing_of_another_enquiry_goes_with_it(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Nothing of somebody else's enquiry goes with a reply, but where the law obliges us."""
    another = released(facts) and facts.about == "other_enquiry"
    return wherever(another, decision.outcome is REFUSE or decision.ground is Ground.LAW)


@of(ANSWER, reads="stage kind passed_to_parent")
def what_the_parents_took_on_is_not_sent_again(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy has two roads, what went to the parents goes to the council no more, but by law."""
    theirs = released(facts, "council") and facts.passed_to_parent == "yes"
    roads = edition.names("request-two-routes")
    return wherever(theirs and roads, decision.outcome is REFUSE or decision.ground is Ground.LAW)


@of(ANSWER, reads="stage kind")
def the_parents_road_is_there_where_the_policy_has_it(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy has no road by way of the parents, a person's own right is pointed to."""
    none = not edition.naming("parents-route").own
    asked = released(facts, "parents_route") and none
    return wherever(asked, decision.outcome is REFUSE)


@of(ANSWER, reads="stage kind requester about")
def nobody_is_refused_their_own_by_freedom_of_information(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Whoever asks for their own is answered by their own right and its clock, whatever law they name."""
    own = facts.requester in ("subject", "parent") and facts.about in ("own", "case_notes")
    by_right = decision.answer.get("clock") == "subject-access"
    freedom = any(reason.ground is Ground.FREEDOM for reason in decision.reasons)
    return wherever(own and facts.kind == "foi" and facts.stage != "close", by_right and not freedom)


@of(ANSWER, reads="stage kind requester about")
def freedom_of_information_is_about_nobody(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Under freedom of information figures go out in which nobody can be picked out, where the host is bound by it."""
    bound = has(edition, "foi", "host", "public_authority")
    other = facts.about in ("other_enquiry", "case_notes", "small_counts") or not bound
    own_notes = facts.about == "case_notes" and facts.requester in ("subject", "parent")
    asked = released(facts, "foi") and facts.about not in ("own", "child") and not own_notes
    return wherever(asked and other, decision.outcome is REFUSE)


@of(ANSWER, reads="stage kind")
def the_person_gets_or_is_offered_a_copy(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Notes that go to the council on consent bring a copy to the person, owed or offered as the policy has it."""
    must = has(edition, "request-copy", "copy", "must")
    copy = DutyKind.COPY_TO_SERVICE_USER if must else DutyKind.OFFER_COPY
    went = permits(decision, Ground.CONSENT)
    return wherever(released(facts, "council"), copy in owed(decision) or not went)


@of(ANSWER, reads="stage kind ended law copy_sent copy_to")
def a_request_is_not_closed_without_the_copy(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Where the policy owes a copy, a release on consent is closed once the person has it."""
    must = has(edition, "request-copy", "copy", "must")
    has_it = (facts.copy_sent, facts.copy_to) == ("yes", "subject")
    went = facts.ended == "released" and facts.law not in ("requires", "order")
    closing = facts.stage == "close" and facts.kind == "council"
    return wherever(closing and went and must and not has_it, not permits(decision))


@of(ANSWER, reads="stage kind law to actor head_decided")
def an_order_that_stands_behind_a_request_is_obeyed(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """An order or a duty in law is obeyed, whoever refused, in the hands of the head of service."""
    stands = released(facts, "council", "outside") and facts.law in ("requires", "order")
    ours = facts.actor == "head_of_service" and facts.head_decided == "yes"
    there = facts.to in ("requester", "named_officer")
    return wherever(stands and ours and there, permits(decision))


@of(ANSWER, reads="stage kind identity others_decided")
def who_asks_is_known_and_others_words_are_decided_on(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nothing goes to a person by right before it is known who asks and what is other people's in it."""
    unready = facts.identity == "no" or facts.others_decided == "no"
    return wherever(released(facts) and unready, not permits(decision, Ground.OWN_INFORMATION))


# ── Someone may come to harm: who must hear it? ───────────────────────────────────────────


def hearing(decision: Decision, *parts: str) -> tuple[str, ...]:
    """Those whom the answer names in these parts: hearers, may, never."""
    return tuple(each for part in parts for each in cast("tuple[str, ...]", decision.answer.get(part, ())))


@of(RAISE, reads="about child_hurt belief to extent stage")
def raising_a_concern_is_never_refused_to_those_who_protect(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A concern that touches a child is never refused to those who must hear it, and no more is told than is needed."""
    child = facts.about in ("child", "young_person_poses") or facts.child_hurt == "yes"
    meant = child and facts.stage == "pass_on" and facts.belief != "no_intention"
    road = {*hearing(decision, "hearers"), "designated_officer"}
    goes = bool(facts.to) and facts.to <= road and facts.extent == "chosen"
    return wherever(meant and goes, decision.outcome is not REFUSE)


@of(RAISE, reads="about child_hurt belief to extent stage")
def a_believed_concern_about_a_child_waits_for_nothing(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A believed concern about a child is told before anything is checked, said or asked."""
    child = facts.about in ("child", "young_person_poses") or facts.child_hurt == "yes"
    asked = facts.stage == "pass_on" and not facts.to and facts.extent == "chosen"
    return wherever(child and asked and facts.belief == "believed", decision.outcome is PERMIT)


@of(RAISE, reads="about child_hurt stage lead_consulted emergency")
def a_danger_to_somebody_else_is_talked_over_first(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where no child is meant, a concern is told once the head of service knows, or in an emergency and reported."""
    child = facts.about in ("child", "young_person_poses") or facts.child_hurt == "yes"
    unknown = not child and (facts.stage, facts.lead_consulted) == ("pass_on", "no")
    reported = facts.emergency == "yes" and DutyKind.REPORT_TO_LEAD in owed(decision)
    return wherever(unknown, reported or not permits(decision))


@of(RAISE, reads="about child_hurt stage")
def a_danger_that_the_policy_does_not_name_is_marked(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A concern about people whom the policy does not name is told on the law, and marked where that is outside it."""
    names = {"adult": {"adult", "adult_at_risk"}, "employee": {"staff"}}.get(facts.about, {"public"})
    whose = edition.value("person-at-risk", "whose")
    assert isinstance(whose, tuple)
    child = facts.about in ("child", "young_person_poses") or facts.child_hurt == "yes"
    marks = not names & set(whose) and edition.value("person-at-risk", "outside_policy") is True
    told = permits(decision) and facts.stage == "pass_on" and not child
    return wherever(told, marks == (DutyKind.FLAG_OUTSIDE_POLICY in owed(decision)))


@of(RAISE, reads="about to stage")
def a_concern_reaches_nobody_without_a_part_in_protecting(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A concern reaches those who must hear it and those who protect, never the person it is about."""
    protect = {"social_care", "adult_care", "police", "designated_officer"}
    subject = facts.about == "head_teacher" and "head" in facts.to
    right = facts.to <= {*hearing(decision, "hearers"), *protect} and not subject
    return wherever(permits(decision) and facts.stage == "pass_on", right)


@of(RAISE, reads="about child_hurt belief")
def social_care_hears_of_every_child(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Children’s social care is among those who must hear of a child, and of a child only those hear who protect."""
    child = facts.about in ("child", "young_person_poses")
    hear = set(hearing(decision, "hearers"))
    protect = {"social_care", "adult_care", "police", "designated_officer"}
    touches = (child or facts.child_hurt == "yes") and facts.belief != "no_intention"
    return wherever(touches, "social_care" in hear and (not child or hear <= protect))


@of(RAISE, reads="belief")
def it_always_says_who_must_hear(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Wherever words were meant, the answer says who must hear of it, by when, and who must not, each once."""
    parts = hearing(decision, "hearers", "may", "never")
    said = bool(hearing(decision, "hearers")) and "by_when" in decision.answer
    return wherever(facts.belief != "no_intention", said and len(parts) == len(set(parts)))


@of(RAISE, reads="about")
def the_person_it_is_about_is_among_those_who_must_not_hear(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A head teacher does not hear of a concern about themselves; nobody who protects is ever shut out."""
    never = hearing(decision, "never")
    shut_out = {"social_care", "adult_care", "police", "designated_officer"} & set(never)
    return wherever(bool(never), not shut_out and (facts.about != "head_teacher" or "head" in never))


@of(RAISE, reads="belief stage")
def words_that_were_not_meant_are_told_to_nobody(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Words talked through and not meant are passed on to nobody."""
    unmeant = (facts.belief, facts.stage) == ("no_intention", "pass_on")
    return wherever(unmeant, decision.outcome is REFUSE)


@of(RAISE, reads="belief stage to")
def a_believed_concern_never_closes_empty(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A concern that is believed is not closed while nobody has been told."""
    empty = (facts.belief, facts.stage) == ("believed", "close") and not facts.to
    return wherever(empty, decision.outcome is REFUSE)


@of(RAISE, reads="stage mending")
def what_was_mended_is_said_where_the_policy_asks_for_it(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy asks for it, a concern closes with what was done to mend things."""
    unmended = (facts.stage, facts.mending) == ("close", "no")
    return wherever(unmended and edition.names("mending"), not permits(decision))


@of(RAISE, reads="stage belief")
def whoever_passes_a_concern_on_writes_it_down(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A concern that is passed on is written down, and the head of service hears of it."""
    passed = permits(decision) and facts.stage == "pass_on"
    return wherever(passed, {DutyKind.RECORD_CONCERN, DutyKind.TELL_LEAD} <= owed(decision))


# ── May we reach this person, in this way? ────────────────────────────────────────────────


@of(CONTACT, reads="who")
def a_stranger_is_never_approached(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Nobody who neither came nor was put forward is approached, and nothing is named that would change it."""
    return wherever(facts.who == "stranger", decision.outcome is REFUSE and not decision.steps)


@of(CONTACT, reads="who agreement")
def a_family_put_forward_agreed_beforehand(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A family that a professional puts forward is reached only when it agreed before its details were passed."""
    return wherever(facts.who == "referred" and facts.agreement != "before", not permits(decision))


@of(CONTACT, reads="who agreement")
def an_agreement_that_came_after_is_not_made_good(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nobody is sent to show an agreement that came after the details were passed."""
    late = facts.who == "referred" and facts.agreement == "after"
    refused = decision.outcome is REFUSE and StepKind.SHOW_AGREEMENT not in decision.steps
    return wherever(late, refused)


@of(CONTACT, reads="who exceptional agreed_by")
def an_exception_is_written_down_where_the_policy_asks_for_it(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where the policy asks for it, a referral is followed up only with its reason, and whoever agreed to it."""
    asks = edition.value("professional-referral", "exceptional")
    reasoned = asks == "not_asked" or facts.exceptional == "yes"
    agreed = asks != "reason_and_staff_member" or facts.agreed_by == "yes"
    return wherever(facts.who == "referred" and permits(decision), reasoned and agreed)


@of(CONTACT, reads="channel mailing_consent")
def nobody_is_on_the_mailing_list_without_agreeing(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nobody gets the newsletter who has not agreed to it."""
    unasked = facts.channel == "newsletter" and facts.mailing_consent == "no"
    return wherever(unasked, not permits(decision))


@of(CONTACT, reads="preference")
def what_somebody_ruled_out_is_ruled_out(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A way that somebody ruled out is not used, and nobody is sent to ask again."""
    pressing = {StepKind.ASK_IF_SAFE, StepKind.ASK_FOR_MAILING} & set(decision.steps)
    return wherever(facts.preference == "no", decision.outcome is REFUSE and not pressing)


@of(CONTACT, reads="channel address")
def nothing_goes_to_an_address_that_is_not_confirmed(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nothing is posted to an address that nobody confirmed."""
    posted = facts.channel in ("letter", "newsletter") and permits(decision)
    return wherever(posted, facts.address == "confirmed")


@of(CONTACT, reads="channel preference")
def a_way_that_is_asked_about_first_waits_for_a_yes(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Ways that the policy asks about first are used only on a yes to that very way."""
    first = edition.value("safe-contact", "ask_first")
    assert isinstance(first, tuple)
    return wherever(facts.channel in first and permits(decision), facts.preference == "yes")


# ── May this person take on casework today? ───────────────────────────────────────────────


@of(WORK, reads="actor agreement")
def no_unsigned_volunteer_works(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A volunteer whose agreement is not signed by the day does no work where the policy demands one."""
    unsigned = facts.actor == "volunteer" and facts.agreement != "signed"
    return wherever(unsigned and edition.names("volunteer-agreement"), decision.outcome is REFUSE)


@of(WORK, reads="actor asked_for")
def a_volunteer_nobody_asked_for_does_no_work(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Where volunteers come when the parent asks for one, nobody else’s volunteer works."""
    unasked = facts.actor == "volunteer" and facts.asked_for == "no"
    return wherever(unasked and edition.names("volunteer-asked-for"), decision.outcome is REFUSE)


@of(WORK, reads="actor enabled")
def volunteers_are_allowed_before_they_work(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Where the policy knows no volunteers, none works before the head of service allowed them."""
    not_allowed = facts.actor == "volunteer" and facts.enabled == "no"
    return wherever(not_allowed and edition.names("volunteers-enabled"), decision.outcome is REFUSE)


@of(WORK, reads="actor")
def staff_always_work(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A gap in the training or induction of staff is shown, and stops nobody’s help."""
    return wherever(facts.actor == "worker", decision.outcome is PERMIT)


@of(WORK, reads="actor inducted trained remote_policy")
def gaps_of_those_who_work_are_shown(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Whoever takes on work with a gap is shown to the head of service."""
    remote = facts.remote_policy if facts.actor == "volunteer" else "yes"
    gaps = {
        kind
        for kind, word, rule in (
            (DutyKind.FLAG_INDUCTION, facts.inducted, "induction"),
            (DutyKind.FLAG_TRAINING, facts.trained, "training"),
            (DutyKind.FLAG_REMOTE_POLICY, remote, "remote-policy"),
        )
        if word == "no" and edition.names(rule)
    }
    return wherever(permits(decision) and bool(gaps), gaps <= owed(decision))


# ── May this paper leave its cabinet? ─────────────────────────────────────────────────────


@of(PAPER, reads="to what as_keyholder")
def the_paper_file_and_its_keys_stay_with_staff(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nobody but staff has a paper file or the keys; a volunteer carries at most copies of what the parent gave."""
    carries = has(edition, "paper-carried-securely", "volunteers", "parent_supplied_copies")
    copies = (facts.to, facts.what, facts.as_keyholder) == ("volunteer", "parent_supplied_copies", "no")
    return wherever(permits(decision), facts.to == "staff" or (carries and copies))


@of(PAPER, reads="purpose secure due_back as_keyholder")
def no_paper_leaves_without_why_how_and_until_when(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """No paper leaves without why it leaves, how it is carried and by when it comes back."""
    said = (facts.purpose, facts.secure, facts.due_back) == ("yes", "yes", "yes")
    return wherever(permits(decision) and facts.as_keyholder == "no", said)


@of(PAPER, reads="as_keyholder")
def what_leaves_the_cabinet_is_written_down(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Paper that leaves is written down and fetched back; whoever holds the keys is written down."""
    carried = {DutyKind.RECORD_PAPER_OUT, DutyKind.BRING_PAPER_BACK}
    expected = {DutyKind.RECORD_KEYHOLDER} if facts.as_keyholder == "yes" else carried
    return wherever(permits(decision), owed(decision) == expected)


# ── May these figures, or this story, leave the service? ──────────────────────────────────


@of(PUBLISH, reads="kind by")
def nobody_but_the_head_of_service_releases_figures(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Figures go out when the head of service releases them, and that is written down."""
    released = facts.by == "head_of_service" and DutyKind.RECORD_RELEASE in owed(decision)
    return wherever(permits(decision) and facts.kind == "return", released)


@of(PUBLISH, reads="kind level identifies checklist_signed")
def nobody_can_be_picked_out_of_what_is_published(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nobody can be picked out of figures or stories, and a list of people is neither."""
    counts = facts.kind == "return" and facts.level == "suppressed_counts"
    story = (facts.kind, facts.identifies, facts.checklist_signed) == ("story", "nobody", "yes")
    return wherever(decision.outcome is not REFUSE, counts or story)


@of(PUBLISH, reads="kind audience")
def figures_go_to_those_the_policy_names(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Figures go to nobody whom the policy does not name."""
    named = edition.value("statistics", "audience")
    assert isinstance(named, tuple)
    return wherever(permits(decision) and facts.kind == "return", facts.audience in named)


@of(PUBLISH, reads="kind cadence purpose")
def figures_go_when_and_for_what_the_policy_says(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Figures go out at the times, and for the ends, that the policy names."""
    timely = facts.cadence == "own" or has(edition, "statistics", "cadence", "on_demand")
    meant = facts.purpose == "performance" or has(edition, "statistics", "purpose", "any")
    return wherever(permits(decision) and facts.kind == "return", timely and meant)


# ── When may this file be destroyed? ──────────────────────────────────────────────────────


@of(KEEP, reads="case period date")
def no_file_goes_before_its_date(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A file goes when it is closed, every category has its period, and the latest of the dates has passed."""
    over = (facts.case, facts.period, facts.date) == ("closed", "set", "past")
    return wherever(not over, not permits(decision))


@of(KEEP, reads="case period other")
def no_file_is_offered_before_a_date_that_is_known(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """Nobody is asked to let a file go while another category still keeps it, whatever period is missing beside it."""
    kept = (facts.case, facts.period) == ("closed", "blank") and facts.other != "nothing"
    return wherever(kept, decision.outcome is REFUSE)


@of(KEEP, reads="matter csa_marker clock")
def nothing_goes_while_something_holds_it(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Nothing goes, and nobody is asked to let it go, while anything holds it or the clock is not trusted."""
    held = (facts.matter, facts.csa_marker, facts.clock) != ("no", "no", "trusted")
    return wherever(held, decision.outcome is REFUSE)


@of(KEEP, reads="case period date matter csa_marker clock")
def a_file_does_not_stay_for_ever(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A closed file that nothing holds may go once its date has passed."""
    free = (facts.matter, facts.csa_marker, facts.clock) == ("no", "no", "trusted")
    over = (facts.case, facts.period, facts.date) == ("closed", "set", "past")
    return wherever(free and over, permits(decision, Ground.KEPT))


@of(KEEP, reads="case period review other")
def only_a_person_lets_go_what_has_no_period(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Somebody is asked to let a file go only where no period is set, its review has come, and nothing keeps it."""
    due = (facts.case, facts.period, facts.review, facts.other) == ("closed", "blank", "past", "nothing")
    return wherever(decision.outcome is REFER, due and not edition.names("retention-source"))


@of(KEEP)
def what_goes_leaves_a_certificate(_: Any, decision: Decision, edition: Edition) -> bool | None:
    """Whatever goes is destroyed by somebody authorised, and leaves a certificate."""
    expected = {DutyKind.AUTHORISED_DESTROYS, DutyKind.WRITE_CERTIFICATE}
    return wherever(permits(decision), owed(decision) == expected)


@of(KEEP, reads="case period date other")
def only_time_has_no_step(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """Whoever is refused hears what would change it, unless it is time alone."""
    waits = (facts.case, facts.period, facts.date) == ("closed", "set", "ahead")
    waits |= (facts.period, facts.other) == ("blank", "ahead")
    return wherever(decision.outcome is REFUSE and not waits, bool(decision.steps))


# ── May this review be recorded, this version come into force? ────────────────────────────


@of(ADOPT, reads="act by minute")
def no_version_comes_into_force_without_its_minute(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """A version comes into force once those who agree to changes have agreed and it is minuted, and not before."""
    named = edition.value("amendments-minuted", "agreed_by")
    assert isinstance(named, tuple)
    agreed = set(named) <= facts.by and facts.minute == "yes"
    return wherever(facts.act == "adopt_version", decision.outcome is (PERMIT if agreed else REFUSE))


@of(ADOPT, reads="act by")
def a_review_is_by_everybody_named(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A review counts when everybody has looked whom the policy names."""
    named = edition.value("policy-review", "by")
    assert isinstance(named, tuple)
    return wherever(facts.act == "record_review", permits(decision) == (set(named) <= facts.by))


@of(ADOPT, reads="by")
def only_a_review_by_everybody_moves_the_next_one(
    facts: Any, decision: Decision, edition: Edition
) -> bool | None:
    """The day of the next review moves when everybody named has looked, and stays as it was when they have not."""
    named = edition.value("policy-review", "by")
    assert isinstance(named, tuple)
    expected = DutyKind.SET_NEXT_REVIEW if set(named) <= facts.by else DutyKind.KEEP_REVIEW_DATE
    dates = {DutyKind.SET_NEXT_REVIEW, DutyKind.KEEP_REVIEW_DATE} & owed(decision)
    return wherever(permits(decision), dates == {expected})


@of(ADOPT, reads="act")
def everybody_acknowledges_a_new_version(facts: Any, decision: Decision, edition: Edition) -> bool | None:
    """A new version is acknowledged by everybody; a review changes nothing that they know."""
    new = facts.act == "adopt_version"
    return wherever(permits(decision), (DutyKind.ACKNOWLEDGE_VERSION in owed(decision)) == new)


INVARIANTS = tuple(each for each in list(globals().values()) if type(each).__name__ == "Invariant")


# ── One fact changed ──────────────────────────────────────────────────────────────────────


def better(question: Question, **words: str) -> tuple[Law, ...]:
    """A better fact never gives a worse answer."""
    return tuple(Law(question, fact, word) for fact, several in words.items() for word in several.split())


LAWS: tuple[Law, ...] = (
    *better(
        DISCLOSE,
        head_decided="yes",
        emergency="yes",
        lead_consulted="yes",
        spoken_to="yes",
        identifies="nobody",
        extent="chosen",
        consent="given",
        consent_from="subject",
        consent_recipient="yes",
        consent_purpose="yes",
        consent_items="yes",
        consent_record="form",
        consent_before="yes",
        consent_review="current",
        form_back="yes",
        relevant="yes",
        need_stated="yes",
        checklist_signed="yes",
        within_terms="yes",
        law="order",
        belief="believed",
        provided_by="subject",
    ),
    *(
        Law(DISCLOSE, "consent", no, better=False, where=lambda facts: facts.consent == "given")
        for no in ("none", "asked", "refused", "withdrawn", "implied")
    ),
    *better(SEE, assigned="yes", agreement="yes", inducted="yes", trained="yes", volunteer_wanted="yes"),
    *better(SEE, volunteers_enabled="yes", reason="yes", shared="yes", head_decided="yes", item_need="yes"),
    # Whoever is found to hold responsibility is not to be sent away for want of it.
    Law(BEGIN, "responsibility", "yes", where=lambda facts: facts.act != "decline"),
    *better(
        BEGIN,
        names_child="no",
        origin="self",
        confirmed="yes",
        absence_reason="yes",
        statement="yes",
        pack="yes",
        form_back="yes",
        consent_question="answered not_needed",
        refused="no",
        limits_explained="yes",
    ),
    *better(
        RECORD,
        relevant="yes",
        necessity_stated="yes",
        recipients="named reason_given",
        by="the_person",
        identifying="no",
        content="issues_and_actions",
        safeguarding="yes",
    ),
    *better(
        OBTAIN,
        actor="worker head_of_service",
        source="school",
        consent="given",
        consent_from="subject",
        consent_before="yes",
        consent_record="form letter",
        form_back="yes",
        need_stated="yes",
        child_at_risk="yes",
    ),
    *better(
        CONTACT,
        actor="worker",
        who="client self_referred",
        agreement="before",
        exceptional="yes",
        agreed_by="yes",
        preference="yes",
        mailing_consent="yes",
        address="confirmed",
    ),
    *better(WORK, actor="worker", agreement="signed", inducted="yes", trained="yes", remote_policy="yes"),
    *better(WORK, asked_for="yes", enabled="yes"),
    *better(PAPER, to="staff", what="parent_supplied_copies", purpose="yes", secure="yes", due_back="yes"),
    *better(
        PUBLISH,
        level="suppressed_counts",
        cadence="own",
        audience="local_authority",
        by="head_of_service",
        purpose="performance",
        identifies="nobody",
        checklist_signed="yes",
    ),
    *better(
        ANSWER,
        actor="head_of_service",
        to="requester",
        child_authority="yes",
        identity="yes",
        responsibility="shown",
        consent="specific",
        consent_from="subject",
        evidence="form_or_letter",
        told="yes",
        lead_discussed="yes",
        user_discussed="yes",
        approvals="two",
        extent="extract",
        others_decided="yes",
        copy_sent="yes",
        copy_to="subject",
        passed_to_parent="no",
        law="requires order",
        head_decided="yes",
    ),
    *better(RAISE, checked="yes", spoken_to="yes unsafe", lead_consulted="yes", emergency="yes"),
    *better(RAISE, extent="chosen", violence_procedure="yes", mending="yes"),
    *better(KEEP, matter="no", csa_marker="no", clock="trusted", date="past", review="past"),
    *better(ADOPT, minute="yes"),
    *(Law(ADOPT, "by", everybody) for everybody in VALUES[ADOPT]["by"][-1:]),
)
