"""The uploaded file between its preview and its import: in the editor's own session, one at a time, for an hour."""

import secrets
from datetime import datetime, timedelta
from typing import Any

import msgspec

from salaries.exchange.files import Sheet
from salaries.exchange.importing import Upload

KEY = "upload_of_table"
KEPT_FOR = timedelta(hours=1)


class Kept(msgspec.Struct, frozen=True):
    """A file that was read: into which edition and table, under which name, since when."""

    token: str
    edition: int
    table: str
    name: str
    whole: bool
    at: datetime
    sheet: Sheet

    @property
    def upload(self) -> Upload:
        """The file as importing takes it."""
        return Upload(self.table, self.sheet, self.whole)


def keep(session: Any, edition: int, upload: Upload, *, name: str, now: datetime) -> Kept:
    """Keep a file in place of the one kept before."""
    token = secrets.token_urlsafe(12)
    kept = Kept(token, edition, upload.table, name, upload.whole, now, upload.sheet)
    session[KEY] = msgspec.to_builtins(kept)
    return kept


def kept(session: Any, token: str, now: datetime) -> Kept | None:
    """Return the file of a preview, None where it is gone: imported, given up, replaced or too old."""
    if KEY not in session:
        return None
    found = msgspec.convert(session[KEY], Kept)
    if now - found.at > KEPT_FOR:
        forget(session)
        return None
    return found if found.token == token else None


def forget(session: Any) -> None:
    """Let go of the file."""
    session.pop(KEY, None)
