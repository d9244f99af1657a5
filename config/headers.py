"""Headers that every answer bears, whoever gives it: a view, a static file, an error, a redirect to HTTPS.

Decision: this middleware stands outermost and sets what is not set yet. Django's own middleware sets most of these too,
but not where it fails itself: a wrong Host header ends in it before it has set any.
"""

from collections.abc import Callable

from csp.constants import NONE, SELF
from django.conf import settings
from django.http import HttpRequest, HttpResponse

SOURCES = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
"""Where a page may take what it is made of, and send its forms: the Content-Security-Policy."""

CLOSED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
"""What browsers offer to pages and no page of ours asks for: closed, should a foreign script ever run in one."""

PERMISSIONS = ", ".join(f"{name}=()" for name in CLOSED)
OPEN_TO_ALL = "*"
"""What views say in `Access-Control-Allow-Origin` of the guide's public data and picture, made for other sites too."""


class Headers:
    """Middleware: gives every answer its protective headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", policy_of(response))
        response.setdefault("Cross-Origin-Opener-Policy", str(settings.SECURE_CROSS_ORIGIN_OPENER_POLICY))
        response.setdefault("Referrer-Policy", str(settings.SECURE_REFERRER_POLICY))
        response.setdefault("X-Content-Type-Options", "nosniff")
        response.setdefault("X-Frame-Options", str(settings.X_FRAME_OPTIONS))
        return response


def policy_of(response: HttpResponse) -> str:
    """Return whose pages may embed an answer: this site's, but for what is open to all."""
    return "cross-origin" if response.get("Access-Control-Allow-Origin") == OPEN_TO_ALL else "same-origin"
