"""Every value bites: a value of a policy file is changed to another legal one, and something is no longer as it was.
Where the one word it has is all that it can be it is left out: what hangs on it is that it stands there at all.

What is looked at, in this order, and what changed first is what is told: an answer, a duty, what an answer says beside
yes and no, a date, a register, the clauses named, the words of an answer, what a family is given to read, the words on
screens, the policy page. And every clause bites: without it the file cannot be loaded, or a story of the service comes
out otherwise.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from inconfidence import policies
from inconfidence.commands.pages import policy_page
from inconfidence.letters import family
from inconfidence.policy.clocks.days import months_after
from inconfidence.policy.clocks.returning import returns
from inconfidence.policy.clocks.reviewing import next_review
from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer, as_json
from inconfidence.policy.facts import TURNS_ON, parse
from inconfidence.policy.loading import Faulty, load
from inconfidence.policy.parameters import Parameter
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.rule import Rule
from inconfidence.policy.vocabulary import Question
from tests.policy.toml import as_toml
from tests.policy.walk import stray, walk
from tests.stories import test_keepings, test_promises, test_stories

DEFAULT = policies.DEFAULT
NOTHING, LEFT_OUT = "nothing", "left out"
SHOWN = ("words on screens", "page")
# What is shown and changes no answer, and why it cannot. Everything else must.
ONLY_SHOWN = {
    (
        "consent-evidence",
        "telephone",
    ): "D-06 asks for the day and the worker of every telephone note, everywhere",
    ("statistics", "mode"): "figures made on demand are never due, whatever is done with them",
    ("person-at-risk", "outside_policy"): "nobody is outside a policy that names everybody",
    (
        "subject-access",
        "deliver",
    ): "L-05 sends it to whoever asks, whether a policy says so or not",
    ("service", "name"): "the name of a service changes no answer",
    ("service", "title"): "nor does the title of its policy",
    ("service", "next_review"): "`policy-review` says when the next one falls due, counted from the last",
    ("service", "reviewed_by"): "`policy-review` says who reviews; the header says it to readers",
    ("service.titles", "caseworker"): "no answer turns to a caseworker",
}
TODAY, SOME_DAY = date(2026, 11, 20), date(2024, 2, 29)
WALKED, ANYWHERE = 200, 200


@dataclass(frozen=True)
class Value:
    """One value of a policy file: the clauses that set it, or its header, and what else it could be."""

    policy: str
    clauses: tuple[str, ...]
    rule: str
    key: str
    now: Any
    others: tuple[Any, ...]

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{', '.join(self.clauses) or 'header'}: {self.rule}.{self.key}"


def table(slug: str) -> dict[str, Any]:
    """A policy file as tables."""
    return tomllib.loads(policies.text(slug))


# ── The values there are ──────────────────────────────────────────────────────────────────


@cache
def values() -> tuple[Value, ...]:
    """Every value of every file: what clauses set on rules, then the headers."""
    return tuple(value for slug in policies.slugs() for value in (*_of_rules(slug), *_of_the_header(slug)))


def _of_rules(slug: str) -> Iterator[Value]:
    found: dict[tuple[str, str, str], list[str]] = {}
    set_to: dict[tuple[str, str, str], Any] = {}
    for clause in table(slug)["clause"]:
        for rule, said in clause.get("rules", {}).items():
            for key in (each for each in said if each in ENTRIES[rule].parameters):
                # A repeatable rule has a row for each clause; of any other all clauses set one value.
                place = (rule, key, clause["id"] if ENTRIES[rule].repeatable else "")
                found.setdefault(place, []).append(clause["id"])
                set_to[place] = said[key]
    for (rule, key, _), clauses in found.items():
        now, parameter = set_to[rule, key, _], ENTRIES[rule].parameters[key]
        legal = tuple(each for each in _others(parameter, now) if parameter.read(each) is not None)
        yield Value(slug, tuple(clauses), rule, key, now, legal or (LEFT_OUT,))


def _others(parameter: Parameter, now: Any) -> Iterator[Any]:
    """What else it could be: every other word, the list with one more or one fewer, the next number."""
    if isinstance(now, bool):
        yield not now
    elif isinstance(now, int):
        yield from (now + 1, now + 12)
    elif isinstance(now, list) and parameter.words:
        yield from ([each for each in now if each != word] for word in now)
        yield from ([*now, word] for word in parameter.words if word not in now)
    elif isinstance(now, list):
        yield from ([*now[:at], *now[at + 1 :]] for at in range(len(now)) if len(now) > 1)
        yield [*now, _another(now[-1]) if now else "2001-01"]
    elif parameter.words:
        yield from (word for word in parameter.words if word != now)
    else:
        yield _another(now)


def _another(said: str) -> str:
    return "2001-01" if said[:4].isdigit() else f"{said} (another)"


def _of_the_header(slug: str) -> Iterator[Value]:
    for key, now in table(slug)["service"].items():
        if key in ("titles", "terms"):
            yield from (
                Value(slug, (), f"service.{key}", name, said, (f"other {said}",))
                for name, said in now.items()
            )
        elif key == "reviewed_by":
            yield Value(slug, (), "service", key, now, ([*now, "host_manager"], now[1:]))
        elif isinstance(now, date):
            yield Value(slug, (), "service", key, now, (months_after(now, 1),))
        elif key not in ("slug", "edition"):
            yield Value(slug, (), "service", key, now, (f"Other {now}",))


def changed(value: Value, other: Any, slug: str) -> Edition:
    """The policy of this slug with the value changed where it stands. Raises Faulty where it may not be so."""
    tables = {value.policy: deepcopy(table(value.policy))}
    file = tables[value.policy]
    if value.clauses:
        for clause in file["clause"]:
            if clause["id"] in value.clauses:
                _set(clause["rules"][value.rule], value.key, other)
    else:
        _, _, inner = value.rule.partition(".")
        (file["service"][inner] if inner else file["service"])[value.key] = other
        if value.key == "in_force_from":
            file["service"]["edition"] = f"{other:%Y-%m}"
    return loaded(slug, {name: as_toml(each) for name, each in tables.items()})


def _set(said: dict[str, Any], key: str, other: Any) -> None:
    """Set a value or leave it out; law that goes with the word it was goes with the other one."""
    if other == LEFT_OUT:
        del said[key]
        return
    if said[key] in said.get("when", ()):
        said["when"] = [other]
    said[key] = other


def loaded(slug: str, texts: Mapping[str, str]) -> Edition:
    """A policy, with these texts in place of those of the package."""
    default = texts.get(DEFAULT, policies.default_text())
    return load(default if slug == DEFAULT else texts.get(slug, policies.text(slug)), default, f"{slug}.toml")


# ── What is looked at ─────────────────────────────────────────────────────────────────────


@cache
def sample(slug: str, question: Question) -> tuple[Any, ...]:
    """Facts on which a policy is asked: those of its stories, of the rules’ examples, and drawn ones."""
    told = [
        parse(story.question, story.facts) for story in test_stories.STORIES if story.question == question
    ]
    rules = [each for each in ENTRIES.values() if isinstance(each, Rule)]
    examples = [
        TURNS_ON[question](**example.facts)
        for rule in rules
        for example in rule.examples
        if example.question is question
    ]
    drawn = (*walk(policies.edition(slug), question, WALKED, 5), *stray(question, ANYWHERE, 5))
    return (*told, *examples, *drawn)


Asked = tuple[Question, ...]


def asked(value: Value) -> Asked:
    """The questions whose answers can hang on a value: those that ask its rule; for a word of the header, all."""
    asking = ENTRIES[value.rule].asked_by if value.clauses else QUESTIONS
    return tuple(question for question in QUESTIONS if question in asking)


def decisions(edition: Edition, slug: str, questions: Asked) -> Iterator[tuple[Any, Decision]]:
    """What an edition says of the sample."""
    for question in questions:
        decide, ask = compiled(edition, question).decide, QUESTIONS[question].answer
        for facts in sample(slug, question):
            # Where the facts are dates, a story states dates, and what is drawn are the words they come to.
            words = isinstance(facts, TURNS_ON[question])
            yield facts, decide(facts) if words else ask(edition, facts)


def _answers(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    for _, said in decisions(edition, slug, questions):
        reasons = tuple(reason.says for reason in said.reasons)
        yield said.outcome, said.refer_to, said.ground, said.steps, reasons


def _duties(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    return (tuple(each.duty for each in said.duties) for _, said in decisions(edition, slug, questions))


def _beside(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    return (dict(said.answer) for _, said in decisions(edition, slug, questions))


def _cited(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    return ((said.clauses, said.default_used) for _, said in decisions(edition, slug, questions))


def _words(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    for facts, said in decisions(edition, slug, questions):
        card = answer(said, edition, facts)
        yield card.heading, card.word, card.service_line, as_json(card)


def _dates(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    named = edition.settings
    if ("consent-review", "months") in named:
        yield months_after(SOME_DAY, number(edition, "consent-review"))
    if ("policy-review", "months") in named:
        yield next_review(edition.last_review, number(edition, "policy-review"), TODAY)
        yield next_review(SOME_DAY, number(edition, "policy-review"), TODAY)
    if ("statistics", "cadence") in named:
        cadence: Any = edition.value("statistics", "cadence")
        mode: Any = edition.value("statistics", "mode")
        yield returns(cadence, mode, SOME_DAY, (), TODAY)


def number(edition: Edition, rule: str) -> int:
    """The months that a rule counts."""
    months = edition.value(rule, "months")
    assert isinstance(months, int)
    return months


def _registers(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    """Every register as its stories have it, whichever service they are told of."""
    return (
        test_keepings.kept(story, edition) for story in test_keepings.STORIES if edition.names(story.register)
    )


def _letters(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    yield family.spoken(edition)
    yield from (theme(edition) for theme in family.THEMES.values())


def _screens(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    """The words that every screen takes for posts, people and things, and for the service itself."""
    yield edition.service, edition.title, dict(edition.titles), dict(edition.terms)


def _page(edition: Edition, slug: str, questions: Asked) -> Iterator[object]:
    yield policy_page(edition)


KINDS: Mapping[str, Callable[[Edition, str, Asked], Iterator[object]]] = {
    "answer": _answers,
    "duty": _duties,
    "beside yes and no": _beside,
    "date": _dates,
    "register": _registers,
    "clauses named": _cited,
    "words of an answer": _words,
    "what a family reads": _letters,
    "words on screens": _screens,
    "page": _page,
}

# Best first: an answer that changed is worth more than a word on a page.
ORDER = ("not loaded", *KINDS, NOTHING)


@cache
def before(kind: str, slug: str, questions: Asked) -> tuple[object, ...]:
    """What there is to see with everything as it is."""
    return tuple(KINDS[kind](policies.edition(slug), slug, questions))


def bites(value: Value, other: Any) -> str:
    """What changes first when the value is another: under its own policy, or for a default under any."""
    everywhere = value.policy == DEFAULT and value.clauses
    slugs = policies.slugs() if everywhere else (value.policy,)
    found = [each for each in (_first(value, other, slug) for slug in reversed(slugs)) if each != NOTHING]
    return min(found, key=ORDER.index, default=NOTHING)


def _first(value: Value, other: Any, slug: str) -> str:
    try:
        edition = changed(value, other, slug)
    except Faulty:
        return "not loaded"
    questions = asked(value)
    for kind, look in KINDS.items():
        there = zip(before(kind, slug, questions), look(edition, slug, questions), strict=True)
        if any(was != now for was, now in there):
            return kind
    return NOTHING


# ── Every clause ──────────────────────────────────────────────────────────────────────────


@cache
def clauses() -> tuple[tuple[str, str], ...]:
    """Every clause of every file, with its policy."""
    return tuple((slug, clause["id"]) for slug in policies.slugs() for clause in table(slug)["clause"])


def misses(slug: str, clause: str) -> str:
    """What fails without a clause: the file, or a story; nothing where everything is as it was."""
    file = deepcopy(table(slug))
    file["clause"] = [each for each in file["clause"] if each["id"] != clause]
    texts = {slug: as_toml(file)}
    for each in policies.slugs() if slug == DEFAULT else (slug,):
        try:
            edition = loaded(each, texts)
        except Faulty as faulty:
            return f"not loaded: {faulty.faults[0]}"
        failed = _failing(each, edition)
        if failed:
            return failed
    return NOTHING


def _failing(slug: str, edition: Edition) -> str:
    """The first story of a service that comes out otherwise."""
    for of in (test_stories, test_keepings, test_promises):
        for story in of.STORIES:
            if story.service == slug:
                try:
                    of.check(story, edition)
                except (AssertionError, KeyError):
                    return f"story: {story}"
    return ""
