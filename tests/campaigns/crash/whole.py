"""Whether a data folder is whole: opened with its people's keys, row by row, and nothing half.

`python -m tests.campaigns.crash.whole` reads from standard input who can open it and which words must be there;
it prints what is wrong. What it says holds places and kinds, never a word that was typed.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import django


def faults(people: Sequence[tuple[str, str]], wanted: Iterable[Sequence[Sequence[str]]]) -> list[str]:
    """Everything wrong here. `people` are the lead and a worker.

    Of each of `wanted` one group of words must be found whole: what was written, or what came in its place.
    """
    found = [*damaged(), *broken_record(), *half()]
    if found:
        return found
    texts = "\n".join(words(people))
    missing = [each for each in wanted if not any(all(word in texts for word in group) for group in each)]
    return [f"{len(missing)} acknowledged writes are not there"] if missing else []


def damaged() -> Iterator[str]:
    """What the database itself finds wrong."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        if (said := cursor.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            yield f"integrity check: {len(said)} faults"
        if said := cursor.execute("PRAGMA foreign_key_check").fetchall():
            yield f"foreign keys: {sorted({row[0] for row in said})}"


def broken_record() -> Iterator[str]:
    """What `audit verify` finds: a chain, or a sealed row or file that is not what its event says."""
    from inconfidence.audit.verify import verify

    verdict = verify()
    if not verdict.ok:
        yield f"audit: {verdict.first_bad}"
    if verdict.anchor == "broken":
        yield "audit: the anchor is broken"


def half() -> Iterator[str]:
    """Rows that lack what was written with them."""
    yield from rows_without_event()
    yield from documents_without_file()
    yield from duties_about_nothing()


def rows_without_event() -> Iterator[str]:
    """Sealed rows that no event names."""
    from inconfidence.audit.models import Event
    from tests.canary.opened import AREAS, place, sealed_fields

    payloads = Event.objects.values_list("payload", flat=True)
    named = {name for payload in payloads for name in json.loads(bytes(payload))["rows"]}
    for label, (model, column) in sealed_fields().items():
        if label.split(".")[0] in AREAS:
            rows = model._default_manager.filter(**{f"{column.name}__isnull": False})
            lone = sum(place(row, column.name).name not in named for row in rows)
            if lone:
                yield f"{label}: {lone} rows without their event"


def documents_without_file() -> Iterator[str]:
    """Documents whose file is not there, and files of no document."""
    from inconfidence.cases.models import Item, ItemKind
    from inconfidence.vault import files
    from inconfidence.vault.models import StoredFile

    stored = {row.row: row for row in StoredFile.objects.filter(table="cases_item")}
    documents = set(Item.objects.filter(kind=ItemKind.DOCUMENT).values_list("id", flat=True))
    if documents - set(stored):
        yield f"{len(documents - set(stored))} documents without a file"
    if set(stored) - documents:
        yield f"{len(set(stored) - documents)} files of no document"
    if lost := len(stored) - len(files.digests(str(row.id) for row in stored.values())):
        yield f"{lost} files are not on the disk"


def lone_files() -> int:
    """Sealed files that no row names. Allowed after a sudden end, for a file is written and synced before its row."""
    from inconfidence.vault.disk import folder
    from inconfidence.vault.models import StoredFile

    named = {name.hex for name in StoredFile.objects.values_list("id", flat=True)}
    return sum(path.name not in named for path in folder("files").iterdir())


def duties_about_nothing() -> Iterator[str]:
    """Duties about a thing that is not there."""
    from django.apps import apps

    from inconfidence.duties.models import Duty

    about = set(Duty.objects.values_list("about", flat=True))
    there = {
        pk
        for model in apps.get_models()
        if model._meta.pk.get_internal_type() == "UUIDField"
        for pk in model._default_manager.filter(pk__in=about).values_list("pk", flat=True)
    }
    if about - there:
        yield f"{len(about - there)} duties about nothing"


def words(people: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Every record that the lead and a worker can open, the content of every file, and what waits in Unfinished."""
    from inconfidence.cases.models import Item, ItemKind
    from inconfidence.cases.queries import places
    from inconfidence.vault import files, spool, subjects

    opened = keys_of(people)
    for texts in opened.words().values():
        yield from texts
    for row in Item.objects.filter(kind=ItemKind.DOCUMENT):
        key = subjects.open_key(opened.lead, subjects.Kind.case, row.case_id)
        yield files.get(key, places.file(row.id)).decode(errors="replace")
    for keyring in (opened.lead, opened.worker):
        yield from (json.dumps(spool.read(keyring, each)) for each in spool.waiting_for(keyring.owner))


def keys_of(people: Sequence[tuple[str, str]]) -> Any:
    """The keyrings of a lead and a worker."""
    from tests.canary.browsers import InProcess
    from tests.canary.journey import Journey
    from tests.canary.opened import Opened
    from tests.canary.typist import Notes, Typist

    journey = Journey(InProcess, lambda: None, lambda minutes: None, "")  # type: ignore[arg-type,return-value]
    journey.lead, journey.worker = (
        Typist(InProcess(), Notes(), password, name) for name, password in people[:2]
    )
    return Opened(journey)


def main() -> None:
    """Read, look, say."""
    asked: dict[str, Any] = json.load(sys.stdin)
    django.setup()
    people = [(name, password) for name, password in asked["people"]]
    print(json.dumps({"faults": faults(people, asked["wanted"]), "lone_files": lone_files()}))


if __name__ == "__main__":
    main()
