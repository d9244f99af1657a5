"""Pages and files of the guide, ready to be sent: as they were made for whoever asked first, until anything changes.

Decision: what is kept is made for nobody. Making it gets a request that bears what the page is kept under, and nothing
else: no cookie, no session, no user, no word of the query that is not named. So one visitor's page can hold nothing of
another's, whatever a template comes to print; and two pages that differ are never kept under the same.

The tag by which readers ask whether a page still holds is part of that, and it comes out of the database with every
request: a saved figure, another edition, release or deployment shows at once, in every process. What has no tag (a
preview, a template that is being written) is made anew each time, for the one who asks.
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.utils.cache import get_conditional_response, patch_vary_headers

BYTES_KEPT = 6_000_000
"""Of compressed pages in the memory of a process: all pages of two editions."""


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a page which is kept may depend on. `made` tells files of one tag apart."""

    tag: str
    made: str
    scheme: str
    host: str
    path: str
    query: str
    indexed: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is kept: compressed, since nearly everybody takes it so."""

    packed: bytes
    media: str


class Shelf:
    """Pages by what was asked, so many bytes of those that were asked for last. Threads share it."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._pages: OrderedDict[Asked, Page] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def find(self, asked: Asked) -> Page | None:
        """Return what was kept, and count it as asked for last."""
        with self._lock:
            page = self._pages.get(asked)
            if page:
                self._pages.move_to_end(asked)
            return page

    def keep(self, asked: Asked, page: Page) -> None:
        """Keep a page, and let go of those that nobody has asked for in the longest time."""
        with self._lock:
            before = self._pages.pop(asked, None)
            self._pages[asked] = page
            self._bytes += len(page.packed) - (len(before.packed) if before else 0)
            while self._bytes > self.most:
                _, oldest = self._pages.popitem(last=False)
                self._bytes -= len(oldest.packed)

    def clear(self) -> None:
        """Forget all pages."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0


shelf = Shelf(BYTES_KEPT)


def answer(
    request: HttpRequest,
    tag: str | None,
    make: Callable[[HttpRequest], HttpResponse],
    *,
    query: str = "",
    made: str = "",
    keep: bool = True,
) -> HttpResponse:
    """Return what `make` makes of a request: 304 where the reader has it, out of memory where it was made before.

    `query` is the part of the query string that the page looks at; `made` tells apart what changes without its tag.
    Pages that answer to a visitor's own words are not to be kept, nor what is compressed already.
    """
    if tag is None:
        return make(request)
    response: HttpResponse | None = get_conditional_response(request, etag=tag)
    if response is None:
        response = ready(request, asked_of(request, tag, query, made), make) if keep else make(request)
    is_packed = "Content-Encoding" in response
    response["ETag"] = f"W/{tag}" if is_packed else tag
    response["Cache-Control"] = "no-cache"
    return response


def asked_of(request: HttpRequest, tag: str, query: str, made: str) -> Asked:
    """Return under what the request's page is kept. Raises `DisallowedHost`."""
    indexed = bool(getattr(request, "indexed", False))
    return Asked(tag, made, request.scheme or "", request.get_host(), request.path, query, indexed)


def ready(request: HttpRequest, asked: Asked, make: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """Return the page that was kept, or make and keep it. What is no page (a redirect, an error) is not kept."""
    page = shelf.find(asked)
    if page is None:
        made = make(nobodys(request, asked))
        if made.status_code != 200 or made.streaming:
            return made
        page = Page(gzip.compress(made.content, mtime=0), made["Content-Type"])
        shelf.keep(asked, page)
    return sent(request, page)


def nobodys(request: HttpRequest, asked: Asked) -> HttpRequest:
    """Return a request for the same page that tells nothing of who asks."""
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": asked.path,
        "QUERY_STRING": asked.query,
        "HTTP_HOST": asked.host,
        "wsgi.url_scheme": asked.scheme,
        "wsgi.input": BytesIO(),
    }
    found = WSGIRequest(environ)
    found.resolver_match = request.resolver_match
    found.indexed = asked.indexed  # type: ignore[attr-defined]
    return found


def sent(request: HttpRequest, page: Page) -> HttpResponse:
    """Return a kept page, compressed where the browser takes it.

    It holds no secret, so that its length gives none away and need not be blurred.
    """
    if re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")):
        response = HttpResponse(page.packed, content_type=page.media, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(page.packed), content_type=page.media)
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
