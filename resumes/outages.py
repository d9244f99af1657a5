"""Which errors pass by themselves, or by more room: those of the database, the disk and the object storage.

What failed so has stored nothing: rows and files are written together or not at all.
"""

import errno
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError

RETRY_SECONDS = 30
FAILING_DISK = frozenset(
    (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ESTALE, errno.EMFILE, errno.ENFILE, errno.ENOMEM)
)
STORAGE_CLIENT = "botocore."
"""Errors of object storage, whose client need not be installed."""


def passes(error: BaseException | None) -> bool:
    """Return whether an error, or what it was raised from, is of the kind that goes by itself or by more room."""
    return any(of_storage(one) for one in behind(error))


def behind(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what it was raised from."""
    while error is not None:
        yield error
        error = error.__cause__


def of_storage(error: BaseException) -> bool:
    """Return whether the database, the disk or the object storage failed."""
    if isinstance(error, OSError) and error.errno in FAILING_DISK:
        return True
    return isinstance(error, OperationalError | InterfaceError) or type(error).__module__.startswith(STORAGE_CLIENT)
