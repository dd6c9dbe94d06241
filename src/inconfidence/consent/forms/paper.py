"""A signed form as a document of the case."""

from datetime import date

from inconfidence.cases.actions import UploadDetails


def paper(file: object, day: date | None) -> UploadDetails | None:
    """A signed form as a document of the case."""
    read = getattr(file, "read", None)
    if read is None:
        return None
    return UploadDetails(data=read(), title="Signed form", document_type="consent_form", happened_on=day)
