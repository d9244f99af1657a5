"""Store files beside rows: whole, or not at all."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import structlog
from django.core.files import File
from django.core.files.storage import Storage
from django.db.models.fields.files import FieldFile

log = structlog.get_logger(__name__)


def store(file: FieldFile, content: "File[bytes]") -> None:
    """Write the content to storage, under a name that the column's own rule makes.

    The name stands before the first byte is written, so that whoever undoes it finds what a full disk has cut short.
    """
    name = file.field.generate_filename(file.instance, "")
    file.name = name
    file.name = file.storage.save(name, content, max_length=file.field.max_length)


@contextmanager
def undone(*files: FieldFile) -> Iterator[None]:
    """Remove the stored files when the rows beside them could not be stored.

    Where even that fails, as on a disk that went read-only, the sweep removes them when they are old.
    """
    try:
        yield
    except BaseException:
        for file in files:
            undo(file)
        raise


def undo(file: FieldFile) -> None:
    if not file:
        return
    try:
        file.delete(save=False)
    except Exception:  # each storage has errors of its own; what is to be told is what came first
        log.exception("file_not_undone")


def remove(storage: Storage, names: Iterable[str]) -> None:
    """Remove stored files, each of them whatever becomes of the others. Raises the last error that there was."""
    failed: Exception | None = None
    for name in names:
        try:
            storage.delete(name)
        except Exception as error:  # noqa: BLE001  (raised below)
            failed = error
    if failed:
        raise failed
