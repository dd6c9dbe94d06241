"""The explicit, ordered list of everything a clause can name: rules and keepings."""

from inconfidence.policy.entry import Entry
from inconfidence.policy.keepings import KEEPINGS
from inconfidence.policy.rule import Rule
from inconfidence.policy.rules import RULES
from inconfidence.policy.vocabulary import Question

__all__ = ["CLOSING", "ENTRIES", "RULES", "in_order"]


def in_order(*entries: Entry) -> dict[str, Entry]:
    """Entries by their slug. Raises ValueError where two have the same, or a rule answers nothing."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.slug in found:
            raise ValueError(f"Two entries are called {entry.slug}.")
        if isinstance(entry, Rule) and not entry.asked:
            raise ValueError(f"The rule {entry.slug} answers no question.")
        found[entry.slug] = entry
    return found


ENTRIES: dict[str, Entry] = in_order(*RULES, *KEEPINGS)

CLOSING: dict[Question, str] = {
    Question.MAY_DISCLOSE: "only-these-grounds",
    Question.MAY_SEE: "need-to-see",
    Question.MAY_BEGIN_CASEWORK: "staff-do-the-work",
    Question.MAY_RECORD: "staff-do-the-work",
    Question.MAY_OBTAIN: "permission-to-obtain",
    Question.MAY_ANSWER_REQUEST: "who-answers",
    Question.WHERE_TO_RAISE: "raise",
    Question.MAY_CONTACT: "people-come-to-us",
    Question.MAY_WORK: "staff-do-the-work",
    Question.MAY_MOVE_PAPER: "paper-staff-only",
    Question.MAY_PUBLISH: "statistics",
    Question.HOW_LONG_TO_KEEP: "latest-date-wins",
    Question.MAY_ADOPT: "adoption",
}
