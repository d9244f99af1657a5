"""The admin site of Bandwise."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from config import login, second_factor


class BandwiseAdminSite(AdminSite):
    """Stock admin with Bandwise's name, a second factor, and the queue among the pages of resumes."""

    site_header = "Bandwise"
    site_title = "Bandwise"
    index_title = "Guide and resumes"

    def get_urls(self) -> list[Any]:
        own = [
            path("resumes/queue/", self.admin_view(queue_view), name="resumes_queue"),
            path("second-factor/", login.code_step, name="second_factor"),
            path("second-factor/setup/", login.setup, name="second_factor_setup"),
            path("second-factor/own/", self.admin_view(login.own), name="second_factor_own"),
        ]
        return [*own, *super().get_urls()]

    def has_permission(self, request: HttpRequest) -> bool:
        """Return whether the visitor is staff and has shown their code, where they need one."""
        return super().has_permission(request) and second_factor.is_satisfied(request.user)

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Ask for the password; of staff who are logged in without the code that they now need, only for that."""
        following = login.following(request)
        if request.method == "GET" and self.has_permission(request):
            return HttpResponseRedirect(reverse("admin:index"))
        if request.method == "GET" and super().has_permission(request):
            second_factor.hold(request, request.user)
            return login.onward("admin:second_factor", following)
        context = {**self.each_context(request), "title": "Log in", "subtitle": None, "next": following}
        context |= {"app_path": request.get_full_path(), "username": request.user.get_username()}
        return login.password_step(request, {**context, **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Add the queue to the pages of resumes, for those who may see them."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            if app["app_label"] == "resumes" and request.user.has_perm("resumes.view_resume"):
                app["models"].append(queue_entry())
        return apps


def queue_view(request: HttpRequest) -> HttpResponse:
    """Show the queue; its page needs the models, which are not loaded when the site is made."""
    from resumes.admin.queue import queue_page

    return queue_page(request)


def queue_entry() -> dict[str, Any]:
    """Return the queue's page as the admin lists its models."""
    address = reverse("admin:resumes_queue")
    entry = {"name": "Queue", "object_name": "Queue", "admin_url": address, "add_url": None, "view_only": True}
    return {**entry, "model": None, "perms": {"view": True}}
