"""Each invariant catches an answer that breaks it: the decision is doctored, and the sentence no longer holds.

A row says under which policy, for which facts, and what is changed in the real answer. The real answer passes.
"""

from dataclasses import dataclass, field, replace
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.facts import TURNS_ON
from inconfidence.policy.finding import Finding, Kind
from inconfidence.policy.vocabulary import DutyKind, Ground, Origin, Outcome, Question, Role, StepKind
from inconfidence.policy.walking.reductions import settled
from tests.policy.invariant import Invariant, Law, changeable, taking_every_step_of_a_referral_gives_a_yes
from tests.policy.invariants import INVARIANTS, LAWS

PERMIT, REFUSE, REFER = Outcome.PERMIT, Outcome.REFUSE, Outcome.REFER
BANES, COVENTRY, CUMBRIA = "bath-and-north-east-somerset", "coventry", "cumbria"
ROTHERHAM, BLACKBURN, DEFAULT = "rotherham", "blackburn-with-darwen", "default"


@dataclass(frozen=True)
class Doctored:
    """An answer as it is not: the facts, the policy, and what is changed in the decision."""

    change: dict[str, Any]
    facts: dict[str, Any] = field(default_factory=dict)
    policy: str = DEFAULT


def yes(ground: Ground | None, policy: str = DEFAULT, **facts: Any) -> Doctored:
    """A yes on this ground, which owes nothing."""
    return Doctored({"outcome": PERMIT, "ground": ground, "duties": (), "steps": ()}, facts, policy)


def no(policy: str = DEFAULT, **facts: Any) -> Doctored:
    """A no, with nothing that would change it."""
    return Doctored({"outcome": REFUSE, "ground": None, "duties": (), "steps": ()}, facts, policy)


GIVEN: dict[str, Any] = {"consent": "given"}
CHILD: dict[str, Any] = {"risk_to": "child", "belief": "believed", "recipient": "safeguarding_body"}
ADULT: dict[str, Any] = {
    "risk_to": "adult",
    "belief": "believed",
    "recipient": "police",
    "head_decided": "yes",
}
OVER: dict[str, Any] = {"case": "closed", "period": "set", "date": "past"}
COUNCIL: dict[str, Any] = {"kind": "council", "requester": "official"}
SPECIFIC: dict[str, Any] = {"consent": "specific", "evidence": "form_or_letter"}
MOTHER: dict[str, Any] = {"requester": "parent", "about": "child"}
VOLUNTEER: dict[str, Any] = {"actor": "volunteer"}
PARENTS: dict[str, Any] = {**VOLUNTEER, "source": "parent", "shared": "yes"}
TELLING = Finding(
    kind=Kind.DUTY,
    rule="child-at-risk",
    ground=Ground.ACT,
    says="",
    cites=("L-01",),
    origin=Origin.LAW,
    duty=DutyKind.TELL_LEAD,
)

BREAKS: dict[str, Doctored] = {
    # Every answer
    "every_answer_names_a_clause_and_a_reason": Doctored({"clauses": ()}),
    "every_clause_named_is_there": Doctored({"clauses": ("ZZ-1",)}),
    "own_clauses_speak_before_law_and_law_before_defaults": Doctored({"clauses": ("D-06", "L-01")}),
    "no_rule_fails": Doctored({"alarm": "need-to-know"}),
    "a_referral_names_a_role_or_a_step": Doctored({"outcome": REFER, "refer_to": None, "steps": ()}),
    "only_a_referral_sends_to_somebody": Doctored({"refer_to": Role.HEAD_OF_SERVICE}),
    "a_yes_asks_for_nothing_first": Doctored({"outcome": PERMIT, "steps": (StepKind.STATE_NEED,)}),
    "only_a_no_stands_on_no_ground": yes(None),
    "nothing_is_owed_before_a_yes": Doctored({"outcome": REFER}, {"statement": "no"}),
    "a_duty_is_owed_once": Doctored({"duties": (TELLING, TELLING)}),
    "no_reason_is_given_twice": Doctored({"reasons": (TELLING, TELLING)}),
    "a_default_is_used_only_where_one_is_named": Doctored({"clauses": ("L-01",), "default_used": True}),
    "a_default_that_is_named_is_told": Doctored({"clauses": ("D-06",), "default_used": False}),
    # May we tell this recipient this?
    "nobody_else_says_yes_for_them": yes(Ground.CONSENT, **GIVEN, consent_from="someone_else"),
    "no_ground_of_consent_without_a_given_consent": yes(Ground.CONSENT, consent="withdrawn"),
    "a_consent_reaches_no_further_than_it_goes": yes(Ground.CONSENT, **GIVEN, consent_items="no"),
    "a_consent_that_nobody_can_show_carries_nothing": yes(
        Ground.CONSENT, **GIVEN, consent_record="note_no_date"
    ),
    "a_form_is_signed_where_the_policy_asks_for_it": yes(
        Ground.CONSENT, BANES, **GIVEN, consent_record="form_unsigned"
    ),
    "an_overdue_consent_is_confirmed_or_its_review_owed": yes(
        Ground.CONSENT, **GIVEN, consent_review="overdue"
    ),
    "a_reopened_case_asks_again": yes(Ground.CONSENT, **GIVEN, consent_review="reopened"),
    "nothing_goes_on_consent_before_the_form_is_back": yes(
        Ground.CONSENT, ROTHERHAM, **GIVEN, form_back="no"
    ),
    "nothing_identifying_leaves_without_a_ground_of_this_policy": yes(Ground.INTERNAL),
    "what_leaves_is_written_down": yes(Ground.CONSENT, **GIVEN),
    "the_whole_file_goes_only_by_law_or_to_an_inspector": yes(Ground.CONSENT, **GIVEN, extent="whole_file"),
    "what_is_weighed_is_weighed_item_by_item": yes(Ground.CONSENT, **GIVEN, need_stated="no"),
    "a_believed_risk_to_a_child_is_never_stopped": no(**CHILD),
    "a_child_at_risk_is_told_of_to_those_who_protect_children": yes(
        Ground.CHILD_AT_RISK, **{**CHILD, "recipient": "police"}
    ),
    "a_danger_is_told_to_those_who_can_protect": yes(
        Ground.PERSON_AT_RISK, **{**ADULT, "recipient": "relative"}
    ),
    "a_ground_of_danger_needs_the_danger": yes(Ground.CHILD_AT_RISK, **ADULT),
    "words_that_were_not_meant_stay_here": yes(Ground.CHILD_AT_RISK, **{**CHILD, "belief": "no_intention"}),
    "an_adults_danger_is_decided_by_the_head_of_service": yes(
        Ground.PERSON_AT_RISK, **{**ADULT, "head_decided": "no"}
    ),
    "a_danger_is_believed_before_it_is_told": yes(Ground.PERSON_AT_RISK, **{**ADULT, "belief": "wondering"}),
    "the_lead_is_consulted_where_the_policy_asks_for_it": yes(
        Ground.PERSON_AT_RISK, ROTHERHAM, **{**ADULT, "head_decided": "no"}
    ),
    "people_are_spoken_to_first_where_the_policy_asks_for_it": yes(
        Ground.PERSON_AT_RISK, ROTHERHAM, **ADULT, spoken_to="no"
    ),
    "the_lead_hears_of_a_child_at_risk": yes(Ground.CHILD_AT_RISK, **CHILD),
    "what_is_outside_the_policy_is_marked": yes(Ground.PERSON_AT_RISK, **ADULT),
    "the_public_interest_carries_only_where_the_policy_says_so": yes(Ground.PUBLIC_INTEREST, BANES, **ADULT),
    "a_letter_or_a_badge_is_no_duty_in_law": yes(Ground.LAW, law="asserted"),
    "a_volunteer_tells_nobody_outside": yes(Ground.CONSENT, **GIVEN, actor="volunteer"),
    "a_volunteer_speaks_of_their_own_cases": yes(
        Ground.INTERNAL, actor="volunteer", act="internal", recipient="service_staff", assigned="no"
    ),
    "an_order_is_obeyed": no(law="order", head_decided="yes"),
    "the_head_sees_an_order_first_where_the_policy_asks_for_it": yes(Ground.LAW, BLACKBURN, law="order"),
    "an_inspector_sees_files_only_as_far_as_the_policy_opens_them": yes(
        Ground.INSPECTION, BLACKBURN, recipient="inspector", inspection="school"
    ),
    "that_somebody_came_is_itself_confidential": yes(Ground.DE_IDENTIFIED, act="confirm_known"),
    "the_answer_to_do_you_know_them_is_one_answer": Doctored(
        {"question": Question.MAY_SEE}, {"act": "confirm_known", "recipient": "relative"}
    ),
    "whoever_sent_them_is_told_nothing_without_their_yes": yes(Ground.CONSENT, recipient="referrer"),
    "one_persons_words_are_not_anothers_to_hear": yes(Ground.CONSENT, recipient="other_user"),
    "what_was_told_in_confidence_goes_to_no_family": yes(
        Ground.CONSENT, **GIVEN, recipient="relative", provided_by="other_in_confidence"
    ),
    "council_and_host_are_never_inside": yes(Ground.INTERNAL, act="internal", recipient="council"),
    "no_story_that_points_to_somebody_reaches_the_public": yes(
        Ground.DE_IDENTIFIED, act="training_example", recipient="public"
    ),
    "a_story_is_signed_for_before_it_is_told": yes(
        Ground.DE_IDENTIFIED, act="training_example", recipient="public", identifies="nobody"
    ),
    "supervision_stays_inside": yes(Ground.INTERNAL, act="internal", recipient="mixed_audience"),
    "their_own_words_go_back_to_them": yes(Ground.OWN_INFORMATION, recipient="relative"),
    "nobody_is_sent_to_press": Doctored({"steps": (StepKind.OBTAIN_CONSENT,)}, {"consent": "refused"}),
    # May this person see this?
    "nobody_from_outside_sees_anything": yes(Ground.NEED, actor="council_officer"),
    "no_unsigned_volunteer_sees_anything": yes(Ground.VOLUNTEER, **PARENTS, agreement="no"),
    "a_volunteer_nobody_asked_for_sees_nothing": yes(
        Ground.VOLUNTEER, BANES, **PARENTS, volunteer_wanted="no"
    ),
    "volunteers_are_allowed_before_they_see_anything": yes(
        Ground.VOLUNTEER, **PARENTS, volunteers_enabled="no"
    ),
    "an_untaught_volunteer_waits_where_the_policy_says_so": yes(
        Ground.VOLUNTEER, ROTHERHAM, **PARENTS, inducted="no"
    ),
    "a_volunteer_sees_only_the_cases_they_help_with": yes(Ground.VOLUNTEER, **PARENTS, assigned="no"),
    "a_volunteer_sees_as_much_as_the_policy_gives": yes(Ground.VOLUNTEER, COVENTRY, **PARENTS),
    "a_volunteer_keeps_nothing_and_hears_no_messages": yes(Ground.VOLUNTEER, **PARENTS, act="download"),
    "a_volunteer_sees_no_file_that_the_parent_did_not_hand_over": yes(
        Ground.VOLUNTEER, BANES, **VOLUNTEER, item="school_record", source="professional"
    ),
    "the_head_decides_on_a_school_record_where_the_policy_says_so": yes(
        Ground.VOLUNTEER, BANES, **PARENTS, item="school_record"
    ),
    "a_volunteer_is_told_the_same_whatever_there_is": Doctored(
        {"question": Question.MAY_DISCLOSE}, {**PARENTS, "assigned": "no"}
    ),
    "nobody_matches_joins_or_looks_across": yes(Ground.NEED, act="match"),
    "nobody_opens_a_case_without_a_need": yes(Ground.NEED, assigned="no"),
    "a_look_for_a_reason_is_reported": yes(Ground.NEED, assigned="no", reason="yes"),
    "a_marked_item_opens_to_a_need_of_its_own": yes(Ground.NEED, item="restricted"),
    "hot_words_stay_close": yes(Ground.NEED, ROTHERHAM, item="hot_words", assigned="no", reason="yes"),
    "gaps_in_training_are_shown": yes(Ground.NEED, BANES, trained="no"),
    # May casework begin?
    "no_casework_while_anonymous": yes(Ground.CASEWORK, anonymous="yes"),
    "nobody_is_pressed_for_a_name": Doctored(
        {"steps": (StepKind.CONFIRM_WITH_PERSON,)}, {"anonymous": "yes", "act": "open_enquiry"}
    ),
    "no_casework_for_other_relatives": yes(Ground.CASEWORK, relation="relative"),
    "a_carer_shows_responsibility_where_the_policy_asks_for_it": no(
        COVENTRY, relation="carer", responsibility="no"
    ),
    "casework_rests_on_responsibility_where_the_policy_says_so": yes(
        Ground.CASEWORK, COVENTRY, relation="parent", responsibility="no"
    ),
    "general_information_is_for_everybody": no(act="general_information", relation="relative"),
    "nobody_is_turned_away_for_age_or_capacity": yes(
        Ground.FIRST_CONTACT, act="decline", reason_declined="age_or_capacity"
    ),
    "help_never_depends_on_more_detail": yes(
        Ground.FIRST_CONTACT, BLACKBURN, act="decline", reason_declined="optional_detail"
    ),
    "clients_are_not_turned_away_for_want_of_responsibility": yes(
        Ground.FIRST_CONTACT,
        BLACKBURN,
        act="decline",
        relation="carer",
        reason_declined="no_responsibility",
    ),
    "a_child_is_never_refused_for_who_they_are": no(relation="child"),
    "only_work_in_depth_waits_for_the_form": Doctored(
        {"steps": (StepKind.CHASE_FORM,)}, {"act": "open_enquiry"}, ROTHERHAM
    ),
    "no_work_in_depth_before_the_form_is_back": yes(Ground.CASEWORK, ROTHERHAM, form_back="no"),
    "casework_waits_for_their_own_word": yes(Ground.CASEWORK, origin="referral", confirmed="no"),
    "what_belongs_to_the_start_is_done_or_owed": yes(Ground.CASEWORK, COVENTRY, statement="no"),
    "a_refusal_is_followed_by_its_limits": yes(Ground.CASEWORK, BANES, refused="yes"),
    # May this be written down?
    "nobody_decides_for_somebody_else": yes(Ground.RECORD, kind="consent", by="worker"),
    "no_decision_is_overwritten": yes(Ground.RECORD, kind="decision_edit"),
    "taking_back_is_recorded_at_once": no(kind="consent_change"),
    "what_a_concern_needs_is_always_written_down": no(safeguarding="yes"),
    "what_bears_on_nothing_is_not_written_where_the_policy_says_so": yes(
        Ground.RECORD, COVENTRY, relevant="no"
    ),
    "an_unknown_caller_stays_unknown": yes(Ground.RECORD, COVENTRY, kind="anonymous_note", identifying="yes"),
    "a_consent_is_asked_for_where_it_is_needed": yes(
        Ground.RECORD, BANES, kind="consent", necessity_stated="no"
    ),
    # May we ask others for their records?
    "nothing_is_obtained_without_a_yes_to_obtaining": yes(Ground.CONSENT, consent="share_only"),
    "a_volunteer_obtains_nothing": yes(Ground.CONSENT, **GIVEN, **VOLUNTEER),
    "asking_for_a_child_at_risk_is_never_stopped": no(child_at_risk="yes"),
    "a_sen_file_comes_from_the_parents_hand_where_the_policy_says_so": yes(
        Ground.CONSENT, BANES, **GIVEN, source="sen_file"
    ),
    "what_is_looked_up_is_marked": yes(Ground.CONSENT, ROTHERHAM, **GIVEN, source="council_system"),
    "a_request_for_records_says_why": yes(Ground.CONSENT, **GIVEN, need_stated="no"),
    "records_wait_for_the_form_where_there_is_one": yes(Ground.CONSENT, ROTHERHAM, **GIVEN, form_back="no"),
    "nobody_is_sent_to_press_for_records": Doctored(
        {"steps": (StepKind.OBTAIN_CONSENT,)}, {"consent": "refused"}
    ),
    # A request for what we hold has come: what goes to whom?
    "nobody_but_the_head_of_service_answers": yes(Ground.LAW, kind="outside", law="order", actor="worker"),
    "anyone_logs_and_logging_lets_nothing_go": yes(Ground.REQUEST),
    "every_answer_to_a_request_says_who_answers": Doctored({"answer": {}}),
    "the_council_gets_nothing_without_a_yes_to_that_request_or_the_law": yes(
        Ground.CONSENT, **COUNCIL, consent="general"
    ),
    "a_refusal_to_a_request_is_never_turned": yes(Ground.CONSENT, **COUNCIL, consent="refused"),
    "a_power_is_weighed_by_the_head_where_the_policy_says_so": yes(
        Ground.POWER, COVENTRY, kind="outside", law="permits", head_decided="yes"
    ),
    "as_many_approve_as_the_policy_says": yes(
        Ground.CONSENT, BLACKBURN, **COUNCIL, **SPECIFIC, approvals="same_person"
    ),
    "people_are_told_of_a_request_about_them": yes(Ground.LAW, **COUNCIL, law="order", told="no"),
    "a_yes_to_a_request_is_shown": yes(
        Ground.CONSENT, BANES, **COUNCIL, consent="specific", evidence="telephone"
    ),
    "no_more_goes_to_the_council_than_the_policy_lets": yes(
        Ground.CONSENT, ROTHERHAM, **COUNCIL, **SPECIFIC, extent="whole"
    ),
    "nothing_goes_astray": yes(Ground.OWN_INFORMATION, to="someone_else"),
    "what_people_ask_for_themselves_goes_to_no_parent": Doctored(
        {"answer": {"goes_to": "the_parent"}}, {"child": "from_12"}, CUMBRIA
    ),
    "nothing_of_a_capable_child_goes_to_a_parent_without_the_childs_word": yes(
        Ground.OWN_INFORMATION, BANES, **MOTHER, child="from_12"
    ),
    "whether_a_child_understands_is_judged_and_written_down": yes(
        Ground.OWN_INFORMATION, BANES, child="from_12"
    ),
    "a_court_that_limits_a_parent_is_heard": yes(
        Ground.OWN_INFORMATION,
        BANES,
        **MOTHER,
        child="from_12",
        child_authority="yes",
        responsibility="limited_by_order",
    ),
    "nothing_of_another_enquiry_goes_with_it": yes(Ground.OWN_INFORMATION, about="other_enquiry"),
    "what_the_parents_took_on_is_not_sent_again": yes(
        Ground.CONSENT, CUMBRIA, **COUNCIL, **SPECIFIC, passed_to_parent="yes"
    ),
    "the_parents_road_is_there_where_the_policy_has_it": yes(
        Ground.OWN_INFORMATION, ROTHERHAM, kind="parents_route", requester="parent"
    ),
    "nobody_is_refused_their_own_by_freedom_of_information": Doctored(
        {"answer": {"clock": "foi"}}, {"kind": "foi", "about": "case_notes"}, ROTHERHAM
    ),
    "freedom_of_information_is_about_nobody": yes(Ground.FREEDOM, BLACKBURN, kind="foi", about="counts"),
    "the_person_gets_or_is_offered_a_copy": yes(Ground.CONSENT, ROTHERHAM, **COUNCIL, **SPECIFIC),
    "a_request_is_not_closed_without_the_copy": yes(
        Ground.REQUEST, BLACKBURN, kind="council", stage="close", copy_sent="yes", copy_to="someone_else"
    ),
    "an_order_that_stands_behind_a_request_is_obeyed": no(**COUNCIL, law="order", head_decided="yes"),
    "who_asks_is_known_and_others_words_are_decided_on": yes(Ground.OWN_INFORMATION, identity="no"),
    # Someone may come to harm: who must hear it?
    "raising_a_concern_is_never_refused_to_those_who_protect": Doctored(
        {"outcome": REFUSE}, {"to": frozenset({"social_care"})}
    ),
    "a_believed_concern_about_a_child_waits_for_nothing": no(),
    "a_danger_to_somebody_else_is_talked_over_first": yes(
        Ground.PERSON_AT_RISK, BANES, about="employee", lead_consulted="no"
    ),
    "a_danger_that_the_policy_does_not_name_is_marked": Doctored(
        {"duties": ()}, {"about": "employee"}, BANES
    ),
    "a_concern_reaches_nobody_without_a_part_in_protecting": yes(
        Ground.CHILD_AT_RISK, to=frozenset({"line_manager"})
    ),
    "social_care_hears_of_every_child": Doctored({"answer": {"hearers": ("police",)}}),
    "it_always_says_who_must_hear": Doctored({"answer": {}}),
    "the_person_it_is_about_is_among_those_who_must_not_hear": Doctored(
        {"answer": {"never": ("line_manager",)}}, {"about": "head_teacher"}
    ),
    "words_that_were_not_meant_are_told_to_nobody": yes(Ground.CHILD_AT_RISK, belief="no_intention"),
    "a_believed_concern_never_closes_empty": yes(Ground.CHILD_AT_RISK, stage="close"),
    "what_was_mended_is_said_where_the_policy_asks_for_it": yes(
        Ground.CHILD_AT_RISK, ROTHERHAM, stage="close", to=frozenset({"social_care"})
    ),
    "whoever_passes_a_concern_on_writes_it_down": yes(Ground.CHILD_AT_RISK),
    # May we reach this person, in this way?
    "a_stranger_is_never_approached": yes(Ground.CONTACT, who="stranger"),
    "a_family_put_forward_agreed_beforehand": yes(Ground.CONTACT, who="referred"),
    "an_agreement_that_came_after_is_not_made_good": Doctored(
        {"steps": (StepKind.SHOW_AGREEMENT,)}, {"who": "referred", "agreement": "after"}
    ),
    "an_exception_is_written_down_where_the_policy_asks_for_it": yes(
        Ground.CONTACT, BANES, who="referred", agreement="before", exceptional="yes"
    ),
    "nobody_is_on_the_mailing_list_without_agreeing": yes(Ground.CONTACT, channel="newsletter"),
    "what_somebody_ruled_out_is_ruled_out": yes(Ground.CONTACT, preference="no"),
    "nothing_goes_to_an_address_that_is_not_confirmed": yes(
        Ground.CONTACT, channel="letter", address="returned"
    ),
    "a_way_that_is_asked_about_first_waits_for_a_yes": yes(
        Ground.CONTACT, channel="work", preference="yes_other_number"
    ),
    # May this person take on casework today?
    "no_unsigned_volunteer_works": yes(Ground.VOLUNTEER, agreement="signed_later"),
    "a_volunteer_nobody_asked_for_does_no_work": yes(Ground.VOLUNTEER, BANES, asked_for="no"),
    "volunteers_are_allowed_before_they_work": yes(Ground.VOLUNTEER, enabled="no"),
    "staff_always_work": no(actor="worker", trained="no"),
    "gaps_of_those_who_work_are_shown": yes(Ground.VOLUNTEER, BANES, remote_policy="no"),
    # May this paper leave its cabinet?
    "the_paper_file_and_its_keys_stay_with_staff": yes(
        Ground.PAPER, COVENTRY, to="volunteer", what="parent_supplied_copies"
    ),
    "no_paper_leaves_without_why_how_and_until_when": yes(Ground.PAPER, due_back="no"),
    "what_leaves_the_cabinet_is_written_down": yes(Ground.PAPER),
    # May these figures, or this story, leave the service?
    "nobody_but_the_head_of_service_releases_figures": yes(Ground.FIGURES, by="worker"),
    "nobody_can_be_picked_out_of_what_is_published": yes(Ground.FIGURES, level="case_level"),
    "figures_go_to_those_the_policy_names": yes(Ground.FIGURES, BANES, audience="public"),
    "figures_go_when_and_for_what_the_policy_says": yes(Ground.FIGURES, BANES, cadence="other"),
    # When may this file be destroyed?
    "no_file_goes_before_its_date": yes(Ground.KEPT, case="closed", period="set"),
    "nothing_goes_while_something_holds_it": yes(Ground.KEPT, **OVER, matter="yes"),
    "no_file_is_offered_before_a_date_that_is_known": Doctored(
        {"outcome": REFER}, {"case": "closed", "other": "ahead"}
    ),
    "a_file_does_not_stay_for_ever": no(**OVER),
    "only_a_person_lets_go_what_has_no_period": Doctored({"outcome": REFER}, {"case": "closed"}),
    "what_goes_leaves_a_certificate": yes(Ground.KEPT, **OVER),
    "only_time_has_no_step": no(case="closed", matter="yes"),
    # May this review be recorded, this version come into force?
    "no_version_comes_into_force_without_its_minute": yes(Ground.ADOPTION, act="adopt_version"),
    "a_review_is_by_everybody_named": yes(Ground.REVIEW, by=frozenset()),
    "only_a_review_by_everybody_moves_the_next_one": yes(Ground.REVIEW, by=frozenset()),
    "everybody_acknowledges_a_new_version": yes(Ground.ADOPTION, act="adopt_version", minute="yes"),
}


def real(invariant: Invariant, row: Doctored) -> tuple[Any, Decision]:
    """The facts of a row, and what the policy says of them."""
    question = invariant.questions[0]
    facts = TURNS_ON[question](**row.facts)
    return facts, compiled(policies.edition(row.policy), question).decide(facts)


@pytest.mark.parametrize("invariant", INVARIANTS, ids=attrgetter("name"))
def test_an_invariant_catches_an_answer_that_breaks_it(invariant: Invariant) -> None:
    row = BREAKS[invariant.name]
    facts, decision = real(invariant, row)
    edition = policies.edition(row.policy)
    given = SimpleNamespace(**{name: getattr(facts, name) for name in invariant.reads})
    assert invariant.holds(given, decision, edition) is not False
    assert invariant.holds(given, replace(decision, **row.change), edition) is False


def test_every_row_is_an_invariants() -> None:
    assert BREAKS.keys() == {invariant.name for invariant in INVARIANTS}


@pytest.mark.parametrize("law", LAWS, ids=attrgetter("name"))
def test_a_law_catches_an_answer_on_the_wrong_side(law: Law) -> None:
    narrow, wide = bytes([0, 0, 2]), bytes([0, 1, 2])
    broken = (wide, narrow) if law.better else (narrow, wide)
    assert not law.holds(*broken)
    assert law.holds(*reversed(broken))
    assert law.holds(wide, wide)


def test_a_step_that_leads_nowhere_is_caught() -> None:
    record = Question.MAY_RECORD
    decide = compiled(policies.edition(BANES), record).decide
    whole = changeable(record, settled(record, {"kind": "consent", "recipients": "neither"}))
    decision = decide(whole)
    assert decision.outcome is REFER
    assert taking_every_step_of_a_referral_gives_a_yes(decide, whole, decision)
    assert not taking_every_step_of_a_referral_gives_a_yes(lambda _: decision, whole, decision)
    elsewhere = replace(decision, steps=(StepKind.STATE_NECESSITY,))
    assert not taking_every_step_of_a_referral_gives_a_yes(decide, whole, elsewhere)
