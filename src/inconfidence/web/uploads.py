"""Files that are being sent: they stay in memory, outside our own heap, and never touch a disk in clear.

A file that is too large, one too many, or beyond what one sending may hold is let pass and thrown away as it comes;
the form then says so, with everything else that was typed still there.
"""

import io
import os
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

from inconfidence.quarantine.kinds import LARGEST_FILE, LARGEST_SENDING, MOST_FILES


class CameIn(UploadedFile):  # type: ignore[type-arg]  # generic only in its stubs
    """A file as it came in. `whole` is false when it was too much to be kept."""

    def __init__(self, file: Any, name: str, size: int, *, whole: bool) -> None:
        super().__init__(file, name, "application/octet-stream", size)
        self.whole = whole


class InMemory(FileUploadHandler):
    """Takes the pieces of each file into memory that no other program sees and no swap of ours names."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.files, self.sent = 0, 0

    def new_file(self, *args: Any, **words: Any) -> None:
        """A file begins. No other handler gets it."""
        super().new_file(*args, **words)
        self.files += 1
        self.size, self.whole = 0, self.files <= MOST_FILES
        self.kept = memory()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """A piece of the file: kept while there is room for it."""
        self.size += len(raw_data)
        self.sent += len(raw_data)
        if self.size > LARGEST_FILE or self.sent > LARGEST_SENDING:
            self.whole = False
            self.kept.truncate(0)
            self.kept.seek(0)
        if self.whole:
            self.kept.write(raw_data)

    def file_complete(self, file_size: int) -> CameIn:
        """The file has ended."""
        self.kept.seek(0)
        return CameIn(self.kept, self.file_name or "", file_size, whole=self.whole)


def memory() -> Any:
    """A file without a name and without a disk; where the machine has no such thing, bytes of our own."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("upload"), "w+b", buffering=0)
    return io.BytesIO()
