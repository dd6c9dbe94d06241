"""`coverage`: each clause, what gives it effect, which stories tell of it, its page, and what is missing."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inconfidence import policies
from inconfidence.commands.arguments import command
from inconfidence.commands.printing import as_json, table
from inconfidence.commands.stories import Told, told
from inconfidence.policy.clause import Clause
from inconfidence.policy.declared import DECLARED
from inconfidence.policy.keepings import KEEPINGS

if TYPE_CHECKING:
    from inconfidence.commands.arguments import Commands

# What is kept already; the other keepings of the register wait for the folder that will keep them.
KEPT = frozenset({"source-of-every-rule", "host-standing", "words", "second-factor"})
WAITING = frozenset(entry.slug for entry in (*DECLARED, *KEEPINGS)) - KEPT


@dataclass(frozen=True, slots=True)
class Covered:
    """What stands behind one clause."""

    clause: str
    rules: tuple[str, ...]
    stories: tuple[str, ...]
    pages: tuple[str, ...]
    promises: str

    @property
    def waits_for(self) -> tuple[str, ...]:
        """The rules it names that are not built yet, and what it asks to keep that is not kept yet."""
        return tuple(rule for rule in self.rules if rule in WAITING)


def add(commands: "Commands") -> None:
    """Add `coverage`."""
    command(commands, "coverage", "each clause: its rules, stories and pages, and what is missing", _run)


def coverage(slugs: Iterable[str] | None = None) -> tuple[Covered, ...]:
    """What stands behind every clause of the package's policies, the law and the defaults last."""
    stories = told()
    chosen = policies.slugs() if slugs is None else tuple(slugs)
    return tuple(
        covered(slug, clause, stories) for slug in chosen for clause in policies.edition(slug).clauses
    )


def covered(slug: str, clause: Clause, stories: Iterable[Told]) -> Covered:
    """What stands behind one clause of one policy."""
    return Covered(
        clause=clause.id,
        rules=tuple(effect.rule for effect in clause.effects),
        stories=tuple(story.name for story in stories if clause.id in story.clauses),
        pages=(f"docs/policy/{slug}.md#{clause.id.lower()}",),
        promises=clause.promises,
    )


def _run(asked: Namespace) -> int:
    everything = coverage()
    missing = [each for each in everything if each.waits_for]
    if asked.json:
        found: dict[str, object] = {each.clause: _json(each) for each in everything}
        as_json(found | {"missing": [each.clause for each in missing]})
        return 0
    rows = [(each.clause, _rules(each), str(len(each.stories)), each.pages[0]) for each in everything]
    print(table(("clause", "rules", "stories", "page"), rows))
    print(f"\nMissing: {len(missing)} of {len(everything)} clauses wait for a rule that is not built yet.")
    print(table(("clause", "waits for"), [(each.clause, ", ".join(each.waits_for)) for each in missing]))
    return 0


def _json(each: Covered) -> dict[str, object]:
    return {
        "rules": each.rules,
        "stories": each.stories,
        "pages": each.pages,
        "promises": each.promises or None,
        "waits_for": each.waits_for,
    }


def _rules(each: Covered) -> str:
    return ", ".join(each.rules) or "only promises"
