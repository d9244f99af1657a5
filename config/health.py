"""Whether this process lives, and whether it can do its work."""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from redis.exceptions import RedisError

from resumes import landlock
from resumes.confinement import can_filter
from resumes.models import Resume


def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(_request: HttpRequest) -> JsonResponse:
    """Answer what works: 200 when an upload would be accepted, 503 when it would not.

    Without a broker uploads are still accepted and wait in the database, so only the database is fatal. What
    the sandbox can do beside its limits, which hold everywhere, is told for this machine.
    """
    database = database_answers()
    parts = {
        "database": database,
        "broker": broker_answers(),
        "oldest_waiting_seconds": oldest_waiting_seconds() if database else None,
        "sandbox_filters_system_calls": can_filter(),
        "sandbox_hides_files": landlock.version() > 0,
    }
    return JsonResponse(parts, status=200 if database else 503)


def database_answers() -> bool:
    """Return whether the database answers a query."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def broker_answers() -> bool:
    """Return whether the broker, which holds the cache too, answers within its time limit."""
    try:
        cache.get("readyz")
    except (OSError, RedisError):
        return False
    return True


def oldest_waiting_seconds() -> float:
    """Return how long the oldest resume that nobody reads has waited, 0 where none waits."""
    oldest = Resume.objects.waiting().values_list("created_at", flat=True).first()
    return round((timezone.now() - oldest).total_seconds(), 1) if oldest else 0.0
