"""Two editors cannot overwrite each other's entry unseen: a form is refused where somebody has saved it meanwhile."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from salaries.admin.opened import UNREAD, what, who

CHANGED = "Nothing was saved: this entry was changed after you opened the form. Open the page again to go on."


def mark(entry: Any) -> str:
    """Return what a form carries: when the entry was saved last; nothing for a new one."""
    return entry.changed_at.isoformat() if entry.pk else ""


def refuse_stale(opened: str, entry: Any) -> None:
    """Raise `ValidationError` with who saved what since then; otherwise hold the entry for this transaction."""
    kept = type(entry).objects.select_for_update().get(pk=entry.pk)
    if not opened:
        raise ValidationError(UNREAD)
    if mark(kept) != opened:
        raise ValidationError([CHANGED, *_saved_since(kept, opened)])


def _saved_since(entry: Any, opened: str) -> list[str]:
    """Return who saved what. A record is written a moment after its row, so the one of `opened` itself is left out."""
    since = datetime.fromisoformat(opened)
    records = entry.history.filter(changed_at__gt=since).select_related("history_user").order_by("history_date")
    return [f"{who(record)}: {what(record)}" for record in records]
