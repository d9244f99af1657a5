"""The guide's tables as resources of django-import-export: rows by slug, never by a key of the database."""

from functools import cache
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model, QuerySet
from import_export import resources  # type: ignore[import-untyped]
from import_export.instance_loaders import CachedInstanceLoader  # type: ignore[import-untyped]

from salaries import editions
from salaries.exchange.columns import Column, Links, columns, field_of
from salaries.models import Edition

NEEDED = "A new row needs this column; the file does not have it."


class TableResource(resources.ModelResource):  # type: ignore[misc]
    """One table of one edition. What it saves keeps in the history who did it and why."""

    columns: tuple[Column, ...]

    def __init__(self, edition: Edition, by: User | None = None, why: str = "") -> None:
        super().__init__()
        self.edition = edition
        self.by = by
        self.why = why

    def get_queryset(self) -> "QuerySet[Any]":
        """Return the edition's rows in the guide's order."""
        model = self._meta.model
        linked = [field.name for field in model._meta.fields if isinstance(field, ForeignKey)]
        rows: QuerySet[Any] = model.objects.filter(edition=self.edition)
        return rows.select_related(*linked).order_by("order", "slug")

    def init_instance(self, _row: dict[str, str] | None = None) -> Any:
        """Return a new row of the edition."""
        return self._meta.model(edition=self.edition)

    def after_init_instance(self, _instance: Any, new: bool, row: dict[str, str], **_known: Any) -> None:
        """Refuse a new row that lacks columns. Raises `ValidationError`."""
        if missing := [one.name for one in self.columns if one.needed and one.name not in row] if new else []:
            raise ValidationError(dict.fromkeys(missing, NEEDED))

    def before_save_instance(self, instance: Any, _row: dict[str, str], **_known: Any) -> None:
        """Say who changes the row and why."""
        self.sign(instance)

    def sign(self, instance: Any) -> None:
        """Let the next record of the row's history say who and why."""
        instance._change_reason = self.why
        if self.by is not None:
            instance._history_user = self.by

    def links(self) -> Links:
        """Return the rows of the edition that rows of this table may name."""
        targets = {one.field.related_model for one in self.columns if isinstance(one.field, ForeignKey)}
        return {model: self._by_slug(model) for model in targets}

    def _by_slug(self, model: Any) -> dict[str, Model]:
        return {row.slug: row for row in model.objects.filter(edition=self.edition)}


@cache
def resource_of(table: str) -> type[Any]:
    """Return the resource of a table, by the table's name in `salaries.editions.TABLES`."""
    _, model = editions.TABLES[table]
    held = columns(table)
    names = tuple(one.name for one in held)
    options = {
        "fields": names,
        "import_order": names,
        "export_order": names,
        "import_id_fields": ("slug",),
        "instance_loader_class": CachedInstanceLoader,
        "clean_model_instances": True,
        "skip_unchanged": True,
        "report_skipped": True,
        "skip_html_diff": True,
        "store_instance": True,
    }
    made: type[Any] = resources.modelresource_factory(
        model, TableResource, meta_options=options, custom_fields={one.name: field_of(one) for one in held}
    )
    made.columns = held
    return made
