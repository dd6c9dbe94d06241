"""Each category the file ever fell in gives a date."""

from inconfidence.policy.facts import FileToday
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import whole, word
from inconfidence.policy.rule import Bound, Check, Example, keeping, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

KEEP = Question.HOW_LONG_TO_KEEP
CLOSED = {"case": "closed"}
LONGEST = 150


def keep(bound: Bound) -> Check:
    """The ground of letting a file go; it is there once every category has a period and every birth it needs."""
    own = {str(row["category"]): here for row, here in bound.rows}
    ended, unborn = ({each: found(here) for each, here in own.items()} for found in (_ended, _unborn))
    by_law = bound.by_law() if bound.law_cites else bound
    ended_otherwise = {"policy": _ended(bound), "schedule": _ended(bound), "law": _ended(by_law)}
    unborn_otherwise = {"policy": _unborn(bound), "schedule": _unborn(bound), "law": _unborn(by_law)}
    blank = by_law.lacks(Ground.KEPT, "no period is set for {category}", StepKind.ENTER_PERIOD) + by_law.duty(
        Ground.ACT, DutyKind.FLAG_NO_PERIOD
    )
    counting = sum((_open(here) for row, here in bound.rows if row["from"] == "closure"), NOTHING)

    def check(facts: FileToday) -> Findings:
        if facts.case == "open":
            return counting
        if facts.period == "blank":
            return blank
        by_row, otherwise = (ended, ended_otherwise) if facts.period == "set" else (unborn, unborn_otherwise)
        if facts.set_by == "policy":
            return by_row.get(facts.category, otherwise["policy"])
        return otherwise[facts.set_by]

    return check


def _ended(here: Bound) -> Findings:
    return here.ground(Ground.KEPT, "the period for {category} ended on {destroy_on}")


def _unborn(here: Bound) -> Findings:
    return here.lacks(
        Ground.KEPT, "a date of birth is needed to work out the retention date", StepKind.ENTER_BIRTH
    )


def _open(here: Bound) -> Findings:
    return here.bar(Ground.ACT, "the {case} is open", StepKind.CLOSE_CASE)


RULE = rule(
    __doc__,
    slug="retention-period",
    authority="UK GDPR Art. 5(1)(e)",
    parameters={
        "category": word("in_care", "supervision_order", "parent_support"),
        "from": word("birth", "birthday_18", "closure"),
        "years": whole(1, LONGEST),
    },
    repeatable=True,
    asked=(keeping(keep, "case", "period", "category", "set_by"),),
    examples=(
        Example("Every date is worked out.", {**CLOSED, "period": "set"}, "ground", question=KEEP),
        Example(
            "A child in care whose birth is not known.",
            {**CLOSED, "period": "birth_missing", "category": "in_care"},
            "lacks",
            question=KEEP,
        ),
        Example("Nobody has set a period.", {**CLOSED}, "lacks duty", question=KEEP),
        Example("The case is open.", {}, "", question=KEEP),
    ),
)
