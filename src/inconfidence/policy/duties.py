"""What an answer can oblige us to do: to whom each duty is owed, by when, and in which words."""

from dataclasses import dataclass

from inconfidence.policy.vocabulary import DutyKind, DutyWhen


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty in words; `owed_to` is the service user, a role, whoever sent a request, or the file."""

    owed_to: str
    when: DutyWhen
    says: str


FILE, LEAD, USER, WORKERS = "file", "head_of_service", "service_user", "worker"
REQUESTER = "requester"
IN_THE_ACT, SAME_DAY, WITHIN = DutyWhen.IN_THE_ACT, DutyWhen.SAME_DAY, DutyWhen.WITHIN
BEFORE_CLOSING = DutyWhen.BEFORE_CLOSING

DUTIES: dict[DutyKind, Owed] = {
    DutyKind.RECORD_DISCLOSURE: Owed(
        FILE, IN_THE_ACT, "Record who is told, what, why, and on which {consent}"
    ),
    DutyKind.RECORD_CONCERN: Owed(
        FILE, IN_THE_ACT, "Record who may be harmed, how seriously, what you believe and why, and who is told"
    ),
    DutyKind.TELL_LEAD: Owed(LEAD, SAME_DAY, "Tell {lead} today what was passed on"),
    DutyKind.REPORT_TO_LEAD: Owed(LEAD, SAME_DAY, "Report to {lead} today: you acted before a decision"),
    DutyKind.SPEAK_TO_PERSON: Owed(
        USER, SAME_DAY, "Speak to whoever said it today, unless that adds to the risk; if it does, record why"
    ),
    DutyKind.CONSULT_LEAD: Owed(LEAD, SAME_DAY, "Talk it over with {lead} today"),
    DutyKind.RECORD_BELIEF: Owed(FILE, SAME_DAY, "Write down today what you believe, and why"),
    DutyKind.RECORD_LAW: Owed(
        FILE, IN_THE_ACT, "Record the order or the duty in law, what it names, and whether {person} was told"
    ),
    DutyKind.RECORD_PUBLIC_INTEREST: Owed(
        FILE,
        IN_THE_ACT,
        "Record the public interest, who is in danger, why it outweighs confidence, and who decided",
    ),
    DutyKind.RECORD_INSPECTION: Owed(
        FILE,
        IN_THE_ACT,
        "Record the inspector, the authority shown, which files were seen, where, and by whom shown",
    ),
    DutyKind.OFFER_DE_IDENTIFIED: Owed(
        REQUESTER,
        IN_THE_ACT,
        "Offer the inspector first what points to nobody, and note what was offered and what they said",
    ),
    DutyKind.LOG_DISCUSSION: Owed(FILE, IN_THE_ACT, "Note the day, who was there, and what for"),
    DutyKind.RECORD_USE: Owed(FILE, IN_THE_ACT, "Record where it is used, and who signed the checklist"),
    DutyKind.REVIEW_CONSENT: Owed(
        USER, WITHIN, "Ask {person} soon whether they still agree: the review is overdue"
    ),
    DutyKind.FLAG_OUTSIDE_POLICY: Owed(
        LEAD,
        IN_THE_ACT,
        "Mark it as outside this service’s own policy: the law allows it, the policy does not name it",
    ),
    DutyKind.REPORT_LOOK: Owed(LEAD, IN_THE_ACT, "{Lead} sees that you looked, and why"),
    DutyKind.FLAG_INDUCTION: Owed(
        LEAD, WITHIN, "{Lead} is shown that the policy was not yet part of an induction"
    ),
    DutyKind.FLAG_TRAINING: Owed(
        LEAD, WITHIN, "{Lead} is shown that training in data protection and freedom of information is missing"
    ),
    DutyKind.FLAG_LAW_DIFFERS: Owed(
        LEAD,
        IN_THE_ACT,
        "{Lead} is shown that policy and law differ here: in education law a carer can be a parent",
    ),
    DutyKind.EXPLAIN_CONFIDENTIALITY: Owed(
        USER, IN_THE_ACT, "Say what confidentiality means here and where it ends, and note it"
    ),
    DutyKind.EXPLAIN_LIMITS: Owed(
        USER, IN_THE_ACT, "Explain how far we can help without talking to others, and note it"
    ),
    DutyKind.GIVE_PRIVACY_NOTICE: Owed(
        USER, WITHIN, "Give {person} the {privacy_notice}, and note its version and the day"
    ),
    DutyKind.FLAG_PAPER_NOTE: Owed(
        LEAD, IN_THE_ACT, "{Lead} is shown that a paper note holds more than issues raised and action taken"
    ),
    DutyKind.LEAVE_UNWRITTEN: Owed(
        FILE, IN_THE_ACT, "Think whether the work needs this: the rest may be heard and left unwritten"
    ),
    DutyKind.RECORD_REQUEST: Owed(
        FILE, IN_THE_ACT, "Record who is asked, for what, why, and on which {consent}"
    ),
    DutyKind.MARK_LOOKUP: Owed(
        FILE, IN_THE_ACT, "Mark what is found with the system it came from and the {consent} behind it"
    ),
    DutyKind.CHECK_MEANT: Owed(
        FILE, SAME_DAY, "Check or challenge today what was said, and note what the answer was"
    ),
    DutyKind.TELL_HEARERS: Owed(
        FILE, SAME_DAY, "Tell today whoever must hear it and has not heard it, and note when"
    ),
    DutyKind.START_VIOLENCE_PROCEDURE: Owed(
        FILE, BEFORE_CLOSING, "Start the work-related violence procedure, and note the day"
    ),
    DutyKind.RECORD_MENDING: Owed(
        FILE, BEFORE_CLOSING, "Note what was done to mend the relationship, or why nothing could be"
    ),
    DutyKind.RECORD_INCIDENT: Owed(
        FILE,
        IN_THE_ACT,
        "Record what happened, when, and to whom it is reported, apart from the {case}; nobody’s {consent} is asked",
    ),
    DutyKind.FLAG_UNREPORTED: Owed(
        LEAD, IN_THE_ACT, "{Lead} is shown that an incident towards staff has been reported to nobody"
    ),
    DutyKind.KEEP_CLOSE: Owed(FILE, IN_THE_ACT, "Keep the entry between you and {lead}"),
    DutyKind.AUTHORISED_DESTROYS: Owed(
        LEAD, IN_THE_ACT, "Somebody authorised destroys it, after looking once more whether anything holds it"
    ),
    DutyKind.WRITE_CERTIFICATE: Owed(
        FILE, IN_THE_ACT, "Write the certificate: what went, when, by which clause, and nothing about anybody"
    ),
    DutyKind.FLAG_NO_PERIOD: Owed(LEAD, WITHIN, "{Lead} is shown that no period is set for {category}"),
    DutyKind.REVIEW_MARKER: Owed(
        LEAD, WITHIN, "{Lead} looks again every twelve months whether this file must stay"
    ),
    DutyKind.SET_NEXT_REVIEW: Owed(
        LEAD, IN_THE_ACT, "The next review is counted from this one; the reminder comes sixty days before it"
    ),
    DutyKind.KEEP_REVIEW_DATE: Owed(
        LEAD, IN_THE_ACT, "The next review stays due when it was: nobody looked at the whole policy"
    ),
    DutyKind.ACKNOWLEDGE_VERSION: Owed(
        WORKERS, WITHIN, "Everybody who works here reads the new version and says so"
    ),
    DutyKind.DECLINE_REFERRAL: Owed(
        FILE,
        WITHIN,
        "If it cannot be shown, close the referral as declined, keep who referred and why, and take out how to reach "
        "the family",
    ),
    DutyKind.FLAG_REMOTE_POLICY: Owed(
        LEAD, WITHIN, "{Lead} is shown that the policy on mobile and remote working is not acknowledged"
    ),
    DutyKind.RECORD_PAPER_OUT: Owed(
        FILE,
        IN_THE_ACT,
        "Note in the register who has it, what it is, why, how it is carried, and since when",
    ),
    DutyKind.BRING_PAPER_BACK: Owed(
        FILE, WITHIN, "Bring it back by the time noted: {lead} is shown what is late"
    ),
    DutyKind.RECORD_KEYHOLDER: Owed(
        FILE, IN_THE_ACT, "Note in the register who holds the keys of which cabinet, and since when"
    ),
    DutyKind.RECORD_RELEASE: Owed(
        FILE,
        IN_THE_ACT,
        "Look the figures through before they go, and record who released them, to whom and when",
    ),
    DutyKind.LOG_REQUEST: Owed(
        FILE,
        IN_THE_ACT,
        "Write down who asks, for what, and on which day it came: a spoken request counts, and may be written out",
    ),
    DutyKind.HAND_REQUEST_ON: Owed(LEAD, SAME_DAY, "Pass it to {lead} today"),
    DutyKind.RECORD_ANSWER: Owed(
        FILE, IN_THE_ACT, "Record what went, to whom, how and when, and what was left out and why"
    ),
    DutyKind.RECORD_JUDGEMENT: Owed(
        FILE,
        IN_THE_ACT,
        "Write down whether the child understands this right, whichever way you judge, and who judged it, when and why",
    ),
    DutyKind.ARRANGE_VIEWING: Owed(
        USER, IN_THE_ACT, "Agree on a day, and note what was laid out and who was there"
    ),
    DutyKind.TELL_OF_REQUEST: Owed(
        USER,
        SAME_DAY,
        "Tell {person} of the request today, unless the law forbids it; if it does, record that",
    ),
    DutyKind.COPY_TO_SERVICE_USER: Owed(
        USER, BEFORE_CLOSING, "Send {person} a copy of the very same items, and note when and how"
    ),
    DutyKind.OFFER_COPY: Owed(USER, IN_THE_ACT, "Offer {person} a copy of what goes"),
    DutyKind.FLAG_ONLY_ALLOWED: Owed(
        LEAD,
        IN_THE_ACT,
        "Mark it, with the power cited: the law allows this and does not require it; unasked, this policy shares only "
        "what the law requires",
    ),
    DutyKind.REPLY_NOT_SUPPLYING: Owed(
        REQUESTER, IN_THE_ACT, "Tell the {council} only that we shall not be supplying documents ourselves"
    ),
    DutyKind.RECORD_FREEDOM: Owed(
        FILE,
        IN_THE_ACT,
        "Note whether we hold it, what it costs to find, what is exempt, and the guidance followed",
    ),
    DutyKind.THROUGH_HOST_TEAM: Owed(
        LEAD, IN_THE_ACT, "Answer by way of the freedom of information team of the {host}"
    ),
    DutyKind.SAY_NOT_BOUND: Owed(
        REQUESTER,
        IN_THE_ACT,
        "Tell whoever asked that this right does not reach our host; pass it to the {council} if we hold it for them",
    ),
}
