"""Tables of an edition as files: to take out of any edition, and to bring into a draft after seeing what changes."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone

from salaries import editions
from salaries.admin import exchange_kept
from salaries.admin.exchange_kept import Kept
from salaries.admin.opened import mark, refuse_stale
from salaries.exchange.columns import columns
from salaries.exchange.exporting import FORMATS, exported
from salaries.exchange.files import LARGEST, Unreadable, read
from salaries.exchange.importing import Refused, Upload, apply, check_columns, preview
from salaries.models import Edition, PublishedEdition

FIRST_SHOWN = 40
"""Changed rows that are shown at once; the rest folds away."""

GONE = "This file is no longer here: it was imported or given up, or an hour has passed. Upload it again."
REFUSED = "Nothing was imported: the file has faults. They are listed below."


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the list: its name in addresses, what it is called, how many rows it has."""

    slug: str
    name: str
    rows: int


class UploadForm(forms.Form):
    """A table's file."""

    file = forms.FileField(
        label="File",
        help_text=f"XLSX (its first sheet) or CSV in UTF-8 with commas, at most {LARGEST // 1_000_000} MB. The first "
        "row names the columns.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )
    whole = forms.BooleanField(
        label="This file is the whole table: remove the rows that it lacks",
        required=False,
    )

    def __init__(self, *args: Any, table: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.table = table

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if uploaded := values.get("file"):
            try:
                # One byte more than allowed is enough to refuse a file.
                values["sheet"] = read(uploaded.read(LARGEST + 1))
                check_columns(self.table, values["sheet"])
            except Unreadable as error:
                self.add_error("file", str(error))
        return values


class ImportForm(forms.Form):
    """Why a file is imported, and what was seen before."""

    opened = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Reason",
        max_length=500,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text="Why these rows change; the history keeps it beside every one of them.",
    )


def addresses(site: admin.AdminSite) -> list[Any]:
    """Return the addresses of these pages, under those of editions."""
    pages: list[tuple[str, Any, str]] = [
        ("tables/", partial(tables_page, site=site), "tables"),
        ("tables/<slug:table>.<slug:ending>", export_file, "export"),
        ("tables/<slug:table>/import/", partial(import_page, site=site), "import"),
        ("tables/<slug:table>/import/<str:token>/", partial(preview_page, site=site), "preview"),
    ]
    return [
        path(f"<int:key>/{route}", site.admin_view(view), name=f"salaries_edition_{name}")
        for route, view, name in pages
    ]


def tables_page(request: HttpRequest, key: int, site: admin.AdminSite) -> HttpResponse:
    """List the tables of an edition with what can be done with each."""
    edition = _edition(request, key, "view")
    tables = [_table(edition, slug) for slug in editions.TABLES]
    values = {"tables": tables, "endings": FORMATS, "may_import": _may_import(request, edition)}
    return _page(request, site, edition, "tables", f"Tables of edition {edition.name}", values)


def export_file(request: HttpRequest, key: int, table: str, ending: str) -> HttpResponse:
    """Send a table as a file."""
    edition = _edition(request, key, "view")
    if table not in editions.TABLES or ending not in FORMATS:
        raise Http404("no such table or format")
    response = HttpResponse(exported(edition, table, ending), content_type=FORMATS[ending])
    response["Content-Disposition"] = f'attachment; filename="{edition.name}-{table}.{ending}"'
    return response


def import_page(request: HttpRequest, key: int, table: str, site: admin.AdminSite) -> HttpResponse:
    """Ask for a file; keep it, and go on to what it would change."""
    edition = _edition(request, key, "change")
    if table not in editions.TABLES:
        raise Http404("no such table")
    if edition.is_published:
        return _read_only(request, edition)
    form = UploadForm(request.POST or None, request.FILES or None, table=table)
    if request.method == "POST" and form.is_valid():
        upload = Upload(table, form.cleaned_data["sheet"], form.cleaned_data["whole"])
        name = form.cleaned_data["file"].name
        kept = exchange_kept.keep(request.session, key, upload, name=name, now=timezone.now())
        return HttpResponseRedirect(_address("preview", key, table, kept.token))
    shown = _table(edition, table)
    values = {"form": form, "table": shown, "columns": columns(table)}
    return _page(request, site, edition, "import", f"Import {shown.name} into edition {edition.name}", values)


def preview_page(request: HttpRequest, key: int, table: str, token: str, site: admin.AdminSite) -> HttpResponse:
    """Show what a file would change row by row; import it when that is confirmed."""
    edition = _edition(request, key, "change")
    kept = exchange_kept.kept(request.session, token, timezone.now())
    if edition.is_published:
        return _read_only(request, edition)
    if kept is None or (kept.edition, kept.table) != (key, table):
        messages.error(request, GONE)
        return HttpResponseRedirect(_address("import", key, table))
    if request.method == "POST" and "cancel" in request.POST:
        exchange_kept.forget(request.session)
        return HttpResponseRedirect(_address("tables", key))
    form = ImportForm(request.POST or None, initial={"opened": mark(edition)})
    if request.method == "POST" and form.is_valid():
        return _import(request, edition, kept, form.cleaned_data)
    return _shown(request, site, edition, kept, form)


def _shown(request: HttpRequest, site: admin.AdminSite, edition: Edition, kept: Kept, form: ImportForm) -> HttpResponse:
    outcome = preview(edition, kept.upload)
    table = _table(edition, kept.table)
    values = {
        "kept": kept,
        "form": form,
        "table": table,
        "outcome": outcome,
        "counts": {kind: outcome.count(kind) for kind in ("changed", "added", "removed")},
        "changes": outcome.changes[:FIRST_SHOWN],
        "more_changes": outcome.changes[FIRST_SHOWN:],
    }
    return _page(request, site, edition, "preview", f"Import {table.name} into edition {edition.name}", values)


def _import(request: HttpRequest, edition: Edition, kept: Kept, values: dict[str, Any]) -> HttpResponse:
    by: Any = request.user
    try:
        with transaction.atomic():
            refuse_stale(values["opened"], edition.pk)
            outcome = apply(edition, kept.upload, by=by, why=f"{values['reason']} (import of {kept.name})")
    except PublishedEdition:
        return _read_only(request, edition)
    except (ValidationError, Refused) as refused:
        for words in refused.messages if isinstance(refused, ValidationError) else [REFUSED]:
            messages.error(request, words)
        return HttpResponseRedirect(request.path)
    exchange_kept.forget(request.session)
    counts = ", ".join(f"{outcome.count(kind)} {kind}" for kind in ("changed", "added", "removed"))
    messages.success(request, f"Imported {kept.name} into {_table(edition, kept.table).name}: {counts}.")
    return HttpResponseRedirect(_address("tables", edition.pk))


def _edition(request: HttpRequest, key: int, right: str) -> Edition:
    """Return the edition. Raises `PermissionDenied` without the right; to change it is to view it too."""
    rights = {"view": ("view", "change"), "change": ("change",)}[right]
    if not any(request.user.has_perm(f"salaries.{one}_edition") for one in rights):
        raise PermissionDenied
    return get_object_or_404(Edition, pk=key)


def _may_import(request: HttpRequest, edition: Edition) -> bool:
    return not edition.is_published and request.user.has_perm("salaries.change_edition")


def _read_only(request: HttpRequest, edition: Edition) -> HttpResponse:
    messages.error(request, f"Nothing was imported: {PublishedEdition(edition.name)}.")
    return HttpResponseRedirect(_address("tables", edition.pk))


def _table(edition: Edition, slug: str) -> Table:
    _, model = editions.TABLES[slug]
    return Table(slug, str(model._meta.verbose_name_plural), model.objects.filter(edition=edition).count())


def _address(page: str, *where: Any) -> str:
    return reverse(f"admin:salaries_edition_{page}", args=where)


def _page(
    request: HttpRequest, site: admin.AdminSite, edition: Edition, page: str, heading: str, values: dict[str, Any]
) -> HttpResponse:
    around = {**site.each_context(request), "opts": Edition._meta, "edition": edition, "heading": heading}
    return render(request, f"admin/salaries/exchange/{page}.html", around | values)
