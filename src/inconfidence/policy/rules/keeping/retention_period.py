"""Each category the file ever fell in gives a date."""

from collections.abc import Callable

from inconfidence.policy.facts import FileToday
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import whole, word
from inconfidence.policy.rule import Bound, Check, Example, keeping, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

KEEP = Question.HOW_LONG_TO_KEEP
CLOSED = {"case": "closed"}
LONGEST = 150
BIRTH = "a date of birth is needed to work out the retention date"


def keep(bound: Bound) -> Check:
    """The ground of letting a file go; it is there once every category has a period and every birth it needs.

    Where a category has no period, another one's date still keeps the file: known and ahead, or not to be worked out.
    """
    ended, unborn = _by_whom(bound, _ended), _by_whom(bound, _unborn)
    others = {
        "nothing": _by_whom(bound, lambda here: NOTHING),
        "ahead": _by_whom(bound, _needed),
        "birth_missing": _by_whom(bound, _uncounted),
    }
    by_law = _by_law(bound)
    blank = by_law.lacks(Ground.KEPT, "no period is set for {category}", StepKind.ENTER_PERIOD) + by_law.duty(
        Ground.ACT, DutyKind.FLAG_NO_PERIOD
    )
    counting = sum((_open(here) for row, here in bound.rows if row["from"] == "closure"), NOTHING)

    def check(facts: FileToday) -> Findings:
        if facts.case == "open":
            return counting
        if facts.period == "blank":
            return blank + others[facts.other](facts.set_by, facts.other_category)
        found = ended if facts.period == "set" else unborn
        return found(facts.set_by, facts.category)

    return check


def _by_law(bound: Bound) -> Bound:
    return bound.by_law() if bound.law_cites else bound


def _by_whom(bound: Bound, found: Callable[[Bound], Findings]) -> Callable[[str, str], Findings]:
    """What is found of a category's period, said by whatever set it: the policy's own row, a schedule, or the law."""
    own = {str(row["category"]): found(here) for row, here in bound.rows}
    otherwise = {"policy": found(bound), "schedule": found(bound), "law": found(_by_law(bound))}

    def said(set_by: str, category: str) -> Findings:
        if set_by == "policy":
            return own.get(category, otherwise["policy"])
        return otherwise[set_by]

    return said


def _ended(here: Bound) -> Findings:
    return here.ground(Ground.KEPT, "the period for {category} ended on {destroy_on}")


def _uncounted(here: Bound) -> Findings:
    return here.bar(Ground.ACT, BIRTH, StepKind.ENTER_BIRTH)


def _needed(here: Bound) -> Findings:
    return here.bar(Ground.ACT, "another category, {other_category}, needs this file until {at_least}")


def _unborn(here: Bound) -> Findings:
    return here.lacks(Ground.KEPT, BIRTH, StepKind.ENTER_BIRTH)


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
    asked=(keeping(keep, "case", "period", "category", "other", "other_category", "set_by"),),
    examples=(
        Example("Every date is worked out.", {**CLOSED, "period": "set"}, "ground", question=KEEP),
        Example(
            "A child in care whose birth is not known.",
            {**CLOSED, "period": "birth_missing", "category": "in_care"},
            "lacks",
            question=KEEP,
        ),
        Example("Nobody has set a period.", {**CLOSED}, "lacks duty", question=KEEP),
        Example(
            "Nobody has, and by law a child in care needs the file for years to come.",
            {**CLOSED, "other": "ahead", "other_category": "in_care", "set_by": "law"},
            "lacks duty bar",
            question=KEEP,
        ),
        Example("The case is open.", {}, "", question=KEEP),
    ),
)
