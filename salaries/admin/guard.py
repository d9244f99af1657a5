"""No change in the admin leaves an edition that cannot be estimated from."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from salaries.contents.faults import FaultyEdition
from salaries.editions import check
from salaries.models import Edition

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


class GuardedAdmin(ModelAdmin):
    """Checks the whole edition inside the transaction of every change, and undoes the change with words."""

    actions = None

    def edition_of(self, row: Any) -> Edition:
        """Return the edition that a change of this row touches."""
        edition: Edition = row.edition
        return edition

    def save_related(self, request: HttpRequest, form: "ModelForm[Model]", formsets: Any, change: bool) -> None:
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

    def _told(self, request: HttpRequest, view: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response: HttpResponse = view(request, *args, **kwargs)
        except FaultyEdition as error:
            for fault in error.faults:
                messages.error(request, f"Nothing was saved. {fault}")
            return HttpResponseRedirect(request.get_full_path())
        return response
