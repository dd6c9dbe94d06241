"""A person gets their own information, in whatever form they ask, without fee, sent to them and nobody else."""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.requested import (
    FIGURES,
    OF_THE_CHILD,
    READS,
    is_access,
    is_personal,
    on_the_childs_word,
)
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST
OWN = Ground.OWN_INFORMATION
# Where it may go: back to whoever asked, by any of the names they have here.
BACK = {
    "subject": ("requester",),
    "parent": ("requester", "parent"),
    "solicitor": ("requester", "named_solicitor"),
}

GOES = {
    "themselves": "the_person",
    "parent_for_child": "the_parent",
    "parent_with_their_word": "the_parent",
    "on_behalf": "the_named_solicitor",
}


def answer(bound: Bound) -> Check:
    """The right to one's own information, and what comes before it: who asks is known, others' words are decided on."""
    due = bound.by_law().answer("the law says by when", clock="subject-access")
    arranged = bound.values["viewing"] == "by_arrangement"
    grounds, viewed = _grounds(bound), _viewing(bound.hanging_on("viewing"))
    lacking = _lacking(bound)
    stands_in_the_way = _in_the_way(bound)

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.stage == "close" or not is_personal(facts):
            return NOTHING
        by_arrangement = arranged and facts.kind == "view_notes"
        dated = NOTHING if by_arrangement else due
        if facts.stage == "log" or not is_access(facts) or facts.about == "other_enquiry":
            return dated
        who = _who(facts)
        if who not in grounds:
            return dated + lacking[who]
        return dated + (viewed if by_arrangement else grounds)[who] + stands_in_the_way(facts)

    return check


def _in_the_way(bound: Bound) -> Check:
    """Where it would go, who asks, and other people's words: what is still to be put right."""
    elsewhere = bound.hanging_on("deliver").bar(
        OWN, "it goes straight to whoever asked, and to nobody else", StepKind.SEND_TO_REQUESTER
    )
    unknown = bound.step(OWN, "nobody has checked who is asking", StepKind.CHECK_IDENTITY)
    undecided = bound.step(
        OWN, "what is other people’s in it has not been decided on", StepKind.DECIDE_OTHERS
    )

    def check(facts: MayAnswerRequest) -> Findings:
        found = NOTHING if facts.to in BACK[facts.requester] else elsewhere
        if facts.identity == "no":
            found += unknown
        return found if facts.others_decided == "yes" else found + undecided

    return check


def _who(facts: MayAnswerRequest) -> str:
    """Who asks for whose: a word of `_grounds`, or of `_lacking`."""
    if facts.about in FIGURES:
        return "figures"
    if facts.about == "child" and facts.requester == "parent":
        return "parent_with_their_word" if on_the_childs_word(facts) else "parent_for_child"
    if facts.requester in ("subject", "parent"):
        return "themselves"
    if facts.requester != "solicitor" or facts.about == "child":
        return "somebody_else"
    if facts.consent == "specific" and facts.consent_from == "subject":
        return "on_behalf"
    return "refused" if facts.consent == "refused" else "unshown"


def _grounds(bound: Bound) -> dict[str, Findings]:
    record = bound.duty(OWN, DutyKind.RECORD_ANSWER)
    says = {
        "themselves": "everybody may have what we hold about them",
        "parent_for_child": "a parent may ask for a child who does not ask alone",
        "parent_with_their_word": "the child agrees that this parent asks",
        "on_behalf": "{person} has agreed that this solicitor asks for them",
    }
    return {who: bound.ground(OWN, says[who]) + record + _goes(bound, who) for who in GOES}


def _viewing(bound: Bound) -> dict[str, Findings]:
    """Seeing notes by appointment: no form and no fee, and the rest of the right stays as it is."""
    sees = bound.but_the_law().ground(OWN, "people see their own notes by arrangement")
    owed = bound.duty(OWN, DutyKind.ARRANGE_VIEWING) + bound.duty(OWN, DutyKind.RECORD_ANSWER)
    return {who: sees + owed + _goes(bound, who) for who in GOES}


def _goes(bound: Bound, who: str) -> Findings:
    return bound.answer("it goes to whoever asked", goes_to=GOES[who])


def _lacking(bound: Bound) -> dict[str, Findings]:
    unshown = "nobody has shown that {person} lets this solicitor ask"
    return {
        "figures": bound.lacks(OWN, "figures are about nobody, and are not asked for by this right"),
        "somebody_else": bound.lacks(OWN, "what we hold about a person goes to that person"),
        "refused": bound.lacks(OWN, "{person} has said no"),
        "unshown": bound.lacks(OWN, unshown, StepKind.ASK_ABOUT_REQUEST),
    }


RIGHT = {"viewing": "as_subject_access", "deliver": "to_requester"}
RULE = rule(
    __doc__,
    slug="subject-access",
    authority="UK GDPR Arts. 12, 12A and 15; Data Protection Act 2018 Sch. 2 para 16",
    parameters={"viewing": word("as_subject_access", "by_arrangement"), "deliver": word("to_requester")},
    asked=(
        answering(
            answer,
            "stage",
            "to",
            "identity",
            "consent",
            "consent_from",
            "others_decided",
            *OF_THE_CHILD,
            *READS,
        ),
    ),
    examples=(
        Example(
            "Somebody asks for their own notes.", {}, "answer ground duty answer", RIGHT, question=ANSWER
        ),
        Example("It came in today.", {"stage": "log"}, "answer", RIGHT, question=ANSWER),
        Example(
            "It is for what somebody else told us.",
            {"about": "other_enquiry"},
            "answer",
            RIGHT,
            question=ANSWER,
        ),
        Example(
            "The parents ask that everything comes to them.",
            {"kind": "parents_route", "requester": "parent"},
            "answer",
            RIGHT,
            question=ANSWER,
        ),
        Example("It is closed.", {"stage": "close"}, "", RIGHT, question=ANSWER),
        Example(
            "They cite freedom of information.",
            {"kind": "foi"},
            "answer ground duty answer",
            RIGHT,
            question=ANSWER,
        ),
        Example(
            "Nobody knows who is asking, and others are named in it.",
            {"identity": "no", "others_decided": "no"},
            "answer ground duty answer step step",
            RIGHT,
            question=ANSWER,
        ),
        Example(
            "It would go by way of the school.",
            {"to": "someone_else"},
            "answer ground duty answer bar",
            RIGHT,
            question=ANSWER,
        ),
        Example(
            "They see their notes by appointment.",
            {"kind": "view_notes"},
            "ground duty duty answer",
            {**RIGHT, "viewing": "by_arrangement"},
            question=ANSWER,
        ),
        Example(
            "A mother asks for her daughter of twelve, who agrees.",
            {"requester": "parent", "about": "child", "child": "from_12", "child_authority": "yes"},
            "answer ground duty answer",
            RIGHT,
            question=ANSWER,
        ),
        Example("A grandmother asks.", {"requester": "relative"}, "answer lacks", RIGHT, question=ANSWER),
        Example(
            "A solicitor asks, with the parent's word.",
            {"requester": "solicitor", "consent": "specific"},
            "answer ground duty answer",
            RIGHT,
            question=ANSWER,
        ),
    ),
)
