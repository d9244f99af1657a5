"""How many uploads an hour a key may send: as many as a browser, with the same limit for its network address."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.throttling import BaseThrottle

from resumes.api.access import Call
from resumes.views import limits


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


def held(request: HttpRequest) -> Call:
    """Return the request of a call whose key is known: it has been looked up before anything is counted."""
    assert hasattr(request, "auth")  # noqa: S101
    return request  # type: ignore[return-value]
