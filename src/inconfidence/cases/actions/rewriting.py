"""Writing a case's record anew. Heading and record share one version, so both are sealed again together."""

from typing import Any

from inconfidence.cases.models import Case
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import OpenCase
from inconfidence.vault.sealed import Sealed


def rewrite(door: OpenCase, said: dict[str, Any], **columns: object) -> dict[str, Sealed]:
    """Seal this as the record of a case that is locked; answers the rows for the caller's event.

    `columns` are further columns that change with it. What the record said before is lost unless `said` keeps it.
    The heading follows the main matter.
    """
    row = Case.objects.get(id=door.case_id)
    before = door.key.open(places.heading(row.id, row.version), row.heading)
    heading = before | {"issue": said["issues"][0] if said["issues"] else ""}
    version = row.version + 1
    now = places.heading(row.id, version), places.case_record(row.id, version)
    sealed = door.key.seal(now[0], heading), door.key.seal(now[1], said)
    Case.objects.filter(id=row.id).update(heading=sealed[0], record=sealed[1], version=version, **columns)
    return {place.name: found for place, found in zip(now, sealed, strict=True)}
