"""What the facts are once the steps of an answer are done."""

from inconfidence import policies
from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.questions.where_to_raise import where_to_raise
from inconfidence.policy.steps import changes, taken
from inconfidence.policy.vocabulary import Outcome, StepKind


def test_a_step_changes_what_it_says_and_what_follows_from_the_answer() -> None:
    assert changes(StepKind.HIDE_SMALL_COUNTS, {}) == {"about": "counts"}
    assert changes(StepKind.TELL_HEARERS, {"hearers": ("social_care", "police")}) == {
        "to": frozenset({"social_care", "police"})
    }


def test_a_concern_told_to_the_wrong_one_is_told_right_once_its_step_is_done() -> None:
    edition = policies.edition("coventry")
    facts = WhereToRaise(about="employee", to=frozenset({"police"}))
    first = where_to_raise(edition, facts)
    assert first.outcome is not Outcome.PERMIT
    told = taken(facts, first)
    assert told == WhereToRaise(about="employee", to=frozenset({"line_manager"}))
    assert where_to_raise(edition, told).outcome is Outcome.PERMIT
