"""Looking at a letter, and making it final: checked, typeset, sealed and filed by itself, and only then printed."""

from dataclasses import asdict, dataclass, replace
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.begin import NotBegun, not_begun_yet
from inconfidence.cases.actions.content import NotAccepted, check_line
from inconfidence.cases.actions.marks import MarkDetails
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, saw, the_card
from inconfidence.cases.queries.letters import (
    POST,
    Draft,
    Recipient,
    around,
    in_the_way,
    offered,
    recipient,
    stops,
    typeset_letter,
    waits,
    written,
)
from inconfidence.cases.queries.marks import written_down
from inconfidence.letters.leaflets import Around, Written
from inconfidence.letters.typeset import CannotPrint
from inconfidence.letters.wording import Template, blanks, gaps_left
from inconfidence.team.actor import Actor
from inconfidence.vault import files
from inconfidence.vault.ids import new_id

LONGEST_LETTER = 20_000
BY_HAND = "by_hand"
NOT_ADDRESSED = "Not addressed: whether it may go is asked first"


@dataclass(frozen=True, slots=True)
class LetterMade:
    """A letter that is filed. `person` is whom on the case it is to: whether it may go is asked next."""

    item_id: UUID
    person: UUID | None


def make_letter(
    actor: Actor, reference: str, draft: Draft, *, once: UUID | None = None
) -> LetterMade | NotBegun | NeedsReason | None:
    """Make a letter final and file it on the case.

    The address comes from the record, and only where post is safe. A letter to anybody but the person is in-depth
    work: asks `may_begin_casework`; one that asks for records asks `may_obtain` too, again, for whom it is to.
    None for a wording that is not there; NotAccepted when something does not fit.
    """
    _check(draft)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        ready = _ready(actor, door, draft)
        if not isinstance(ready, tuple):
            return ready
        return _file(actor, door, draft, *ready, once)


def look_at_letter(actor: Actor, reference: str, draft: Draft) -> bytes | NotBegun | NeedsReason | None:
    """A letter as it would look, after the very checks it must pass to be final, and marked as a draft on every page.

    Nothing of it is kept but that it was looked at. To anybody but the person it carries no name and no address:
    those come once it may go.
    """
    _check(draft)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None)
        if not isinstance(door, OpenCase):
            return door
        ready = _ready(actor, door, draft)
        if not isinstance(ready, tuple):
            return ready
        chosen, to = ready
        paper = written(actor, door, draft, to)
        saw(actor, door.case_id, Act.letter_looked_at, reason_id=door.reason_id)
        shown = replace(paper, to=(NOT_ADDRESSED,)) if to.id else paper
        return _typeset(door, draft, around(actor, door, chosen), shown, not_final=True)


def _ready(actor: Actor, door: OpenCase, draft: Draft) -> tuple[Template, Recipient] | NotBegun | None:
    """The wording and whom it is to, once nothing stands in the way."""
    chosen = offered(actor, door).get(draft.letter)
    if chosen is None:
        return None
    to = recipient(actor, door, chosen, draft.person)
    if says := waits(actor, door, chosen, to):
        raise NotAccepted("text", says)
    assert to is not None
    if answer := stops(actor, door, chosen.needs, to.id):
        return not_begun_yet(actor, answer, door.case_id)
    field, says = in_the_way(the_card(actor, door), to, draft)
    if says:
        raise NotAccepted(field, says)
    return chosen, to


def _check(draft: Draft) -> None:
    check_line("heading", draft.heading, needed=True)
    if not draft.text.strip():
        raise NotAccepted("text", "Write the letter")
    if len(draft.text) > LONGEST_LETTER:
        raise NotAccepted("text", f"Shorten the letter to {LONGEST_LETTER:,} characters")
    _check_filled("heading", draft.heading)
    _check_filled("text", draft.text)
    if draft.way not in (POST, BY_HAND):
        raise NotAccepted("way", "Choose one of the answers shown")


def _check_filled(field: str, words: str) -> None:
    for shape, left in (("square", blanks(words)), ("curly", gaps_left(words))):
        if left:
            raise NotAccepted(field, f"Fill in or take out what stands in {shape} brackets: {left[0]}")


def _typeset(
    door: OpenCase, draft: Draft, stands: Around, paper: Written, *, not_final: bool = False
) -> bytes:
    try:
        return typeset_letter(door, stands, paper, large=draft.large, draft=not_final)
    except CannotPrint as wrong:
        raise NotAccepted("text", str(wrong)) from None


def _file(
    actor: Actor, door: OpenCase, draft: Draft, chosen: Template, to: Recipient, once: UUID | None
) -> LetterMade:
    """Recorded before the file is put down: a form sent twice then leaves no file."""
    paper, stands = written(actor, door, draft, to), around(actor, door, chosen)
    data = _typeset(door, draft, stands, paper)
    item_id = new_id()
    sealed = door.key.seal(places.item(item_id, 1), _as_record(draft, chosen, to, paper, stands))
    file = files.seal(door.key, places.file(item_id), data)
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.letter_made,
        at=actor.now(),
        about=door.case_id,
        words={"item": str(item_id)},
        rows={places.item(item_id, 1).name: sealed, **file.rows},
        once=once,
    )
    Item.objects.create(
        id=item_id,
        case_id=door.case_id,
        kind=ItemKind.DOCUMENT,
        record=sealed,
        size=files.keep(file),
        happened_on=actor.today(),
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
    )
    return LetterMade(item_id, to.id)


def _as_record(
    draft: Draft, chosen: Template, to: Recipient, paper: Written, stands: Around
) -> dict[str, object]:
    """What the sealed record keeps: the marks of a document of ours, and all that a print in the other size shows."""
    kept = {
        "name": chosen.name,
        "heading": paper.heading,
        "text": paper.text,
        "to": list(paper.to),
        "beside": list(paper.beside),
        "signed": list(paper.signed),
        "close": chosen.close,
        "needs": chosen.needs,
        "way": draft.way,
        "large": draft.large,
        "person": str(to.id) if to.id else "",
        "around": asdict(stands),
    }
    return written_down(MarkDetails(provided_by="staff", standing="not_said")) | {
        "form": 2,
        "title": f"{stands.title}, to {to.name}" if to.id else stands.title,
        "document_type": "letter_out",
        "content_type": "application/pdf",
        "pages": 0,
        "held": "",
        "secrets": [],
        "of": "",
        "letter": kept,
    }
