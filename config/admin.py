"""The admin site of Bandwise."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from config import login, second_factor

APPS = ("salaries", "resumes")
GUIDE = (
    "edition",
    "publication",
    "occupation",
    "tier",
    "state",
    "metro",
    "specialization",
    "figure",
    "negotiationpoint",
    "rung",
    "takeaway",
    "question",
    "payingskill",
    "disagreement",
    "parameter",
    "source",
)
"""Editions, then their tables as the guide has them."""

DRAFTS_SHOWN = 5


class BandwiseAdminSite(AdminSite):
    """Stock admin with Bandwise's name, a second factor, and the queue among the pages of resumes."""

    site_header = "Bandwise"
    site_title = "Bandwise"
    index_title = "Guide and resumes"
    index_template = "admin/start.html"

    def get_urls(self) -> list[Any]:
        """Add our pages, and leave out the way to rows' pages on the site: no row has one, and odd keys break it."""
        own = [
            path("resumes/queue/", self.admin_view(queue_view), name="resumes_queue"),
            path("second-factor/", login.code_step, name="second_factor"),
            path("second-factor/setup/", login.setup, name="second_factor_setup"),
            path("second-factor/own/", self.admin_view(login.own), name="second_factor_own"),
        ]
        return [*own, *(one for one in super().get_urls() if getattr(one, "name", "") != "view_on_site")]

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

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Show where work on the guide begins above the list of everything."""
        return super().index(request, {**editions_to_work_on(request), **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the guide first, its tables in its own order; the queue among the pages of resumes, for who may."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda entry: place(GUIDE, entry["object_name"].lower()))
            if app["app_label"] == "resumes" and request.user.has_perm("resumes.view_resume"):
                app["models"].append(queue_entry())
        return sorted(apps, key=lambda app: place(APPS, app["app_label"]))


def place(order: tuple[str, ...], name: str) -> int:
    """Return where a name comes in an order, behind all where it is not in it."""
    return order.index(name) if name in order else len(order)


def editions_to_work_on(request: HttpRequest) -> dict[str, Any]:
    """Return the current edition and the drafts, nothing to whom the guide is closed."""
    from salaries.models import Edition  # models are not loaded when the site is made

    if not request.user.has_perm("salaries.view_edition"):
        return {}
    rights = {
        f"may_{right}": request.user.has_perm(f"salaries.{right}_edition") for right in ("add", "change", "publish")
    }
    drafts = Edition.objects.filter(state=Edition.State.DRAFT).order_by("-changed_at")[:DRAFTS_SHOWN]
    return {"guide": {"drafts": drafts, "current": Edition.objects.filter(is_current=True).first(), **rights}}


def queue_view(request: HttpRequest) -> HttpResponse:
    """Show the queue; its page needs the models, which are not loaded when the site is made."""
    from resumes.admin.queue import queue_page

    return queue_page(request)


def queue_entry() -> dict[str, Any]:
    """Return the queue's page as the admin lists its models."""
    address = reverse("admin:resumes_queue")
    entry = {"name": "Queue", "object_name": "Queue", "admin_url": address, "add_url": None, "view_only": True}
    return {**entry, "model": None, "perms": {"view": True}}
