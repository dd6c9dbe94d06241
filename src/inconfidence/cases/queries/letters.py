"""Writing a letter: which there are, what stands in one before it is final, and whether it may be addressed."""

from dataclasses import dataclass
from uuid import UUID

from inconfidence.cases.models import Item
from inconfidence.cases.queries.agreed import asking_now
from inconfidence.cases.queries.beginning import is_their_own, may_begin, said_of
from inconfidence.cases.queries.documents_naming import ADDRESS, names_secret
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, the_card
from inconfidence.cases.queries.family_words import NAMES_PROTECTED
from inconfidence.cases.queries.head import CaseHead, head_of
from inconfidence.cases.queries.involved import involved
from inconfidence.cases.queries.meetings import MeetingLine, meeting_row, meetings, opened, version
from inconfidence.cases.queries.translated import not_translated, sheets_for
from inconfidence.cases.queries.values import InvolvedView
from inconfidence.editions import queries as editions
from inconfidence.letters import leaflets, stationery, typeset
from inconfidence.letters.addressing import Addressee, Addressing, may_address, postal
from inconfidence.letters.leaflets import Around, Written
from inconfidence.letters.wording import Template, fill
from inconfidence.people.queries import CardView
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.team.queries import colleague
from inconfidence.web.wording import plain_date

LARGE_PRINT = "large_print"
POST, THEIR_OWN, OBTAIN = "post", "their_own", "obtain"


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter as somebody writes it. `person` is whom on the case it is to; None: the person we help."""

    letter: str
    heading: str
    text: str
    way: str = "by_hand"
    large: bool = False
    person: UUID | None = None
    meeting: UUID | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter is to. `beside` are the lines between name and address."""

    id: UUID | None
    name: str
    beside: tuple[str, ...]
    addressing: Addressing

    def lines(self, way: str) -> tuple[str, ...]:
        """What the letter shows: the address only where it may be posted and is."""
        address = self.addressing.lines[1:] if self.addressing.yes and way == POST else ()
        return (self.name, *self.beside, *address)


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """What the page for a new letter needs.

    `waiting` says why the chosen letter cannot be written yet; `stopped` is the answer that would keep it back now.
    """

    head: CaseHead
    choices: tuple[Template, ...]
    chosen: Template | None
    people: tuple[InvolvedView, ...]
    meetings: tuple[MeetingLine, ...]
    to: Recipient | None
    heading: str
    text: str
    large: bool
    waiting: str = ""
    stopped: Answer | None = None
    meeting: UUID | None = None
    faults: tuple[str, ...] = ()
    not_translated: str = ""


def letter_desk(
    actor: Actor, reference: str, letter: str, *, person: UUID | None, meeting: UUID | None
) -> LetterDesk | NeedsReason | None:
    """Open a case for writing a letter; `letter` is the name of a wording, or empty before one is chosen."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    found = offered(actor, door)
    chosen = found.get(letter)
    to = recipient(actor, door, chosen, person) if chosen else None
    values = gaps(actor, door, to, meeting)
    card = the_card(actor, door)
    return LetterDesk(
        head=head_of(actor, door),
        choices=tuple(found.values()),
        chosen=chosen,
        people=involved(door),
        meetings=meetings(actor, door),
        to=to,
        heading=fill(chosen.heading, values) if chosen else "",
        text=fill(chosen.text, values).strip() if chosen else "",
        large=LARGE_PRINT in card.access_codes,
        waiting=waits(actor, door, chosen, to) if chosen else "",
        stopped=stops(actor, door, chosen.needs, to.id) if chosen and to else None,
        meeting=meeting,
        faults=stationery.out_of_order(editions.service(actor.service_id, actor.today())),
        not_translated=not_translated(actor, card, chosen.with_) if chosen and chosen.to == "person" else "",
    )


def wordings(actor: Actor) -> dict[str, Template]:
    """The wordings of this person's service."""
    return stationery.wordings(editions.service(actor.service_id, actor.today()))


def offered(actor: Actor, door: OpenCase) -> dict[str, Template]:
    """The letters that can be written on this case; one to a young person only on a case of their own."""
    return {
        name: one
        for name, one in wordings(actor).items()
        if one.to in ("person", "professional") and (one.needs != THEIR_OWN or is_their_own(door))
    }


def waits(actor: Actor, door: OpenCase, chosen: Template, to: Recipient | None) -> str:
    """Why a letter cannot be written yet, as one sentence; empty when it can."""
    if to is None:
        return "Choose whom on the case it is to"
    if chosen.needs == OBTAIN and to.id and asking_now(actor, door, to.id) is None:
        return "First ask whether these records may be asked for"
    return ""


def stops(actor: Actor, door: OpenCase, needs: str, person: UUID | None) -> Answer | None:
    """The answer that keeps a letter of this need from going to somebody on the case now; None where none does.

    Anything to anybody but the person is in-depth work. One that asks for records is what it asks: the very question
    that let us ask them, put again.
    """
    if person is None:
        return None
    found = asking_now(actor, door, person) if needs == OBTAIN else may_begin(actor, door)
    return found if found and found.outcome != Outcome.PERMIT else None


def recipient(actor: Actor, door: OpenCase, chosen: Template, person: UUID | None) -> Recipient | None:
    """Whom this letter is to, with the safe-address check of today; None where nobody of the case was chosen."""
    card = the_card(actor, door)
    if chosen.to == "person":
        return Recipient(None, card.name, (), may_address(_addressee(card), actor.today()))
    found = next((one for one in involved(door) if one.id == person), None)
    return _professional(actor, card, found) if found else None


def _addressee(card: CardView) -> Addressee:
    safe = card.safe
    return Addressee(
        name=card.name,
        address=card.address,
        ok_post=safe.ok_post,
        confidential=safe.address_confidential,
        keep_away=safe.do_not_contact,
        came_back=safe.post_came_back,
        waits=card.waits("address"),
        ask_again_on=safe.review_on,
    )


def _professional(actor: Actor, card: CardView, found: InvolvedView) -> Recipient:
    """Somebody else: posted to at will, unless they live where nobody may know of or must not be contacted."""
    name = found.name or found.role_label
    beside = tuple(line for line in (found.role_label, found.organisation) if line and line != name)
    address = "\n".join(postal(found.reach))
    secret = ADDRESS in names_secret(card, f"{found.organisation}\n{address}")
    who = Addressee(name, address, "yes", confidential=secret, keep_away=card.safe.do_not_contact)
    return Recipient(found.id, name, beside, may_address(who, actor.today()))


def gaps(actor: Actor, door: OpenCase, to: Recipient | None, meeting: UUID | None) -> dict[str, str]:
    """What fills the gaps of a wording, as far as the record knows it."""
    card, child = the_card(actor, door), said_of(door)["child"]
    own = card.name if child["is_the_person"] else child["name"]
    values = {
        "person": card.name,
        "child": own or "your child",
        "worker": actor.name,
        "service": editions.service(actor.service_id, actor.today()).name,
        "today": plain_date(actor.today()),
        "professional": to.name if to and to.id else "",
        "organisation": to.beside[-1] if to and to.id and to.beside else "",
    }
    return leaflets.terms(door.edition) | values | _meeting(actor, door, meeting)


def _meeting(actor: Actor, door: OpenCase, meeting: UUID | None) -> dict[str, str]:
    row: Item | None = meeting_row(door, meeting) if meeting else None
    if row is None:
        return {}
    now = version(opened(door, row), row.version, "", row.recorded_at)
    return {
        "meeting_day": plain_date(now.day),
        "meeting_time": now.time,
        "meeting_place": now.place,
        "meeting_people": "; ".join(one for one in (now.with_words, f"{actor.name}, for us") if one),
        "meeting_purpose": now.purpose,
        "meeting_bring": now.bring,
    }


def written(actor: Actor, door: OpenCase, draft: Draft, to: Recipient) -> Written:
    """A draft as the paper shows it: to whom, from when, signed by whom."""
    service = editions.service(actor.service_id, actor.today())
    me = colleague(actor, actor.person_id)
    title = me.title if me else ""
    return Written(
        to=to.lines(draft.way),
        beside=(plain_date(actor.today()), f"Our reference: {door.reference}"),
        heading=draft.heading.strip(),
        text=draft.text.strip(),
        signed=tuple(line for line in (actor.name, title, service.name) if line),
    )


def in_the_way(card: CardView, to: Recipient, draft: Draft) -> tuple[str, str]:
    """What keeps these words from paper today, as (field, sentence); two empty texts where nothing does.

    No secret address may stand anywhere on it, and an address at its head only where post is safe.
    """
    for field, words in (("heading", draft.heading), ("text", draft.text)):
        if ADDRESS in names_secret(card, words):
            return field, NAMES_PROTECTED
    if draft.way == POST and not to.addressing.yes:
        return "way", f"{to.addressing.says} {to.addressing.change}"
    return "", ""


def around(actor: Actor, door: OpenCase, chosen: Template) -> Around:
    """What stands around the words of a letter of this wording that is written today."""
    service = editions.service(actor.service_id, actor.today())
    found = (
        sheets_for(actor, the_card(actor, door)) if chosen.to == "person" else stationery.wordings(service)
    )
    return leaflets.around(chosen, stationery.letterhead(service), door.edition, found)


def typeset_letter(
    door: OpenCase, stands: Around, paper: Written, *, large: bool, draft: bool = False
) -> bytes:
    """The PDF of a letter; a `draft` says across each page that it is one. CannotPrint for a sign we have not got."""
    return typeset.pdf(leaflets.letter(stands, paper, reference=door.reference, large=large, draft=draft))
