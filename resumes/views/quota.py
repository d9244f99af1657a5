"""Nothing beyond the size limit of a resume is kept, in memory or on disk, while an upload still streams in.

It stands first among the settings' upload handlers, so that forms that expect no file have it too.
"""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from resumes import measures
from resumes.reading.errors import TooLarge


class SizeLimit(FileUploadHandler):
    """Stands before the handlers that store, counts what passes, and cuts an upload that is over the limit.

    What is left of the request is read and dropped, so that the visitor gets an answer, not a broken connection; but
    nobody sends a resume of so many times the limit, and of that nothing more is read.
    """

    DROPPED = 5
    """How many times the limit is read and dropped at most."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.passed = 0
        self.cut = False
        self.length = 0

    def handle_raw_input(self, *told: Any, **_: Any) -> None:
        """Note how long the request says it is: Django tells it third, behind the body and the headers."""
        self.length = int(told[2])

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002  (Django names them)
        """Pass a chunk on while the limit holds."""
        self.passed += len(raw_data)
        if self.passed > settings.RESUME_MAX_BYTES:
            self.cut = True
            measures.refused(TooLarge.code)
            raise StopUpload(connection_reset=self.length > self.DROPPED * settings.RESUME_MAX_BYTES)
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":  # noqa: ARG002
        """Leave the file to the handlers behind."""
        return None


def was_cut(request: HttpRequest) -> bool:
    """Return whether this request's upload was over the limit. The body has to be read before."""
    return any(isinstance(handler, SizeLimit) and handler.cut for handler in request.upload_handlers)
