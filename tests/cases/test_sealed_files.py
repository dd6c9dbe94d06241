"""A document's file is named by the event of its writing, so that the check of the record finds it altered."""

from pathlib import Path

import pytest

from inconfidence.audit.verify import verify
from inconfidence.cases import actions
from inconfidence.cases.actions import UploadDetails
from tests.cases.family import a_case
from tests.cases.test_records import PDF
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_altered_file_of_a_document_is_found(cast: Cast, data_folder: Path) -> None:
    details = UploadDetails(PDF, "Plan")
    assert actions.add_document(cast.tom.actor, a_case(cast.tom), details)
    assert verify().ok
    (file,) = (data_folder / "files").iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert verify().first_bad == f"row vault_storedfile/file/{str_of(file.name)}"


def str_of(name: str) -> str:
    """A file's name on the disk as an event writes it."""
    return "-".join((name[:8], name[8:12], name[12:16], name[16:20], name[20:]))
