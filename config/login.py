"""Logging in: the password first, then the code where one is needed, or the set-up of it where it is missing."""

from typing import Any, cast
from urllib.parse import urlencode

from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login, user_login_failed
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from config import second_factor

BACKEND = "django.contrib.auth.backends.ModelBackend"
PAGE = (never_cache, csrf_protect, sensitive_post_parameters(), require_http_methods(["GET", "HEAD", "POST"]))


class CodeForm(forms.Form):
    """One code, from the app or from the recovery codes; spaces in it do not matter."""

    code = forms.CharField(
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "autofocus": True}),
    )

    def clean_code(self) -> str:
        return "".join(self.cleaned_data["code"].split()).lower()


class PasswordStep(LoginView):
    """The stock log-in, but for those who have to show a code too."""

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.get_user()
        if not second_factor.is_needed(user):
            return super().form_valid(form)
        second_factor.hold(self.request, user)
        return onward("admin:second_factor", self.get_success_url())


def password_step(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Show the stock log-in, and take the password."""
    parts = {"template_name": "admin/login.html", "authentication_form": AdminAuthenticationForm}
    return cast(HttpResponse, PasswordStep.as_view(**parts, extra_context=context)(request))


def page(view: Any) -> Any:
    """Return the view as every page of logging in is: never cached, safe from forged forms, its fields unlogged."""
    for decorator in PAGE:
        view = decorator(view)
    return view


def onward(name: str, following: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': following})}")


def following(request: HttpRequest) -> str:
    """Return where the visitor wants to get, the admin's index where that is not of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("admin:index")


def shown(request: HttpRequest, template: str, **values: Any) -> HttpResponse:
    """Return a page of the admin's look, to somebody who may not be logged in yet."""
    context = {**admin.site.each_context(request), "next": following(request), **values}
    return render(request, f"registration/{template}.html", context)


@page
def code_step(request: HttpRequest) -> HttpResponse:
    """Ask who has shown their password for the code; lead them to its set-up where they have none."""
    user = second_factor.held(request)
    if user is None:
        return redirect("admin:login")
    if not second_factor.has_device(user):
        return onward("admin:second_factor_setup", following(request))
    form = CodeForm(request.POST or None)
    if form.is_valid() and (device := checked(request, user, form)):
        enter(request, user, device)
        return redirect(following(request))
    return shown(request, "code", form=form, title="Enter your code", username=user.get_username())


def checked(request: HttpRequest, user: Any, form: CodeForm) -> Any:
    """Return the device that took the code. A wrong code counts as a failed log-in, up to the lockout."""
    credentials = {"username": user.get_username()}
    if not AxesProxyHandler.is_allowed(request, credentials):
        request.axes_locked_out, request.axes_credentials = True, credentials  # type: ignore[attr-defined]
        return None
    device = second_factor.verified(user, form.cleaned_data["code"])
    if device is None:
        user_login_failed.send(__name__, credentials=credentials, request=request)
        form.add_error("code", "This code does not hold, or has been used. Wait for the next one and try again.")
    return device


def enter(request: HttpRequest, user: Any, device: Any) -> None:
    """Log the user in, verified by the device."""
    second_factor.release(request)
    user.otp_device = device
    login(request, user, backend=BACKEND)


@page
def setup(request: HttpRequest) -> HttpResponse:
    """Set up a second factor: for who is logged in, or is about to and has to."""
    logged_in = admin.site.has_permission(request)
    user = request.user if logged_in else second_factor.held(request)
    if user is None:
        return redirect("admin:login")
    if second_factor.has_device(user):
        return redirect("admin:second_factor_own" if logged_in else "admin:second_factor")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if device := second_factor.confirm(user, form.cleaned_data["code"]):
            enter(request, user, device)
            return codes(request, user)
        form.add_error("code", "This is not the code that the app shows for this picture now. Try the next one.")
    device = second_factor.begun(user)
    drawn = {"picture": second_factor.picture(device), "secret": second_factor.secret(device)}
    return shown(request, "setup", form=form, title="Set up a second factor", logged_in=logged_in, **drawn)


def codes(request: HttpRequest, user: Any) -> HttpResponse:
    """Show new recovery codes, this once."""
    return shown(request, "codes", title="Keep these recovery codes", codes=second_factor.new_recovery_codes(user))


@page
def own(request: HttpRequest) -> HttpResponse:
    """Let who is logged in make new recovery codes or turn their second factor off, against a code."""
    if not second_factor.has_device(request.user):
        return redirect("admin:second_factor_setup")
    form = CodeForm(request.POST or None)
    if form.is_valid() and checked(request, request.user, form):
        return changed(request, off="off" in request.POST and not settings.REQUIRE_SECOND_FACTOR)
    left = second_factor.recovery_codes_left(request.user)
    return shown(
        request, "own", form=form, title="Your second factor", left=left, required=settings.REQUIRE_SECOND_FACTOR
    )


def changed(request: HttpRequest, *, off: bool) -> HttpResponse:
    if not off:
        return codes(request, request.user)
    second_factor.forget(request.user)
    messages.success(request, "The second factor is off. From now on your password alone logs you in.")
    return redirect("admin:index")
