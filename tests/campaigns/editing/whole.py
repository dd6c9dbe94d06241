"""`python -m tests.campaigns.editing.whole LEAD USERNAME…`: everything that stands in history, read with people's keys.

It prints, of every text of a note that stands or stood, how often; how often each card was changed and what it says
last; and what waits in Unfinished. The texts are the campaign's own numbers.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import django


def texts(lead: str) -> Iterator[str]:
    """Every text of every note, the present one and those before it, as a lead's key opens them."""
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
        yield keys[row.case_id].open(places.item(row.id, row.version), row.record)["text"]
    for old in Earlier.objects.select_related("item"):
        yield keys[old.item.case_id].open(places.earlier(old.id, old.version), old.record)["text"]


def unlocked(username: str) -> Any:
    """This person's open keys."""
    from inconfidence.team.models import Person
    from inconfidence.vault import persons
    from tests.cast import PASSWORD

    keyring = persons.unlock(Person.objects.get(username=username).id, PASSWORD)
    assert keyring is not None
    return keyring


def kept(username: str) -> Iterator[str]:
    """What waits for this person."""
    from inconfidence.vault import spool

    keyring = unlocked(username)
    for one in spool.waiting_for(keyring.owner):
        fields = spool.read(keyring, one)["fields"]
        yield from (text for name in ("text", "address") for text in fields.get(name, []))


def cards(lead: str) -> Iterator[tuple[str, int, str]]:
    """Each case's card: its reference, version, and the address it says."""
    from django.utils import timezone

    from inconfidence.cases import queries
    from inconfidence.cases.models import Case
    from inconfidence.policy.vocabulary import Role
    from inconfidence.team.actor import Actor
    from inconfidence.team.models import Person

    row, keyring = Person.objects.get(username=lead), unlocked(lead)
    actor = Actor(row.id, row.service_id, Role(row.role), row.name, keyring, timezone.now)
    for reference in Case.objects.values_list("reference", flat=True):
        head = queries.case_head(actor, reference)
        assert isinstance(head, queries.CaseHead), reference
        yield reference, head.card.version, head.card.address


def read(lead: str, *usernames: str) -> dict[str, Any]:
    """All of it."""
    from inconfidence.audit.verify import verify

    return {
        "texts": Counter(texts(lead)),
        "kept": {username: list(kept(username)) for username in usernames},
        "cards": list(cards(usernames[0])),
        "record": verify().ok,
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(read(*sys.argv[1:])))
