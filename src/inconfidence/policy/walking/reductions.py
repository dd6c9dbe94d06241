"""What the walk leaves out, and why nothing is lost by it.

1. Not read, not varied. A rule declares the facts it reads (`test_rules.py` proves the declaration); what no rule of a
   policy reads keeps its default.
2. Not read here, not varied here. Some facts are read only beside others: `REDUCTIONS` says which and when, one
   sentence each; a test sets what is left out at random and finds every answer as it was.
3. One defect at a time. Bars on a ground do not undo one another, so a consent is walked sound and with each single
   departure, and so are the items; the tests draw the pairs.
4. Risk and law beside each other. Each is walked whole with the other at rest; the tests draw them together. So with
   who does it: a worker is walked whole, the head of service and a volunteer with one thing out of order at a time.
5. Recipient before act. Pairs that the forms cannot make are left out by a table; the tests draw those too.
6. Hearers by what they come to. Of the sets of people whom a concern can be told to, those that have all whom it is
  sent to, some, none, and somebody who must not hear it among them; the tests draw the others.

How far that goes: of `may_answer_request` 510,531 combinations are walked in a policy, 925,251 where it has the
parents' road for the council too; nine in ten are what the council wants. Who asks on its behalf (six words) changes
none of these answers, of what is asked about only another's enquiry does (two for six), and a yes is shown nine ways
for twenty-four: with the askers alone varied there would be 2.6 to 5.1 million in a policy. None of it is left out
for being contradictory: what nobody can state together is walked as well.

Every question without a block of its own is small enough to be walked whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from inconfidence.policy.facts import VALUES
from inconfidence.policy.requested import from_outside, is_access, is_personal
from inconfidence.policy.vocabulary import Question

Names = tuple[str, ...]

# Facts that stand or fall together, named once for the blocks and for what is left out of them.
DETAILS = (
    "consent_from",
    "consent_recipient",
    "consent_purpose",
    "consent_items",
    "consent_record",
    "consent_before",
    "consent_review",
    "form_back",
)
STAGES = ("belief", "emergency", "spoken_to", "lead_consulted")
SUPERVISED = ("volunteer", "internal", "service_staff")
USERS = ("user", "other_user", "relative")
OF_VOLUNTEERS = ("shared", "agreement", "volunteer_wanted", "volunteers_enabled")
BEFORE_TELLING = ("checked", "spoken_to", "lead_consulted", "extent")
FROM_THE_START = ("statement", "pack", "consent_question")
ADULTS = ("parent", "carer", "responsibility_holder")


@dataclass(frozen=True, slots=True)
class Reduction:
    """One sentence: in a case that `here` tells by its facts, none of these facts changes an answer.

    `among` are the words that make no difference, where others do.
    """

    question: Question
    says: str
    facts: Names
    here: Callable[[Any], bool]
    among: Names = ()


def _disclosing(says: str, facts: Names, here: Callable[[Any], bool], *among: str) -> Reduction:
    return Reduction(Question.MAY_DISCLOSE, says, facts, here, among)


def _beginning(says: str, facts: Names, here: Callable[[Any], bool]) -> Reduction:
    return Reduction(Question.MAY_BEGIN_CASEWORK, says, facts, here)


def _answering(says: str, facts: Names, here: Callable[[Any], bool], *among: str) -> Reduction:
    return Reduction(Question.MAY_ANSWER_REQUEST, says, facts, here, among)


def _released(facts: Any) -> bool:
    return bool(facts.stage == "release")


def _personal(facts: Any) -> bool:
    return _released(facts) and is_personal(facts)


def _for_child(facts: Any) -> bool:
    return _personal(facts) and facts.requester == "parent" and facts.about == "child"


def _themselves(facts: Any) -> bool:
    return _personal(facts) and facts.requester == "subject" and facts.about in ("own", "child", "case_notes")


def _judged(facts: Any) -> bool:
    return _for_child(facts) or (_themselves(facts) and facts.child != "not_a_child")


def _from_outside(facts: Any) -> bool:
    return _released(facts) and from_outside(facts)


def _by_solicitor(facts: Any) -> bool:
    their_own = facts.requester == "solicitor" and facts.about in ("own", "case_notes")
    return _released(facts) and is_access(facts) and their_own


def _for_council(facts: Any) -> bool:
    return _from_outside(facts) and facts.kind == "council"


def _went(facts: Any) -> bool:
    return (facts.stage, facts.kind, facts.ended) == ("close", "council", "released")


def _copied(facts: Any) -> bool:
    return _went(facts) and facts.law not in ("requires", "order")


REDUCTIONS: tuple[Reduction, ...] = (
    _disclosing("Details are those of a given consent", DETAILS, lambda facts: facts.consent != "given"),
    _disclosing("There are no stages without a danger", STAGES, lambda facts: facts.risk_to == "nobody"),
    _disclosing(
        "Whether the head of service does it or a worker matters to a danger alone",
        ("actor",),
        lambda facts: facts.risk_to == "nobody" and facts.actor != "volunteer",
        "worker",
        "head_of_service",
    ),
    _disclosing(
        "Whose case it is matters where a volunteer speaks of it in supervision",
        ("assigned",),
        lambda facts: (facts.actor, facts.act, facts.recipient) != SUPERVISED,
    ),
    _disclosing(
        "Only what names something has terms to keep to",
        ("within_terms",),
        lambda facts: facts.law in ("none", "asserted"),
    ),
    _disclosing(
        "An inspection matters to an inspector alone",
        ("inspection",),
        lambda facts: facts.recipient != "inspector",
    ),
    _disclosing(
        "Whose words they are matters to those we help, and to relatives",
        ("provided_by",),
        lambda facts: facts.recipient not in USERS,
    ),
    _disclosing(
        "What is shared with somebody names somebody; stories, patterns and supervision may not",
        ("identifies",),
        lambda facts: facts.act in ("share", "confirm_known"),
    ),
    _disclosing(
        "The checklist is for stories that point to nobody",
        ("checklist_signed",),
        lambda facts: facts.act in ("share", "confirm_known") or facts.identifies != "nobody",
    ),
    Reduction(
        Question.MAY_SEE,
        "Agreement, sharing and being asked for are a volunteer’s",
        OF_VOLUNTEERS,
        lambda facts: facts.actor != "volunteer",
    ),
    Reduction(
        Question.WHERE_TO_RAISE,
        "What comes before telling is not asked again when a concern is closed",
        BEFORE_TELLING,
        lambda facts: facts.stage == "close",
    ),
    Reduction(
        Question.WHERE_TO_RAISE,
        "The violence procedure is for a colleague who is feared for",
        ("violence_procedure",),
        lambda facts: facts.about != "employee",
    ),
    _beginning(
        "Responsibility is an adult’s who brings the child up",
        ("responsibility",),
        lambda facts: facts.relation not in ADULTS or (facts.anonymous == "yes" and facts.act != "decline"),
    ),
    _beginning(
        "Whoever came themselves has said so themselves",
        ("confirmed",),
        lambda facts: facts.origin == "self",
    ),
    _beginning(
        "Nobody is asked why they were not there who was",
        ("absence_reason",),
        lambda facts: facts.origin != "professional_absent",
    ),
    _beginning(
        "Limits are explained after a refusal", ("limits_explained",), lambda facts: facts.refused == "no"
    ),
    _beginning(
        "What belongs to the start is looked at when work begins and when the first contact closes",
        FROM_THE_START,
        lambda facts: facts.act not in ("casework", "close_first_contact"),
    ),
    _beginning(
        "A reason is one for sending somebody away",
        ("reason_declined",),
        lambda facts: facts.act != "decline",
    ),
    _answering(
        "It matters who asks where people ask for their own, or for a child's, and of whom notes are",
        ("requester", "identity"),
        lambda facts: not _personal(facts) and (facts.kind, facts.about) != ("foi", "case_notes"),
    ),
    _answering(
        "A request from outside is for one person's file, whatever it is called",
        ("about",),
        lambda facts: from_outside(facts) and facts.about != "other_enquiry",
        *(word for word in VALUES[Question.MAY_ANSWER_REQUEST]["about"] if word != "other_enquiry"),
    ),
    _answering(
        "A child's age is looked at where a child asks or is asked about",
        ("child",),
        lambda facts: not (_for_child(facts) or _themselves(facts)),
    ),
    _answering(
        "Whoever is no child and asks alone is judged by nobody",
        ("capacity", "turned_12_since"),
        lambda facts: not _judged(facts),
    ),
    _answering(
        "The child's word and responsibility count where a parent asks for a child",
        ("child_authority", "responsibility"),
        lambda facts: not _for_child(facts),
    ),
    _answering(
        "The head of service decides about children, and about requests from outside",
        ("head_decided",),
        lambda facts: not (_for_child(facts) or _from_outside(facts)),
    ),
    _answering(
        "A yes is looked at where somebody else asks: from outside, or for a client",
        ("consent", "consent_from"),
        lambda facts: not (_from_outside(facts) or _by_solicitor(facts)),
    ),
    _answering(
        "From whom a yes is, and how it is shown, is asked of a yes to this very request",
        ("consent_from", "evidence"),
        lambda facts: facts.consent != "specific",
    ),
    _answering(
        "What the person was told and agreed to is asked of requests from outside",
        ("evidence", "told", "user_discussed"),
        lambda facts: not _from_outside(facts),
    ),
    _answering(
        "Approvals, the extent and the other road are asked of what the council wants",
        ("lead_discussed", "approvals", "extent", "passed_to_parent"),
        lambda facts: not _for_council(facts),
    ),
    _answering(
        "Where it goes matters where something about a person goes",
        ("to",),
        lambda facts: not (_personal(facts) or _from_outside(facts)),
    ),
    _answering(
        "Other people's words are decided on in what a person or the council gets",
        ("others_decided",),
        lambda facts: not (_personal(facts) or _for_council(facts)),
    ),
    _answering(
        "How it ended is asked when a council's request is closed",
        ("ended",),
        lambda facts: (facts.stage, facts.kind) != ("close", "council"),
    ),
    _answering(
        "The law is asked about from outside, and of what went to the council",
        ("law",),
        lambda facts: not (_from_outside(facts) or _went(facts)),
    ),
    _answering(
        "A copy is asked for when what went without the law's order is closed",
        ("copy_sent", "copy_to"),
        lambda facts: not _copied(facts),
    ),
    _answering(
        "A copy that was not sent went to nobody", ("copy_to",), lambda facts: facts.copy_sent == "no"
    ),
)


def settled(question: Question, facts: Mapping[str, Any]) -> dict[str, Any]:
    """All facts of a question, with what is left out of such a case put back to its default."""
    defaults = {name: values[0] for name, values in VALUES[question].items()}
    every = {**defaults, **facts}
    case = SimpleNamespace(**every)
    speaking = [each for each in REDUCTIONS if each.question is question and each.here(case)]
    out = {name for each in speaking for name in each.facts if not each.among or every[name] in each.among}
    return {name: defaults[name] if name in out else value for name, value in every.items()}
