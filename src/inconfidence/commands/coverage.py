"""`coverage`: each clause, what gives it effect, which stories tell of it, its page, and what is missing."""

import re
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from inconfidence import policies
from inconfidence.commands.arguments import command
from inconfidence.commands.printing import as_json, table
from inconfidence.policies.stories import CHECKOUT, Story, told
from inconfidence.policy.clause import Clause
from inconfidence.policy.keepings import KEEPINGS

if TYPE_CHECKING:
    from inconfidence.commands.arguments import Commands

TO_KEEP = frozenset(entry.slug for entry in KEEPINGS)
A_STORY, A_PAGE = "a story", "a page"


@dataclass(frozen=True, slots=True)
class Covered:
    """What stands behind one clause."""

    clause: str
    rules: tuple[str, ...]
    stories: tuple[str, ...]
    pages: tuple[str, ...]
    promises: str
    kept: frozenset[str] = frozenset()

    @property
    def waits_for(self) -> tuple[str, ...]:
        """What no story shows to be kept for it, a story, a page.

        What only promises has nothing to tell a story of.
        """
        untold = (A_STORY,) if not self.stories and not self.promises else ()
        unread = (A_PAGE,) if not self.pages else ()
        waiting = TO_KEEP - self.kept
        return (*(rule for rule in self.rules if rule in waiting), *untold, *unread)


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


def covered(slug: str, clause: Clause, stories: Iterable[Story]) -> Covered:
    """What stands behind one clause of one policy."""
    about = [story for story in stories if clause.id in story.clauses]
    return Covered(
        clause=clause.id,
        rules=tuple(effect.rule for effect in clause.effects),
        stories=tuple(story.name for story in about),
        pages=pages(slug, clause.id),
        promises=clause.promises,
        kept=frozenset(story.asked for story in about),
    )


def pages(slug: str, clause_id: str) -> tuple[str, ...]:
    """Where the checkout's pages show a clause; none where it has no pages, or they do not show it."""
    return (f"docs/policy/{slug}.md#{clause_id.lower()}",) if clause_id.lower() in _shown(slug) else ()


@cache
def _shown(slug: str) -> frozenset[str]:
    page = CHECKOUT / "docs" / "policy" / f"{slug}.md"
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    return frozenset(re.findall(r'<a id="([^"]+)"></a>', text))


def _run(asked: Namespace) -> int:
    everything = coverage()
    missing = [each for each in everything if each.waits_for]
    if asked.json:
        found: dict[str, object] = {each.clause: _json(each) for each in everything}
        as_json(found | {"missing": [each.clause for each in missing]})
        return 0
    rows = [(each.clause, _rules(each), str(len(each.stories)), " ".join(each.pages)) for each in everything]
    print(table(("clause", "rules", "stories", "page"), rows))
    print(f"\nMissing: {len(missing)} of {len(everything)} clauses wait for a rule, a story or a page.")
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
