"""Rules about requests for what we hold.

Named and checked in policy files; the question that asks them is still to be built.
"""

from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import word
from inconfidence.policy.vocabulary import Question

REQUESTS: tuple[Entry, ...] = (
    Entry(
        slug="who-answers",
        sentence="One named role answers; anyone may log, and a volunteer only passes on",
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"decided_by": word("head_of_service"), "volunteer": word("passes_on")},
    ),
    Entry(
        slug="subject-access",
        sentence=(
            "A person gets their own information, in whatever form they ask, without fee, sent to them "
            "and nobody else"
        ),
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"viewing": word("as_subject_access", "by_arrangement"), "deliver": word("to_requester")},
    ),
    Entry(
        slug="child-access",
        sentence=(
            "Under twelve a parent may ask; a child able to ask holds the right alone; a judgement on "
            "the file can shift that either way"
        ),
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"line": word("twelve", "competence")},
    ),
    Entry(
        slug="separate-requests",
        sentence=(
            "A reply to one person holds nothing from or about another's enquiry, and no gap shows that "
            "there is one"
        ),
        asked_by=(Question.MAY_ANSWER_REQUEST,),
    ),
    Entry(
        slug="request-user-told",
        sentence=(
            "The person concerned is told of (or talks through) every request from outside before "
            "anything is decided"
        ),
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"user": word("told", "discussed")},
    ),
    Entry(
        slug="request-own-consent",
        sentence=(
            "The council gets notes only on a yes to this very request from the person whose file it "
            "is; an older or wider consent is not enough, a refusal ends it"
        ),
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"consent": word("specific")},
    ),
    Entry(
        slug="request-evidence",
        sentence="That yes is shown in the form this policy asks for",
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"evidence": word("form_or_letter", "any")},
    ),
    Entry(
        slug="request-approvals",
        sentence="As many people approve as this policy says, and two approvals are two people",
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"approvals": word("none", "one_consulted", "head", "two")},
    ),
    Entry(
        slug="request-extract-only",
        sentence="Only the necessary extract goes, to the officer named",
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"extent": word("necessary", "all")},
    ),
    Entry(
        slug="request-copy",
        sentence="The person whose file it is gets a copy of what went",
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"copy": word("must", "offer")},
    ),
    Entry(
        slug="request-two-routes",
        sentence=(
            "A request ends one of three ways: released with consent, handed to the parents or their "
            "solicitor, declined; what the parents took on themselves is not sent again"
        ),
        asked_by=(Question.MAY_ANSWER_REQUEST,),
    ),
    Entry(
        slug="parents-route",
        sentence=(
            "If the parents ask, everything goes to them or their named solicitor instead, and the "
            "council hears only that we shall not be supplying it"
        ),
        asked_by=(Question.MAY_ANSWER_REQUEST,),
    ),
    Entry(
        slug="outside-request",
        sentence=(
            "Anyone else is answered only on consent, on a duty in law, or, where the policy says so, "
            "on a power that the head of service weighs"
        ),
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"permits": word("head_of_service", "not_a_ground")},
    ),
    Entry(
        slug="foi",
        sentence=(
            "Freedom of information is for what is not personal; the head of service actions it, and no "
            "reply shows that a family is known"
        ),
        asked_by=(Question.MAY_ANSWER_REQUEST,),
        parameters={"host": word("public_authority", "charity")},
    ),
)
