"""A policy as a page shows it: in the document's order, and for each value whose voice it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args
from uuid import UUID

from inconfidence.editions.queries import UNDATED, DraftView, ReviewView
from inconfidence.policies.stories import told_of
from inconfidence.policy.about import ValueAbout, about
from inconfidence.policy.clause import Clause
from inconfidence.policy.clocks.days import spelt
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts.adopting import Reviewer
from inconfidence.policy.loading import Fault
from inconfidence.policy.parameters import Value, in_words
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.vocabulary import Origin, Question

MAY_REVIEW: tuple[str, ...] = get_args(Reviewer)
NOT_SAID = "not said"
VOICES = {
    Origin.OWN: "our policy",
    Origin.LAW: "the law",
    Origin.DEFAULT: "the default, because our policy is silent",
}
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


def _line(slug: str, values: Iterable[tuple[str, Value]]) -> RuleLine:
    entry = ENTRIES.get(slug)
    words = tuple(f"{key.replace('_', ' ')}: {in_words(value)}" for key, value in values)
    return RuleLine(slug, entry.sentence if entry else slug, words)


def _page(edition: Edition, clause: Clause) -> ClausePage:
    readings = [edition.readings[name] for name in clause.reading if name in edition.readings]
    return ClausePage(
        clause.id,
        clause.ref,
        clause.says,
        clause.promises,
        clause.why,
        VOICES[clause.origin],
        tuple(_line(effect.rule, effect.values.items()) for effect in clause.effects),
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
            line = _line(slug, ((key, setting.value) for key, setting in elsewhere))
            origin = elsewhere[0][1].origin if elsewhere else naming.origin
            cites = {clause for _, setting in elsewhere for clause in setting.clauses} or set(naming.cites)
            silent.append(Silent(line, VOICES[origin], tuple(sorted(cites))))
    own = tuple(_page(edition, clause) for clause in edition.clauses)
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
            groups[title].append(Sayable(_line(slug, ()), "", (), again=False))
        elif entry.repeatable:
            groups[title].append(
                Sayable(_line(slug, ()), VOICES[Origin.OWN], edition.naming(slug).own, again=True)
            )
    return tuple(SayableGroup(title, tuple(rules)) for title, rules in groups.items() if rules)


def one(edition: Edition, clause_id: str) -> ClausePage | None:
    """One statement of the policy, of the law, of the default, or one reading; None for an unknown id."""
    if clause_id in edition.every_clause:
        return _with_all(edition, _page(edition, edition.clause(clause_id)))
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
                tuple(_sourced(value) for value in rule.values),
                rule.authority,
                rule.law,
                bool(rule.kept_by),
            )
            for rule in found.rules
        ),
        questions=found.questions,
        asked=tuple(QUESTIONS[question].sentence for question in found.questions),
        stories=told_of(page.id),
    )


def _sourced(value: ValueAbout) -> str:
    whose = "said here" if value.here else f"{', '.join(value.clauses)}: {VOICES[value.origin]}"
    return f"{in_words(value.name)}: {value.words} ({whose})"


@dataclass(frozen=True, slots=True)
class ReviewerLine:
    """A role that the policy names as a reviewer: its title, and what it last said of this very text."""

    role: str
    title: str
    said: ReviewView | None


@dataclass(frozen=True, slots=True)
class ChangePage:
    """A change of the policy as a page shows it. `touched` are the statements that are new or other than before.

    `last` is the name of the version that it would take the place of. `overtaken`: that one was adopted since this
    was begun; `puts_back` is what that one changed and this would change back, a sentence each.
    """

    id: UUID
    version: int
    sent: bool
    sent_at: datetime | None
    changed_at: datetime
    policy: PolicyPage
    sayable: tuple[SayableGroup, ...]
    touched: frozenset[str]
    gone: tuple[ClausePage, ...]
    head: tuple[str, ...]
    reviewers: tuple[ReviewerLine, ...]
    reviews: tuple[ReviewView, ...]
    last: str
    overtaken: bool
    puts_back: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether it is still the last version, word for word."""
        return not (self.touched or self.gone or self.head)


def change(draft: DraftView, reviewed_by: Iterable[str]) -> ChangePage:
    """A change for its page; `reviewed_by` are the roles that the policy in force names."""
    before, after = draft.before, draft.after
    old = {clause.id: clause for clause in before.clauses}
    new = {clause.id: clause for clause in after.clauses}
    said = {each.role: each for each in draft.reviews if each.holds}
    touched = frozenset(each for each, clause in new.items() if old.get(each) != clause)
    gone = tuple(_page(before, clause) for each, clause in old.items() if each not in new)
    head = tuple(_head(before, after))
    if not (touched or gone or head) and draft.another_text:
        head = ("Only remarks in the file, its order, or the day it is printed with are other than before.",)
    return ChangePage(
        draft.id,
        draft.version,
        draft.sent,
        draft.sent_at,
        draft.changed_at,
        whole(after),
        sayable(after),
        touched,
        gone,
        head,
        tuple(ReviewerLine(role, before.titles[role], said.get(role)) for role in reviewed_by),
        draft.reviews,
        _version(before),
        draft.began_with is not None,
        tuple(_put_back(draft.began_with, before, after)) if draft.began_with else (),
    )


def reviewers(edition: Edition) -> tuple[str, ...]:
    """The roles that a policy names as its reviewers."""
    named = edition.value("policy-review", "by")
    assert isinstance(named, tuple)
    return named


def in_the_way(fault: Fault) -> str:
    """A fault of a draft as one sentence for whoever writes it."""
    where = f"{fault.clause}: " if fault.clause else ""
    found = f"found {fault.found}; " if fault.found not in (None, "") else ""
    return f"{where}{fault.key.removeprefix('rules.').replace('_', ' ')}: {found}expected {fault.expected}."


def _version(edition: Edition) -> str:
    return "the version without a date" if edition.label == UNDATED else f"version {edition.label}"


def _head(before: Edition, after: Edition) -> Iterator[str]:
    """What the head of the file says otherwise, a sentence each."""
    old, new = _head_lines(before), _head_lines(after)
    for what in old | new:
        if old.get(what) != new.get(what):
            yield f"{what} “{new.get(what, NOT_SAID)}”, not “{old.get(what, NOT_SAID)}”."


def _head_lines(edition: Edition) -> dict[str, str]:
    """What the head of a policy says, line by line; not its own edition and day, since a change gets its own."""
    lines = {
        "The policy is called": edition.title,
        "The service is called": edition.service,
        "The service is called for short": edition.short,
        "It was last reviewed on": spelt(edition.last_review) if edition.last_review else NOT_SAID,
        "Its next review is on": spelt(edition.next_review) if edition.next_review else NOT_SAID,
        "It is reviewed by": " and ".join(edition.titles[role] for role in edition.reviewed_by) or NOT_SAID,
    }
    for table, words in (("post", edition.titles), ("word", edition.terms)):
        lines |= {f"The {table} “{key.replace('_', ' ')}” is called": said for key, said in words.items()}
    return lines


def _put_back(began_with: Edition, before: Edition, after: Edition) -> Iterator[str]:
    """What the last version changed, and a draft that was begun before it would change back."""
    base, now, then = (
        {clause.id: clause for clause in edition.clauses} for edition in (began_with, before, after)
    )
    for each in base | now:
        if base.get(each) != now.get(each) and base.get(each) == then.get(each):
            clause = now.get(each) or base[each]
            yield f"{clause.ref} ({each}) would be as it was before {_version(before)}."
    heads = [_head_lines(edition) for edition in (began_with, before, after)]
    for what in heads[0] | heads[1]:
        old, new, would_be = (lines.get(what, NOT_SAID) for lines in heads)
        if old != new and would_be == old:
            yield f"{what} “{old}” again, not “{new}”."
