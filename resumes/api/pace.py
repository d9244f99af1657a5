"""How often a key may call, and how many uploads an hour it may send: as many as a browser, from an address alike."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.throttling import BaseThrottle

from resumes.api.access import Call
from resumes.views import limits

MINUTE = 60


class UploadsAnHour(BaseThrottle):
    """Counts every upload before its body is read."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count one upload; return whether it is within the limits."""
        key = (f"key:{held(request).auth.pk}", settings.UPLOADS_PER_HOUR)
        return limits.counted((key, *limits.of_address(request))) is None

    def wait(self) -> float:
        """Return the seconds until the next hour begins, when counting begins anew."""
        now = timezone.now()
        return max(1.0, (limits.next_hour(now) - now).total_seconds())


class CallsAMinute(BaseThrottle):
    """Counts every call of a key before anything is looked up for it."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count one call; return whether it is within the limit."""
        key = (f"key:{held(request).auth.pk}", settings.API_CALLS_PER_MINUTE)
        later = limits.counted([key], "calls", MINUTE)
        request.calls_spent = later is not None  # type: ignore[attr-defined]
        return later is None

    def wait(self) -> float:
        """Return the seconds until the next minute begins."""
        now = timezone.now()
        return max(1.0, (limits.end_of_window(MINUTE, now) - now).total_seconds())


def held(request: HttpRequest) -> Call:
    """Return the request of a call whose key is known: it has been looked up before anything is counted."""
    assert hasattr(request, "auth")  # noqa: S101
    return request  # type: ignore[return-value]
