"""What is printed for the hand: the case sheet for a meeting, and the service's leaflets and forms."""

from dataclasses import dataclass
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.models import ItemKind
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.meetings import meeting_row, opened, version
from inconfidence.cases.queries.page import case_view
from inconfidence.cases.queries.values import CaseView
from inconfidence.editions import queries as editions
from inconfidence.letters import leaflets, stationery, typeset
from inconfidence.letters.paper import CaseSheet, Fact, Paper
from inconfidence.letters.wording import Template
from inconfidence.team.actor import Actor
from inconfidence.web.wording import plain_date, short_date

LAST_CONTACTS, LOOKED_AT = 3, 12
LONGEST_CONTACT = 180
MOST_PEOPLE = 6
FOOT = "In Confidence. Reference {}. Keep this with you, and destroy it afterwards."


@dataclass(frozen=True, slots=True)
class LeafletLine:
    """A leaflet or form: its name in an address, its title, and what it is for."""

    name: str
    title: str
    says: str


def case_sheet(
    actor: Actor, reference: str, meeting: UUID | None, *, large: bool
) -> bytes | NeedsReason | None:
    """One page to take to a meeting: reference, first name, who, when, what matters, what is next. Never an address."""
    door = open_case_for(actor, reference, look=Act.sheet_made)
    if not isinstance(door, OpenCase):
        return door
    case = case_view(actor, door, kinds=(ItemKind.NOTE,), most=LOOKED_AT)
    about, facts = _meeting(door, meeting)
    sheet = CaseSheet(
        f"Case {door.reference}", about or plain_date(actor.today()), (*_who(case), *facts, *_what(case))
    )
    head = stationery.letterhead(editions.service(actor.service_id, actor.today()))
    return typeset.pdf(Paper("Case sheet", head, (sheet,), FOOT.format(door.reference), large))


def _meeting(door: OpenCase, meeting: UUID | None) -> tuple[str, list[Fact]]:
    row = meeting_row(door, meeting) if meeting else None
    if row is None:
        return "", []
    now = version(opened(door, row), row.version, "", row.recorded_at)
    when = f"{plain_date(now.day)}, {now.time}"
    said = "\n".join(line for line in (f"{when}, {now.place}", now.purpose, now.prepare) if line)
    return f"Meeting, {plain_date(now.day)}", _facts(("Meeting", said), ("With", now.with_words))


def _who(case: CaseView) -> list[Fact]:
    """First names only: a sheet may be left on a table."""
    first = (case.card.known_as or case.card.name).split()[0] if case.card.name.split() else ""
    child = case.child
    young = ""
    if child and not child.is_the_person:
        parts = (child.name.split()[0] if child.name.split() else "", child.age_band, child.school)
        young = ", ".join(part for part in parts if part)
    return _facts(
        ("We help", first),
        ("Child", young),
        ("Safe contact", case.card.safe_sentence),
        ("What helps them", "; ".join(case.card.access_needs)),
    )


def _what(case: CaseView) -> list[Fact]:
    talking = "\n".join(
        f"{'Yes' if line.yes else 'No'}: {line.sentence}" for line in case.identity.may_talk[:4]
    )
    notes = [entry for entry in case.timeline if entry.kind == ItemKind.NOTE and not entry.in_confidence]
    contacts = "\n".join(
        f"{short_date(one.happened_on)}: {_short(one.text)}" for one in notes[:LAST_CONTACTS]
    )
    return _facts(
        ("What matters", "; ".join(case.issues)),
        ("On the case", "; ".join(one.title for one in case.involved[:MOST_PEOPLE])),
        ("We may talk to", talking),
        ("Last contacts", contacts),
        ("Next step", "\n".join(case.identity.due)),
    )


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= LONGEST_CONTACT else f"{one[:LONGEST_CONTACT].rsplit(' ', 1)[0]} …"


def _facts(*pairs: tuple[str, str]) -> list[Fact]:
    return [Fact(label, value) for label, value in pairs if value.strip()]


def leaflet_lines(actor: Actor) -> tuple[LeafletLine, ...]:
    """The leaflets and forms of this person's service."""
    return tuple(LeafletLine(one.name, one.title, one.says) for one in _to_anybody(actor).values())


def leaflet(actor: Actor, name: str, *, large: bool) -> bytes | None:
    """The print of a leaflet or form; None for a name there is none of."""
    found = _to_anybody(actor).get(name)
    if found is None:
        return None
    service = editions.service(actor.service_id, actor.today())
    edition = editions.in_force(actor.service_id, actor.today())
    return typeset.pdf(leaflets.leaflet(found, stationery.letterhead(service), edition, large=large))


def _to_anybody(actor: Actor) -> dict[str, Template]:
    service = editions.service(actor.service_id, actor.today())
    return {name: one for name, one in stationery.wordings(service).items() if one.to == "anybody"}
