"""The closed words of a duty, and the sentence people read for each kind."""

from enum import StrEnum


class About(StrEnum):
    """What a duty is about."""

    CASE = "case"
    ITEM = "item"
    CARD = "card"
    ENQUIRY = "enquiry"
    CONSENT = "consent"
    DISCLOSURE = "disclosure"
    QUESTION = "question"
    CONCERN = "concern"
    MESSAGE = "message"
    SERVICE = "service"


class DutyState(StrEnum):
    """Whether it is still owed."""

    OPEN = "open"
    DONE = "done"


class When(StrEnum):
    """The moment by which it is owed, as the core says it."""

    IN_THE_ACT = "in_the_act"
    SAME_DAY = "same_day"
    BEFORE_CLOSING = "before_closing"
    WITHIN = "within"


LEADS = "leads"
REMINDER = "reminder"
LEGAL_DATE = "legal_date"
DATE_CHANGED = "date_changed"
FORM = "permission_form"
FORM_OUT = "form_out"
FORM_ALOUD = "form_aloud"
NOT_AGREED = "records_not_agreed"
PAPER_LOST = "paper_lost"
TAKE_UP = "take_up_enquiry"
DECLINE = "decline_referral"
CALLER_NOT_KNOWN = "caller_not_known"
MESSAGE = "message"
RIGHT_SOON = "right_soon"
RIGHT_PASSES = "right_passes"

OWN_ACT = frozenset(
    {
        "allocate_case",
        MESSAGE,
        FORM,
        FORM_OUT,
        "consent_review",
        "consent_after_reopening",
        "review_consent",
        "safe_contact_review",
        "decide_sharing",
        "read_concern",
        "tell_hearers",
        "check_meant",
        "start_violence_procedure",
        "record_mending",
        NOT_AGREED,
        TAKE_UP,
        DECLINE,
    }
)
"""Kinds that are settled by doing the thing itself in its own place, and never by ticking a line off."""

MOVABLE = frozenset({REMINDER})
"""Kinds whose day somebody chose for themselves; every other day is set by the policy or the law."""

FROM_ITS_DAY = frozenset({RIGHT_SOON, RIGHT_PASSES})
"""Kinds that may be owed for years, and of which nothing is said before their day."""

WORDING = {
    REMINDER: "Next step",
    LEGAL_DATE: "A date in law: its note says which, and how it was worked out",
    DATE_CHANGED: "A date in law has changed: its new note says from which day to which",
    NOT_AGREED: "Records of others came and nobody agreed: say who gave them to us, or ask whether we may have them",
    CALLER_NOT_KNOWN: "Somebody asked about this case and could not show who they were: look who it may have been",
    MESSAGE: "A message was left for whoever works on this case",
    RIGHT_SOON: "Soon the young person answers for themselves: ask them what may be told about them (L-07)",
    RIGHT_PASSES: "The young person answers for themselves now: ask them what may be told about them (L-07)",
    "meeting": "A meeting: afterwards, write down what came of it",
    "meeting_prep": "Prepare a meeting",
    "consent_review": "Ask again whether what was agreed still stands",
    "consent_after_reopening": "The case is open again: ask again what was agreed before",
    "give_privacy_notice": "Give the privacy notice, and note its version and the day",
    "flag_law_differs": "The policy refused work for somebody whom the law may let us help: look at it",
    "allocate_case": "Decide who works with this family",
    FORM: "Get the permission form back before more work is done",
    FORM_ALOUD: "A permission form was gone through aloud and counts as come back: look at it, a reasonable adjustment",
    FORM_OUT: "A permission form is out: remind them, or go through it with them",
    "safe_contact_review": "Ask again how it is safe to get in touch",
    "decide_sharing": "A colleague asks whether something may be shared: decide",
    "read_concern": "A colleague raised a concern: read it now",
    "tell_lead": "Tell the lead what was passed on",
    "report_to_lead": "Report to the lead that you acted before a decision",
    "speak_to_person": "Speak to whoever said it, or record why that is not safe",
    "consult_lead": "Talk it over with the lead",
    "read_early_sharing": "Something was shared before it was allowed: read what the worker wrote",
    "read_early_work": "Work went further than first advice before it was allowed: read how the case was closed",
    "confirm_consulted": "Confirm that a danger was talked over with you",
    "record_belief": "Write down what you believe, and why",
    "check_meant": "Check or challenge what was said, and note the answer",
    "tell_hearers": "Tell whoever must hear of a concern and has not heard of it",
    "told_wrongly": "Somebody was told of a concern who must not hear of it: look at it",
    "flag_unreported": "A threat or abuse towards staff has been reported to nobody: look at it",
    "start_violence_procedure": "Start the work-related violence procedure, and note the day",
    "record_mending": "Note what was done to mend the relationship, or why nothing could be",
    "review_consent": "Ask whether they still agree: the review is overdue",
    "flag_induction": "Somebody works here whose induction did not yet cover the policy",
    "flag_remote_policy": "A volunteer works here who has not acknowledged the policy on mobile and remote working",
    TAKE_UP: "An enquiry is yours: get in touch with them",
    DECLINE: "Close a referral for which no agreement was shown, and take out how to reach the family",
    "bring_paper_back": "Bring the paper file back to its cabinet",
    PAPER_LOST: "A paper file is lost: treat it as a possible breach; the 72 hours run from when it was noticed",
    "flag_training": "Somebody works here without training in data protection and freedom of information",
    "hand_request_on": "A request for what we hold has come: the lead answers it",
    "tell_of_request": "Tell the person of a request about them, unless the law forbids it",
    "copy_to_service_user": "Send the person a copy of what went, before the request is closed",
    "flag_no_period": "Nobody has set how long some files are kept: enter the period and its source",
    "review_marker": "A file is kept because of what it may tell: look again whether it must stay",
    "acknowledge_version": "Read the new version of the policy, and say that you have",
}
