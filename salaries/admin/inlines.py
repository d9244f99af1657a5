"""The tables of an edition as they stand on its page."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import TextField
from django.forms import BaseInlineFormSet, Textarea
from django.http import HttpRequest

from salaries import models
from salaries.admin.choices import OwnEditionChoices, key_in_address
from salaries.admin.columns import NOTHING, index_of, ranked
from salaries.admin.guard import DraftsOnly, is_published
from salaries.admin.tiers import TierFormSet

if TYPE_CHECKING:
    Tabular = admin.TabularInline[Any, Any]
    Stacked = admin.StackedInline[Any, Any]
else:
    Tabular = admin.TabularInline
    Stacked = admin.StackedInline


class RowInline(DraftsOnly, OwnEditionChoices):
    """A table of the edition; source and order come last, since they seldom change."""

    extra = 0
    show_change_link = True
    formfield_overrides: ClassVar[Any] = {TextField: {"widget": Textarea(attrs={"rows": 3, "cols": 80})}}

    class Media:
        css: ClassVar[Any] = {"all": ["css/guide-forms.css"]}

    def edition_pk(self, request: HttpRequest) -> Any:
        return key_in_address(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_published(obj) and super().has_add_permission(request, obj)  # type: ignore[call-arg]

    def get_queryset(self, request: HttpRequest) -> Any:
        # To read, every row prints its source: all with the rows, not one by one.
        related = [field.name for field in self.model._meta.fields if field.is_relation and field.name != "edition"]
        return super().get_queryset(request).select_related(*related)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        last = ("source", "order")
        return [*(field for field in super().get_fields(request, obj) if field not in last), *last]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            # Four icons beside each of a hundred lists would hide the figures; sources have a page of their own.
            widget.can_add_related = widget.can_change_related = False
            widget.can_delete_related = widget.can_view_related = False
        return field


class Labelled(BaseInlineFormSet):  # type: ignore[type-arg]
    """A table whose cells bear their column's label, since its heading is all that names them to the eye."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for name, field in form.fields.items():
            label = f"{field.label or name}, {form.instance}" if form.instance.pk else str(field.label or name)
            widget = getattr(field.widget, "widget", field.widget)
            if not widget.is_hidden:
                widget.attrs["aria-label"] = label


class OccupationInline(RowInline, Stacked):
    model = models.Occupation
    fieldsets = (
        (None, {"fields": (("slug", "name", "soc"), "source", "words")}),
        ("Wages a year", {"fields": (("annual_p10", "annual_p25", "annual_p50", "annual_p75", "annual_p90"),)}),
        ("Wages an hour", {"fields": (("hourly_p10", "hourly_p25", "hourly_p50", "hourly_p75", "hourly_p90"),)}),
    )


class TierInline(RowInline, Stacked):
    model = models.Tier
    formset = TierFormSet
    fieldsets = (
        (None, {"fields": (("slug", "name", "printed"), ("floor", "ceiling"), ("low", "high"), "source")}),
        ("Finished PhD", {"fields": (("phd_low", "phd_high", "phd_source"),)}),
        ("Total compensation", {"fields": (("total_low", "total_high", "total_and_up", "total_source"),)}),
        ("As compared by the guide", {"fields": (("percentile_occupation", "percentile_low", "percentile_high"),)}),
        (None, {"fields": ("words",)}),
    )


class PlaceInline(RowInline, Tabular):
    """Places with their rank among the edition's, and against the nation."""

    formset = Labelled
    readonly_fields = ("rank", "nation_is_100")

    def get_queryset(self, request: HttpRequest) -> Any:
        return ranked(super().get_queryset(request))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        worked_out, last = self.readonly_fields, ("source", "order")
        own = [name for name in super().get_fields(request, obj) if name not in (*worked_out, *last)]
        return [*own, *worked_out, *last]

    @admin.display(description="Rank")
    def rank(self, row: Any) -> str:
        return str(getattr(row, "rank", NOTHING))

    @admin.display(description="Nation = 100")
    def nation_is_100(self, row: Any) -> str:
        return index_of(row)


class StateInline(PlaceInline):
    model = models.State


class MetroInline(PlaceInline):
    model = models.Metro


class SpecializationInline(RowInline, Stacked):
    model = models.Specialization
    fieldsets = (
        (None, {"fields": (("slug", "name", "rule"), "source", "words")}),
        ("Premium", {"fields": (("premium_low", "premium_high"),)}),
        ("Band", {"fields": (("band_low", "band_high", "band_and_up"),)}),
        ("Band by percentiles", {"fields": (("band_occupation", "band_percentile_low", "band_percentile_high"),)}),
        ("What the band is stated for", {"fields": (("stated_for", "may_pay_less", "order"),)}),
    )


class FigureInline(RowInline, Stacked):
    model = models.Figure
    fieldsets = (
        (None, {"fields": (("name", "slug", "part"), ("low", "high", "and_up", "unit"), "words", ("source", "order"))}),
    )


class NegotiationPointInline(RowInline, Stacked):
    model = models.NegotiationPoint


class RungInline(RowInline, Stacked):
    model = models.Rung
    fieldsets = (
        (None, {"fields": (("name", "slug", "track"), ("low", "high", "and_up", "is_base"), "words")}),
        (None, {"fields": (("source", "order"),)}),
    )


class TakeawayInline(RowInline, Stacked):
    model = models.Takeaway


class QuestionInline(RowInline, Stacked):
    model = models.Question


class PayingSkillInline(RowInline, Tabular):
    model = models.PayingSkill
    formset = Labelled


class DisagreementInline(RowInline, Stacked):
    model = models.Disagreement


class ParameterInline(RowInline, Stacked):
    model = models.Parameter
    fieldsets = ((None, {"fields": (("name", "slug"), ("value", "unit"), "words", ("source", "order"))}),)
