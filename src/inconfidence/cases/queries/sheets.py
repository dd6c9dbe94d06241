"""What is printed for the hand: the case sheet for a meeting, and the service's leaflets and forms."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.models import ItemKind
from inconfidence.cases.queries.documents_naming import ADDRESS, PERSON, names_secret
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.family_words import names_of
from inconfidence.cases.queries.head import due_lines
from inconfidence.cases.queries.meetings import meeting_row, opened, version
from inconfidence.cases.queries.needs import may_read
from inconfidence.cases.queries.page import case_view
from inconfidence.cases.queries.values import CaseView, TimelineEntry
from inconfidence.editions import queries as editions
from inconfidence.letters import leaflets, stationery, typeset
from inconfidence.letters.paper import CaseSheet, Fact, Paper
from inconfidence.letters.wording import Template
from inconfidence.people.queries import CardView
from inconfidence.team.actor import Actor
from inconfidence.web.parts import MayTalk
from inconfidence.web.wording import plain_date, short_date

LAST_CONTACTS, LAST_CONTACTS_LARGE, LOOKED_AT = 3, 2, 12
MOST_PEOPLE = 6
# So many lines of who we may talk to; and so many signs of any other line, in normal and in large print.
TALKING, TALKING_LARGE = 8, 4
LONGEST, LONGEST_LARGE = 240, 100
SAFE = "Safe contact"
MORE_ANSWERS = "There are more answers on file: look before you talk to anybody else."
LEFT_OUT = "(left out: it names what must stay secret)"
FOOT = "In Confidence. Reference {}. Keep this with you, and destroy it afterwards."


@dataclass(frozen=True, slots=True)
class LeafletLine:
    """A leaflet or form: its name in an address, its title, and what it is for."""

    name: str
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """A leaflet of the service's own with a sign that none of our typefaces has, in a sentence."""

    says: str


def case_sheet(
    actor: Actor, reference: str, meeting: UUID | None, *, large: bool
) -> bytes | NeedsReason | None:
    """One page to take to a meeting: reference, first name, who, when, what matters, what is next. Never an address.

    Safe contact, who we may talk to, and when and where it is stand first and are never left out; what is long is
    cut short, and what does not fit is left on file.
    """
    door = open_case_for(actor, reference, look=Act.sheet_made)
    if not isinstance(door, OpenCase):
        return door
    case = case_view(actor, door, kinds=(ItemKind.NOTE,), most=LOOKED_AT)
    about, facts = _meeting(actor, door, meeting)
    found = (
        *_who(case),
        *_talking(case, TALKING_LARGE if large else TALKING),
        *_next(actor, door, case, meeting),
        *facts,
        *_what(case, LAST_CONTACTS_LARGE if large else LAST_CONTACTS),
    )
    whole = tuple(map(_hider(door, case), sorted(found, key=lambda fact: not fact.firm)))
    shown = tuple(_short(fact, LONGEST_LARGE if large else LONGEST) for fact in whole)
    more = shown != whole or _left_on_file(case, large=large)
    sheet = CaseSheet(f"Case {door.reference}", about or plain_date(actor.today()), shown, more)
    head = stationery.letterhead(editions.service(actor.service_id, actor.today()))
    return typeset.pdf(Paper("Case sheet", head, (sheet,), FOOT.format(door.reference), large))


def _meeting(actor: Actor, door: OpenCase, meeting: UUID | None) -> tuple[str, list[Fact]]:
    row = meeting_row(door, meeting) if meeting else None
    kept = opened(door, row) if row else {}
    if row is None or not may_read(actor, door, kept, item_id=row.id):
        return "", []
    now = version(kept, row.version, "", row.recorded_at)
    more = (("About", now.purpose), ("They might bring", now.bring), ("We prepare", now.prepare))
    said = "\n".join(f"{what}: {words}" for what, words in more if words)
    when = _firm(("Meeting", f"{plain_date(now.day)}, {now.time}, {now.place}"))
    return f"Meeting, {plain_date(now.day)}", [*when, *_facts(("With", now.with_words), ("What for", said))]


def _who(case: CaseView) -> list[Fact]:
    """First names only: a sheet may be left on a table."""
    first = (case.card.known_as or case.card.name).split()[0] if case.card.name.split() else ""
    child = case.child
    young = ""
    if child and not child.is_the_person:
        born = f"born {child.year_of_birth}" if child.year_of_birth else _known(child.age_band)
        parts = (child.name.split()[0] if child.name.split() else "", born, child.school)
        young = ", ".join(part for part in parts if part)
    firm = _firm(("We help", first), ("Child", young), (SAFE, case.card.safe_sentence))
    return [*firm, *_facts(("What helps them", "; ".join(case.card.access_needs)))]


def _talking(case: CaseView, most: int) -> list[Fact]:
    """Who we may talk to: so many answers at most, the no that closes them always the last."""
    said = [f"{_answer(line)}: {line.sentence}" for line in case.identity.may_talk]
    kept = said if len(said) <= most else [*said[: most - 1], MORE_ANSWERS, said[-1]]
    return _firm(("We may talk to", "\n".join(kept)))


def _answer(line: MayTalk) -> str:
    if line.waiting:
        return "Not yet"
    return "Yes" if line.yes else "No"


def _known(words: str) -> str:
    """An answer of a list; empty for one that says that nothing is known."""
    return words if any(sign.isdigit() for sign in words) else ""


def _hider(door: OpenCase, case: CaseView) -> Callable[[Fact], Fact]:
    """What each fact passes through: what names a secret is left out, and surnames of the family are cut.

    Whom never to contact stands where it is said how to reach them, and nowhere else.
    """
    firsts = {name.split()[0].casefold() for name in _names(case) if name.split()}
    surnames = {word for word in names_of(door, case.card) if word not in firsts}
    cut = re.compile(rf"\s*\b(?:{'|'.join(map(re.escape, sorted(surnames, key=len, reverse=True)))})\b", re.I)

    def hide(fact: Fact) -> Fact:
        kinds = {ADDRESS} if fact.label == SAFE else {ADDRESS, PERSON}
        lines = (_without(case.card, kinds, line) for line in fact.value.split("\n"))
        said = "\n".join(lines)
        return replace(fact, value=cut.sub("", said) if surnames else said)

    return hide


def _without(card: CardView, kinds: set[str], line: str) -> str:
    """A line without the parts that name a secret; none of it where the secret stands across its parts."""
    parts = line.split("; ")
    kept = [part for part in parts if not kinds & set(names_secret(card, part))]
    if kinds & set(names_secret(card, "; ".join(kept))):
        kept = []
    return "; ".join(kept if len(kept) == len(parts) else [*kept, LEFT_OUT])


def _names(case: CaseView) -> tuple[str, ...]:
    return (case.card.name, case.card.known_as, case.child.name if case.child else "")


def _next(actor: Actor, door: OpenCase, case: CaseView, meeting: UUID | None) -> list[Fact]:
    """What is next, before what may be long: what is due, and the newest step that somebody wrote down without a day.

    The meeting that the sheet is for is said by itself.
    """
    due = due_lines(actor, door, but=meeting)
    step = next((note.next_step for note in _notes(case) if note.next_step), "")
    more = [step] if step and not any(line.startswith(step) for line in due) else []
    return _facts(("Next step", "\n".join([*due, *more])))


def _notes(case: CaseView) -> list[TimelineEntry]:
    """The newest contacts that may lie on a table."""
    return [entry for entry in case.timeline if entry.kind == ItemKind.NOTE and not entry.in_confidence]


def _what(case: CaseView, most: int) -> list[Fact]:
    """Of a contact only its day, and how it was made."""
    contacts = [f"{short_date(one.happened_on)}: {one.heading}" for one in _notes(case)[:most]]
    return _facts(
        ("What matters", "; ".join(case.issues)),
        ("On the case", "; ".join(one.title for one in case.involved[:MOST_PEOPLE])),
        ("Last contacts", "\n".join(contacts)),
    )


def _left_on_file(case: CaseView, *, large: bool) -> bool:
    """Whether there are more contacts, people, or answers about whom we may talk to than the sheet says."""
    contacts, talking = (LAST_CONTACTS_LARGE, TALKING_LARGE) if large else (LAST_CONTACTS, TALKING)
    return (
        len(_notes(case)) > contacts
        or len(case.involved) > MOST_PEOPLE
        or len(case.identity.may_talk) > talking
    )


def _short(fact: Fact, longest: int) -> Fact:
    """A row whose long lines end at a word; a firm one is left whole."""
    lines = fact.value.split("\n")
    if fact.firm or all(len(line) <= longest for line in lines):
        return fact
    return replace(fact, value="\n".join(_cut(line, longest) for line in lines))


def _cut(line: str, longest: int) -> str:
    return line if len(line) <= longest else f"{line[:longest].rsplit(' ', 1)[0]} …"


def _firm(*pairs: tuple[str, str]) -> list[Fact]:
    return [replace(fact, firm=True) for fact in _facts(*pairs)]


def _facts(*pairs: tuple[str, str]) -> list[Fact]:
    return [Fact(label, value) for label, value in pairs if value.strip()]


def leaflet_lines(actor: Actor) -> tuple[LeafletLine, ...]:
    """The leaflets and forms of this person's service."""
    return tuple(LeafletLine(one.name, one.title, one.says) for one in _to_anybody(actor).values())


def has_letterhead(actor: Actor) -> bool:
    """Whether what this service prints says where it is or how to reach it."""
    return bool(editions.service(actor.service_id, actor.today()).letterhead)


def wording_faults(actor: Actor) -> tuple[str, ...]:
    """What is wrong with this service's own wordings, a sentence each: those are left out."""
    return stationery.out_of_order(editions.service(actor.service_id, actor.today()))


def leaflet(actor: Actor, name: str, *, large: bool) -> bytes | NotPrinted | None:
    """The print of a leaflet or form; None for a name there is none of."""
    found = _to_anybody(actor).get(name)
    if found is None:
        return None
    service = editions.service(actor.service_id, actor.today())
    edition = editions.in_force(actor.service_id, actor.today())
    try:
        return typeset.pdf(leaflets.leaflet(found, stationery.letterhead(service), edition, large=large))
    except typeset.CannotPrint as wrong:
        return NotPrinted(f"{name}.toml: {wrong}.")


def _to_anybody(actor: Actor) -> dict[str, Template]:
    service = editions.service(actor.service_id, actor.today())
    return {name: one for name, one in stationery.wordings(service).items() if one.to == "anybody"}
