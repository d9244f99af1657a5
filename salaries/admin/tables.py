"""Each table on its own: to search, to filter, to compare editions."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from salaries import models
from salaries.admin.choices import OwnEditionChoices, key_in_address
from salaries.admin.guard import GuardedAdmin, is_published
from salaries.admin.opened import OpenedForm
from salaries.admin.tiers import READ, refuse
from salaries.contents.prose import money, span


class RowAdmin(OwnEditionChoices, GuardedAdmin):
    """A table's rows of all editions; those of drafts can be changed."""

    form = OpenedForm
    list_filter: ClassVar[Any] = ("edition", "source__section")
    list_select_related: ClassVar[Any] = ("edition", "source")
    search_fields: ClassVar[Any] = ("slug",)

    def edition_pk(self, request: HttpRequest) -> Any:
        row = self.model.objects.filter(pk=key_in_address(request)).first()
        return row.edition_id if row else None

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(*self.list_select_related)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the columns, the reason last; a row to read has none."""
        own = [name for name in super().get_fields(request, obj) if name not in ("opened", "change_reason")]
        return own if is_published(obj) else [*own, "change_reason", "opened"]

    def get_readonly_fields(self, _request: HttpRequest, obj: Any = None) -> Any:
        return ("edition",) if obj else ()


@admin.register(models.Source)
class SourceAdmin(RowAdmin):
    """Sources; one that figures name cannot be removed."""

    list_display = ("section", "reference", "origin", "edition")
    list_filter = ("edition", "origin")
    list_select_related = ("edition",)
    search_fields = ("section", "reference")


@admin.register(models.Occupation)
class OccupationAdmin(RowAdmin):
    list_display = ("name", "soc", "median_a_year", "median_an_hour", "source", "edition")

    @admin.display(ordering="annual_p50")
    def median_a_year(self, row: models.Occupation) -> str:
        return money(row.annual_p50)

    @admin.display(ordering="hourly_p50")
    def median_an_hour(self, row: models.Occupation) -> str:
        return f"${row.hourly_p50:,.2f}"


class TierForm(OpenedForm):
    """One tier, checked against the others of its edition."""

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not self.errors and self.instance.edition_id:
            others = models.Tier.objects.filter(edition=self.instance.edition_id).exclude(pk=self.instance.pk)
            refuse([*others.values(*READ), values])
        return values


@admin.register(models.Tier)
class TierAdmin(RowAdmin):
    """To move a floor that two tiers share, change both on the edition's page."""

    form = TierForm
    list_display = ("name", "floor", "ceiling", "base_a_year", "source", "edition")

    @admin.display(ordering="low")
    def base_a_year(self, row: models.Tier) -> str:
        return span(row.low, row.high)


@admin.register(models.State, models.Metro)
class PlaceAdmin(RowAdmin):
    list_display = ("name", "slug", "mean_a_year", "source", "edition")
    search_fields = ("name", "slug")

    @admin.display(ordering="mean")
    def mean_a_year(self, row: models.State | models.Metro) -> str:
        return money(row.mean)


@admin.register(models.Specialization)
class SpecializationAdmin(RowAdmin):
    list_display = ("name", "rule", "premium", "band_a_year", "source", "edition")
    list_filter = ("edition", "rule")

    @admin.display(ordering="premium_low")
    def premium(self, row: models.Specialization) -> str:
        return "" if row.premium_low is None else span(row.premium_low, row.premium_high, unit="percent")

    @admin.display(ordering="band_low")
    def band_a_year(self, row: models.Specialization) -> str:
        return "" if row.band_low is None else span(row.band_low, row.band_high, row.band_and_up)


@admin.register(models.Figure)
class FigureAdmin(RowAdmin):
    list_display = ("name", "part", "figure", "unit", "source", "edition")
    list_filter = ("edition", "part", "unit")
    search_fields = ("name", "slug", "words")

    @admin.display(ordering="low")
    def figure(self, row: models.Figure) -> str:
        return span(row.low, row.high, row.and_up, row.unit)


@admin.register(models.Rung)
class RungAdmin(RowAdmin):
    list_display = ("name", "track", "range_a_year", "is_base", "source", "edition")
    list_filter = ("edition", "track")

    @admin.display(ordering="low")
    def range_a_year(self, row: models.Rung) -> str:
        return span(row.low, row.high, row.and_up)


@admin.register(models.Parameter)
class ParameterAdmin(RowAdmin):
    list_display = ("name", "value", "unit", "words", "source", "edition")
    list_filter = ("edition", "unit")


@admin.register(models.Takeaway, models.NegotiationPoint, models.Question, models.PayingSkill, models.Disagreement)
class TextAdmin(RowAdmin):
    list_display = ("__str__", "source", "edition")
