"""A letter that is final: what it says, its print in either size, and its label."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.agreed import went_out
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, saw, the_card
from inconfidence.cases.queries.head import CaseHead, head_of
from inconfidence.cases.queries.letters import (
    LARGE_PRINT,
    OBTAIN,
    POST,
    Draft,
    Recipient,
    around,
    in_the_way,
    recipient,
    stops,
    typeset_letter,
    wordings,
)
from inconfidence.cases.queries.needs import may_read
from inconfidence.editions import queries as editions
from inconfidence.letters import stationery, typeset
from inconfidence.letters.leaflets import Around, Written, around_again
from inconfidence.letters.paper import Label, Paper
from inconfidence.letters.wording import Template
from inconfidence.policy.explain import Answer
from inconfidence.team.actor import Actor
from inconfidence.vault import files

LABELS = 14
CHANGED = "The address on record is another one by now: write the letter again."


@dataclass(frozen=True, slots=True)
class NotNow:
    """A letter that is final may not be printed any more: why, and what is left to do."""

    head: CaseHead
    says: str


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A final letter. `person`: whom on the case it is to, None for the person we help. `posted`: it has an address.

    `stopped`: the answer that no longer lets a letter that asks for records go.
    """

    head: CaseHead
    item_id: UUID
    title: str
    heading: str
    text: str
    to: tuple[str, ...]
    person: UUID | None
    to_others: bool
    posted: bool
    large: bool
    access_large: bool
    went_out: bool
    stopped: Answer | None


def letter(actor: Actor, reference: str, item_id: UUID) -> LetterPage | NeedsReason | None:
    """A final letter of a case; None when missing, of another case, or not for this person."""
    door = open_case_for(actor, reference, look=None)
    if not isinstance(door, OpenCase):
        return door
    found = _kept(actor, door, item_id)
    if found is None:
        return None
    row, said = found
    kept = said["letter"]
    saw(actor, door.case_id, Act.document_seen, item=row.id, reason_id=door.reason_id)
    return LetterPage(
        head=head_of(actor, door),
        item_id=row.id,
        title=said["title"],
        heading=kept["heading"],
        text=kept["text"],
        to=tuple(kept["to"]),
        person=UUID(kept["person"]) if kept["person"] else None,
        to_others=bool(kept["person"]),
        posted=kept["way"] == POST,
        large=kept["large"],
        access_large=LARGE_PRINT in the_card(actor, door).access_codes,
        went_out=_went_out(door, row, said),
        stopped=_stopped(actor, door, kept),
    )


def _kept(actor: Actor, door: OpenCase, item_id: UUID) -> tuple[Item, dict[str, Any]] | None:
    row = Item.objects.filter(case_id=door.case_id, id=item_id, kind=ItemKind.DOCUMENT).first()
    said = door.key.open(places.item(row.id, row.version), row.record) if row else {}
    if row is None or "letter" not in said or not may_read(actor, door, said, item_id=row.id):
        return None
    return row, said


def _went_out(door: OpenCase, row: Item, said: dict[str, Any]) -> bool:
    """Whether a letter to somebody else was shared with that very person under a yes."""
    person = said["letter"]["person"]
    return bool(person) and went_out(door, row.id, UUID(person))


def _stopped(actor: Actor, door: OpenCase, kept: dict[str, Any]) -> Answer | None:
    """The answer that no longer lets these words ask for records; None for any other letter."""
    return stops(actor, door, OBTAIN, UUID(kept["person"])) if kept.get("needs") == OBTAIN else None


def letters_among(door: OpenCase, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Which of these items of an opened case are letters of ours to somebody on it, and to whom each is."""
    rows = Item.objects.filter(case_id=door.case_id, id__in=list(ids), kind=ItemKind.DOCUMENT)
    opened = ((row.id, door.key.open(places.item(row.id, row.version), row.record)) for row in rows)
    to = {found: said.get("letter", {}).get("person", "") for found, said in opened}
    return {found: UUID(person) for found, person in to.items() if person}


def asks_in_vain(actor: Actor, door: OpenCase, ids: Iterable[UUID], who: str) -> Answer | None:
    """The answer that keeps a letter among these items from asking `who` it is to for records now; None: none does."""
    rows = Item.objects.filter(case_id=door.case_id, id__in=list(ids), kind=ItemKind.DOCUMENT)
    kept = (door.key.open(places.item(row.id, row.version), row.record).get("letter", {}) for row in rows)
    theirs = (each for each in kept if each.get("person") and who == f"person:{each['person']}")
    return next(filter(None, (_stopped(actor, door, each) for each in theirs)), None)


def letter_print(
    actor: Actor, reference: str, item_id: UUID, *, large: bool
) -> bytes | NotNow | NeedsReason | None:
    """The print of a letter: the one that was filed, or the same words in the other size.

    What kept it from being final may have come since, so it is asked again: NotNow says what. None for a letter to
    anybody else that was not shared with them under a yes.
    """
    door = open_case_for(actor, reference, act="download", look=None)
    if not isinstance(door, OpenCase):
        return door
    found = _kept(actor, door, item_id)
    if found is None or (found[1]["letter"]["person"] and not _went_out(door, *found)):
        return None
    row, said = found
    kept = said["letter"]
    if says := _now_in_the_way(actor, door, kept):
        return NotNow(head_of(actor, door), says)
    saw(actor, door.case_id, Act.document_seen, item=row.id, reason_id=door.reason_id)
    if large == kept["large"]:
        return files.get(door.key, places.file(row.id))
    paper = Written(
        tuple(kept["to"]), tuple(kept["beside"]), kept["heading"], kept["text"], tuple(kept["signed"])
    )
    return typeset_letter(door, _around(actor, door, kept), paper, large=large)


def _around(actor: Actor, door: OpenCase, kept: dict[str, Any]) -> Around:
    """What stood around a letter when it became final.

    An older one kept its close alone: the rest is that of the wording as it stands today.
    """
    if "around" in kept:
        return around_again(kept["around"])
    chosen = wordings(actor).get(kept["name"]) or _plain(kept)
    return around(actor, door, replace(chosen, close=kept["close"]))


def _now_in_the_way(actor: Actor, door: OpenCase, kept: dict[str, Any]) -> str:
    """Why these words and this address may not be printed today; empty when they may."""
    to = _whom(actor, door, kept)
    if to is None:
        return CHANGED
    if stopped := _stopped(actor, door, kept):
        return stopped.heading
    _, says = in_the_way(the_card(actor, door), to, Draft("", kept["heading"], kept["text"], kept["way"]))
    if says:
        return says
    moved = kept["way"] == POST and tuple(kept["to"]) != to.lines(POST)
    return CHANGED if moved else ""


def _whom(actor: Actor, door: OpenCase, kept: dict[str, Any]) -> Recipient | None:
    """Whom a letter that is kept is to, with today's check of the address."""
    person = UUID(kept["person"]) if kept["person"] else None
    to = "professional" if person else "person"
    return recipient(actor, door, replace(_plain(kept), to=to), person)


def _plain(kept: dict[str, Any]) -> Template:
    """A wording that is no longer there: the letter keeps its own words and its close."""
    return Template(kept["name"], "Letter", "", "person", 0, "", "", kept["close"], (), (), "", ())


def label(
    actor: Actor, reference: str, item_id: UUID | None, at: int, *, large: bool = False
) -> bytes | NeedsReason | Recipient | None:
    """An address label for the person of a case, or for whom a letter is to, at a place of the sheet, 0 to 13.

    Where the address may not be used the answer is the Recipient, whose `addressing` says why.
    """
    door = open_case_for(actor, reference, look=None)
    if not isinstance(door, OpenCase):
        return door
    found = _kept(actor, door, item_id) if item_id else None
    if item_id and found is None:
        return None
    if found and found[1]["letter"]["person"] and not _went_out(door, *found):
        return None
    to = _whom(actor, door, found[1]["letter"] if found else {"name": "", "close": "", "person": ""})
    saw(actor, door.case_id, Act.label_made, reason_id=door.reason_id)
    if to is None or not to.addressing.yes:
        return to
    head = stationery.letterhead(editions.service(actor.service_id, actor.today()))
    return typeset.pdf(Paper("Address label", head, (Label(to.lines(POST), at % LABELS),), large=large))
