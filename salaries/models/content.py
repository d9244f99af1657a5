"""What belongs to an edition: written while that is a draft, and every change of it counted.

Every way of Django's to write asks here whether the edition is published: `save`, `delete`, and the queryset's own in
bulk, of which `bulk_update` and related managers are made too. There are no triggers below that. SQLite's would be lost
without a word whenever a later migration alters a column, since Django then copies the table and drops the old one;
each database would need its own in another language; and whoever may write SQL may drop a trigger as well. What the
database holds by itself stands in each model's constraints: those survive such a copy.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from simple_history.models import HistoricalRecords  # type: ignore[import-untyped]

from salaries.models.edition import Edition


class ContentQuerySet(models.QuerySet[Any]):
    """Rows of editions; those of published ones refuse every change in bulk as they do one by one."""

    @transaction.atomic
    def update(self, **values: Any) -> int:
        """Change columns of all rows. Raises `PublishedEdition`."""
        editions = self._writable()
        if target := values.get("edition") or values.get("edition_id"):
            Edition.objects.filter(pk=getattr(target, "pk", target)).refuse_published()
        count = super().update(**values)
        editions.count_change()
        return count

    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete all rows. Raises `PublishedEdition`."""
        editions = self._writable()
        deleted = super().delete()
        editions.count_change()
        return deleted

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]

    @transaction.atomic
    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """Store new rows at once. Raises `PublishedEdition`."""
        rows = list(objs)
        editions = Edition.objects.filter(pk__in={row.edition_id for row in rows})
        editions.refuse_published()
        created = super().bulk_create(rows, *args, **options)
        editions.count_change()
        return created

    def _writable(self) -> Any:
        # The keys are read now: after the change the rows may no longer match the query.
        keys = list(self.order_by().values_list("edition", flat=True).distinct())
        editions = Edition.objects.filter(pk__in=keys)
        editions.refuse_published()
        return editions


class Content(models.Model):
    """A row that belongs to one edition."""

    edition_id: Any

    objects = ContentQuerySet.as_manager()
    history = HistoricalRecords(inherit=True)

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **options: Any) -> None:
        """Store the row and count the change. Raises `PublishedEdition`."""
        editions = self._writable()
        super().save(*args, **options)
        editions.count_change()

    @transaction.atomic
    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """Delete the row and count the change. Raises `PublishedEdition`."""
        editions = self._writable()
        deleted = super().delete(*args, **options)
        editions.count_change()
        return deleted

    def validate_constraints(self, exclude: Any = None) -> None:
        """Check against the edition's other rows also where a form shows the edition without asking for it."""
        unasked = set(exclude or ()) - ({"edition"} if self.edition_id else set())
        super().validate_constraints(exclude=unasked)

    def _writable(self) -> Any:
        editions = Edition.objects.filter(pk=self.edition_id)
        editions.refuse_published()
        return editions
