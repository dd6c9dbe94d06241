"""The steps an answer can name: what each says, and what it makes of the facts once it is done.

On a referral a step is a promise: taking every step, and having the decision, gives a permit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from inconfidence.policy.decision import Decision
from inconfidence.policy.vocabulary import StepKind


@dataclass(frozen=True, slots=True)
class Step:
    """What a step says, with the service's words in braces, and the facts it changes.

    `follows` are facts that become what the answer itself names: those told become those who must hear it.
    """

    says: str
    changes: Mapping[str, str | frozenset[str]] = field(default_factory=dict)
    follows: Mapping[str, str] = field(default_factory=dict)


REVIEWED = {"by": frozenset({"head_of_service", "governing_group"})}
GIVEN = {
    "consent": "given",
    "consent_from": "subject",
    "consent_recipient": "yes",
    "consent_purpose": "yes",
    "consent_items": "yes",
    "consent_record": "form",
    "consent_before": "yes",
    "consent_review": "current",
}

STEPS: dict[StepKind, Step] = {
    StepKind.OBTAIN_CONSENT: Step("Ask {person}, and record the answer", GIVEN),
    StepKind.RECORD_CONSENT: Step(
        "Write down what {person} agreed to: for whom, what and why, how, when, and who took it",
        {"consent_record": "letter"},
    ),
    StepKind.GET_FORM_SIGNED: Step("Ask {person} to sign and date the form", {"consent_record": "form"}),
    StepKind.NAME_RECIPIENTS: Step(
        "Add who will be told, or why nobody can be named yet",
        {"consent_record": "form", "recipients": "named"},
    ),
    StepKind.CONFIRM_CONSENT: Step(
        "Check that {person} still agrees, and record it", {"consent_review": "current"}
    ),
    StepKind.CHASE_FORM: Step("Ask for the {permission_form} to be sent back", {"form_back": "yes"}),
    StepKind.CHOOSE_ITEMS: Step("Choose only what this recipient needs to know", {"extent": "chosen"}),
    StepKind.LEAVE_OUT_IRRELEVANT: Step(
        "Leave out what does not bear on the matter in hand", {"relevant": "yes"}
    ),
    StepKind.STATE_NEED: Step("Say for each item why it is needed", {"need_stated": "yes"}),
    StepKind.DE_IDENTIFY: Step("Take out whatever points to a person", {"identifies": "nobody"}),
    StepKind.SIGN_CHECKLIST: Step(
        "Go through the checklist for identifying details, and sign it", {"checklist_signed": "yes"}
    ),
    StepKind.RECORD_BELIEF: Step(
        "Decide whether you believe that somebody may come to harm, and write down why",
        {"belief": "believed"},
    ),
    StepKind.SPEAK_FIRST: Step(
        "Speak to whoever said it, about what was said and how it sounds; or record why that is unsafe",
        {"spoken_to": "yes"},
    ),
    StepKind.CONSULT_LEAD: Step(
        "Talk it over with {lead}, and record it", {"lead_consulted": "yes", "lead_discussed": "yes"}
    ),
    StepKind.TELL_SAFEGUARDING: Step(
        "Tell social care or the designated officer instead", {"recipient": "safeguarding_body"}
    ),
    StepKind.KEEP_WITHIN_TERMS: Step("Send no more than what is named", {"within_terms": "yes"}),
    StepKind.GIVE_REASON: Step("Write down why you need to see it", {"reason": "yes"}),
    StepKind.RECORD_ITEM_NEED: Step("Write down why you need this very item", {"item_need": "yes"}),
    StepKind.SHOW_RESPONSIBILITY: Step(
        "See what parental responsibility rests on, and note it with the day", {"responsibility": "yes"}
    ),
    StepKind.KEEP_GENERAL: Step(
        "Keep to general information, about no particular child", {"names_child": "no"}
    ),
    StepKind.CONFIRM_WITH_PERSON: Step(
        "Hear from {person} themselves that they want our help, and note it", {"confirmed": "yes"}
    ),
    StepKind.RECORD_ABSENCE_REASON: Step(
        "Note why {person} was not there when the professional got in touch", {"absence_reason": "yes"}
    ),
    StepKind.GIVE_STATEMENT: Step(
        "Say what confidentiality means here and where it ends, and note it", {"statement": "yes"}
    ),
    StepKind.GIVE_PACK: Step(
        "Give {person} the {privacy_notice} and the {permission_form}, and note when and how", {"pack": "yes"}
    ),
    StepKind.ASK_CONSENT_QUESTION: Step(
        "Ask {person} whether we may talk to others, or note why that is not needed",
        {"consent_question": "answered"},
    ),
    StepKind.EXPLAIN_LIMITS: Step(
        "Explain how far we can help without talking to others, and note it", {"limits_explained": "yes"}
    ),
    StepKind.SAY_WHY_DECLINED: Step(
        "Write down why {person} is sent elsewhere", {"reason_declined": "other"}
    ),
    StepKind.STATE_RELEVANCE: Step(
        "Say which issue of the {case} it bears on, and how; or leave it out", {"relevant": "yes"}
    ),
    StepKind.STATE_NECESSITY: Step("Say why speaking to others is needed", {"necessity_stated": "yes"}),
    StepKind.ASK_THE_PERSON: Step("Ask {person}, and record what they say", {"by": "the_person"}),
    StepKind.RECORD_LATER_DECISION: Step(
        "Record what {person} says now as a decision of its own, with its own day", {"kind": "consent_change"}
    ),
    StepKind.LEAVE_OUT_IDENTIFYING: Step(
        "Take out whatever would show who the caller is", {"identifying": "no"}
    ),
    StepKind.CHECK_MEANT: Step(
        "Check or challenge what was said, and note what the answer was", {"checked": "yes"}
    ),
    StepKind.TELL_HEARERS: Step("Tell those who must hear it, and nobody else", follows={"to": "hearers"}),
    StepKind.START_VIOLENCE_PROCEDURE: Step(
        "Start the work-related violence procedure, and note the day", {"violence_procedure": "yes"}
    ),
    StepKind.RECORD_MENDING: Step(
        "Note what was done to mend the relationship, or why nothing could be", {"mending": "yes"}
    ),
    StepKind.SHOW_AGREEMENT: Step(
        "Ask the referrer to show that {person} agreed before their details were passed on: in which form, to whom, "
        "and when",
        {"agreement": "before"},
    ),
    StepKind.PROFESSIONAL_FIRST: Step(
        "Advise the professional to get in touch with us for {person}, with {person} there if at all possible",
        {"who": "self_referred"},
    ),
    StepKind.RECORD_EXCEPTION: Step("Write down why this is exceptional", {"exceptional": "yes"}),
    StepKind.NAME_WHO_AGREED: Step(
        "Write down which member of staff agreed to get in touch", {"agreed_by": "yes"}
    ),
    StepKind.LET_STAFF: Step("Let a member of staff do it instead", {"actor": "worker", "to": "staff"}),
    StepKind.ASK_IF_SAFE: Step(
        "Ask {person} whether this way is safe, and note the answer with the day", {"preference": "yes"}
    ),
    StepKind.USE_OTHER_NUMBER: Step("Use the number {person} said yes to", {"preference": "yes"}),
    StepKind.ASK_FOR_MAILING: Step(
        "Ask {person} whether they want to be on the mailing list, and note the answer with the day",
        {"mailing_consent": "yes"},
    ),
    StepKind.CONFIRM_ADDRESS: Step("Confirm the address, and note how and when", {"address": "confirmed"}),
    StepKind.SIGN_AGREEMENT: Step(
        "Have the agreement signed, and begin no earlier than that day", {"agreement": "signed"}
    ),
    StepKind.ALLOW_VOLUNTEERS: Step("Ask {lead} to allow {volunteers} in our service", {"enabled": "yes"}),
    StepKind.INDUCT: Step(
        "Go through the policy with the {volunteer}, and note its version and the day", {"inducted": "yes"}
    ),
    StepKind.SAY_WHY_IT_LEAVES: Step("Write down why it leaves the cabinet", {"purpose": "yes"}),
    StepKind.CARRY_SECURELY: Step(
        "Write down how it is carried safely, and who answers for it until it is back", {"secure": "yes"}
    ),
    StepKind.SAY_WHEN_BACK: Step("Write down by when it comes back", {"due_back": "yes"}),
    StepKind.COUNT_ONLY: Step(
        "Give counts alone, with every small number hidden", {"kind": "return", "level": "suppressed_counts"}
    ),
    StepKind.OFFER_OWN_RETURN: Step(
        "Offer the figures of the times our policy names instead", {"cadence": "own"}
    ),
    StepKind.CLOSE_CASE: Step("Close the {case} when the work is done", {"case": "closed"}),
    StepKind.ENTER_BIRTH: Step("Enter the date of birth of every child on the file", {"period": "set"}),
    StepKind.ENTER_PERIOD: Step(
        "Have somebody authorised enter how long {category} is kept, with its source and version",
        {"period": "set"},
    ),
    StepKind.REVIEW_FILE: Step(
        "Look at the file: enter the period that is over, with its source, or keep it and say until when",
        {"period": "set", "set_by": "schedule", "date": "past"},
    ),
    StepKind.SEE_HOLDS_THROUGH: Step("See through what is open: {holds}", {"matter": "no"}),
    StepKind.RELEASE_MARKER: Step(
        "{Lead} and a second person release the file, each with a reason", {"csa_marker": "no"}
    ),
    StepKind.SET_CLOCK_RIGHT: Step("Have the clock set right and checked", {"clock": "trusted"}),
    StepKind.REVIEW_BY_LEAD: Step("{Lead} looks at the whole policy, and enters the day", REVIEWED),
    StepKind.REVIEW_BY_GROUP: Step(
        "{Group} looks at it at a meeting, and the day of the meeting is entered", REVIEWED
    ),
    StepKind.ENTER_MINUTE: Step("Enter the reference of the minute, and its date", {"minute": "yes"}),
    StepKind.HAND_TO_LEAD: Step("Pass it to {lead}, who alone answers it", {"actor": "head_of_service"}),
    StepKind.CHECK_IDENTITY: Step("Check who is asking, and note how", {"identity": "yes"}),
    StepKind.SEND_TO_REQUESTER: Step("Send it straight to whoever asked", {"to": "requester"}),
    StepKind.DECIDE_OTHERS: Step(
        "Decide, item by item, what is other people’s in it, and note why", {"others_decided": "yes"}
    ),
    StepKind.ASK_CHILD: Step("Ask the child whether the parent may ask", {"child_authority": "yes"}),
    StepKind.JUDGE_CHILD: Step(
        "Judge whether the child understands this right, write it down, and ask a child who does",
        {"capacity": "able", "child_authority": "yes", "turned_12_since": "no"},
    ),
    StepKind.ASK_ABOUT_REQUEST: Step(
        "Ask {person} about this very request, and record the answer",
        {"consent": "specific", "consent_from": "subject", "evidence": "form_or_letter"},
    ),
    StepKind.GET_FORM_OR_LETTER: Step(
        "Get a signed form, a letter, or an e-mail from an address we have checked",
        {"evidence": "form_or_letter"},
    ),
    StepKind.NOTE_AGREEMENT: Step(
        "Write down how and when {person} said yes, and who took it", {"evidence": "telephone"}
    ),
    StepKind.TELL_PERSON: Step("Tell {person} about this request, and note when and how", {"told": "yes"}),
    StepKind.TALK_IT_THROUGH: Step(
        "Talk the request through with {person}, and note it", {"told": "yes", "user_discussed": "yes"}
    ),
    StepKind.TAKE_EXTRACT: Step("Take out only what the request needs", {"extent": "extract"}),
    StepKind.NAME_OFFICER: Step("Send it to the officer named in the request", {"to": "named_officer"}),
    StepKind.SEND_COPY: Step(
        "Send {person} a copy of the very same items, and note when and how",
        {"copy_sent": "yes", "copy_to": "subject"},
    ),
    StepKind.SEND_TO_PARENT: Step("Send it to the {parents} themselves", {"to": "parent"}),
    StepKind.TREAT_AS_ACCESS: Step(
        "Answer whoever asks for their own as subject access, from the same day", {"kind": "subject_access"}
    ),
    StepKind.HIDE_SMALL_COUNTS: Step(
        "Hide every figure from which somebody could be picked out", {"about": "counts"}
    ),
}


def changes(kind: StepKind, answer: Mapping[str, object]) -> dict[str, Any]:
    """What a step of an answer makes of the facts."""
    follows = ((name, answer[named]) for name, named in STEPS[kind].follows.items())
    return {**STEPS[kind].changes, **{name: _some(named) for name, named in follows}}


def taken(facts: Any, decision: Decision) -> Any:
    """The facts once every step that an answer names is done."""
    known = {fact.name for fact in fields(facts)}
    made = (changes(kind, decision.answer) for kind in decision.steps)
    return replace(facts, **{name: word for each in made for name, word in each.items() if name in known})


def _some(named: object) -> frozenset[str]:
    assert isinstance(named, tuple)
    return frozenset(named)
