"""Figures for a monitoring server: what is counted of requests, and the page that serves all that is counted.

`/metrics` of the site is there only where METRICS_TOKEN is set, and answers only who brings it as a bearer token. The
worker listens on METRICS_ADDRESS:METRICS_PORT where a port is set (`config.metrics_listener`), and asks for the token
too where there is one. Both serve what the processes of *this machine* have counted (`config.metric_files`): where web
and worker share VAR_DIR fetch one of them, else each. With neither variable set nothing is written, nothing served.

Requests are labeled by method, the *name* of the view, and status: never by address, which holds ids and what visitors
type. Methods that nobody knows are one label, or a stranger could make as many series as words.
"""

import time
from collections.abc import Callable, Iterable
from http import HTTPMethod

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, Counter, Histogram, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from config import metric_files
from config.gauges import Standing

SECONDS = (0.025, 0.1, 0.25, 1, 2.5, 10)
"""Bounds of the buckets: few, as there is a set of them for every view."""

NO_VIEW = "none"
METHODS = frozenset(HTTPMethod)

REQUESTS = Counter("bandwise_http_requests", "Requests", ["method", "view", "status"])
LIMITED = Counter("bandwise_rate_limited", "Requests that were told to come back later", ["view"])
DURATIONS = Histogram("bandwise_http_request_seconds", "Seconds a request took", ["view"], buckets=SECONDS)


class Measured:
    """Counts and times every request, whoever answers it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = self.get_response(request)
        view = view_of(request)
        DURATIONS.labels(view).observe(time.perf_counter() - begun)
        REQUESTS.labels(method_of(request), view, response.status_code).inc()
        if response.status_code == 429:
            LIMITED.labels(view).inc()
        return response


def view_of(request: HttpRequest) -> str:
    """Return the name of the view that the address leads to: one of ours."""
    match = request.resolver_match
    return (match.view_name or NO_VIEW) if match else NO_VIEW


def method_of(request: HttpRequest) -> str:
    """Return the request's method where it is one that HTTP knows."""
    return request.method if request.method in METHODS else "other"


@require_safe
@never_cache
def page(request: HttpRequest) -> HttpResponse:
    """Serve the figures to who brings the token; without one in the settings there is no such page."""
    if not settings.METRICS_TOKEN:
        raise Http404
    if not opens(request.headers.get("Authorization", "")):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    body, kind = figures(request.headers.get("Accept", ""))
    return HttpResponse(body, content_type=kind)


def opens(authorization: str) -> bool:
    """Return whether the header brings the token; any does where no token is set."""
    return not settings.METRICS_TOKEN or constant_time_compare(authorization, f"Bearer {settings.METRICS_TOKEN}")


def figures(accept: str) -> tuple[bytes, str]:
    """Return all figures in the form that the header accepts, and that form's content type."""
    registry = CollectorRegistry()
    registry.register(Counted())
    registry.register(Standing())
    encode, kind = choose_encoder(accept)
    return encode(registry), kind


class Counted(Collector):
    """What the processes of this machine have counted."""

    def collect(self) -> Iterable[Metric]:
        """Return the sums of all processes."""
        return metric_files.sums()
