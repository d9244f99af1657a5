"""The staff's accounts: the stock pages, and a way back in for somebody who has lost their phone."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from config import second_factor

if TYPE_CHECKING:
    Base = UserAdmin[User]
else:
    Base = UserAdmin


class StaffAdmin(Base):
    """Accounts. Superusers can take a second factor away; nobody can look at one."""

    list_display = ("username", "email", "is_active", "is_superuser", "roles", "last_login")
    list_filter = ("is_active", "is_superuser", "groups")
    actions = ("forget_second_factor",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

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


def register(site: Any) -> None:
    """Put these accounts in the place of the stock ones, and the stock pages of devices and their secrets nowhere."""
    for model in (User, TOTPDevice, StaticDevice):
        site.unregister(model)
    site.register(User, StaffAdmin)
