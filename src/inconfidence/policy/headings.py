"""The first line of an answer: what it comes to, in one plain sentence."""

from collections.abc import Mapping

from inconfidence.policy.decision import Decision
from inconfidence.policy.facts import (
    Facts,
    MayAdopt,
    MayAnswerRequest,
    MayBeginCasework,
    MayContact,
    MayDisclose,
    MayMovePaper,
    MayPublish,
    MaySee,
    MayWork,
    WhereToRaise,
)
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY
from inconfidence.policy.vocabulary import Outcome, Question, Role
from inconfidence.policy.wording import hearers, sentence

NOTHING_TO_SHOW = "There is nothing here that you can open."
OUTWARD = {Question.MAY_DISCLOSE: NEITHER_CONFIRM_NOR_DENY, Question.MAY_SEE: NOTHING_TO_SHOW}
HIDDEN_FROM = ("volunteer", "council_officer", "host_staff", "other_service", "shared_account")

MAY = {
    "share": "{recipient} may be told this",
    "confirm_known": "{recipient} may be told whether the family has come to us",
    "raise_pattern": "this may be raised with {recipient}",
    "internal": "this may be talked over with {recipient}",
    "training_example": "this story may be told to {recipient}",
}
MAY_NOT = {act: said.replace(" may be ", " may not be ") for act, said in MAY.items()}
WHETHER = {act: f"whether {said}" for act, said in MAY.items()}

BEGUN = {
    "casework": "casework may begin",
    "open_enquiry": "the enquiry may be opened",
    "general_information": "general information may be given",
    "close_first_contact": "the first contact may be closed",
    "decline": "{person} may be sent elsewhere",
}
ADOPTED = {
    "record_review": "this review may be recorded",
    "adopt_version": "this version may come into force",
}
CONTACTED = {
    "mobile": "{person} may be rung on their mobile",
    "home": "{person} may be rung at home",
    "work": "{person} may be rung at work",
    "answerphone": "a message may be left on the answerphone",
    "via_relative": "a message may be left with a relative",
    "via_colleague": "a message may be left with a colleague of theirs",
    "letter": "a letter may be sent",
    "newsletter": "the newsletter may be sent",
}
WORKED = {
    "volunteer": "this {volunteer} may take on casework",
    "worker": "this member of staff may take on casework",
}
MOVED = {"no": "this paper may leave its cabinet", "yes": "the keys of the cabinet may be handed over"}
PUBLISHED = {
    "return": "these figures may leave our service",
    "story": "this story may leave our service",
    "user_list": "this list may leave our service",
}
ANSWERED = {
    "log": "this request may be logged",
    "release": "this may be released",
    "close": "this request may be closed",
}
DONE = {
    Question.HOW_LONG_TO_KEEP: "this file may be destroyed",
    Question.MAY_RECORD: "this may be written down",
    Question.MAY_OBTAIN: "these records may be asked for",
}
DECIDES = {
    Role.HEAD_OF_SERVICE: "{lead} decides",
    Role.HOST_MANAGER: "{host_manager} and {lead} decide",
    Role.HOST_DELEGATE: "{host_delegate} decides",
}


def heading(decision: Decision, facts: Facts, words: Mapping[str, str]) -> str:
    """One sentence: who may be told or what may be opened, and the first reason."""
    if isinstance(facts, MayDisclose):
        return _told(decision, facts.act, words)
    if isinstance(facts, MaySee):
        return _seen(decision, facts.actor, words)
    if isinstance(facts, WhereToRaise):
        return _raised(decision, facts.stage, words)
    if isinstance(facts, MayAdopt):
        return _adopted(decision, ADOPTED[facts.act], words)
    return _done(decision, _may(decision.question, facts), words)


def _may(question: Question, facts: Facts) -> str:
    """What would be done, in a sentence that says it may."""
    match facts:
        case MayAnswerRequest():
            return ANSWERED[facts.stage]
        case MayBeginCasework():
            return BEGUN[facts.act]
        case MayContact():
            return CONTACTED[facts.channel]
        case MayWork():
            return WORKED[facts.actor]
        case MayMovePaper():
            return MOVED[facts.as_keyholder]
        case MayPublish():
            return PUBLISHED[facts.kind]
    return DONE[question]


def outward(decision: Decision) -> str:
    """What may be said to the one who asked when it is not a yes: always the same, so that a refusal tells nothing."""
    if decision.outcome is Outcome.PERMIT:
        return ""
    return str(decision.answer.get("reply", OUTWARD.get(decision.question, "")))


def _told(decision: Decision, act: str, words: Mapping[str, str]) -> str:
    because = decision.reasons[0].says
    if decision.outcome is Outcome.PERMIT:
        return sentence(f"{MAY[act]}: {because}", words)
    if decision.outcome is Outcome.REFUSE:
        return sentence(f"{MAY_NOT[act]}: {because}", words)
    if decision.refer_to is None:
        return sentence(f"not yet: {because}", words)
    return sentence(f"{{lead}} decides first {WHETHER[act]}", words)


def _seen(decision: Decision, actor: str, words: Mapping[str, str]) -> str:
    because = decision.reasons[0].says
    if decision.outcome is Outcome.PERMIT:
        return sentence(f"you may open this: {because}", words)
    if actor in HIDDEN_FROM:
        return NOTHING_TO_SHOW
    if decision.outcome is Outcome.REFUSE:
        return sentence(f"you may not open this: {because}", words)
    return sentence(f"not yet: {because}", words)


def _raised(decision: Decision, stage: str, words: Mapping[str, str]) -> str:
    """A concern: who must hear of it, or what comes before it is told or closed."""
    because = decision.reasons[0].says
    must = decision.answer.get("hearers", ())
    assert isinstance(must, tuple)
    if decision.outcome is Outcome.REFER:
        first = f"{{lead}} decides first: {because}" if decision.refer_to else f"not yet: {because}"
        return sentence(first, words)
    if stage == "close":
        closed = "may be" if decision.outcome is Outcome.PERMIT else "is not"
        return sentence(f"this concern {closed} closed: {because}", words)
    if decision.outcome is Outcome.PERMIT:
        return sentence(f"{hearers(must)} must hear this: {because}", words)
    return sentence(f"not in this way: {because}" if must else f"this is told to nobody: {because}", words)


def _done(decision: Decision, may: str, words: Mapping[str, str]) -> str:
    """What we do among ourselves: begin, write down, ask for, release, close."""
    because = decision.reasons[0].says
    if decision.outcome is Outcome.PERMIT:
        return sentence(f"{may}: {because}", words)
    if decision.outcome is Outcome.REFUSE:
        return sentence(f"{may.replace(' may ', ' may not ')}: {because}", words)
    if decision.refer_to is None:
        return sentence(f"not yet: {because}", words)
    return sentence(f"{DECIDES[decision.refer_to]} first whether {may}", words)


def _adopted(decision: Decision, may: str, words: Mapping[str, str]) -> str:
    """What waits for a review waits for everybody named in it: nobody decides instead of them."""
    if decision.outcome is Outcome.REFER:
        return sentence(f"not yet: {decision.reasons[0].says}", words)
    return _done(decision, may, words)
