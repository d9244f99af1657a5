"""Two editors cannot overwrite each other unseen: a form is refused where somebody has saved since it was opened."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import CharField, HiddenInput, ModelForm, TextInput
from django.utils import timezone

from salaries.editions import TABLES
from salaries.models import Edition

MOST_TOLD = 10
"""Changes that a refusal names one by one."""

UNREAD = "This form does not say when it was opened. Open the page again and repeat your change."
CHANGED = "Nothing was saved: this edition was changed after you opened the form. Open the page again to go on."
BY_NO_FORM = "It was changed by a load or an import."


class OpenedForm(ModelForm):  # type: ignore[type-arg]
    """A form that knows the edition's revision at which it was opened, and asks why something is changed."""

    opened = CharField(widget=HiddenInput, required=False)
    change_reason = CharField(
        label="Reason",
        required=False,
        widget=TextInput(attrs={"size": 80}),
        help_text="Why you change it; the history keeps it beside every figure that you save now.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if edition := self._edition():
            self.fields["opened"].initial = mark(edition)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if edition := self._edition():
            refuse_stale(values.get("opened", ""), edition.pk)
        return values

    def _edition(self) -> Edition | None:
        row = self.instance
        if row.pk is None:
            return None
        edition: Edition = row if isinstance(row, Edition) else row.edition
        return edition


def mark(edition: Edition) -> str:
    """Return what a form carries: the revision, and when it was saved."""
    return f"{edition.revision} {edition.changed_at.isoformat()}"


def refuse_stale(opened: str, key: int) -> None:
    """Raise `ValidationError` with who saved what since then; otherwise hold the edition for this transaction."""
    edition = Edition.objects.select_for_update().get(pk=key)
    revision, _, moment = opened.partition(" ")
    if not moment:
        raise ValidationError(UNREAD)
    if revision != str(edition.revision):
        since = datetime.fromisoformat(moment)
        found = list(islice(saved_since(edition, since), MOST_TOLD + 1))
        more = ["And more; the history has all of it."] if len(found) > MOST_TOLD else []
        raise ValidationError([CHANGED, *(found[:MOST_TOLD] or [BY_NO_FORM]), *more])


def saved_since(edition: Edition, since: datetime) -> Iterator[str]:
    """Yield who saved what of an edition after a moment, by table."""
    models: list[Any] = [Edition, *(model for _, model in TABLES.values())]
    for model in models:
        own = {"id": edition.pk} if model is Edition else {"edition_id": edition.pk}
        records = model.history.filter(history_date__gt=since, **own).select_related("history_user")
        for record in records.order_by("history_date"):
            yield f"{who(record)}: {model._meta.verbose_name} {record.instance} {what(record)}"


def who(record: Any) -> str:
    """Return who wrote a record of the history, and when."""
    moment = timezone.localtime(record.history_date)
    return f"{record.history_user or 'Somebody without an account'}, {moment:%H:%M} UTC"


def what(record: Any) -> str:
    """Return what a record of the history changed, field by field."""
    before = record.prev_record if record.history_type == "~" else None
    if before is None:
        return {"+": "added", "-": "deleted"}.get(record.history_type, "changed")
    changes = record.diff_against(before).changes
    return ", ".join(f"{one.field} {one.old} to {one.new}" for one in changes) or "saved unchanged"
