"""Only the necessary extract goes, to the officer named."""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST
# A council's request has an officer behind it, who is the requester.
NAMED = ("requester", "named_officer")


def answer(bound: Bound) -> Check:
    """How much goes and to whom; a person's yes never covers what somebody else told us."""
    here = bound.hanging_on("extent")
    right = here.met(Ground.CONSENT, "what goes is what was agreed, to the officer named")
    unnamed = here.bar(
        Ground.CONSENT, "it goes to the officer named, and nowhere else", StepKind.NAME_OFFICER
    )
    too_much = here.bar(Ground.CONSENT, "only the necessary extract goes", StepKind.TAKE_EXTRACT)
    undecided = here.step(
        Ground.CONSENT, "what is other people’s in it has not been decided on", StepKind.DECIDE_OTHERS
    )
    goes = here.answer("it goes to the officer named", goes_to="the_named_officer")
    all_of_it = bound.values["extent"] == "all"

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.kind != "council" or facts.stage != "release":
            return NOTHING
        found = goes
        if facts.to not in NAMED:
            found += unnamed
        if facts.extent == "whole" and not all_of_it:
            found += too_much
        if facts.others_decided == "no":
            found += undecided
        return found + right if found is goes else found

    return check


COUNCIL = {"kind": "council", "to": "named_officer"}
RULE = rule(
    __doc__,
    slug="request-extract-only",
    authority="UK GDPR Art. 5(1)(c)",
    parameters={"extent": word("necessary", "all")},
    asked=(answering(answer, "kind", "stage", "to", "extent", "others_decided"),),
    examples=(
        Example(
            "An extract to the officer.", COUNCIL, "answer met", {"extent": "necessary"}, question=ANSWER
        ),
        Example(
            "The whole file.",
            {**COUNCIL, "extent": "whole"},
            "answer bar",
            {"extent": "necessary"},
            question=ANSWER,
        ),
        Example(
            "The same where all that is held was agreed.",
            {**COUNCIL, "extent": "whole"},
            "answer met",
            {"extent": "all"},
            question=ANSWER,
        ),
        Example(
            "To the team's mailbox.",
            {**COUNCIL, "to": "mailbox"},
            "answer bar",
            {"extent": "necessary"},
            question=ANSWER,
        ),
        Example(
            "A neighbour's words are in it.",
            {**COUNCIL, "others_decided": "no"},
            "answer step",
            {"extent": "all"},
            question=ANSWER,
        ),
        Example("The person asks.", {}, "", {"extent": "all"}, question=ANSWER),
    ),
)
