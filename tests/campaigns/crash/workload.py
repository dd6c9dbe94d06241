"""`python -m tests.campaigns.crash.workload FOLDER SYNCHRONOUS SEED`: a service at work, and the trace of its disk.

Writes `FOLDER/data` as it is before the recorded part, and `FOLDER/trace`: everything the disk was told after it.
Prints who can open it. SYNCHRONOUS is SQLite's setting: FULL is ours, NORMAL is the control that must lose something.
"""

import gc
import json
import pickle
import shutil
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

import django

from tests.campaigns.crash.recorder import Recorder

if TYPE_CHECKING:
    from tests.cast import Person

WRITES = 80


def main(folder: Path, synchronous: str, seed: int) -> None:
    """Make a service, put its folder aside as the beginning, work and record."""
    data = folder / "live"
    (data / "static").mkdir(mode=0o700, parents=True)
    recorder = Recorder(data)
    recorder.watch_sqlite()
    django.setup()
    from django.conf import settings

    options = settings.DATABASES["default"]["OPTIONS"]
    assert "synchronous=FULL" in options["init_command"], "the program no longer asks for synchronous=FULL"
    options["init_command"] = options["init_command"].replace("FULL", synchronous)
    writes, people = beginning()
    close()
    shutil.copytree(data, folder / "data")
    recorder.acts.clear()
    recorder.watch_files()
    work(recorder, writes, Random(seed))
    (folder / "trace").write_bytes(pickle.dumps([tuple(act) for act in recorder.acts]))
    print(json.dumps(people))


def close() -> None:
    """End the connection: SQLite takes its log back into the database."""
    from django.db import connection

    connection.close()
    gc.collect()


def beginning() -> tuple[dict[str, Callable[[str], object]], list[tuple[str, str]]]:
    """A lead, a caseworker with a case; what they can write, and how their keys are opened."""
    from django.core.management import call_command
    from django.utils import timezone

    from tests import cast
    from tests.conftest import Clock

    call_command("migrate", verbosity=0)
    clock = Clock(timezone.now())
    lead = cast.begin_service("rotherham", clock)
    tom = cast.invite(lead, "rotherham", "tom")
    return writes_of(tom), [(each.username, cast.PASSWORD) for each in (lead, tom)]


def writes_of(who: "Person") -> dict[str, Callable[[str], object]]:
    """Each kind of write, given a word that must not get lost; each answers something when it was taken."""
    from inconfidence import codes
    from inconfidence.cases.actions import CaseDetails, ChildDetails, open_case
    from inconfidence.cases.actions.changing import change_note
    from inconfidence.cases.actions.documents import UploadDetails, add_document
    from inconfidence.cases.actions.notes import NoteDetails, add_note
    from inconfidence.consent.actions import ConsentDetails, record_consent
    from inconfidence.people.actions import CardDetails
    from inconfidence.safeguarding.actions import raise_concern
    from inconfidence.team.actions import keeping
    from tests.campaigns.crash.paper import pdf

    issue = codes.rows("issue")[0].code

    def case(word: str) -> str:
        details = CaseDetails(CardDetails(word), ChildDetails(name="Sam"), issues=(issue,))
        made = open_case(who.actor, details)
        assert isinstance(made, str)
        return made

    reference = case("the first")
    long = add_note(who.actor, reference, NoteDetails("the first"))
    assert isinstance(long, UUID)
    version = count(1)

    def note(word: str) -> object:
        return add_note(who.actor, reference, NoteDetails(word))

    def change(word: str) -> object:
        return change_note(who.actor, reference, long, NoteDetails(word), version=next(version))

    def consent(word: str) -> object:
        return record_consent(who.actor, reference, ConsentDetails("share", "refused", words=word))

    def concern(word: str) -> object:
        return raise_concern(who.actor, word, reference)

    def draft(word: str) -> object:
        form = keeping.Form("/calls/new/", "", {"text": [word]})
        return keeping.keep_for_person(who.actor.person_id, form, who.actor.now())

    def document(word: str) -> object:
        return add_document(who.actor, reference, UploadDetails(pdf(word), word))

    return {
        "case": case,
        "note": note,
        "change": change,
        "consent": consent,
        "concern": concern,
        "draft": draft,
        "document": document,
    }


def work(recorder: Recorder, writes: dict[str, Callable[[str], object]], chance: Random) -> None:
    """Write one thing after another; what was done is noted when the program has said so."""
    from inconfidence.cases.actions.changing import Changed

    for number in range(WRITES):
        word = f"word{chance.getrandbits(64):016x}"
        kind = chance.choice(sorted(writes))
        done = writes[kind](word)
        assert isinstance(done, str | UUID | Changed), f"not taken: {kind}"
        recorder.done(word)
        if number % 20 == 19:
            close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
