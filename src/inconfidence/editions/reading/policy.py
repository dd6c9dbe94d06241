"""A policy as a page shows it: in the document's order, and for each value whose voice it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from inconfidence.policies.stories import told_of
from inconfidence.policy import labels
from inconfidence.policy.about import ValueAbout, about
from inconfidence.policy.clause import Clause
from inconfidence.policy.edition import Edition
from inconfidence.policy.parameters import Value, in_words
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.vocabulary import Origin, Question

VOICES = {
    Origin.OWN: "our policy",
    Origin.LAW: "the law",
    Origin.DEFAULT: "the default, because our policy is silent",
}
ENDS = {"permit": "yes", "refuse": "no", "refer": "not yet, or somebody decides first"}
KEPT = "What do we keep, check and show?"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as one sentence, with the values that were set for it in words, and what it rests on."""

    slug: str
    sentence: str
    values: tuple[str, ...]
    authority: str = ""
    law: tuple[Clause, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """How a contradiction was settled."""

    id: str
    what: str
    says: str


@dataclass(frozen=True, slots=True)
class ClausePage:
    """One statement with everything that hangs on it. `voice` says whose statement it is.

    `questions` are the questions it has a say in, `asked` the same in sentences, `stories` what is told of it.
    """

    id: str
    ref: str
    says: str
    promises: str
    why: str
    voice: str
    rules: tuple[RuleLine, ...]
    readings: tuple[ReadingLine, ...]
    questions: tuple[Question, ...] = ()
    asked: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silent:
    """A rule for which our policy sets nothing: who speaks instead, and what it says."""

    rule: RuleLine
    voice: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sayable:
    """A rule that our policy may speak of: who does now (nobody: it has no effect here); `again` for one more row."""

    rule: RuleLine
    voice: str
    clauses: tuple[str, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class SayableGroup:
    """Rules that may be said, by the question they answer; the last group is of what is kept and answers none."""

    title: str
    rules: tuple[Sayable, ...]


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """The whole policy in the document's order, then what law and default add."""

    title: str
    service: str
    label: str
    clauses: tuple[ClausePage, ...]
    silent: tuple[Silent, ...]


def _line(slug: str, values: Mapping[str, Value], edition: Edition) -> RuleLine:
    entry = ENTRIES.get(slug)
    words = labels.values_said(slug, values, labels.called(edition))
    return RuleLine(slug, entry.sentence if entry else slug, tuple(words))


def page_of(edition: Edition, clause: Clause) -> ClausePage:
    """One statement with its rules and the values that it sets itself."""
    readings = [edition.readings[name] for name in clause.reading if name in edition.readings]
    return ClausePage(
        clause.id,
        clause.ref,
        clause.says,
        clause.promises,
        clause.why,
        VOICES[clause.origin],
        tuple(_line(effect.rule, effect.values, edition) for effect in clause.effects),
        tuple(ReadingLine(reading.id, reading.what, reading.says) for reading in readings),
    )


def whole(edition: Edition) -> PolicyPage:
    """The whole policy for its page."""
    silent = []
    for slug, naming in edition.namings.items():
        elsewhere = [
            (key, setting)
            for (rule, key), setting in edition.settings.items()
            if rule == slug and setting.origin is not Origin.OWN
        ]
        if elsewhere or not naming.own:
            line = _line(slug, {key: setting.value for key, setting in elsewhere}, edition)
            origin = elsewhere[0][1].origin if elsewhere else naming.origin
            cites = {clause for _, setting in elsewhere for clause in setting.clauses} or set(naming.cites)
            silent.append(Silent(line, VOICES[origin], tuple(sorted(cites))))
    own = tuple(page_of(edition, clause) for clause in edition.clauses)
    return PolicyPage(edition.title, edition.service, edition.label, own, tuple(silent))


def sayable(edition: Edition) -> tuple[SayableGroup, ...]:
    """Every rule of the register that our policy is silent on, in part or wholly, or may say once more."""
    silent = {each.rule.slug: each for each in whole(edition).silent}
    groups: dict[str, list[Sayable]] = {each.sentence: [] for each in QUESTIONS.values()}
    groups[KEPT] = []
    for slug, entry in ENTRIES.items():
        asked = entry.asked_by[:1]
        title = QUESTIONS[Question(asked[0])].sentence if asked else KEPT
        if slug in silent:
            found = silent[slug]
            groups[title].append(Sayable(found.rule, found.voice, found.clauses, again=False))
        elif not edition.names(slug):
            groups[title].append(Sayable(_line(slug, {}, edition), "", (), again=False))
        elif entry.repeatable:
            groups[title].append(
                Sayable(_line(slug, {}, edition), VOICES[Origin.OWN], edition.naming(slug).own, again=True)
            )
    return tuple(SayableGroup(title, tuple(rules)) for title, rules in groups.items() if rules)


def one(edition: Edition, clause_id: str) -> ClausePage | None:
    """One statement of the policy, of the law, of the default, or one reading; None for an unknown id."""
    if clause_id in edition.every_clause:
        return _with_all(edition, page_of(edition, edition.clause(clause_id)))
    reading = edition.readings.get(clause_id)
    if reading is None:
        return None
    line = ReadingLine(reading.id, reading.what, reading.says)
    return ClausePage(reading.id, "reading", reading.says, "", "", "how we read it", (), (line,))


def _with_all(edition: Edition, page: ClausePage) -> ClausePage:
    """The page of one statement: every value of its rules with who set it, law, questions and stories too."""
    found = about(edition, page.id)
    return replace(
        page,
        rules=tuple(
            RuleLine(
                rule.slug,
                rule.sentence,
                tuple(_sourced(rule.slug, value, edition, page.id) for value in rule.values),
                rule.authority,
                rule.law,
                bool(rule.kept_by),
            )
            for rule in found.rules
        ),
        questions=found.questions,
        asked=tuple(QUESTIONS[question].sentence for question in found.questions),
        stories=tuple(
            f"{each.name}: {ENDS.get(each.outcome, in_words(each.outcome))}." for each in told_of(page.id)
        ),
    )


def _sourced(rule: str, value: ValueAbout, edition: Edition, clause_id: str) -> str:
    whose = "said here" if value.here else f"{', '.join(value.clauses)}: {VOICES[value.origin]}"
    setting = edition.settings.get((rule, value.name))
    effect = edition.clause(clause_id).effect(rule)
    found = setting.value if setting else effect.values[value.name] if effect else ()
    return f"{labels.label(rule, value.name)}: {labels.said(rule, value.name, found, labels.called(edition))} ({whose})"
