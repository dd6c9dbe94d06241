"""Freedom of information is for what is not personal; the head of service actions it, and no reply shows that a \
family is known.
"""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.replies import NO_SMALL_FIGURES, NOT_BOUND
from inconfidence.policy.requested import READS, is_access
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST


def answer(bound: Bound) -> Check:
    """Figures go out where a public authority holds them; people's own notes are asked for by their own right."""
    own = bound.met(Ground.OWN_INFORMATION, "own notes are subject access, whatever law is named")
    not_theirs = bound.bar(Ground.ACT, "only {lead} deals with freedom of information", StepKind.HAND_TO_LEAD)
    found = _charity(bound) if bound.values["host"] == "charity" else _authority(bound)

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.kind != "foi":
            return NOTHING
        if is_access(facts):
            return own if facts.stage == "release" else NOTHING
        if facts.stage != "release":
            return found[facts.stage]
        return found[facts.about] if facts.actor == "head_of_service" else found[facts.about] + not_theirs

    return check


def _authority(bound: Bound) -> dict[str, Findings]:
    """By the twentieth working day: figures in which nobody can be picked out, and nothing else."""
    clock = bound.hanging_on("host").answer("the law says by when", clock="foi")
    handled = bound.duty(Ground.FREEDOM, DutyKind.RECORD_FREEDOM)
    if bound.values["by_way_of"] == "host_team":
        handled += (
            bound.hanging_on("by_way_of").but_the_law().duty(Ground.FREEDOM, DutyKind.THROUGH_HOST_TEAM)
        )
    counts = (
        clock
        + bound.ground(Ground.FREEDOM, "figures in which nobody can be picked out are for everybody")
        + handled
        + bound.answer("it goes back to whoever asked", goes_to="whoever_asked")
    )
    small = bound.bar(
        Ground.FREEDOM, "somebody could be picked out in figures this small", StepKind.HIDE_SMALL_COUNTS
    ) + bound.answer("whoever asked hears that no small figure is given", reply=NO_SMALL_FIGURES)
    stages = {"log": clock, "close": NOTHING}
    exempt = clock + bound.lacks(Ground.FREEDOM, "personal information is exempt", StepKind.TREAT_AS_ACCESS)
    people = {"case_notes": exempt, "other_enquiry": exempt}
    return stages | {"counts": counts, "small_counts": counts + small} | people


def _charity(bound: Bound) -> dict[str, Findings]:
    """A charity is no public authority: it logs the request, says so, and passes on what it holds for the council.

    That is owed from the first day to the last, whatever the request is about.
    """
    here = bound.hanging_on("host")
    passes = here.duty(Ground.REQUEST, DutyKind.SAY_NOT_BOUND)
    figures = _unbound(here) + here.answer(
        "whoever asked hears that this right does not reach us", reply=NOT_BOUND
    )
    personal = _unbound(here, StepKind.TREAT_AS_ACCESS)
    stages, people = {"log": passes, "close": passes}, {"case_notes": personal, "other_enquiry": personal}
    return stages | {"counts": figures, "small_counts": figures} | people


def _unbound(here: Bound, *mends: StepKind) -> Findings:
    says = "our host is a charity, and this right does not reach it"
    return here.bar(Ground.ACT, says, *mends) + here.duty(Ground.ACT, DutyKind.SAY_NOT_BOUND)


FIGURES = {"kind": "foi", "requester": "public", "about": "counts"}
BOUND = {"host": "public_authority", "by_way_of": "head_of_service"}
CHARITY = {**BOUND, "host": "charity"}
RULE = rule(
    __doc__,
    slug="foi",
    authority="Freedom of Information Act 2000 ss.1, 3, 10 and 40",
    parameters={
        "host": word("public_authority", "charity"),
        "by_way_of": word("head_of_service", "host_team"),
    },
    asked=(answering(answer, "stage", "actor", *READS),),
    examples=(
        Example(
            "How many families were helped?", FIGURES, "answer ground duty answer", BOUND, question=ANSWER
        ),
        Example(
            "The same where the council's team handles it.",
            FIGURES,
            "answer ground duty duty answer",
            {**BOUND, "by_way_of": "host_team"},
            question=ANSWER,
        ),
        Example(
            "How many in one small school?",
            {**FIGURES, "about": "small_counts"},
            "answer ground duty answer bar answer",
            BOUND,
            question=ANSWER,
        ),
        Example(
            "Somebody's notes.", {**FIGURES, "about": "case_notes"}, "answer lacks", BOUND, question=ANSWER
        ),
        Example(
            "The mother's own notes.",
            {"kind": "foi", "requester": "parent", "about": "case_notes"},
            "met",
            BOUND,
            question=ANSWER,
        ),
        Example(
            "A worker sends them.",
            {**FIGURES, "actor": "worker"},
            "answer ground duty answer bar",
            BOUND,
            question=ANSWER,
        ),
        Example("Their own notes.", {"kind": "foi"}, "met", BOUND, question=ANSWER),
        Example("A charity is asked.", FIGURES, "bar duty answer", CHARITY, question=ANSWER),
        Example(
            "A charity is asked about a family.",
            {**FIGURES, "about": "other_enquiry"},
            "bar duty",
            CHARITY,
            question=ANSWER,
        ),
        Example(
            "A charity logs it.",
            {**FIGURES, "stage": "log"},
            "duty",
            CHARITY,
            question=ANSWER,
        ),
        Example("A charity closes it.", {**FIGURES, "stage": "close"}, "duty", CHARITY, question=ANSWER),
        Example("A council closes it.", {**FIGURES, "stage": "close"}, "", BOUND, question=ANSWER),
    ),
)
