"""No change in the admin leaves an edition that cannot be estimated from, or touches a published one."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from salaries.admin.history import history_page
from salaries.contents.faults import FaultyEdition
from salaries.editions import check
from salaries.models import Edition, PublishedEdition

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    Options = admin.options.BaseModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin
    Options = admin.options.BaseModelAdmin


class DraftsOnly(Options):
    """Shows a published edition and its rows to read; `obj` is an edition, or a row of one."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_published(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not is_published(obj) and super().has_delete_permission(request, obj)


def is_published(obj: Any) -> bool:
    """Return whether this is a published edition or a row of one."""
    edition = obj if isinstance(obj, Edition) else getattr(obj, "edition", None)
    return edition is not None and edition.is_published


class GuardedAdmin(DraftsOnly, ModelAdmin):
    """Checks the whole edition inside the transaction of every change, and undoes the change with words."""

    actions = None

    def edition_of(self, row: Any) -> Edition:
        """Return the edition that a change of this row touches."""
        edition: Edition = row.edition
        return edition

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj._change_reason = form.cleaned_data.get("change_reason") or None
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: "ModelForm[Model]", formsets: Any, change: bool) -> None:
        for row in (one.instance for formset in formsets for one in formset.forms):
            row._change_reason = form.cleaned_data.get("change_reason") or None
        super().save_related(request, form, formsets, change)
        check(self.edition_of(form.instance))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        edition = self.edition_of(obj)
        super().delete_model(request, obj)
        check(edition)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._told(request, super().changeform_view, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._told(request, super().delete_view, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, _extra_context: Any = None) -> HttpResponse:
        return history_page(self, request, object_id)

    def _told(self, request: HttpRequest, view: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response: HttpResponse = view(request, *args, **kwargs)
        except FaultyEdition as error:
            reasons = error.faults
        except PublishedEdition as error:
            reasons = [str(error)]
        else:
            return response
        for reason in reasons:
            messages.error(request, f"Nothing was saved. {reason}")
        return HttpResponseRedirect(request.get_full_path())
