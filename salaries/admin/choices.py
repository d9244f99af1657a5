"""Lists to choose from: sources, occupations and tiers of the row's own edition, read once a form."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import ForeignKey, Model, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest

from salaries.admin.words import texts
from salaries.models import Edition, Source
from salaries.models.row import NO_SOURCE

if TYPE_CHECKING:
    Options = admin.options.BaseModelAdmin[Any]
else:
    Options = admin.options.BaseModelAdmin


class Worded(Options):
    """Says beside each field what it holds, in which unit, and what it drives; to those who only read too."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        return super().get_form(request, obj, change, **texts(self.model), **options)  # type: ignore[misc]

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        return super().get_formset(request, obj, **texts(self.model), **options)  # type: ignore[misc]


class OwnEditionChoices(Worded):
    """Offers only rows of the edition that the changed row belongs to."""

    def edition_pk(self, request: HttpRequest) -> Any:
        """Return the key of the edition on the page, None where a row is being added."""
        raise NotImplementedError

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **options: Any
    ) -> "ModelChoiceField[Model] | None":
        field = super().formfield_for_foreignkey(db_field, request, **options)
        key = self.edition_pk(request)
        if field is not None and db_field.related_model is Source:
            field.error_messages["required"] = NO_SOURCE
        if field is not None and field.queryset is not None and db_field.name == "edition":
            field.queryset = field.queryset.filter(state=Edition.State.DRAFT)
        if field is None or field.queryset is None or key is None or db_field.name == "edition":
            return field
        field.queryset = field.queryset.filter(edition=key)
        field.choices = choices_of(request, field.queryset)
        return field


def choices_of(request: HttpRequest, rows: "QuerySet[Model]") -> list[tuple[Any, str]]:
    """Return what a list offers: one query a page, however many forms ask and however many rows they have."""
    held: dict[str, list[tuple[Any, str]]] = request.__dict__.setdefault("choices_of_editions", {})
    asked = str(rows.query)
    if asked not in held:
        held[asked] = [("", "---------"), *((row.pk, str(row)) for row in rows)]
    return held[asked]


def key_in_address(request: HttpRequest) -> Any:
    """Return the key of the object whose page is shown, None on lists and additions."""
    return request.resolver_match.kwargs.get("object_id") if request.resolver_match else None
