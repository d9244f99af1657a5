"""What a download may hold: known names, numbers in bounds, evidence inside the text. Pure.

The bounds are wide of anything that reading gives; they keep what is restored from doing harm on a page or in a sum.
"""

import math
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from resumes.exchange.download import Answered, Download
from resumes.extraction.facts import Evidence, Facts, Location, Role
from resumes.presentation.words import load
from resumes.reading.document import Document, Line
from resumes.reading.errors import ChangedDownload
from resumes.reading.limits import Limits
from resumes.said import NEW, Corrections
from salaries.estimation.profile import Place
from salaries.offers import Offer, faults
from salaries.reference import metros

EARLIEST = date(2000, 1, 1)
LONGEST = 500
"""Characters of a title, an employer, a skill or a field of study."""
MOST_OFFERS = 2
LONGEST_NAME_OF_OFFER = 60
MOST_YEARS = Decimal(80)
MOST_DOLLARS = Decimal(1_000_000_000)
FARTHEST = 20_000.0
"""Points: a page of PDF is at most 14,400 wide and high (ISO 32000-1, annex C.2)."""

WORD = re.compile(r"[\w.+:-]{1,80}")
VERSION = re.compile(r"[\w.-]{0,49}")
SHA256 = re.compile(r"[0-9a-f]{64}")
MOMENT = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
CBSA = re.compile(r"\d{5}")
COUNTRY = re.compile(r"[A-Z]{2}")
KEY_OF_ADDED = re.compile(rf"{NEW}[1-9]\d{{0,3}}")


def check(download: Download, limits: Limits, latest: date) -> None:
    """Raise `ChangedDownload` where something is not as this site writes it; `latest` is how late `as_of` may be."""
    if not all(conditions(download, limits, latest)):
        raise ChangedDownload


def check_corrections(told: Corrections) -> None:
    """Raise `ChangedDownload` for what the checks of single corrections take as given."""
    if not all(of_corrections(told)):
        raise ChangedDownload


def conditions(download: Download, limits: Limits, latest: date) -> Iterator[bool]:
    """Yield what has to hold of everything, the cheapest first."""
    yield EARLIEST <= download.as_of <= latest
    yield download.made_at.tzinfo is not None
    yield all(VERSION.fullmatch(part) for part in (download.versions.code, download.versions.lexicon))
    yield bool(download.versions.code)
    yield is_name(download.edition.name, 40) and bool(SHA256.fullmatch(download.edition.sha256))
    yield from of_document(download.document, limits)
    yield from of_facts(download.facts, len(download.document.text))
    yield download.estimate is None or all(of_estimate(download.estimate))
    yield len(download.offers) <= MOST_OFFERS and all(all(of_offer(one)) for one in download.offers)


def of_document(document: Document, limits: Limits) -> Iterator[bool]:
    """Yield what has to hold of the text and its lines, which follow one another."""
    yield 0 < len(document.text) <= limits.max_characters and "\0" not in document.text
    yield 1 <= document.pages <= limits.far_too_many_pages
    yield all(is_known(remark, "remarks") for remark in document.remarks)
    reached = 0
    for line in document.lines:
        yield reached <= line.start < line.end <= len(document.text)
        yield all(of_line(line, document))
        reached = line.end


def of_line(line: Line, document: Document) -> Iterator[bool]:
    yield "\n" not in document.text[line.start : line.end]
    yield 1 <= line.page <= document.pages and 0 <= line.column <= 100
    box = (line.box.x0, line.box.top, line.box.x1, line.box.bottom) if line.box else ()
    yield all(math.isfinite(number) and abs(number) <= FARTHEST for number in (line.size, line.gap, *box))


def of_facts(facts: Facts, length: int) -> Iterator[bool]:
    """Yield what has to hold of the facts of a text of so many characters."""
    yield all(0 <= one.start <= one.end <= length for one in evidence_in(facts))
    yield all(all(of_role(role)) for role in facts.roles)
    yield all(is_name(skill.name) and is_known(skill.category, "categories") for skill in facts.skills)
    yield is_name(facts.education.field) and is_name(facts.current_title)
    yield facts.location is None or all(of_place(facts.location))
    yield is_known(facts.employer_kind, "employers") and is_known(facts.rung, "rungs")
    yield facts.stated_years is None or is_years(facts.stated_years.years)
    yield all(is_known(remark.code, "remarks") for remark in facts.remarks)
    yield all(WORD.fullmatch(reason) for one in facts.achievements for reason in one.reasons)
    yield all(math.isfinite(one.score) and abs(one.score) <= 1000 for one in facts.achievements)
    if guess := facts.specialization:
        yield all(is_known(slug, "specializations") for slug in (guess.primary, *guess.scores, *guess.could_also_be))
        yield all(0 <= score <= 1 for score in guess.scores.values())


def of_role(role: Role) -> Iterator[bool]:
    yield is_name(role.title) and is_name(role.employer)
    yield role.start is None or bool(MOMENT.fullmatch(role.start))
    yield role.end in (None, "present") or bool(MOMENT.fullmatch(role.end or ""))


def of_place(place: Location) -> Iterator[bool]:
    yield from of_where(place)
    yield place.metro is None or place.metro in metros.load()


def of_where(place: Location | Place) -> Iterator[bool]:
    yield is_name(place.city) and is_name(place.region)
    yield place.country is None or bool(COUNTRY.fullmatch(place.country))
    yield place.cbsa is None or bool(CBSA.fullmatch(place.cbsa))


def of_offer(offer: Offer) -> Iterator[bool]:
    """Yield what has to hold of an offer: what its form would take, under a name that could be given it."""
    yield is_name(offer.name, LONGEST_NAME_OF_OFFER) and bool(offer.name.strip())
    yield is_known(offer.employer, "employers") and all(of_where(offer.place))
    amounts = (offer.base, offer.hours, offer.weeks, offer.equity, offer.bonus, offer.signing)
    yield all(one is None or (one.is_finite() and one == round(one, 2)) for one in amounts)
    yield not any(faults(offer))


def of_estimate(estimate: Answered) -> Iterator[bool]:
    """Yield what has to hold of the range, which is all that is shown of the estimate."""
    yield bool(estimate.steps)
    yield all(one.is_finite() and 0 <= one <= MOST_DOLLARS for one in (estimate.low, estimate.point, estimate.high))


def of_corrections(told: Corrections) -> Iterator[bool]:
    """Yield what has to hold of the corrections beside roles and skills, whose own checks follow."""
    yield told.years is None or (is_years(told.years) and told.years <= 60)
    for family, slug in (
        ("tiers", told.tier),
        ("rungs", told.rung),
        ("specializations", told.specialization),
        ("employers", told.employer),
    ):
        yield is_known(slug, family)
    yield told.place is None or (all(of_place(told.place)) and not told.place.evidence)
    yield len({one.key for one in told.roles}) == len(told.roles)
    yield all(KEY_OF_ADDED.fullmatch(one.key) for one in told.roles if one.added)
    yield not any(one.added and one.removed for one in told.roles)


def evidence_in(value: Any) -> Iterator[Evidence]:
    """Yield every piece of evidence, wherever it stands in the facts."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from evidence_in(part)
    elif hasattr(value, "__dataclass_fields__"):
        yield from evidence_in(tuple(getattr(value, name) for name in value.__dataclass_fields__))


def is_name(text: str | None, most: int = LONGEST) -> bool:
    """Return whether a text is short enough to be a name and in one line."""
    return text is None or (len(text) <= most and not set(text) & {"\0", "\n", "\r"})


def is_known(slug: str | None, family: str) -> bool:
    """Return whether the pages have a word for the slug; none is fine."""
    return slug is None or slug in load()[family]


def is_years(years: Decimal) -> bool:
    """Return whether years are between 0 and 80, with two decimals at most."""
    return years.is_finite() and 0 <= years <= MOST_YEARS and years == round(years, 2)
