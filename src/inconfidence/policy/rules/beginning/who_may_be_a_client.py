"""Children, young people and those who bring them up are clients; other relatives get general information about \
nobody in particular.
"""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Origin, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK
FIRST_ADVICE = ("open_enquiry", "general_information")


def begin(bound: Bound) -> Check:
    """The ground of casework for clients, and of first advice for everybody who has said who they are."""
    in_depth = _casework(bound)
    spoken = _by_the_service(bound)
    anybody = spoken.ground(Ground.FIRST_CONTACT, "anybody may have general information")
    named = anybody + spoken.bar(
        Ground.FIRST_CONTACT,
        "what is about a particular child is not general, and only clients have it",
        StepKind.KEEP_GENERAL,
    )
    needs_responsibility = _needing_responsibility(bound)
    turned_away = _turned_away(bound)

    def check(facts: MayBeginCasework) -> Findings:
        client = facts.relation != "relative" and (
            facts.responsibility == "yes" or facts.relation not in needs_responsibility
        )
        if facts.act == "decline":
            for_want_of_it = facts.reason_declined == "no_responsibility"
            return turned_away[facts.relation, client] if for_want_of_it else NOTHING
        if facts.anonymous == "yes":
            return NOTHING
        if facts.act == "casework":
            return in_depth[facts.relation, client]
        if facts.act not in FIRST_ADVICE:
            return NOTHING
        return named if facts.names_child == "yes" and not client else anybody

    return check


def _needing_responsibility(bound: Bound) -> frozenset[str]:
    """Who is a client only with parental responsibility, as this policy has it."""
    adults = {"parent"} if bound.values["adults"] == "with_responsibility" else set()
    carers = {"carer"} if bound.values["carers"] == "with_responsibility" else set()
    return frozenset({"responsibility_holder", *adults, *carers})


def _casework(bound: Bound) -> dict[tuple[str, bool], Findings]:
    """For each relation, as a client and not: the ground, or what is missing."""
    adults, carers = (bound.hanging_on(key).but_the_law() for key in ("adults", "carers"))
    themselves = bound.ground(Ground.CASEWORK, "children and young people are clients of our service")
    unseen = "parental responsibility has not been shown, and casework rests on it"
    mends = StepKind.SHOW_RESPONSIBILITY
    not_theirs = carers.lacks(Ground.CASEWORK, unseen, mends) + carers.duty(
        Ground.ACT, DutyKind.FLAG_LAW_DIFFERS
    )
    relatives = _by_the_service(bound)
    return {
        ("child", True): themselves,
        ("young_person", True): themselves,
        ("parent", True): adults.ground(Ground.CASEWORK, "parents are clients of our service"),
        ("parent", False): adults.lacks(Ground.CASEWORK, unseen, mends),
        ("carer", True): carers.ground(Ground.CASEWORK, "carers are clients of our service"),
        ("carer", False): not_theirs,
        ("responsibility_holder", True): adults.ground(
            Ground.CASEWORK, "whoever holds parental responsibility is a client of our service"
        ),
        ("responsibility_holder", False): adults.lacks(Ground.CASEWORK, unseen, mends),
        ("relative", False): relatives.lacks(
            Ground.CASEWORK, "relatives who do not bring the child up get general information"
        ),
    }


def _turned_away(bound: Bound) -> dict[tuple[str, bool], Findings]:
    """For each relation, as a client and not: whether want of parental responsibility is a reason to decline."""
    adults, carers = (bound.hanging_on(key).but_the_law() for key in ("adults", "carers"))
    no_reason = (
        "want of parental responsibility is no reason to turn {person} away, who is a client of our service"
    )
    a_reason = "{person} has not shown parental responsibility, and casework rests on it"
    themselves, those, others = (each.bar(Ground.ACT, no_reason) for each in (bound, adults, carers))
    grown, caring = (each.met(Ground.ACT, a_reason) for each in (adults, carers))
    return {
        ("child", True): themselves,
        ("young_person", True): themselves,
        ("parent", True): those,
        ("parent", False): grown,
        ("responsibility_holder", True): those,
        ("responsibility_holder", False): grown,
        ("carer", True): others,
        ("carer", False): caring,
        ("relative", False): NOTHING,
    }


def _by_the_service(bound: Bound) -> Bound:
    """The law speaks of children and young people; of everybody else the policy does, or the default."""
    return (bound if bound.origin is Origin.OWN else bound.hanging_on("adults")).but_the_law()


OPEN = {"adults": "parents_and_carers", "carers": "clients"}
NARROW = {"adults": "with_responsibility", "carers": "with_responsibility"}
CARER = {"relation": "carer", "responsibility": "no"}
SENT_AWAY = {"act": "decline", "reason_declined": "no_responsibility"}
GRANDMOTHER = {"relation": "relative", "act": "general_information"}
RULE = rule(
    __doc__,
    slug="who-may-be-a-client",
    authority="Children and Families Act 2014 ss.19, 32 and 83; Education Act 1996 s.576",
    parameters={
        "adults": word("parents_and_carers", "with_responsibility"),
        "carers": word("clients", "with_responsibility"),
    },
    asked=(
        beginning(begin, "anonymous", "relation", "responsibility", "act", "names_child", "reason_declined"),
    ),
    examples=(
        Example("A mother.", {}, "ground", OPEN, question=BEGIN),
        Example("A carer without parental responsibility.", CARER, "ground", OPEN, question=BEGIN),
        Example("The same, where casework rests on it.", CARER, "lacks duty", NARROW, question=BEGIN),
        Example("A carer sent away for want of it.", CARER | SENT_AWAY, "bar", OPEN, question=BEGIN),
        Example("The same, where casework rests on it.", CARER | SENT_AWAY, "met", NARROW, question=BEGIN),
        Example("A girl of twelve.", {"relation": "child"}, "ground", NARROW, question=BEGIN),
        Example("A grandmother wants casework.", {"relation": "relative"}, "lacks", OPEN, question=BEGIN),
        Example("A grandmother asks how transport works.", GRANDMOTHER, "ground", OPEN, question=BEGIN),
        Example(
            "A grandmother asks about her grandson.",
            {**GRANDMOTHER, "names_child": "yes"},
            "ground bar",
            OPEN,
            question=BEGIN,
        ),
        Example("Nobody knows who is calling.", {"anonymous": "yes"}, "", OPEN, question=BEGIN),
    ),
)
