"""Each table on its own: to search, to filter, to compare editions."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Prefetch
from django.http import HttpRequest

from salaries import models
from salaries.admin.choices import OwnEditionChoices, key_in_address
from salaries.admin.columns import beside_generalist, hours, index_of, ranked, standing, width
from salaries.admin.filters import EditionFilter, titled
from salaries.admin.guard import GuardedAdmin, is_published
from salaries.admin.opened import OpenedForm
from salaries.admin.tiers import READ, refuse
from salaries.contents.prose import money, span
from salaries.estimation.guide import DATA_SCIENTISTS

BY_SECTION = ("source__section", titled("section of the guide"))


class RowAdmin(OwnEditionChoices, GuardedAdmin):
    """A table's rows, drafts' first, then the current edition's; those of drafts can be changed."""

    form = OpenedForm
    list_filter: ClassVar[Any] = (EditionFilter, BY_SECTION)
    list_select_related: ClassVar[Any] = ("edition", "source")
    search_fields: ClassVar[Any] = ("slug", "name", "words")
    search_help_text = "By slug, name and text"

    class Media:
        css: ClassVar[Any] = {"all": ["css/guide-forms.css"]}

    def edition_pk(self, request: HttpRequest) -> Any:
        row = self.model.objects.filter(pk=key_in_address(request)).first()
        return row.edition_id if row else None

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(*self.list_select_related)

    def get_ordering(self, _request: HttpRequest) -> Any:
        """Return drafts, then the current edition, then older ones; each in its table's order."""
        return ("edition__state", "-edition__is_current", "-edition__effective", "edition", *self.model._meta.ordering)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the columns, the reason last; a row to read has none."""
        own = [name for name in super().get_fields(request, obj) if name not in ("opened", "change_reason")]
        return own if is_published(obj) else [*own, "change_reason", "opened"]

    def get_readonly_fields(self, _request: HttpRequest, obj: Any = None) -> Any:
        return ("edition",) if obj else ()


@admin.register(models.Source)
class SourceAdmin(RowAdmin):
    """Sources; one that figures name cannot be removed."""

    list_display = ("section", "edition", "reference", "origin")
    list_filter = (EditionFilter, "origin", "section")
    list_select_related = ("edition",)
    search_fields = ("slug", "section", "reference")
    search_help_text = "By slug, section and reference"


@admin.register(models.Occupation)
class OccupationAdmin(RowAdmin):
    list_display = ("name", "edition", "soc", "median_a_year", "median_an_hour", "hours_a_year", "source")
    search_fields = ("slug", "name", "soc", "words")

    @admin.display(ordering="annual_p50", description="Median, US dollars a year")
    def median_a_year(self, row: models.Occupation) -> str:
        return money(row.annual_p50)

    @admin.display(ordering="hourly_p50", description="Median, US dollars an hour")
    def median_an_hour(self, row: models.Occupation) -> str:
        return f"${row.hourly_p50:,.2f}"

    @admin.display(description="Hours that the medians imply")
    def hours_a_year(self, row: models.Occupation) -> str:
        return hours(row)


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
    list_display = ("name", "edition", "years", "base", "wide", "stands", "total", "source")
    list_filter = (EditionFilter, ("percentile_occupation__name", titled("compared with")), BY_SECTION)

    def get_queryset(self, request: HttpRequest) -> Any:
        measures = models.Occupation.objects.filter(slug=DATA_SCIENTISTS)
        return super().get_queryset(request).prefetch_related(Prefetch("edition__occupations", measures, "measures"))

    @admin.display(ordering="floor", description="Relevant years")
    def years(self, row: models.Tier) -> str:
        return span(row.floor, row.ceiling, and_up=row.ceiling is None, unit="years")

    @admin.display(ordering="low", description="Base, US dollars a year")
    def base(self, row: models.Tier) -> str:
        return span(row.low, row.high)

    @admin.display(description="Width of the range")
    def wide(self, row: models.Tier) -> str:
        return width(row.low, row.high)

    @admin.display(description="Percentiles among data scientists")
    def stands(self, row: Any) -> str:
        return standing(row.low, row.high, next(iter(row.edition.measures), None))

    @admin.display(ordering="total_low", description="Total, US dollars a year")
    def total(self, row: models.Tier) -> str:
        return "" if row.total_low is None else span(row.total_low, row.total_high, row.total_and_up)


@admin.register(models.State, models.Metro)
class PlaceAdmin(RowAdmin):
    list_display = ("name", "edition", "slug", "mean_a_year", "rank", "nation_is_100", "source")
    search_fields = ("name", "slug")
    search_help_text = "By name and slug"

    def get_queryset(self, request: HttpRequest) -> Any:
        return ranked(super().get_queryset(request))

    @admin.display(ordering="mean", description="Annual mean, US dollars a year")
    def mean_a_year(self, row: models.State | models.Metro) -> str:
        return money(row.mean)

    @admin.display(ordering="-mean", description="Rank in its edition")
    def rank(self, row: Any) -> int:
        return int(row.rank)

    @admin.display(description="Nation = 100")
    def nation_is_100(self, row: Any) -> str:
        return index_of(row)


@admin.register(models.Specialization)
class SpecializationAdmin(RowAdmin):
    list_display = ("name", "edition", "rule", "premium", "band_a_year", "more_than_generalist", "source")
    list_filter = (EditionFilter, "rule", ("band_occupation__name", titled("band of the occupation")), BY_SECTION)
    list_select_related = ("edition", "source", "stated_for", "band_occupation")

    @admin.display(ordering="premium_low", description="Premium, percent")
    def premium(self, row: models.Specialization) -> str:
        return "" if row.premium_low is None else span(row.premium_low, row.premium_high, unit="percent")

    @admin.display(ordering="band_low", description="Band, US dollars a year")
    def band_a_year(self, row: models.Specialization) -> str:
        return "" if row.band_low is None else span(row.band_low, row.band_high, row.band_and_up)

    @admin.display(description="More than the generalist's middle, percent")
    def more_than_generalist(self, row: models.Specialization) -> str:
        return beside_generalist(row)


@admin.register(models.Figure)
class FigureAdmin(RowAdmin):
    list_display = ("name", "edition", "part", "figure", "unit", "source")
    list_filter = (EditionFilter, "part", "unit", BY_SECTION)

    @admin.display(ordering="low")
    def figure(self, row: models.Figure) -> str:
        return span(row.low, row.high, row.and_up, row.unit)


@admin.register(models.Rung)
class RungAdmin(RowAdmin):
    list_display = ("name", "edition", "track", "range_a_year", "wide", "is_base", "source")
    list_filter = (EditionFilter, "track", "is_base", BY_SECTION)

    @admin.display(ordering="low", description="US dollars a year")
    def range_a_year(self, row: models.Rung) -> str:
        return span(row.low, row.high, row.and_up)

    @admin.display(description="Width of the range")
    def wide(self, row: models.Rung) -> str:
        return width(row.low, row.high)


@admin.register(models.Parameter)
class ParameterAdmin(RowAdmin):
    list_display = ("name", "edition", "value", "unit", "words", "source")
    list_filter = (EditionFilter, "unit", BY_SECTION)


@admin.register(models.Takeaway, models.Disagreement)
class TextAdmin(RowAdmin):
    list_display = ("slug", "edition", "words", "source")
    search_fields = ("slug", "words")
    search_help_text = "By slug and text"


@admin.register(models.NegotiationPoint)
class NegotiationPointAdmin(RowAdmin):
    list_display = ("title", "edition", "words", "source")
    search_fields = ("slug", "title", "words")


@admin.register(models.Question)
class QuestionAdmin(RowAdmin):
    list_display = ("question", "edition", "answer", "source")
    search_fields = ("slug", "question", "answer")
    search_help_text = "By slug, question and answer"


@admin.register(models.PayingSkill)
class PayingSkillAdmin(RowAdmin):
    list_display = ("name", "edition", "words", "source")
