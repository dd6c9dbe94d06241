"""A change of the policy as a page shows it, beside the version that it would take the place of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import get_args
from uuid import UUID

from inconfidence.editions.queries import UNDATED, DraftView, ReviewView
from inconfidence.editions.reading.policy import (
    ClausePage,
    PolicyPage,
    RuleLine,
    SayableGroup,
    page_of,
    sayable,
    whole,
)
from inconfidence.policy import labels
from inconfidence.policy.clocks.days import spelt
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts.adopting import Reviewer
from inconfidence.policy.loading import Fault
from inconfidence.policy.register import ENTRIES

MAY_REVIEW: tuple[str, ...] = get_args(Reviewer)
IN_LINE = re.compile(r"\bline (\d+)")
NOT_SAID, NOTHING = "not said", "nothing"


@dataclass(frozen=True, slots=True)
class ReviewerLine:
    """A role that the policy names as a reviewer: its title, and what it last said of this very text."""

    role: str
    title: str
    said: ReviewView | None


@dataclass(frozen=True, slots=True)
class WordsChange:
    """A statement that two versions have in other words or with other values: its page in each; None for neither."""

    before: ClausePage | None
    after: ClausePage | None

    @property
    def page(self) -> ClausePage:
        """Where it stands: in the later one, if that has it."""
        found = self.after or self.before
        assert found
        return found

    @property
    def no_longer(self) -> tuple[RuleLine, ...]:
        """What it did and does not do any more, or does with other values."""
        return _without(self.before, self.after)

    @property
    def newly(self) -> tuple[RuleLine, ...]:
        """What it did not do, or did with other values."""
        return _without(self.after, self.before)


def _without(these: ClausePage | None, those: ClausePage | None) -> tuple[RuleLine, ...]:
    known = those.rules if those else ()
    return tuple(each for each in these.rules if each not in known) if these else ()


def reworded(before: Edition, after: Edition) -> tuple[WordsChange, ...]:
    """Every statement that is new, left out, or not as it was, in the order of the later version."""
    old, new = ({clause.id: clause for clause in edition.clauses} for edition in (before, after))
    return tuple(
        WordsChange(
            page_of(before, old[each]) if each in old else None,
            page_of(after, new[each]) if each in new else None,
        )
        for each in new | old
        if old.get(each) != new.get(each)
    )


@dataclass(frozen=True, slots=True)
class ChangePage:
    """A change of the policy as a page shows it. `touched` are the statements that are new or other than before.

    `last` is the name of the version that it would take the place of. `overtaken`: that one was adopted since this
    was begun; `puts_back` is what that one changed and this does not have, a sentence each.
    """

    id: UUID
    version: int
    sent: bool
    sent_at: datetime | None
    changed_at: datetime
    policy: PolicyPage
    sayable: tuple[SayableGroup, ...]
    touched: frozenset[str]
    was: tuple[WordsChange, ...]
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
    gone = tuple(page_of(before, clause) for each, clause in old.items() if each not in new)
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
        reworded(before, after),
        gone,
        head,
        tuple(ReviewerLine(role, before.titles[role], said.get(role)) for role in reviewed_by),
        draft.reviews,
        _version(before),
        draft.began_with is not None,
        tuple(_put_back(draft.began_with, before, after)) if draft.began_with else (),
    )


@dataclass(frozen=True, slots=True)
class Between:
    """What a version says otherwise than the one before it: its head a sentence each, then its statements."""

    before: str
    head: tuple[str, ...]
    statements: tuple[WordsChange, ...]


def between(before: Edition, after: Edition) -> Between:
    """Two versions side by side."""
    return Between(_version(before), tuple(_head(before, after)), reworded(before, after))


def reviewers(edition: Edition) -> tuple[str, ...]:
    """The roles that a policy names as its reviewers."""
    named = edition.value("policy-review", "by")
    assert isinstance(named, tuple)
    return named


def in_the_way(fault: Fault) -> str:
    """A fault of a draft as one sentence for whoever writes it."""
    if not fault.key:
        line = IN_LINE.search(fault.found)
        where = f": something is wrong in line {line.group(1)}" if line else ""
        return (
            f"This file cannot be read as a policy{where}. Download the draft, change that file, and send it."
        )
    where = f"{fault.clause}: " if fault.clause else ""
    prefix, _, rest = fault.key.partition(".")
    slug, _, key = rest.partition(".")
    if prefix != "rules" or slug not in ENTRIES or key not in ENTRIES[slug].parameters:
        return f"{where}{fault.key.replace('_', ' ')}: found {fault.found}; expected {fault.expected}."
    about = f"{where}{ENTRIES[slug].sentence}. “{labels.label(slug, key)}”"
    words, needed = ENTRIES[slug].parameters[key].words, ENTRIES[slug].parameters[key].needed
    either = f"; it may be: {'; '.join(labels.word_said(slug, key, word) for word in words)}" if words else ""
    if fault.found == NOTHING:
        return f"{about} is said by no statement any more{either}. Say it in another statement first."
    if needed and needed != words:
        either += f". It names {labels.needed(slug, key, needed)}"
    return f"{about} cannot be {fault.found}{either or f': enter {fault.expected}'}."


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
    """What the last version changed, and a draft that was begun before it does not have."""
    base, now, then = (
        {clause.id: clause for clause in edition.clauses} for edition in (began_with, before, after)
    )
    for each in base | now:
        if base.get(each) != now.get(each) and then.get(each) != now.get(each):
            clause = now.get(each) or base[each]
            yield f"{clause.ref} ({each}) would not be as {_version(before)} has it."
    heads = [_head_lines(edition) for edition in (began_with, before, after)]
    for what in heads[0] | heads[1]:
        old, new, would_be = (lines.get(what, NOT_SAID) for lines in heads)
        if old != new and would_be != new:
            yield f"{what} “{would_be}”, not “{new}”."
