"""An edition's page: its tables in the guide's order, a few at a time so that the page stays quick."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import TextField
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from salaries.admin import inlines
from salaries.admin.guard import GuardedAdmin
from salaries.models import Edition

LIVE = "This edition is published and estimates cite it: what you save shows on all pages at once."


@dataclass(frozen=True, slots=True)
class Part:
    """Tables that are edited together, and the word for them in the page's address."""

    slug: str
    name: str
    inlines: tuple[Any, ...]


PARTS = (
    Part("percentiles", "Percentiles and tiers", (inlines.OccupationInline, inlines.TierInline)),
    Part("places", "States and metros", (inlines.StateInline, inlines.MetroInline)),
    Part("specializations", "Specializations", (inlines.SpecializationInline,)),
    Part("compensation", "Total compensation, benefits, growth", (inlines.FigureInline,)),
    Part("career", "Career ladder", (inlines.RungInline,)),
    Part(
        "texts",
        "Takeaways, negotiation, questions, skills",
        (
            inlines.TakeawayInline,
            inlines.NegotiationPointInline,
            inlines.QuestionInline,
            inlines.PayingSkillInline,
            inlines.DisagreementInline,
        ),
    ),
    Part("method", "Method", (inlines.ParameterInline,)),
)


def part_of(request: HttpRequest) -> Part:
    """Return the part that the address asks for, the first where it asks for none."""
    return next((part for part in PARTS if part.slug == request.GET.get("part")), PARTS[0])


@admin.register(Edition)
class EditionAdmin(GuardedAdmin):
    """Editions come from `manage.py load_guide`; here their figures are read and corrected."""

    list_display = ("name", "title", "state", "is_current", "effective", "published_at")
    list_filter = ("state", "is_current")
    readonly_fields = ("state", "is_current", "published_at")
    formfield_overrides: ClassVar[Any] = {TextField: {"widget": Textarea(attrs={"rows": 2, "cols": 80})}}

    def get_inlines(self, request: HttpRequest, _obj: Any) -> Any:
        return part_of(request).inlines

    def edition_of(self, row: Any) -> Edition:
        edition: Edition = row
        return edition

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        state = ("state", "is_current", "published_at")
        live = LIVE if obj and obj.is_current else ""
        description = format_html("<p>{}</p><p>{}</p>", live, _links(part_of(request)))
        return ((None, {"fields": (state, ("name", "effective"), "title", "note"), "description": description}),)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        response = super().response_change(request, obj)
        stays = isinstance(response, HttpResponseRedirect) and response.url == request.path
        return HttpResponseRedirect(request.get_full_path()) if stays else response

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(obj and obj.state == Edition.State.DRAFT) and super().has_delete_permission(request, obj)

    def delete_model(self, _request: HttpRequest, obj: Any) -> None:
        obj.delete()


def _links(shown: Part) -> SafeString:
    """Return the parts of the edition, the one shown in bold, the others as links."""
    links = [
        format_html("<strong>{}</strong>", part.name)
        if part == shown
        else format_html('<a href="?part={}">{}</a>', part.slug, part.name)
        for part in PARTS
    ]
    return format_html("Tables: {}", format_html_join(" · ", "{}", ((link,) for link in links)))
