"""Under twelve a parent may ask; a child able to ask holds the right alone; a judgement on the file can shift that \
either way.
"""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.requested import READS, is_personal
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST
OWN = Ground.OWN_INFORMATION


def answer(bound: Bound) -> Check:
    """Whose right it is: by the child's age on the day of receipt, by judgement, by the child's own word."""
    here = bound.hanging_on("line")
    child_asks, parent_asks = _child_asks(here), _parent_asks(here)
    unwritten = here.duty(OWN, DutyKind.RECORD_JUDGEMENT)

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.stage != "release" or not is_personal(facts):
            return NOTHING
        found = NOTHING
        if facts.about == "child" and facts.requester == "parent":
            found = parent_asks(facts)
        elif facts.about in ("own", "child", "case_notes") and facts.requester == "subject":
            found = child_asks(facts)
        return found + unwritten if found and _by_age_alone(facts) else found

    return check


def _child_asks(bound: Bound) -> Check:
    """A child who understands asks alone, whatever the age; the policy's line says who is taken to understand."""
    alone = bound.met(OWN, "the child is able to ask")
    not_yet = bound.bar(OWN, "the child was judged not able to ask alone", StepKind.JUDGE_CHILD)
    unjudged = bound.step(OWN, "nobody has judged whether the child is able to ask", StepKind.JUDGE_CHILD)
    from_twelve = bound.values["line"] == "twelve"

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.child == "not_a_child":
            return NOTHING
        if facts.capacity == "able" or (
            facts.capacity == "not_judged" and from_twelve and facts.child == "from_12"
        ):
            return alone
        if facts.capacity == "unable" and facts.turned_12_since == "no":
            return not_yet
        return unjudged

    return check


def _by_age_alone(facts: MayAnswerRequest) -> bool:
    """Whether nothing but the child's age tells who holds the right: whichever way it went, it is still judged."""
    return facts.child != "not_a_child" and facts.capacity == "not_judged"


def _parent_asks(bound: Bound) -> Check:
    """A parent who may act asks for a child who cannot; a child who can gives their own word first."""
    agreed = bound.met(OWN, "the child agrees that the parent asks")
    childs_own = bound.bar(OWN, "this right is the child’s own", StepKind.ASK_CHILD)
    for_child = bound.met(OWN, "a parent asks for a child who cannot ask yet")
    unjudged = bound.step(OWN, "nobody has judged whether the child is able to ask", StepKind.JUDGE_CHILD)
    again = bound.step(OWN, "the child has turned twelve since the request came", StepKind.JUDGE_CHILD)
    decides = _who_may_act(bound)
    from_twelve = bound.values["line"] == "twelve"

    def check(facts: MayAnswerRequest) -> Findings:
        if _holds_it(facts, from_twelve=from_twelve):
            if facts.child_authority == "no":
                return childs_own
            return agreed if _grown_up_says_so(facts) else agreed + decides(facts)
        found = for_child + decides(facts)
        if facts.child_authority == "yes":
            return found
        if facts.child == "from_12" and facts.capacity == "not_judged":
            return found + unjudged
        return found + again if facts.turned_12_since == "yes" else found

    return check


def _holds_it(facts: MayAnswerRequest, *, from_twelve: bool) -> bool:
    """Whether the right is the child's alone: judged able, or taken to be so and not judged otherwise."""
    if facts.capacity != "not_judged":
        return facts.capacity == "able"
    return facts.child == "not_a_child" or (from_twelve and facts.child == "from_12")


def _grown_up_says_so(facts: MayAnswerRequest) -> bool:
    """Whether nobody need act for them any more: their own word is enough, where no order stands against the parent."""
    return facts.child == "not_a_child" and facts.responsibility != "limited_by_order"


def _who_may_act(bound: Bound) -> Check:
    """Responsibility that is unproven or limited, and anybody who is no child any more: the head of service decides."""
    says = {
        "unproven": "nobody has shown that this parent may act for the child",
        "limited_by_order": "a court has limited what this parent may do",
        "shown": "a parent asks for somebody who is no child any more",
    }
    decides = {word: bound.approval(OWN, because) for word, because in says.items()}

    def check(facts: MayAnswerRequest) -> Findings:
        clear = facts.responsibility == "shown" and facts.child != "not_a_child"
        return NOTHING if clear or facts.head_decided == "yes" else decides[facts.responsibility]

    return check


TWELVE, COMPETENCE = {"line": "twelve"}, {"line": "competence"}
OF_TEN = {"requester": "parent", "about": "child", "child": "under_12"}
OF_TWELVE = {**OF_TEN, "child": "from_12"}
RULE = rule(
    __doc__,
    slug="child-access",
    authority="UK GDPR Art. 15; Children Act 1989 ss.2, 3 and 8; the regulator’s guidance on children",
    parameters={"line": word("twelve", "competence")},
    asked=(
        answering(
            answer,
            "stage",
            "child",
            "capacity",
            "child_authority",
            "turned_12_since",
            "responsibility",
            "head_decided",
            *READS,
        ),
    ),
    examples=(
        Example("A mother asks about her son of ten.", OF_TEN, "met duty", TWELVE, question=ANSWER),
        Example("She asked today.", {**OF_TEN, "stage": "log"}, "", TWELVE, question=ANSWER),
        Example(
            "The police ask about her son.",
            {**OF_TEN, "kind": "outside"},
            "",
            TWELVE,
            question=ANSWER,
        ),
        Example("About her daughter of twelve.", OF_TWELVE, "bar duty", TWELVE, question=ANSWER),
        Example(
            "Her daughter agrees.",
            {**OF_TWELVE, "child_authority": "yes"},
            "met duty",
            TWELVE,
            question=ANSWER,
        ),
        Example(
            "Her daughter agrees, and a court has limited what the mother may do.",
            {**OF_TWELVE, "child_authority": "yes", "responsibility": "limited_by_order"},
            "met approval duty",
            TWELVE,
            question=ANSWER,
        ),
        Example("Where competence decides.", OF_TWELVE, "met step duty", COMPETENCE, question=ANSWER),
        Example(
            "Her son of ten was judged able.", {**OF_TEN, "capacity": "able"}, "bar", TWELVE, question=ANSWER
        ),
        Example(
            "Her daughter of twelve was judged not able.",
            {**OF_TWELVE, "capacity": "unable"},
            "met",
            TWELVE,
            question=ANSWER,
        ),
        Example(
            "Her son has turned twelve since.",
            {**OF_TEN, "turned_12_since": "yes"},
            "met step duty",
            TWELVE,
            question=ANSWER,
        ),
        Example(
            "A court has limited what the father may do.",
            {**OF_TEN, "responsibility": "limited_by_order"},
            "met approval duty",
            TWELVE,
            question=ANSWER,
        ),
        Example(
            "A girl of twelve asks for her own.", {"child": "from_12"}, "met duty", TWELVE, question=ANSWER
        ),
        Example(
            "A boy of ten asks for his own.", {"child": "under_12"}, "step duty", TWELVE, question=ANSWER
        ),
        Example(
            "A mother asks for her grown-up son, who was judged not able.",
            {"requester": "parent", "about": "child", "capacity": "unable"},
            "met approval",
            TWELVE,
            question=ANSWER,
        ),
        Example("A grown man asks for his own.", {}, "", TWELVE, question=ANSWER),
    ),
)
