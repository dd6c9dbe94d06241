"""Which files are of one family: for leads alone, and never written where a worker would read it (D-03).

Nothing of the other file is shown but its number and who works on it; it opens by its own door or not at all.
"""

from dataclasses import dataclass
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.models import Case, Link
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import saw
from inconfidence.cases.queries.lists import holders
from inconfidence.cases.queries.values import HolderView
from inconfidence.team.actor import Actor
from inconfidence.vault import groups
from inconfidence.vault.groups import Group


@dataclass(frozen=True, slots=True)
class LinkView:
    """Another file of the same family: its number, and who works on it."""

    id: UUID
    reference: str
    holders: tuple[HolderView, ...]


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A case, who works on it, and the files that leads have linked with it."""

    reference: str
    holders: tuple[HolderView, ...]
    links: tuple[LinkView, ...]

    @property
    def same_worker(self) -> tuple[str, ...]:
        """Who works on this file and on one linked with it: then there is no wall between the two."""
        here = {holder.person_id for holder in self.holders}
        there = {one.person_id: one.name for link in self.links for one in link.holders}
        return tuple(sorted(name for person, name in there.items() if person in here))


def linked_page(actor: Actor, reference: str) -> LinkedPage | None:
    """The files linked with this one, for a lead; None for everybody else. One event, which names no case."""
    own = holders(actor, reference)
    if own is None:
        return None
    reference = reference.strip().upper()
    found = of_case(actor, reference)
    saw(actor, None, Act.links_seen, listed=tuple(found))
    links = tuple(LinkView(one, other, holders(actor, other) or ()) for one, other in found.items())
    return LinkedPage(reference, own, links)


def of_case(actor: Actor, reference: str) -> dict[UUID, str]:
    """The number of each file linked with this one, by the id of the link. For a caller who has asked: a lead."""
    pairs = {row.id: _pair(actor, row) for row in Link.objects.filter(service_id=actor.service_id)}
    others = {one: pair - {reference} for one, pair in pairs.items() if reference in pair}
    return dict(sorted(((one, next(iter(other))) for one, other in others.items()), key=lambda each: each[1]))


def _pair(actor: Actor, row: Link) -> frozenset[str]:
    """The numbers of the two files."""
    said = groups.open_from_group(actor.keyring, row.service_id, Group.leads, places.link(row.id), row.record)
    found = Case.objects.filter(service_id=row.service_id, id__in=said["cases"])
    return frozenset(found.values_list("reference", flat=True))
