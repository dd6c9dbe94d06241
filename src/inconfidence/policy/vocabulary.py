"""Closed words used by every question.

The words are stored in records and named in policy files: a change of a value is a change of data, never a tidy-up.
"""

from enum import StrEnum


class Outcome(StrEnum):
    """What a decision comes to."""

    PERMIT = "permit"
    REFUSE = "refuse"
    REFER = "refer"


class Role(StrEnum):
    """Who somebody is towards the service; the title on the door is the policy's (`titles`)."""

    HEAD_OF_SERVICE = "head_of_service"
    SENIOR_CASEWORKER = "senior_caseworker"
    CASEWORKER = "caseworker"
    ADMINISTRATOR = "administrator"
    WORKER = "worker"
    VOLUNTEER = "volunteer"
    HOST_MANAGER = "host_manager"
    HOST_DELEGATE = "host_delegate"
    GOVERNING_GROUP = "governing_group"
    LINE_MANAGER = "line_manager"


class Question(StrEnum):
    """The names of what a worker may ask; `commands` and scripts call them by these."""

    MAY_BEGIN_CASEWORK = "may_begin_casework"
    MAY_CONTACT = "may_contact"
    MAY_RECORD = "may_record"
    MAY_SEE = "may_see"
    MAY_OBTAIN = "may_obtain"
    MAY_DISCLOSE = "may_disclose"
    MAY_ANSWER_REQUEST = "may_answer_request"
    WHERE_TO_RAISE = "where_to_raise"
    MAY_WORK = "may_work"
    MAY_MOVE_PAPER = "may_move_paper"
    HOW_LONG_TO_KEEP = "how_long_to_keep"
    MAY_PUBLISH = "may_publish"
    MAY_ADOPT = "may_adopt"

    # Every decision looks its question up; an enum's own hash is a call, a string's is a number it has already.
    __hash__ = str.__hash__


class Origin(StrEnum):
    """Whose voice a clause is: the service's own, the law laid over it, or the default where both are silent."""

    OWN = "own"
    LAW = "law"
    DEFAULT = "default"


class ClauseKind(StrEnum):
    """What sort of statement a clause makes."""

    CONTEXT = "context"
    GATE = "gate"
    GOVERNANCE = "governance"
    NOTICE = "notice"
    PARAMETER = "parameter"
    PERMISSION_RULE = "permission-rule"
    PHYSICAL = "physical"
    RECORD = "record"
    RIGHT = "right"
    SECURITY = "security"
    WORKFLOW = "workflow"
    LAW = "law"
    DEFAULT = "default"


class Ground(StrEnum):
    """A reason for which a thing may be done; `ACT` stands for the act itself, whatever the ground."""

    ACT = "*"
    CONSENT = "consent"
    OWN_INFORMATION = "own-information"
    CHILD_AT_RISK = "child-at-risk"
    PERSON_AT_RISK = "person-at-risk"
    LAW = "law"
    PUBLIC_INTEREST = "public-interest"
    INSPECTION = "inspection"
    INTERNAL = "internal-discussion"
    DE_IDENTIFIED = "de-identified-use"
    NEED = "need-to-see"
    VOLUNTEER = "volunteer-scope"
    CASEWORK = "casework"
    FIRST_CONTACT = "first-contact"
    CONTACT = "contact"
    PAPER = "paper"
    FIGURES = "figures"
    RECORD = "record"
    REVIEW = "policy-review"
    ADOPTION = "adoption"


class StepKind(StrEnum):
    """Something we can do that comes first, or that would change a refusal."""

    OBTAIN_CONSENT = "obtain_consent"
    RECORD_CONSENT = "record_consent"
    GET_FORM_SIGNED = "get_form_signed"
    NAME_RECIPIENTS = "name_recipients"
    CONFIRM_CONSENT = "confirm_consent"
    CHASE_FORM = "chase_form"
    CHOOSE_ITEMS = "choose_items"
    LEAVE_OUT_IRRELEVANT = "leave_out_irrelevant"
    STATE_NEED = "state_need"
    DE_IDENTIFY = "de_identify"
    SIGN_CHECKLIST = "sign_checklist"
    RECORD_BELIEF = "record_belief"
    SPEAK_FIRST = "speak_first"
    CONSULT_LEAD = "consult_lead"
    TELL_SAFEGUARDING = "tell_safeguarding"
    KEEP_WITHIN_TERMS = "keep_within_terms"
    GIVE_REASON = "give_reason"
    RECORD_ITEM_NEED = "record_item_need"
    SHOW_RESPONSIBILITY = "show_responsibility"
    KEEP_GENERAL = "keep_general"
    CONFIRM_WITH_PERSON = "confirm_with_person"
    RECORD_ABSENCE_REASON = "record_absence_reason"
    GIVE_STATEMENT = "give_statement"
    GIVE_PACK = "give_pack"
    ASK_CONSENT_QUESTION = "ask_consent_question"
    EXPLAIN_LIMITS = "explain_limits"
    SAY_WHY_DECLINED = "say_why_declined"
    STATE_RELEVANCE = "state_relevance"
    STATE_NECESSITY = "state_necessity"
    ASK_THE_PERSON = "ask_the_person"
    RECORD_LATER_DECISION = "record_later_decision"
    LEAVE_OUT_IDENTIFYING = "leave_out_identifying"
    CHECK_MEANT = "check_meant"
    TELL_HEARERS = "tell_hearers"
    START_VIOLENCE_PROCEDURE = "start_violence_procedure"
    RECORD_MENDING = "record_mending"
    SHOW_AGREEMENT = "show_agreement"
    PROFESSIONAL_FIRST = "professional_first"
    RECORD_EXCEPTION = "record_exception"
    NAME_WHO_AGREED = "name_who_agreed"
    LET_STAFF = "let_staff"
    ASK_IF_SAFE = "ask_if_safe"
    USE_OTHER_NUMBER = "use_other_number"
    ASK_FOR_MAILING = "ask_for_mailing"
    CONFIRM_ADDRESS = "confirm_address"
    SIGN_AGREEMENT = "sign_agreement"
    ALLOW_VOLUNTEERS = "allow_volunteers"
    INDUCT = "induct"
    SAY_WHY_IT_LEAVES = "say_why_it_leaves"
    CARRY_SECURELY = "carry_securely"
    SAY_WHEN_BACK = "say_when_back"
    COUNT_ONLY = "count_only"
    OFFER_OWN_RETURN = "offer_own_return"
    REVIEW_BY_LEAD = "review_by_lead"
    REVIEW_BY_GROUP = "review_by_group"
    ENTER_MINUTE = "enter_minute"


class DutyWhen(StrEnum):
    """By when a duty is owed."""

    IN_THE_ACT = "in_the_act"
    SAME_DAY = "same_day"
    BEFORE_CLOSING = "before_closing"
    WITHIN = "within"


class DutyKind(StrEnum):
    """What an answer obliges us to do."""

    RECORD_DISCLOSURE = "record_disclosure"
    RECORD_CONCERN = "record_concern"
    TELL_LEAD = "tell_lead"
    REPORT_TO_LEAD = "report_to_lead"
    SPEAK_TO_PERSON = "speak_to_person"
    CONSULT_LEAD = "consult_lead"
    RECORD_BELIEF = "record_belief"
    RECORD_LAW = "record_law"
    RECORD_PUBLIC_INTEREST = "record_public_interest"
    RECORD_INSPECTION = "record_inspection"
    LOG_DISCUSSION = "log_discussion"
    RECORD_USE = "record_use"
    REVIEW_CONSENT = "review_consent"
    FLAG_OUTSIDE_POLICY = "flag_outside_policy"
    REPORT_LOOK = "report_look"
    FLAG_INDUCTION = "flag_induction"
    FLAG_TRAINING = "flag_training"
    FLAG_LAW_DIFFERS = "flag_law_differs"
    EXPLAIN_CONFIDENTIALITY = "explain_confidentiality"
    EXPLAIN_LIMITS = "explain_limits"
    GIVE_PRIVACY_NOTICE = "give_privacy_notice"
    FLAG_PAPER_NOTE = "flag_paper_note"
    LEAVE_UNWRITTEN = "leave_unwritten"
    RECORD_REQUEST = "record_request"
    MARK_LOOKUP = "mark_lookup"
    CHECK_MEANT = "check_meant"
    TELL_HEARERS = "tell_hearers"
    START_VIOLENCE_PROCEDURE = "start_violence_procedure"
    RECORD_MENDING = "record_mending"
    RECORD_INCIDENT = "record_incident"
    FLAG_UNREPORTED = "flag_unreported"
    KEEP_CLOSE = "keep_close"
    DECLINE_REFERRAL = "decline_referral"
    FLAG_REMOTE_POLICY = "flag_remote_policy"
    RECORD_PAPER_OUT = "record_paper_out"
    BRING_PAPER_BACK = "bring_paper_back"
    RECORD_KEYHOLDER = "record_keyholder"
    RECORD_RELEASE = "record_release"
    SET_NEXT_REVIEW = "set_next_review"
    KEEP_REVIEW_DATE = "keep_review_date"
    ACKNOWLEDGE_VERSION = "acknowledge_version"
