"""If the parents ask, everything goes to them or their named solicitor instead, and the council hears only that we \
shall not be supplying it.
"""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.replies import NOT_SUPPLYING
from inconfidence.policy.requested import FIGURES
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Origin, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST
OWN = Ground.OWN_INFORMATION
THEIRS = ("requester", "parent")


def answer(bound: Bound) -> Check:
    """A road of its own where the policy has one; where it is silent, a person's right to their own serves."""
    silent = bound.origin is Origin.DEFAULT
    released = _no_road(bound) if silent else _road(bound)
    handed_over = bound.answer(
        "the {council} hears that we shall not be supplying it", council_hears=NOT_SUPPLYING
    )

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.kind == "parents_route" and facts.stage == "release":
            return released(facts)
        closes = (facts.kind, facts.stage, facts.ended) == ("council", "close", "handed_over")
        return handed_over if closes else NOTHING

    return check


def _no_road(bound: Bound) -> Check:
    lacks = _by_right(
        bound, "what {person} may have comes to them as their own, and this policy has no other route"
    )
    return lambda facts: lacks


def _by_right(bound: Bound, says: str) -> Findings:
    """Not by this road: one's own right of access serves, and the council hears no more than by this road."""
    return bound.lacks(OWN, says, StepKind.TREAT_AS_ACCESS) + bound.answer(
        "the {council} hears that nothing will be supplied", council_hears=NOT_SUPPLYING
    )


def _road(bound: Bound) -> Check:
    """Everything, to the parents or whom they name; who asks is known and what is others' has been decided on."""
    stands, lacking = _stands(bound), _lacking(bound)
    elsewhere = bound.bar(
        OWN,
        "it goes to the {parents} or the solicitor they named, and to nobody else",
        StepKind.SEND_TO_PARENT,
    )
    unknown = bound.step(OWN, "nobody has checked who is asking", StepKind.CHECK_IDENTITY)
    undecided = bound.step(
        OWN, "what is other people’s in it has not been decided on", StepKind.DECIDE_OTHERS
    )

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.about == "other_enquiry":
            return NOTHING
        if facts.requester not in ("parent", "subject"):
            return lacking["stranger"]
        if facts.about in FIGURES:
            return lacking["figures"]
        if facts.requester == "subject":
            return lacking["themselves"]
        found = stands["the_named_solicitor" if facts.to == "named_solicitor" else "the_parent"]
        if facts.to != "named_solicitor" and facts.to not in THEIRS:
            found += elsewhere
        if facts.identity == "no":
            found += unknown
        return found if facts.others_decided == "yes" else found + undecided

    return check


def _lacking(bound: Bound) -> dict[str, Findings]:
    """Who asks, if not the parents: a child or a young person has their own right, and nothing goes to the parents."""
    return {
        "stranger": bound.lacks(OWN, "only the {parents} themselves ask for this"),
        "figures": bound.lacks(OWN, "figures are about nobody, and nobody hands them over"),
        "themselves": _by_right(
            bound, "this road is the {parents}’, and what people ask for themselves comes to them"
        ),
    }


def _stands(bound: Bound) -> dict[str, Findings]:
    ground = (
        bound.ground(OWN, "the {parents} ask that everything goes to them, or to the solicitor they named")
        + bound.duty(OWN, DutyKind.RECORD_ANSWER)
        + bound.duty(OWN, DutyKind.REPLY_NOT_SUPPLYING)
    )
    return {
        to: ground + bound.answer("everything goes there", goes_to=to, council_hears=NOT_SUPPLYING)
        for to in ("the_parent", "the_named_solicitor")
    }


ROUTE = {"kind": "parents_route", "requester": "parent"}
RULE = rule(
    __doc__,
    slug="parents-route",
    authority="The national network’s guidance on requests for case files; UK GDPR Art. 15",
    asked=(
        answering(answer, "kind", "stage", "about", "requester", "to", "identity", "others_decided", "ended"),
    ),
    examples=(
        Example("The parents ask for everything.", ROUTE, "ground duty duty answer", question=ANSWER),
        Example(
            "To the solicitor they named.",
            {**ROUTE, "to": "named_solicitor"},
            "ground duty duty answer",
            question=ANSWER,
        ),
        Example(
            "To the council after all.",
            {**ROUTE, "to": "named_officer"},
            "ground duty duty answer bar",
            question=ANSWER,
        ),
        Example(
            "Others' words in it have not been decided on.",
            {**ROUTE, "others_decided": "no"},
            "ground duty duty answer step",
            question=ANSWER,
        ),
        Example(
            "They ask for somebody else's enquiry.",
            {**ROUTE, "about": "other_enquiry"},
            "",
            question=ANSWER,
        ),
        Example("An officer asks for it.", {**ROUTE, "requester": "official"}, "lacks", question=ANSWER),
        Example(
            "A girl of thirteen asks for her own.",
            {"kind": "parents_route", "child": "from_12"},
            "lacks answer",
            question=ANSWER,
        ),
        Example(
            "The council's request is closed as handed over.",
            {"kind": "council", "stage": "close", "ended": "handed_over"},
            "answer",
            question=ANSWER,
        ),
    ),
)
