"""Dated entries of consent → the eight consent facts, and whether the permission form is back.

How a history is read:

- The latest decision about this recipient and this purpose counts, from its own day and hour. A yes to one person does
  not end an earlier yes to another; a yes to some people only, after a yes to everybody on the same matter, does.
- A yes to a body covers the roles in it; a yes to a role covers neither the body nor another role.
- A no, or a change of mind, about everybody ends every earlier yes; about some people it ends theirs. Being asked again
  changes neither a yes nor a no, and a hint changes nothing that was decided.
- Only the person's own entries decide. Where they have decided nothing, a yes by somebody else is shown as theirs.
- A decision of the hour of the act, or after it, comes too late for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Items = frozenset[str] | Literal["everything"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEntry:
    """One entry of a file; never changed, only followed by another.

    `happened` is when it was said (None when nobody knows), `recorded` when it was written down; both know their zone.
    `recipients` are roles and bodies ("body:setting"); empty on a no means everybody, and empty `purposes` means all.
    """

    happened: datetime | None
    recorded: datetime
    kind: Literal["share", "obtain", "mailing_list", "permission_form", "release_form", "wish"]
    answer: Literal["asked", "refused", "withdrawn", "implied", "given", "returned"]
    giver: Literal["subject", "someone_else"] = "subject"
    reach: Literal["everyone", "limited"] = "limited"
    recipients: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    items: Items = "everything"
    method: Literal["telephone", "in_person", "letter", "email", "online", "text"] = "letter"
    date_known: bool = True
    worker_known: bool = True
    signed: bool = True
    recipients_named_or_reason: bool = True
    review_by: date | None = None
    recorded_before_reopening: bool = False

    @property
    def since(self) -> datetime:
        """From when it counts: when it was said, or when it was written down if nobody knows."""
        return self.happened or self.recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentStanding:
    """The consent facts of `may_disclose`, in its words; the defaults are those of nothing on file."""

    consent: Literal["none", "asked", "refused", "withdrawn", "implied", "given"] = "none"
    consent_from: Literal["subject", "someone_else"] = "subject"
    consent_recipient: Literal["yes", "no"] = "yes"
    consent_purpose: Literal["yes", "no"] = "yes"
    consent_items: Literal["yes", "no"] = "yes"
    consent_record: Literal[
        "form",
        "letter",
        "telephone_note",
        "note_no_date",
        "note_no_worker",
        "form_unsigned",
        "form_no_recipients",
        "not_recorded",
    ] = "form"
    consent_before: Literal["yes", "no"] = "yes"
    consent_review: Literal["current", "overdue", "reopened"] = "current"
    form_back: Literal["yes", "no"] = "no"


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who would be told, for what, which items, and when."""

    recipient: str
    body: str
    purpose: str
    items: frozenset[str]
    moment: datetime
    today: date


def consent_standing(
    entries: Iterable[ConsentEntry],
    *,
    recipient: str,
    body: str,
    purpose: str,
    items: frozenset[str],
    moment: datetime,
    today: date,
) -> ConsentStanding:
    """How consent stands for telling this recipient (a role in a body) these items for this purpose at this moment.

    `today` is the day by which a review is overdue. No items means telling in general.
    """
    asked = _Asked(recipient, body, purpose, items, moment, today)
    history = sorted(entries, key=_order)
    form_back: Literal["yes", "no"] = "yes" if _form_is_back(history, moment) else "no"
    deciding, in_time = _deciding(history, asked)
    if deciding is None:
        return ConsentStanding(form_back=form_back)
    state = _state(deciding)
    if state != "given":
        return ConsentStanding(consent=state, form_back=form_back)
    return ConsentStanding(
        consent="given",
        consent_from=deciding.giver,
        consent_recipient=_yes(_names(deciding, asked)),
        consent_purpose=_yes(purpose in deciding.purposes),
        consent_items=_yes(_covers(deciding.items, items)),
        consent_record=_record(deciding, moment),
        consent_before=_yes(in_time),
        consent_review=_review(deciding, today),
        form_back=form_back,
    )


def _covers(agreed: Items, items: frozenset[str]) -> bool:
    """Telling in general is not covered by a yes to certain items."""
    return agreed == "everything" or (bool(items) and items <= agreed)


def _order(entry: ConsentEntry) -> tuple[datetime, datetime, bool]:
    """In the order of what was said; of two said and written together the no comes last, and so it counts."""
    return entry.since, entry.recorded, entry.answer in ("refused", "withdrawn")


def _form_is_back(history: Iterable[ConsentEntry], moment: datetime) -> bool:
    return any(
        entry.kind == "permission_form"
        and entry.answer == "returned"
        and entry.giver == "subject"
        and entry.since <= moment
        for entry in history
    )


def _deciding(history: list[ConsentEntry], asked: _Asked) -> tuple[ConsentEntry | None, bool]:
    """The entry that decides and whether it came in time: the person's own, else a yes by somebody else."""
    before = [entry for entry in history if entry.since < asked.moment]
    later = [entry for entry in history if entry.since >= asked.moment and _state(entry) == "given"]
    for giver in ("subject", "someone_else"):
        for entries, in_time in ((before, True), (later, False)):
            found = _latest([entry for entry in entries if entry.giver == giver], asked)
            if found is not None and (giver == "subject" or _state(found) == "given"):
                return found, in_time
    return None, False


def _latest(entries: list[ConsentEntry], asked: _Asked) -> ConsentEntry | None:
    current: ConsentEntry | None = None
    for entry in entries:
        if entry.kind in ("share", "wish") and _replaces(entry, current, asked):
            current = entry
    return current


def _replaces(entry: ConsentEntry, current: ConsentEntry | None, asked: _Asked) -> bool:
    """Whether this entry, coming after the current one, is now what counts."""
    standing = _state(current) if current is not None else "none"
    state = _state(entry)
    if state == "given":
        return _names_and_means(entry, asked) or _says_less(entry, current, asked, standing)
    if not _is_about(entry, asked):
        return False
    if state in ("refused", "withdrawn"):
        return True
    weaker = ("none", "implied") if state == "asked" else ("none",)
    return standing in weaker or (
        standing == "given" and current is not None and not _names_and_means(current, asked)
    )


def _says_less(entry: ConsentEntry, current: ConsentEntry | None, asked: _Asked, standing: str) -> bool:
    """A yes to others or for other ends: it counts where nothing was decided, and where it narrows one to everybody."""
    if standing in ("none", "asked", "implied"):
        return True
    narrows = entry.reach == "limited" and asked.purpose in entry.purposes
    return (
        standing == "given"
        and current is not None
        and ((current.reach == "everyone" and narrows) or not _names_and_means(current, asked))
    )


def _state(entry: ConsentEntry) -> Literal["none", "asked", "refused", "withdrawn", "implied", "given"]:
    """What an entry amounts to: a wish, however put, is a hint and never a yes."""
    if entry.answer == "returned":
        return "none"
    if entry.kind == "wish":
        return "implied" if entry.answer in ("given", "implied") else "none"
    return entry.answer


def _names(entry: ConsentEntry, asked: _Asked) -> bool:
    return entry.reach == "everyone" or bool(entry.recipients & {asked.recipient, asked.body} - {""})


def _names_and_means(entry: ConsentEntry, asked: _Asked) -> bool:
    return _names(entry, asked) and asked.purpose in entry.purposes


def _is_about(entry: ConsentEntry, asked: _Asked) -> bool:
    """Whether a no, a question or a hint touches this recipient and purpose; unlimited, it touches every one."""
    who = not entry.recipients or _names(entry, asked)
    return who and (not entry.purposes or asked.purpose in entry.purposes)


def _record(
    entry: ConsentEntry, moment: datetime
) -> Literal[
    "form",
    "letter",
    "telephone_note",
    "note_no_date",
    "note_no_worker",
    "form_unsigned",
    "form_no_recipients",
    "not_recorded",
]:
    if entry.recorded > moment and entry.since < moment:
        return "not_recorded"
    if entry.method in ("telephone", "text"):
        if not entry.date_known:
            return "note_no_date"
        return "telephone_note" if entry.worker_known else "note_no_worker"
    if entry.method in ("letter", "email"):
        return "letter"
    if not entry.signed or not entry.date_known:
        return "form_unsigned"
    return "form" if entry.recipients_named_or_reason else "form_no_recipients"


def _review(entry: ConsentEntry, today: date) -> Literal["current", "overdue", "reopened"]:
    if entry.recorded_before_reopening:
        return "reopened"
    return "overdue" if entry.review_by is not None and entry.review_by < today else "current"


def _yes(holds: bool) -> Literal["yes", "no"]:
    return "yes" if holds else "no"
