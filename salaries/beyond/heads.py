"""What stands in the head of the pages of other public sources."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.urls import reverse

from salaries.beyond.listing import Listing, Wanted
from salaries.beyond.market import MarketPage
from salaries.beyond.place import Counted, PlacePage
from salaries.contents.prose import money
from salaries.estimation.bls import infirm
from salaries.estimation.guide import Guide
from salaries.heads import Head, head_of, overview_step
from salaries.presentation import GuidePage
from salaries.reference.oews import Areas
from salaries.structured.items import Item, location_of, occupation_in
from salaries.summaries import Summary

PLACES = "All places"


def head_of_areas(
    request: HttpRequest, page: GuidePage, found: Listing, counts: Mapping[str, int], table: Areas
) -> Head:
    """Return the head of the list; a further page of the plain list goes by its own address."""
    where = f"{counts['metros']} metropolitan areas and {counts['states']} states"
    summary = Summary(
        f"Data scientists' pay in {where}",
        f"What data scientists earn in {where} by the BLS, {table.period}: jobs, means and their standard errors; "
        f"{counts['firm_metros']} of the areas are firm enough for an estimate.",
    )
    turned = Wanted(page=found.wanted.page).address if found.wanted == Wanted(page=found.wanted.page) else ""
    return head_of(request, page, summary, [overview_step(page), (PLACES, f"{reverse('salaries:areas')}{turned}")])


def head_of_place(request: HttpRequest, page: GuidePage, place: PlacePage, table: Areas) -> Head:
    """Return the head of a place, with the occupations whose wages the BLS publishes whole and firmly there."""
    steps = [
        overview_step(page),
        (PLACES, reverse("salaries:areas")),
        (place.name, reverse("salaries:area", args=[place.slug])),
    ]
    return head_of(request, page, summary_of_place(place, table), steps, items_of(place, page.guide, table))


def summary_of_place(place: PlacePage, table: Areas) -> Summary:
    """Return what a place's page says."""
    counted = [(one.name.lower(), one.area.annual_mean) for one in place.counted if one.area]
    means = [f"{name} {money(mean)}" for name, mean in counted if mean]
    if not means:
        words = f"{place.name}: the BLS releases no mean wages of data scientists or developers here."
        return Summary(f"{place.name}: no mean wages are released", words)
    factor = f"; an ML engineer's estimate here is multiplied by {place.finding.factor:.4f}"
    words = f"Mean wages in {place.name} by the BLS, {table.period}: {' and '.join(means)}{factor}."
    return Summary(f"{place.name}: {means[0]} a year", words)


def items_of(place: PlacePage, guide: Guide, table: Areas) -> list[Item]:
    """Return the occupations of a place with their percentiles, where those are all released and rest on enough."""
    return [
        occupation_in(one.area, one.name, location_of(one.area), table.period)
        for one in place.counted
        if one.area and is_firm(one, guide)
    ]


def is_firm(one: Counted, guide: Guide) -> bool:
    """Return whether an occupation's percentiles can stand without the words on the page: whole, and firm."""
    return one.area is not None and one.strip is not None and infirm(one.area, guide) is None


def head_of_market(request: HttpRequest, page: GuidePage, market: MarketPage) -> Head:
    """Return the head of the market check."""
    mains = [(tier.level, tier.main) for tier in market.tiers if not tier.upper_half]
    middles = [f"{level} {money(main.found.median)}" for level, main in mains if main]
    summary = Summary(
        f"Market check: {market.entries:,} salaries of ML engineers",
        f"{market.entries:,} posted or reported US salaries of ML engineers, 2023-24, beside the guide's ranges. "
        f"Medians by level: {', '.join(middles)}. Not adjusted for place or time.",
    )
    return head_of(request, page, summary, [overview_step(page), ("Market check", reverse("salaries:market"))])
