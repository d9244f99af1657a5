"""The staff's accounts: the stock pages, and a way back in for somebody who has lost their phone."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from config import second_factor

if TYPE_CHECKING:
    Base = UserAdmin[User]
    PasswordBase = AdminPasswordChangeForm[User]
else:
    Base = UserAdmin
    PasswordBase = AdminPasswordChangeForm

ROLES = (
    "An editor writes drafts of the guide and the lexicon of skills and employers. A publisher does that and "
    "publishes. An operator looks after resumes. One person may have several. Staff without a role see nothing."
)
LOGS_IN = "May log in here."
EVERYTHING = "May do everything, with or without a role; gives and takes roles, too."
DISABLED = (
    "Disabled: nobody logs in under this name until it is enabled again with a new password. "
    '<span id="id_unusable_warning">The present password is lost.</span>'
)
OFF = "Untick it in place of deleting somebody, so that the history still names them."
SET_BACK = "Editor, publisher and operator are set back with every update. For other rights, make another group."


class PasswordForm(PasswordBase):
    """The stock form with its help in one paragraph: the stock list inside a paragraph is no valid HTML."""

    usable_password_help_text = DISABLED


class StaffAdmin(Base):
    """Accounts. Superusers can take a second factor away; nobody can look at one."""

    list_display = ("username", "email", "is_active", "is_superuser", "roles", "last_login")
    list_filter = ("is_active", "is_superuser", "groups")
    actions = ("forget_second_factor",)
    change_password_form = PasswordForm
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("What they may do", {"fields": ("is_active", "is_staff", "groups", "is_superuser")}),
        ("Who they are", {"fields": ("first_name", "last_name", "email")}),
        ("When", {"fields": ("last_login", "date_joined")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        told = {"is_active": OFF, "is_staff": LOGS_IN, "is_superuser": EVERYTHING}
        if db_field.name in told:
            options["help_text"] = told[db_field.name]
        return super().formfield_for_dbfield(db_field, request, **options)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Offer the roles as boxes to tick: they need neither a script nor a mouse."""
        if db_field.name == "groups":
            options |= {"label": "Roles", "help_text": ROLES, "widget": CheckboxSelectMultiple}
        return super().formfield_for_manytomany(db_field, request, **options)

    @admin.display(description="Roles")
    def roles(self, user: User) -> str:
        """Names of the groups."""
        return ", ".join(group.name for group in user.groups.all())

    def has_superuser_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser)

    @admin.action(description="Take the second factor away", permissions=["superuser"])
    def forget_second_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """Take it from all chosen; each is asked to set one up again where that is required."""
        for user in users:
            second_factor.forget(user)
        LogEntry.objects.log_actions(request.user.pk or 0, users, CHANGE, change_message="Second factor taken away.")
        self.message_user(request, f"Taken from {len(users)}: a password alone logs in until it is set up again.")


class RoleAdmin(GroupAdmin):
    """Groups: the three roles, which every migration sets back, and others that a deployment makes."""

    filter_horizontal = ()

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest | None = None, **options: Any) -> Any:
        """Offer the rights as boxes to tick."""
        options |= {"widget": CheckboxSelectMultiple, "help_text": SET_BACK}
        return super().formfield_for_manytomany(db_field, request, **options)


def register(site: Any) -> None:
    """Put these accounts in the place of the stock ones, and the stock pages of devices and their secrets nowhere."""
    for model in (User, Group, TOTPDevice, StaticDevice):
        site.unregister(model)
    site.register(User, StaffAdmin)
    site.register(Group, RoleAdmin)
