"""Take in an upload: check it, store file and row together, tell a worker."""

import unicodedata
from functools import partial
from pathlib import PurePosixPath

import structlog
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from resumes import measures
from resumes.models import Resume
from resumes.queueing import queue
from resumes.reading.errors import Empty, TooLarge
from resumes.reading.signature import format_of
from resumes.storing import store, undone

log = structlog.get_logger(__name__)

LONGEST_NAME = 120


@measures.upload()
def receive(*, data_file: "UploadedFile[bytes]", owner: str, is_sample: bool = False) -> Resume:
    """Accept an uploaded file for the browser session `owner` and return its row, queued.

    Raises a `ReadingError` (Empty, TooLarge, UnsupportedType, LegacyWord, Encrypted, Damaged) for what can be refused
    at a glance. File and row are stored together or not at all; a broker that is down does not matter.
    """
    check(data_file)
    resume = Resume(owner=owner, filename=clean_name(data_file.name), size=data_file.size or 0, is_sample=is_sample)
    with undone(resume.file):
        store(resume.file, data_file)  # outside the transaction, which holds up all who write
        with transaction.atomic(durable=True):
            resume.save(force_insert=True)
            transaction.on_commit(partial(queue, resume.pk))
    log.info("upload_accepted", resume=str(resume.pk), size=resume.size)
    return resume


def check(data_file: "UploadedFile[bytes]") -> None:
    """Refuse what size and signature already tell. Raises the `ReadingError` for it."""
    if not data_file.size:
        raise Empty
    if data_file.size > settings.RESUME_MAX_BYTES:
        raise TooLarge
    data_file.seek(0)
    format_of(data_file.read())
    data_file.seek(0)


def clean_name(name: str | None) -> str:
    """Return a file name fit to be shown: no folders, no control or direction characters, at most 120 characters."""
    last = PurePosixPath((name or "").replace("\\", "/")).name
    visible = "".join(c if unicodedata.category(c)[0] not in "CZ" else " " for c in last)
    words = " ".join(visible.split()) or "resume"
    stem, dot, suffix = words.rpartition(".")
    if len(words) <= LONGEST_NAME or not dot or len(suffix) > 8:
        return words[:LONGEST_NAME]
    return stem[: LONGEST_NAME - len(suffix) - 1] + dot + suffix
