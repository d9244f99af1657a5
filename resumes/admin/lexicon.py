"""The skills and employers that are looked for, as staff change them."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from simple_history.admin import SimpleHistoryAdmin  # type: ignore[import-untyped]

from resumes.admin import whole_lexicon
from resumes.admin.trying import TrialForm, TryingAdmin, answered
from resumes.extraction.lexicons import load
from resumes.extraction.skill_lexicon import by_name
from resumes.lexicon import spellings, stored
from resumes.lexicon.rows import SPEAKS, EmployerEntry, Rule, SkillEntry

PRINTED = (
    "How resumes print it. Spaces, hyphens, plurals and versions need no entries of their own: “Quill-DB”, "
    "“Quill DBs” and “QuillDB 3” are found with “QuillDB”."
)
WEIGHTS = (
    "From 0 (nothing) to 1 (nobody else has it): what it says for each specialization, by which the range is chosen. "
    "From 0.8 on for LLM and GenAI, it shows LLM work in a job, which raises the range."
)
COUNTS = (
    "The kind decides which total compensation (salary, bonus, equity) a resume shows first for people who work there "
    "now. The salary range itself does not depend on it."
)
DOUBTFUL = "{names}: so short that it is likely to be found where something else is meant. Try it on some texts."


class LexiconAdmin(SimpleHistoryAdmin, TryingAdmin):  # type: ignore[misc]  # the history's admin has no types
    """What both tables share: the list of everything that is looked for, and a page to try texts on."""

    change_list_template = "admin/resumes/lexicon/change_list.html"
    object_history_list_template = "admin/resumes/lexicon/history.html"
    save_on_top = False
    list_per_page = 50
    everything: Callable[[HttpRequest], dict[str, Any]]

    def get_urls(self) -> list[Any]:
        name = f"resumes_{self.opts.model_name}"
        own = [
            path("all/", self.admin_site.admin_view(self.all_view), name=f"{name}_all"),
            path("try/", self.admin_site.admin_view(self.try_view), name=f"{name}_try"),
        ]
        return [*own, *super().get_urls()]

    def all_view(self, request: HttpRequest) -> HttpResponse:
        """Show every entry, the files' and ours."""
        return self._page(request, "all.html", type(self).everything(request))

    def try_view(self, request: HttpRequest) -> HttpResponse:
        """Show what is found in a text now."""
        context: dict[str, Any] = {"trial_form": TrialForm(initial={"try_as": self.usual_frame}), "alone": True}
        if request.method == "POST":
            self._admit(request)
            context |= answered(TrialForm(request.POST), stored.amendments())
        return self._page(request, "try.html", {"title": "Try a text", **context})

    def _page(self, request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        self._admit(request)
        around = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        around["may_add"] = self.has_add_permission(request)
        return TemplateResponse(request, f"admin/resumes/lexicon/{template}", around)

    def _admit(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied


@admin.register(SkillEntry)
class SkillEntryAdmin(LexiconAdmin):
    """Skills that staff add, change or have found no more."""

    everything = staticmethod(whole_lexicon.page_of_skills)
    list_display = ("name", "category", "printed", "in_use", "changed_at")
    list_filter = ("category", "in_use", "broad")
    search_fields = ("name", "aliases", "cased", "listed")
    fieldsets = (
        (None, {"fields": ("name", "category", "rule", "in_use")}),
        ("How it is printed", {"fields": ("aliases", "cased", "listed", "kept", "broad"), "description": PRINTED}),
        ("What it speaks for", {"fields": (SPEAKS[:3], SPEAKS[3:]), "description": WEIGHTS}),
        (None, {"fields": ("change_reason", "opened")}),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name in ("aliases", "cased", "listed", "kept"):
            options["widget"] = Textarea(attrs={"rows": 3, "cols": 60})
        return super().formfield_for_dbfield(db_field, request, **options)

    @admin.display(description="Also printed as")
    def printed(self, entry: SkillEntry) -> str:
        """All spellings beside the name."""
        return "; ".join(spellings.lines("\n".join((entry.aliases, entry.cased, entry.listed))))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with what the files have."""
        base = by_name().get(request.GET.get("base", ""))
        return as_form(*base) if base else super().get_changeform_initial_data(request)

    def save_model(self, request: HttpRequest, obj: SkillEntry, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if obj.in_use and (short := spellings.doubtful(obj.row())):
            messages.warning(request, DOUBTFUL.format(names=spellings.quoted(short)))


def as_form(entry: Any, row: Any) -> dict[str, Any]:
    """Return an entry of the files as the form's first values."""
    rules = [rule for rule in (Rule.CASED, Rule.LISTED) if entry.name in row.get(rule, ())]
    spelled = {key: [text for text in row.get(key, ()) if text != entry.name] for key in ("aliases", "cased", "listed")}
    weights = {one: entry.speaks.get(one.replace("_", "-"), 0) for one in SPEAKS}
    return {
        "name": entry.name,
        "category": entry.category,
        "rule": rules[0] if rules else Rule.ANY,
        **{key: "\n".join(texts) for key, texts in spelled.items()},
        "kept": "\n".join(sorted(entry.names)),
        "broad": entry.broad,
        **weights,
    }


@admin.register(EmployerEntry)
class EmployerEntryAdmin(LexiconAdmin):
    """Employers that staff tell the kind of."""

    everything = staticmethod(whole_lexicon.page_of_employers)
    usual_frame = "employers"
    list_display = ("name", "kind", "printed", "in_use", "changed_at")
    list_filter = ("kind", "in_use")
    search_fields = ("name", "aliases")
    fieldsets = (
        (None, {"fields": ("name", "aliases", "kind", "in_use"), "description": COUNTS}),
        (None, {"fields": ("change_reason", "opened")}),
    )

    @admin.display(description="Also printed as")
    def printed(self, entry: EmployerEntry) -> str:
        """All names beside the first."""
        return "; ".join(spellings.lines(entry.aliases))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with what the files have."""
        name = request.GET.get("base", "")
        files = {kind: entry["names"] for kind, entry in load("employers").items() if kind != "endings"}
        found = next((kind for kind, names in files.items() if name in names), None)
        return {"name": name, "kind": found} if found else super().get_changeform_initial_data(request)
