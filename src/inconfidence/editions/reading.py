"""A policy as a page shows it: in the document's order, and for each value whose voice it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args
from uuid import UUID

from inconfidence.editions.queries import DraftView, ReviewView
from inconfidence.policies.stories import told_of
from inconfidence.policy.about import ValueAbout, about
from inconfidence.policy.clause import Clause
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts.adopting import Reviewer
from inconfidence.policy.loading import Fault
from inconfidence.policy.parameters import Value, in_words
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.vocabulary import Origin, Question

MAY_REVIEW: tuple[str, ...] = get_args(Reviewer)
VOICES = {
    Origin.OWN: "our policy",
    Origin.LAW: "the law",
    Origin.DEFAULT: "the default, because our policy is silent",
}


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
    """A change of the policy as a page shows it. `touched` are the statements that are new or other than before."""

    id: UUID
    version: int
    sent: bool
    sent_at: datetime | None
    changed_at: datetime
    policy: PolicyPage
    touched: frozenset[str]
    gone: tuple[ClausePage, ...]
    head: tuple[str, ...]
    reviewers: tuple[ReviewerLine, ...]
    reviews: tuple[ReviewView, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether it is still the policy in force, word for word."""
        return not (self.touched or self.gone or self.head)


def change(draft: DraftView, reviewed_by: Iterable[str]) -> ChangePage:
    """A change for its page; `reviewed_by` are the roles that the policy in force names."""
    before, after = draft.before, draft.after
    old = {clause.id: clause for clause in before.clauses}
    new = {clause.id: clause for clause in after.clauses}
    last = {each.role: each for each in draft.reviews if each.holds}
    return ChangePage(
        draft.id,
        draft.version,
        draft.sent,
        draft.sent_at,
        draft.changed_at,
        whole(after),
        frozenset(each for each, clause in new.items() if old.get(each) != clause),
        tuple(_page(before, clause) for each, clause in old.items() if each not in new),
        tuple(_head(before, after)),
        tuple(ReviewerLine(role, before.titles[role], last.get(role)) for role in reviewed_by),
        draft.reviews,
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


def _head(before: Edition, after: Edition) -> Iterator[str]:
    """What the head of the file says otherwise, a sentence each."""
    if before.title != after.title:
        yield f"The policy is called “{after.title}”, not “{before.title}”."
    for table, old, new in (("post", before.titles, after.titles), ("word", before.terms, after.terms)):
        for key, said in new.items():
            if old[key] != said:
                yield f"The {table} “{key.replace('_', ' ')}” is called “{said}”, not “{old[key]}”."
