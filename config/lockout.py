"""What somebody reads who has failed to log in too often."""

import math
from datetime import datetime
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from resumes.views.addresses import address_of


def locked_out(request: HttpRequest, _answer: HttpResponse | None, credentials: dict[str, Any] | None) -> HttpResponse:
    """Say until when this name is locked out at this address, in words and in the header."""
    until = end_of_lockout(request, (credentials or {}).get("username"))
    seconds = max(1, math.ceil((until - timezone.now()).total_seconds()))
    told = {"until": until, "minutes": math.ceil(seconds / 60), "failures": settings.AXES_FAILURE_LIMIT}
    context = {**admin.site.each_context(request), "title": "Locked out for a while", "has_permission": False, **told}
    answer = render(request, "registration/locked.html", context, status=429)
    answer["Retry-After"], answer["Cache-Control"] = str(seconds), "no-store"
    return answer


def end_of_lockout(request: HttpRequest, username: str | None) -> datetime:
    """Return when the last failure is old enough; attempts while locked out do not count."""
    failed = AccessAttempt.objects.filter(username=username, ip_address=address_of(request))
    last: datetime = failed.order_by("-attempt_time").values_list("attempt_time", flat=True).first() or timezone.now()
    return last + settings.AXES_COOLOFF_TIME
