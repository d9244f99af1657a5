"""Addresses of the data to take away: open to programs of any site, and not sent again where nothing has changed."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from salaries import editions, ready_pages, wages
from salaries.downloads import public
from salaries.downloads.columns import SHEETS, Sheet
from salaries.downloads.csv_text import text_of
from salaries.downloads.whole import document
from salaries.freshness import tag_of
from salaries.models import Edition
from salaries.picture import png
from salaries.presentation import guide_page
from salaries.published import needs_edition, shown
from salaries.reference import market

CSV, JSON, PNG = "text/csv; charset=utf-8", "application/json", "image/png"


@require_safe
@needs_edition
def current(request: HttpRequest) -> HttpResponse:
    """Send the current edition whole."""
    return whole(request, editions.current())


@require_safe
def named(request: HttpRequest, name: str) -> HttpResponse:
    """Send a published edition whole, the current one or one before; 404 for a draft as for no edition."""
    edition = Edition.objects.filter(name=name, state=Edition.State.PUBLISHED).first()
    if edition is None:
        raise Http404("no such edition is published")
    return whole(request, edition)


def whole(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Return an edition as JSON, its tag the hash of its contents."""
    kept, published = editions.kept(edition), edition.published_at
    if published is None:
        raise Http404("no such edition is published")
    made = published.isoformat()
    return sent(request, f'"{kept.digest}"', JSON, lambda: document(kept, published), made=made)


@require_safe
@needs_edition
def table(request: HttpRequest, table: str) -> HttpResponse:
    """Send one table of the edition that is shown, or of the public sources beside it."""
    edition = shown(request)
    areas = wages.areas() if table == "areas" else None
    made = maker(edition, table, lambda: public.areas(areas or wages.areas(), editions.freeze(edition)))
    response = sent(request, tag_of(request, edition, areas), CSV, lambda: text_of(made()).encode())
    response["Content-Disposition"] = f'attachment; filename="bandwise-{edition.name}-{table}.csv"'
    return response


def maker(edition: Edition, table: str, areas: Callable[[], Sheet]) -> Callable[[], Sheet]:
    """Return what makes the named table. Raises `Http404`."""
    if table in SHEETS:
        return lambda: SHEETS[table](guide_page(editions.kept(edition)))
    if table == "areas":
        return areas
    if table == "market":
        return lambda: public.posted(market.load())
    raise Http404("there is no such table")


@require_safe
@needs_edition
def picture(request: HttpRequest) -> HttpResponse:
    """Send the picture that goes with links to the guide: drawn from the edition that is shown."""
    edition = shown(request)
    return sent(request, tag_of(request, edition), PNG, lambda: png(guide_page(editions.kept(edition))))


def sent(request: HttpRequest, tag: str | None, media: str, make: Callable[[], bytes], made: str = "") -> HttpResponse:
    """Return data under a tag; 304 where the reader has them. What is public may be read by pages of any site."""
    response = ready_pages.answer(
        request, tag, lambda _asked: HttpResponse(make(), content_type=media), made=made, keep=media != PNG
    )
    if tag:
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag"
    return response
