"""Whoever believes that someone may come to harm acts on it, and says so to those who must hear."""

from inconfidence.policy.concern import TEACHERS, a_child_is_meant
from inconfidence.policy.facts import MayRecord, WhereToRaise
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, raising, recording, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

RAISE = Question.WHERE_TO_RAISE
WHOSE = ("child", "adult", "staff", "school")


def where(bound: Bound) -> Check:
    """The ground stands for whoever may come to harm; what is not yet written down of it is owed the same day."""
    voices = {key: _voice(bound, key) for key in WHOSE}
    passing = {key: _passing(each, key) for key, each in voices.items()}
    believing = {key: each.duty(_ground(key), DutyKind.RECORD_BELIEF) for key, each in voices.items()}
    closing = {key: _Closing(each, key) for key, each in voices.items()}

    def check(facts: WhereToRaise) -> Findings:
        key = whose(facts)
        if facts.stage == "close":
            return closing[key].check(facts)
        return passing[key] + (believing[key] if facts.belief == "wondering" else ())

    return check


def record(bound: Bound) -> Check:
    """What a caller without a name tells of a child in danger is passed on all the same (X-11)."""
    passed_on = _voice(bound, "child").met(Ground.RECORD, "a concern is passed on, whoever tells us of it")

    def check(facts: MayRecord) -> Findings:
        told = facts.kind == "anonymous_note" and facts.safeguarding == "yes"
        return passed_on if told else NOTHING

    return check


def whose(facts: WhereToRaise) -> str:
    """Under which of the values a concern falls: wherever a child is meant, that of the child."""
    if a_child_is_meant(facts):
        return "child"
    return "school" if facts.about in TEACHERS else {"employee": "staff"}.get(facts.about, "adult")


class _Closing:
    """How a concern of one kind closes: never empty when it is believed, never while nobody has made up their mind."""

    def __init__(self, bound: Bound, key: str) -> None:
        ground = _ground(key)
        self.acted = bound.ground(ground, "those who must hear of it have been told", passes_bars=True)
        self.not_meant = bound.ground(ground, "it was talked through and not meant", passes_bars=True)
        self.nothing_done = self.acted + bound.bar(
            ground,
            "it is believed, so it must be acted on, and nobody has been told",
            StepKind.TELL_HEARERS,
        )
        self.unsettled = self.acted + bound.bar(
            ground, "nobody has written down whether it is believed", StepKind.RECORD_BELIEF
        )

    def check(self, facts: WhereToRaise) -> Findings:
        if facts.belief == "no_intention":
            return self.not_meant
        if facts.belief == "wondering":
            return self.unsettled
        return self.acted if facts.to else self.nothing_done


def _voice(bound: Bound, key: str) -> Bound:
    """Whoever speaks for this kind of person; the law laid over it speaks of children."""
    here = bound.hanging_on(key)
    return here if key == "child" else here.but_the_law()


def _ground(key: str) -> Ground:
    return Ground.CHILD_AT_RISK if key == "child" else Ground.PERSON_AT_RISK


def _passing(bound: Bound, key: str) -> Findings:
    ground = _ground(key)
    who = "a child" if key == "child" else "somebody"
    return (
        bound.ground(ground, f"{who} may come to harm", passes_bars=True)
        + bound.duty(ground, DutyKind.RECORD_CONCERN)
        + bound.duty(ground, DutyKind.TELL_LEAD)
    )


ACT = dict.fromkeys(WHOSE, "act")
RULE = rule(
    __doc__,
    slug="raise",
    authority="Children Act 2004 s.11; Working Together to Safeguard Children",
    parameters={key: word("act") for key in WHOSE},
    asked=(
        raising(where, "about", "belief", "child_hurt", "to", "stage"),
        recording(record, "kind", "safeguarding"),
    ),
    examples=(
        Example("We believe that a child is at risk.", {}, "ground duty duty", ACT, RAISE),
        Example(
            "We wonder about an adult.",
            {"about": "adult", "belief": "wondering"},
            "ground duty duty duty",
            ACT,
            RAISE,
        ),
        Example("Believed, and closed with nobody told.", {"stage": "close"}, "ground bar", ACT, RAISE),
        Example(
            "Closed while we still wonder.",
            {"stage": "close", "belief": "wondering"},
            "ground bar",
            ACT,
            RAISE,
        ),
        Example(
            "Talked through and not meant, and closed.",
            {"stage": "close", "belief": "no_intention"},
            "ground",
            ACT,
            RAISE,
        ),
        Example(
            "A caller without a name tells of a child in danger.",
            {"kind": "anonymous_note", "safeguarding": "yes"},
            "met",
            ACT,
            Question.MAY_RECORD,
        ),
        Example(
            "A caller without a name asks about schools.",
            {"kind": "anonymous_note"},
            "",
            ACT,
            Question.MAY_RECORD,
        ),
        Example("A note about a concern.", {"safeguarding": "yes"}, "", ACT, Question.MAY_RECORD),
        Example(
            "Told, and closed.", {"stage": "close", "to": frozenset({"social_care"})}, "ground", ACT, RAISE
        ),
    ),
)
