"""API keys for operators: made under a name and shown once, revoked with their resumes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers

from resumes.api import keys
from resumes.api.rows import ApiKey

if TYPE_CHECKING:  # the admin takes a type argument only in its stubs
    ModelAdmin = admin.ModelAdmin[ApiKey]
else:
    ModelAdmin = admin.ModelAdmin


@admin.register(ApiKey)
class ApiKeyAdmin(ModelAdmin):
    """Who may use the API. A key itself is never here: only its first letters are."""

    list_display = ("name", "begins", "in_force", "created_at", "last_used", "revoked_at")
    list_filter = (("revoked_at", admin.EmptyFieldListFilter),)
    search_fields = ("name", "prefix")
    fields = ("name", "begins", "created_at", "last_used", "revoked_at")
    readonly_fields = ("begins", "created_at", "last_used", "revoked_at")
    actions = ("revoke",)

    def get_fields(self, _request: HttpRequest, key: ApiKey | None = None) -> tuple[str, ...]:
        """Ask for the name of a new key, which has nothing else to show."""
        return self.fields if key else ("name",)

    def save_model(self, request: HttpRequest, key: ApiKey, form: "ModelForm[ApiKey]", change: bool) -> None:
        """Store a new name, or make a key; what it is lives until the answer is written and no longer."""
        if change:
            super().save_model(request, key, form, change)
            return
        key.secret = keys.give(key)  # type: ignore[attr-defined]

    def response_add(self, request: HttpRequest, key: ApiKey, post_url_continue: str | None = None) -> HttpResponse:  # noqa: ARG002
        """Show the key, this once."""
        context = {**self.admin_site.each_context(request), "opts": self.opts, "key": key, "title": "A new API key"}
        context["secret"] = key.secret  # type: ignore[attr-defined]
        response = TemplateResponse(request, "admin/resumes/new_key.html", context)
        add_never_cache_headers(response)
        return response

    @admin.action(description="Revoke, and remove their resumes", permissions=["change"])
    def revoke(self, request: HttpRequest, chosen: QuerySet[ApiKey]) -> None:
        """Revoke each key that was chosen, and note it in the admin's log."""
        removed = 0
        for key in chosen:
            removed += keys.revoke(key)
            self.log_change(request, key, "Revoked.")
        words = f"Revoked: {len(chosen)}. Resumes removed with them: {removed}. No program gets in with these any more."
        self.message_user(request, words, messages.SUCCESS)

    def delete_model(self, _request: HttpRequest, key: ApiKey) -> None:
        keys.remove(key)

    def delete_queryset(self, _request: HttpRequest, chosen: Iterable[ApiKey]) -> None:
        for key in chosen:
            keys.remove(key)

    def get_deleted_objects(self, chosen: Any, request: HttpRequest) -> Any:
        """Tell, before a key goes, that its resumes go too."""
        listed, counts, missing, kept = super().get_deleted_objects(chosen, request)
        return [*listed, "and every resume that was sent with it"], counts, missing, kept

    @admin.display(description="Begins with", ordering="prefix")
    def begins(self, key: ApiKey) -> str:
        return f"{key.prefix}..."

    @admin.display(description="In force", boolean=True)
    def in_force(self, key: ApiKey) -> bool:
        return key.revoked_at is None
