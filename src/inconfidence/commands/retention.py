"""`retention`: when a file may be destroyed, with every date that was worked out."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from inconfidence.commands.arguments import command
from inconfidence.commands.policy import NAMED, edition
from inconfidence.commands.printing import as_json, table, wrapped
from inconfidence.commands.questions import stated
from inconfidence.policy.clocks import spelt
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import HowLongToKeep
from inconfidence.policy.questions.how_long_to_keep import how_long_to_keep
from inconfidence.policy.standing.keeping import Kept, kept
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.wording import CATEGORIES

if TYPE_CHECKING:
    from inconfidence.commands.arguments import Commands


def add(commands: "Commands") -> None:
    """Add `retention`."""
    retention = command(commands, "retention", "when a file may be destroyed, and what holds it", _retention)
    retention.add_argument("--policy", metavar="POLICY", required=True, help=NAMED)
    retention.add_argument(
        "--facts", metavar="FILE", required=True, help="a JSON file of facts, - for standard input"
    )


def _retention(asked: Namespace) -> int:
    policy = edition(asked.policy)
    facts = stated(Question.HOW_LONG_TO_KEEP, asked.facts)
    assert isinstance(facts, HowLongToKeep)
    found = kept(policy, facts)
    if asked.json:
        as_json(found.answer())
        return 0
    told = answer(how_long_to_keep(policy, facts), policy, facts)
    print("\n".join([wrapped(told.heading), *(wrapped(each) for each in told.further), "", *_days(found)]))
    return 0


def _days(found: Kept) -> Iterator[str]:
    """The day, then every date with its clause."""
    if found.governs:
        yield f"Its date is {spelt(found.governs.day)}; it may go from the day after."
    elif found.review_on:
        yield f"A person looks at it on {spelt(found.review_on)}."
    else:
        yield "No date can be given."
    if found.ends:
        yield ""
        rows = [(CATEGORIES[end.category], str(end.day), end.clause) for end in found.ends]
        yield table(("category", "date", "clause"), rows)
