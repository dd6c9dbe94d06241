"""Keeping what was typed and is not saved yet: sealed to its person, given back in the same form.

A form is kept every few seconds while it is typed, after time-out, while the database refuses, when its page had
gone stale, and when it was put aside. Keeping needs no open key and no database. Files are not kept, only the fact
that some must be chosen again.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import UUID

from django.http import QueryDict
from django.urls import Resolver404, resolve

from inconfidence.team.actor import LONDON, Actor
from inconfidence.vault import spool
from inconfidence.vault.groups import Group
from inconfidence.vault.sealed import CannotOpen

MARK = "kept"
ADDRESSED = frozenset({MARK, "asked", "case", "enquiry", "item", "next", "person"})
IDENTIFIER = re.compile(r"(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Z]{4}-[0-9A-Z]{4}")
NEVER_KEPT = frozenset(
    {"csrfmiddlewaretoken", "password", "old_password", "new_password", "again", "code", "park_path", "draft"}
    | {"draft_path", "draft_files", "quietly", "unchanged"}
)
# What a page carries along and nobody types: its token, and what it showed.
CARRIED = frozenset({"once", "shown", "asked_of"})
# A page names an answer with which its form is kept for the day alone: "field:answer".
FOR_TODAY = "for_today"
FIRST_WORDS = 80
TAKEN_BACK_FOR = timedelta(days=1)
CHOSEN = re.compile(r"[a-z][a-z0-9_:.-]*|[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Form:
    """A form that arrived and could not be saved: where it was sent, what page it stood on, its fields."""

    path: str
    page: str
    fields: Mapping[str, list[str]]
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A form that is kept for its person. `version` changes whenever it is kept anew under its id."""

    id: UUID
    at: datetime
    path: str
    page: str
    fields: QueryDict
    files: tuple[str, ...]
    version: int

    @property
    def only_today(self) -> bool:
        """Whether it waits until the end of its day alone: what may show who rang without a name."""
        field, _, answer = str(self.fields.get(FOR_TODAY, "")).partition(":")
        return bool(field) and answer in self.fields.getlist(field)

    @property
    def typed(self) -> tuple[str, ...]:
        """Everything that was typed, in the order of the page."""
        return tuple(words_in({name: [str(text) for text in texts] for name, texts in self.fields.lists()}))

    @property
    def first_words(self) -> str:
        """The beginning of the longest thing that was typed."""
        longest = max((" ".join(text.split()) for text in self.typed), key=len, default="")
        return longest if len(longest) <= FIRST_WORDS else f"{longest[:FIRST_WORDS].rstrip()} …"


def words_in(fields: Mapping[str, list[str]]) -> list[str]:
    """What somebody typed, without what was only chosen: codes of answers, days of a month, ids."""
    texts = (text.strip() for name, texts in fields.items() if name not in CARRIED for text in texts)
    return [text for text in texts if text and not CHOSEN.fullmatch(text) and not IDENTIFIER.fullmatch(text)]


def form_of(
    path: str, page: str, post: QueryDict, files: Mapping[str, object], *, for_today: str = ""
) -> Form:
    """What is kept of a POST: its fields without token, password or code, and the names of its file fields.

    `for_today` is "field:answer": with that answer it is kept until the end of the day alone.
    """
    fields = {
        name: [str(value) for value in values] for name, values in post.lists() if name not in NEVER_KEPT
    } | ({FOR_TODAY: [for_today]} if for_today else {})
    return Form(path, page, fields, (*files, *post.getlist("draft_files")))


def _payload(form: Form, person_id: UUID, now: datetime) -> dict[str, object]:
    return {
        "path": form.path,
        "page": form.page,
        "fields": dict(form.fields),
        "files": list(form.files),
        "person": str(person_id),
        "at": now.isoformat(),
    }


def keep_for_person(person_id: UUID, form: Form, now: datetime, under: UUID | None = None) -> UUID:
    """Seal a form to the person who sent it; returns the id under which it waits.

    `under` is the id of its page: what the same page kept before is replaced.
    """
    return spool.keep_for_person(person_id, _payload(form, person_id, now), under)


def keep_for_group(service_id: UUID, group: Group, person_id: UUID, form: Form, now: datetime) -> UUID:
    """Seal a form to a group (a concern about harm: the leads), whoever of them comes first."""
    return spool.keep_for_group(service_id, group, _payload(form, person_id, now))


def kept(actor: Actor, kept_id: UUID) -> Kept | None:
    """A form that waits for this person, or None when none does under this id, or its day is over: then it goes."""
    version = spool.version_of(actor.person_id, kept_id)
    if version is None:
        return None
    try:
        return _of_today(actor, _kept(kept_id, version, spool.read(actor.keyring, kept_id)))
    except CannotOpen:
        return None


def _of_today(actor: Actor, found: Kept) -> Kept | None:
    if found.only_today and found.at.astimezone(LONDON).date() < actor.today():
        discard(actor.person_id, found.id, found.version)
        return None
    return found


def _kept(kept_id: UUID, version: int, payload: Mapping[str, object]) -> Kept:
    fields = QueryDict(mutable=True)
    given = payload["fields"]
    for name, values in (given if isinstance(given, dict) else {}).items():
        fields.setlist(name, values)
    files = payload.get("files")
    return Kept(
        kept_id,
        datetime.fromisoformat(str(payload["at"])),
        str(payload["path"]),
        str(payload["page"]),
        fields,
        tuple(files) if isinstance(files, list) else (),
        version,
    )


def all_kept(actor: Actor) -> list[Kept]:
    """Every form that waits for this person, newest first."""
    every = (_of_today(actor, _kept(*one)) for one in spool.read_all(actor.keyring))
    return sorted((form for form in every if form), key=lambda form: form.at, reverse=True)


def how_many(person_id: UUID) -> int:
    """How many forms wait for this person. Nothing is opened."""
    return len(spool.waiting_for(person_id))


def how_large(person_id: UUID) -> int:
    """How many bytes the forms that wait for this person take. Nothing is opened."""
    return spool.bytes_for(person_id)


def waits(person_id: UUID, kept_id: UUID) -> bool:
    """Whether a form of this person waits under this id. Nothing is opened."""
    return spool.version_of(person_id, kept_id) is not None


def waits_for_somebody(address: str) -> bool:
    """Whether the form that an address asks for is really kept, for whoever typed it; nothing says for whom."""
    kept_id = mark_of(address)
    return kept_id is not None and spool.waits_for_somebody(kept_id)


def discard(person_id: UUID, kept_id: UUID, version: int | None = None) -> bool:
    """Let go of a kept form: it was saved, kept again, or its person threw it away. False when none waits.

    With `version` it goes only if nobody has kept it anew since then, in another tab.
    """
    found = spool.version_of(person_id, kept_id)
    if found is None or (version and found != version):
        return False
    spool.drop(kept_id, person_id)
    return True


def throw_away(actor: Actor, kept_id: UUID) -> None:
    """Somebody does not want a form any more: for a day they can take it back, then it is gone."""
    spool.throw_away(kept_id, actor.person_id, actor.now().timestamp())


def take_back(actor: Actor, kept_id: UUID) -> bool:
    """Let a form that was thrown away wait again; False when it is gone."""
    return kept_id in thrown(actor) and spool.take_back(kept_id, actor.person_id, actor.now().timestamp())


def thrown(actor: Actor) -> list[UUID]:
    """What this person threw away within a day, newest first. What is older is gone with the asking."""
    since = (actor.now() - TAKEN_BACK_FOR).timestamp()
    return spool.thrown_by(actor.person_id, since)[::-1]


def marked(address: str, kept_id: UUID | None) -> str:
    """An address of ours that asks for a kept form, or, with None, the same address without its mark."""
    parts = urlsplit(address)
    words = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != MARK]
    query = urlencode([*words, (MARK, str(kept_id))] if kept_id else words)
    return f"{parts.path}?{query}" if query else parts.path


def mark_of(address: str) -> UUID | None:
    """The id of the kept form that an address asks for, or None."""
    try:
        return UUID(dict(parse_qsl(urlsplit(address).query)).get(MARK, ""))
    except ValueError:
        return None


def plain_address(address: str) -> str:
    """What of an address may be stored in clear: a page of ours and identifiers, never a word that somebody typed.

    The whole address where nothing else is in it; the page alone where its query holds words; else nothing.
    """
    parts = urlsplit(address)
    try:
        values = resolve(parts.path).kwargs.values()
    except Resolver404:
        return ""
    if not all(IDENTIFIER.fullmatch(str(value)) for value in values):
        return ""
    query = parse_qsl(parts.query, keep_blank_values=True)
    return address if all(name in ADDRESSED and _is_plain(value) for name, value in query) else parts.path


def _is_plain(value: str) -> bool:
    return bool(IDENTIFIER.fullmatch(value)) or (value.startswith("/") and plain_address(value) == value)


def with_newest(actor: Actor, address: str) -> str:
    """The way back after signing in: to the same page with the form last kept there, when one waits."""
    if mark_of(address):
        return address
    path = urlsplit(address).path
    return next(
        (marked(form.path, form.id) for form in all_kept(actor) if urlsplit(form.path).path == path), address
    )
