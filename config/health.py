"""Whether this process lives, and whether it can do its work."""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from redis.exceptions import RedisError


def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(_request: HttpRequest) -> JsonResponse:
    """Answer what works: 200 when all that an upload needs does, 503 with the part that fails."""
    parts = {"database": database_answers(), "broker": broker_answers()}
    # Without a broker uploads are still accepted and wait in the database: only the database is fatal.
    return JsonResponse(parts, status=200 if parts["database"] else 503)


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
