"""An edition's page: its tables in the guide's order, a few at a time so that the page stays quick."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Count, TextField
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from salaries.admin import exchange, inlines
from salaries.admin.choices import Worded
from salaries.admin.guard import GuardedAdmin, ModelAdmin, is_published
from salaries.admin.opened import OpenedForm
from salaries.admin.publishing import clone_page, publish_page
from salaries.models import Edition, Publication

READ_ONLY = "This edition is published, so its figures are read-only. Clone it into a draft to correct it."


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
class EditionAdmin(Worded, GuardedAdmin):
    """Editions are loaded or cloned; here drafts are written, read on the site, and published."""

    form = OpenedForm
    change_form_template = "admin/salaries/edition/change_form.html"
    list_display = ("name", "standing", "effective", "first_published", "publications", "changed")
    list_filter = ("state",)
    readonly_fields = ("standing", "published_at")
    formfield_overrides: ClassVar[Any] = {TextField: {"widget": Textarea(attrs={"rows": 2, "cols": 80})}}

    class Media:
        css: ClassVar[Any] = {"all": ["css/guide-forms.css"]}

    def get_queryset(self, request: HttpRequest) -> Any:
        counted = super().get_queryset(request).annotate(published_times=Count("publications"))
        return counted.select_related("planned")

    @admin.display(ordering="state")
    def standing(self, edition: Edition) -> str:
        """Current, published, draft; and for when it is planned."""
        stands = "Current" if edition.is_current else edition.get_state_display()
        planned = getattr(edition, "planned", None)
        if planned is None:
            return stands
        return f"{stands}, {'not published' if planned.refused else 'to be published'} {planned.at:%Y-%m-%d %H:%M} UTC"

    @admin.display(ordering="published_at")
    def first_published(self, edition: Edition) -> str:
        return f"{edition.published_at:%Y-%m-%d}" if edition.published_at else ""

    @admin.display(ordering="changed_at", description="Last change (UTC)")
    def changed(self, edition: Edition) -> str:
        return f"{edition.changed_at:%Y-%m-%d %H:%M}"

    @admin.display(ordering="published_times")
    def publications(self, edition: Any) -> int:
        """How often it became current."""
        return int(edition.published_times)

    def get_urls(self) -> list[Any]:
        own = [
            path("<int:key>/clone/", self.admin_site.admin_view(self.clone_view), name="salaries_edition_clone"),
            path("<int:key>/publish/", self.admin_site.admin_view(self.publish_view), name="salaries_edition_publish"),
        ]
        return [*own, *exchange.addresses(self.admin_site), *super().get_urls()]

    def clone_view(self, request: HttpRequest, key: int) -> HttpResponse:
        return clone_page(request, key, self._around(request))

    def publish_view(self, request: HttpRequest, key: int) -> HttpResponse:
        return publish_page(request, key, self._around(request))

    def _around(self, request: HttpRequest) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "opts": self.opts}

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> HttpResponse:
        rights = {f"may_{right}": request.user.has_perm(f"salaries.{right}_edition") for right in ("add", "publish")}
        context.update(rights, show_save_and_add_another=False)
        return super().render_change_form(request, context, *args, **options)

    def get_inlines(self, request: HttpRequest, _obj: Any) -> Any:
        return part_of(request).inlines

    def edition_of(self, row: Any) -> Edition:
        edition: Edition = row
        return edition

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        stands = ("standing", "published_at")
        published = is_published(obj)
        why = () if published else ("change_reason", "opened")
        description = format_html("<p>{}</p><p>{}</p>", READ_ONLY if published else "", _links(part_of(request)))
        fields = (stands, ("name", "effective"), "title", "note", *why)
        return ((None, {"fields": fields, "description": description}),)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        response = super().response_change(request, obj)
        stays = isinstance(response, HttpResponseRedirect) and response.url == request.path
        return HttpResponseRedirect(request.get_full_path()) if stays else response

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def delete_model(self, _request: HttpRequest, obj: Any) -> None:
        obj.delete()


@admin.register(Publication)
class PublicationAdmin(ModelAdmin):
    """The log of publications, to read."""

    list_display = ("edition", "at", "by", "note")
    list_select_related = ("edition", "by")
    list_filter = ("edition",)

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False


def _links(shown: Part) -> SafeString:
    """Return the parts of the edition, the one shown in bold, the others as links."""
    links = [
        format_html("<strong>{}</strong>", part.name)
        if part == shown
        else format_html('<a href="?part={}">{}</a>', part.slug, part.name)
        for part in PARTS
    ]
    return format_html("Tables: {}", format_html_join(" · ", "{}", ((link,) for link in links)))
