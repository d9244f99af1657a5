"""Pages of what other public sources say: the list of places, a place, and the market check."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from salaries import editions, ready_pages, wages
from salaries.beyond.heads import PLACES, head_of_areas, head_of_market, head_of_place
from salaries.beyond.listing import KINDS, Wanted, listing, wanted
from salaries.beyond.market import market_page
from salaries.beyond.place import place_page
from salaries.beyond.rows import AreaRow, area_rows, scale_of, unlisted_states
from salaries.estimation.guide import DATA_SCIENTISTS
from salaries.freshness import tag_of
from salaries.models import Edition
from salaries.parts import PARTS
from salaries.presentation import guide_page
from salaries.published import needs_edition, shown
from salaries.reference import market, origins
from salaries.reference.oews import Areas

Values = Mapping[str, Any]
PLAIN = Wanted()
"""What a page without a query is asked for."""


@require_safe
@needs_edition
def areas(request: HttpRequest) -> HttpResponse:
    """List the states and metropolitan areas in which the BLS counts data scientists, as the reader asks for them."""
    edition, table, asked = shown(request), wages.areas(), wanted(request.GET)
    guide = editions.freeze(edition)

    def values(request: HttpRequest) -> Values:
        rows, nation = area_rows(table, guide), table.national(guide.occupation(DATA_SCIENTISTS).soc)
        found, counted = listing(rows, asked), counts(rows)
        return {
            "name": PLACES,
            "head": head_of_areas(request, guide_page(editions.kept(edition)), found, counted, table),
            "table": table,
            "list": found,
            "kinds": KINDS,
            "counts": counted,
            "unlisted": unlisted_states(rows),
            "nation": nation,
            "nation_at": scale_of(table, nation.soc).at(nation.annual_mean or Decimal(0)),
        }

    return page_of(request, "salaries/areas.html", edition, table, values, asked)


@require_safe
@needs_edition
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one place; 404 for a name that the table does not hold."""
    edition, table = shown(request), wages.areas()

    def values(request: HttpRequest) -> Values:
        found = place_page(slug, table, editions.freeze(edition))
        if found is None:
            raise Http404("the table has no such place")
        head = head_of_place(request, guide_page(editions.kept(edition)), found, table)
        return {"name": found.name, "head": head, "table": table, "place": found}

    return page_of(request, "salaries/area.html", edition, table, values)


@require_safe
@needs_edition
def market_check(request: HttpRequest) -> HttpResponse:
    """Show posted and reported salaries beside the guide's ranges."""
    edition, table = shown(request), wages.areas()

    def values(request: HttpRequest) -> Values:
        found = market_page(editions.freeze(edition), market.load())
        head = head_of_market(request, guide_page(editions.kept(edition)), found)
        return {"name": "Market check", "head": head, "market": found, "origin": origins.load()["market-salaries"]}

    return page_of(request, "salaries/market.html", edition, table, values)


def counts(rows: Sequence[AreaRow]) -> Mapping[str, int]:
    """Return how many places there are of each kind, and how many of them are firm."""
    return {
        "states": sum(row.kind == "state" for row in rows),
        "firm_states": sum(row.kind == "state" and row.firm for row in rows),
        "metros": sum(row.kind == "metro" for row in rows),
        "firm_metros": sum(row.kind == "metro" and row.firm for row in rows),
    }


def page_of(
    request: HttpRequest,
    template: str,
    edition: Edition,
    table: Areas,
    values: Callable[[HttpRequest], Values],
    asked: Wanted = PLAIN,
) -> HttpResponse:
    """Return a page beside the parts of an edition; 304 where the reader has it and nothing has changed since.

    `values` are worked out where the page is made. What somebody searched for is not kept.
    """

    def made(request: HttpRequest) -> HttpResponse:
        context = {"section": "guide", "parts": PARTS, "page": guide_page(editions.kept(edition)), "part": "beyond"}
        return render(request, template, {**context, **values(request)})

    tag = tag_of(request, edition, table)
    return ready_pages.answer(request, tag, made, query=asked.address[1:], keep=not asked.query)
