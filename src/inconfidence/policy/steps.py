"""The steps an answer can name: what each says, and what it makes of the facts once it is done.

On a referral a step is a promise: taking every step, and having the decision, gives a permit.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from inconfidence.policy.vocabulary import StepKind


@dataclass(frozen=True, slots=True)
class Step:
    """What a step says, with the service's words in braces, and the facts it changes."""

    says: str
    changes: Mapping[str, str]


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
        "Add who will be told, or why nobody can be named yet", {"consent_record": "form"}
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
    StepKind.CONSULT_LEAD: Step("Talk it over with {lead}, and record it", {"lead_consulted": "yes"}),
    StepKind.TELL_SAFEGUARDING: Step(
        "Tell social care or the designated officer instead", {"recipient": "safeguarding_body"}
    ),
    StepKind.KEEP_WITHIN_TERMS: Step("Send no more than what is named", {"within_terms": "yes"}),
    StepKind.GIVE_REASON: Step("Write down why you need to see it", {"reason": "yes"}),
    StepKind.RECORD_ITEM_NEED: Step("Write down why you need this very item", {"item_need": "yes"}),
}
