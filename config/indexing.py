"""What search engines are told: which pages are public, where they are listed, and that all others are not theirs.

Decision: a page is kept out of indexes unless it is named here. Resumes, the admin (whose address nobody needs to
learn from `robots.txt`) and pages yet to be written are so out of them without anyone thinking of it.
"""

from collections.abc import Callable, Mapping

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

PUBLIC = frozenset(
    {
        "resumes:home",
        "resumes:privacy",
        "salaries:overview",
        "salaries:part",
        "salaries:areas",
        "salaries:area",
        "salaries:market",
        "salaries:by_hand",
        "salaries:offer",
        "salaries:edition_data",
        "salaries:named_edition_data",
        "salaries:table",
        "salaries:picture",
        "api:docs",
        "robots",
        "sitemap",
    }
)

PERSONAL = frozenset({"salaries:by_hand", "salaries:offer"})
"""Pages whose query is what somebody said of themselves."""

PREVIEW = "edition"
"""The parameter by which staff read an edition that is not the current one."""


def is_indexed(name: str, query: Mapping[str, object]) -> bool:
    """Return whether the page of that name ("salaries:part") may be indexed as it was asked for."""
    if PREVIEW in query or (query and name in PERSONAL):
        return False
    return name in PUBLIC


class Indexing:
    """Middleware: tells templates whether a page may be indexed (`request.indexed`), and crawlers where it may not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not getattr(request, "indexed", False) or response.status_code >= 400:
            response.setdefault("X-Robots-Tag", "noindex")
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Note on the request whether the page that it asks for may be indexed."""
        match = request.resolver_match
        request.indexed = is_indexed(match.view_name if match else "", request.GET)  # type: ignore[attr-defined]


class SitePages(Sitemap):  # type: ignore[type-arg]
    """The public pages that are not the guide's."""

    def items(self) -> list[str]:
        """Return their names."""
        return ["resumes:home", "resumes:privacy"]

    def location(self, item: str) -> str:
        """Return a page's path."""
        return reverse(item)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say what crawlers may leave alone, and where the sitemap is."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('resumes:list')}",
        f"Disallow: {reverse('salaries:places')}",
        *(f"Disallow: {reverse(name)}?" for name in sorted(PERSONAL)),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
