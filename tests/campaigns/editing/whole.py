"""`python -m tests.campaigns.editing.whole LEAD USERNAME…`: everything that stands in history, read with people's keys.

It prints, of every text that stands or stood, how often: of notes, meetings, titles of documents, first contacts; of
each card how often it was changed and what it says last; and what waits in Unfinished. The texts are the campaign's
own numbers.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import django

from tests.campaigns.editing.pages import FIELDS

if TYPE_CHECKING:
    from inconfidence.team.actor import Actor

# Where the sealed record of an item holds what this campaign types.
KEYS = {"note": "text", "meeting": "purpose", "document": "title"}


def texts(lead: str) -> Iterator[str]:
    """Every text of every item, the present one and those before it, as a lead's key opens them."""
    from inconfidence.cases.models import Earlier, Item
    from inconfidence.cases.queries import places
    from inconfidence.vault import subjects
    from inconfidence.vault.subjects import Kind

    keyring = unlocked(lead)
    keys = {
        case: subjects.open_key(keyring, Kind.case, case)
        for case in set(Item.objects.values_list("case", flat=True))
    }
    for row in Item.objects.all():
        yield keys[row.case_id].open(places.item(row.id, row.version), row.record)[KEYS[row.kind]]
    for old in Earlier.objects.select_related("item"):
        before = keys[old.item.case_id].open(places.earlier(old.id, old.version), old.record)
        yield before[KEYS[old.item.kind]]


def first_contacts(actor: "Actor") -> Iterator[str]:
    """What was written of each case at first contact, every time."""
    from inconfidence.cases.models import Case
    from inconfidence.cases.queries import OpenCase, open_case_for
    from inconfidence.cases.queries.beginning import said_of

    for reference in Case.objects.values_list("reference", flat=True):
        door = open_case_for(actor, reference, look=None)
        assert isinstance(door, OpenCase), reference
        for entry in said_of(door).get("first_contacts", ()):
            yield entry["said"].get("question_not_needed") or ""


def unlocked(username: str) -> Any:
    """This person's open keys."""
    from inconfidence.team.models import Person
    from inconfidence.vault import persons
    from tests.cast import PASSWORD

    keyring = persons.unlock(Person.objects.get(username=username).id, PASSWORD)
    assert keyring is not None
    return keyring


def kept(username: str) -> Iterator[str]:
    """What waits for this person, in the fields that this campaign types into."""
    from inconfidence.vault import spool

    keyring = unlocked(username)
    for one in spool.waiting_for(keyring.owner):
        fields = spool.read(keyring, one)["fields"]
        yield from (text for name in sorted({*FIELDS.values()}) for text in fields.get(name, []))


def cards(actor: "Actor") -> Iterator[tuple[str, int, str]]:
    """Each case's card: the page that changes it, its version, and the address it says."""
    from inconfidence.cases import queries
    from inconfidence.cases.models import Case

    for reference in Case.objects.values_list("reference", flat=True):
        head = queries.case_head(actor, reference)
        assert isinstance(head, queries.CaseHead), reference
        yield f"/cases/{reference}/contact/", head.card.version, "".join(head.card.written["address"])


def acting(username: str) -> "Actor":
    """Somebody with their keys, now."""
    from django.utils import timezone

    from inconfidence.policy.vocabulary import Role
    from inconfidence.team.actor import Actor
    from inconfidence.team.models import Person

    row = Person.objects.get(username=username)
    return Actor(row.id, row.service_id, Role(row.role), row.name, unlocked(username), timezone.now)


def read(lead: str, *usernames: str) -> dict[str, Any]:
    """All of it."""
    from inconfidence.audit.verify import verify

    first = acting(usernames[0])
    return {
        "texts": Counter((*texts(lead), *first_contacts(first))),
        "kept": {username: list(kept(username)) for username in usernames},
        "cards": list(cards(first)),
        "record": verify().ok,
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(read(*sys.argv[1:])))
