"""The policy pages of the documentation: written from the policy files, never edited."""

from collections.abc import Iterable, Iterator

from inconfidence import policies
from inconfidence.policies.stories import CHECKOUT
from inconfidence.policy import labels
from inconfidence.policy.clause import Clause, Effect
from inconfidence.policy.edition import Edition
from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import in_words
from inconfidence.policy.register import ENTRIES

FOLDER = CHECKOUT / "docs" / "policy"
WRITTEN = "<!-- Written by `inconfidence policy pages` from src/inconfidence/policies; edit there. -->"


def pages() -> dict[str, str]:
    """Every page by the name of its file: one for each policy, one for the rules, one that lists them."""
    editions = [policies.edition(slug) for slug in policies.slugs()]
    written = {f"{policy.slug}.md": policy_page(policy) for policy in editions}
    return written | {"rules.md": _page(_rules(editions)), "README.md": _page(_list(editions))}


def _page(lines: Iterable[str]) -> str:
    return "\n".join((WRITTEN, "", *lines)).rstrip() + "\n"


def _list(editions: Iterable[Edition]) -> Iterator[str]:
    yield "# The policies\n"
    yield "What each service promises, in our words, clause by clause, and the rules that keep the promise.\n"
    yield "| policy | version | clauses |"
    yield "|---|---|---:|"
    for policy in editions:
        yield f"| [{policy.service}]({policy.slug}.md) | {policy.label} | {len(policy.clauses)} |"
    yield "\n[The rules](rules.md) are the same for every service that has such a clause."


def policy_page(policy: Edition) -> str:
    """The page of one policy: whose it is, its own words, every clause with what becomes of it."""
    return _page(_policy(policy))


def _policy(policy: Edition) -> Iterator[str]:
    yield f"# {policy.service}\n"
    yield f"{policy.title}, version {policy.label}."
    if policy.next_review:
        yield f"Next review due {policy.next_review:%-d %B %Y}."
    if policy.reviewed_by:
        yield f"Reviewed by {' and '.join(policy.titles[role] for role in policy.reviewed_by)}."
    if policy.kind == "service":
        yield from _words(policy)
    yield "\n## Clauses\n" if policy.kind == "service" else "\n## The law and the defaults\n"
    for clause in policy.clauses:
        yield from _clause(clause, labels.called(policy))
    if policy.kind == "default":
        yield from _readings(policy)


def _words(policy: Edition) -> Iterator[str]:
    yield "\n## Its own words\n"
    yield "| here | in this policy |"
    yield "|---|---|"
    for name, said in {**policy.titles, **policy.terms}.items():
        yield f"| {name.replace('_', ' ')} | {said} |"


def _clause(clause: Clause, names: labels.Called) -> Iterator[str]:
    yield f'<a id="{clause.id.lower()}"></a>\n'
    yield f"**{clause.id}** · {clause.ref}\n"
    yield f"{clause.says}\n"
    for effect in clause.effects:
        said = "".join(f" {each}." for each in labels.values_said(effect.rule, effect.values, names))
        yield f"- [{effect.rule}](rules.md#{effect.rule}): {ENTRIES[effect.rule].sentence}.{said}"
    if clause.promises:
        yield f"- A promise: {clause.promises}"
    for reading in clause.reading:
        yield f"- Read with [{reading}](default.md#{reading.lower()})."
    if clause.why:
        yield f"- Rests on: {clause.why}."
    yield ""


def _readings(policy: Edition) -> Iterator[str]:
    yield "## Readings\n"
    for reading in policy.readings.values():
        yield f'<a id="{reading.id.lower()}"></a>\n'
        yield f"**{reading.id}** {reading.what}\n"
        yield f"{reading.says}\n"


def _rules(editions: Iterable[Edition]) -> Iterator[str]:
    named = [
        (policy.slug, clause, effect)
        for policy in editions
        for clause in policy.clauses
        for effect in clause.effects
    ]
    yield "# The rules\n"
    yield "A clause names rules; a rule never names a clause.\n"
    for slug, entry in ENTRIES.items():
        yield f'<a id="{slug}"></a>\n'
        yield f"## {slug}\n"
        yield f"{entry.sentence}.\n"
        yield f"{_asked(entry)}\n"
        for policy, clause, effect in named:
            if effect.rule == slug:
                yield f"- [{clause.id}]({policy}.md#{clause.id.lower()}){_values(effect)}"
        yield ""


def _asked(entry: Entry) -> str:
    if entry.kept_by:
        return f"Kept, in `{entry.kept_by}`; it changes no answer."
    return f"Asked by {', '.join(f'`{question}`' for question in entry.asked_by)}."


def _values(effect: Effect) -> str:
    words = ", ".join(f"`{key}` = {in_words(value)}" for key, value in effect.values.items())
    return f" ({words})" if words else ""
