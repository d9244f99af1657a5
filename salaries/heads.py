"""What stands in the head of the guide's pages: title, description, own address, picture, and data for programs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from salaries.contents.prose import money
from salaries.parts import PARTS
from salaries.picture import words_of
from salaries.presentation import GuidePage
from salaries.structured.items import Item, breadcrumbs, dataset, occupation, questions, tier
from salaries.structured.writing import written
from salaries.summaries import Summary, summary_of

VERSION = 12
"""Letters of an edition's hash in the address of its picture: sites that show links keep pictures by address."""

HOME = ("Bandwise", "/")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page. Addresses are whole, with scheme and host; `address` is the one that the page goes by.

    `structured` is JSON-LD as it stands in the page, `picture` the words in place of the picture that goes with links,
    and `version` what tells this edition's picture from others.
    """

    title: str
    description: str
    address: str
    structured: str
    picture: str
    version: str


def head_of(
    request: HttpRequest,
    page: GuidePage,
    summary: Summary,
    steps: Sequence[tuple[str, str]],
    items: Iterable[Item] = (),
) -> Head:
    """Return a page's head. `steps`: what lies between home and the page, names with paths, the page last."""
    ways = [(name, request.build_absolute_uri(path)) for name, path in (HOME, *steps)]
    picture = str(words_of(page))
    data = written([breadcrumbs(ways), *items])
    title = f"{summary.title} | {page.contents.title}" if summary.title else page.contents.title
    return Head(title, summary.description, ways[-1][1], data, picture, page.digest[:VERSION])


def head_of_part(request: HttpRequest, page: GuidePage, part: str) -> Head:
    """Return the head of the overview ("") or of a part."""
    steps = [overview_step(page)]
    if part:
        steps.append((PARTS[part], reverse("salaries:part", args=[part])))
    summary = summary_of(page, part)
    address = request.build_absolute_uri(steps[-1][1])
    return head_of(request, page, summary, steps, items_of(request, page, part, address))


def overview_step(page: GuidePage) -> tuple[str, str]:
    """Return the step that every page of the guide lies under."""
    return page.contents.title, reverse("salaries:overview")


def head_of_form(request: HttpRequest, page: GuidePage) -> Head:
    """Return the head of the estimate by hand: of the form, whatever is filled in."""
    low, high = page.guide.tiers[0].base.low, page.guide.tiers[-1].base.high
    summary = Summary(
        "Estimate by hand",
        f"Years, specialization and place give an ML engineer's base salary range by the {page.contents.title}, "
        f"{money(low)} to {money(high)} before place and field, every step shown. No resume needed.",
    )
    steps = [("Guide", reverse("salaries:overview")), ("Estimate by hand", reverse("salaries:by_hand"))]
    return head_of(request, page, summary, steps)


def items_of(request: HttpRequest, page: GuidePage, part: str, address: str) -> list[Item]:
    """Return what a part's figures are in terms of schema.org, nothing for parts that it has no terms for."""
    if part == "percentiles":
        return [occupation(row, address) for row in page.contents.occupations]
    if part == "tiers":
        return [tier(row, address) for row in page.contents.tiers]
    if part == "questions":
        return [questions(page.contents.questions)]
    if part == "":
        return [dataset(page.contents, summary_of(page, "").description, address, downloads(request))]
    return []


def downloads(request: HttpRequest) -> Mapping[str, str]:
    """Return the media types of the whole edition's data, by address."""
    return {request.build_absolute_uri(reverse("salaries:edition_data")): "application/json"}
