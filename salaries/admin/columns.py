"""Columns that the tables of the admin work out: ranks, indexes, widths. With the rows' own query, not one by one."""

from decimal import Decimal
from typing import Any

from django.db.models import Count, ExpressionWrapper, F, FloatField, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from salaries import models
from salaries.contents.prose import PERCENTILES, plain
from salaries.estimation import guide as frozen
from salaries.estimation.amounts import Citation
from salaries.estimation.guide import DATA_SCIENTISTS
from salaries.estimation.positions import position

NOTHING = ""
"""What stands in a column that a row has no figure for."""

WORDS = {"below": "below the 10th", "above": "above the 90th"}


def ranked(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """Return places with `rank` by mean within their edition, 1 the highest, and the `nation`'s mean.

    By subqueries, since the rank among a list's rows would change with its filters.
    """
    above = rows.model.objects.filter(edition=OuterRef("edition"), mean__gt=OuterRef("mean"))
    counted = above.order_by().values("edition").annotate(count=Count("pk")).values("count")
    annotated: QuerySet[Any] = rows.annotate(
        rank=Coalesce(Subquery(counted, output_field=IntegerField()), 0) + 1, nation=_nation()
    )
    return annotated


def _nation() -> Subquery:
    """Return the mean of the row's edition that `salaries.estimation.means.national_mean` works out."""
    tail, middle = (_parameter(slug) for slug in ("mean-tail-weight", "mean-middle-weight"))
    mean = tail * (F("annual_p10") + F("annual_p90")) + middle * F("annual_p50")
    found = models.Occupation.objects.filter(edition=OuterRef("edition"), slug=DATA_SCIENTISTS)
    return Subquery(found.annotate(nation=ExpressionWrapper(mean, FloatField())).values("nation")[:1])


def _parameter(slug: str) -> Subquery:
    found = models.Parameter.objects.filter(edition=OuterRef("edition"), slug=slug)
    return Subquery(found.values("value")[:1], output_field=FloatField())


def index_of(place: Any) -> str:
    """Return a place's mean in hundredths of the nation's: "146.3"; nothing where the edition lacks the nation's."""
    nation = getattr(place, "nation", None)
    return f"{100 * float(place.mean) / nation:.1f}" if nation else NOTHING


def width(low: Decimal | None, high: Decimal | None) -> str:
    """Return how wide a range is: "$50,000 (29 percent)", the percent of its low."""
    if low is None or high is None or not low:
        return NOTHING
    return f"${high - low:,.0f} ({100 * (high - low) / low:.0f} percent)"


def standing(low: Decimal, high: Decimal, occupation: models.Occupation | None) -> str:
    """Return where a range stands among an occupation's wages: "39.1 to 69.7"."""
    if occupation is None:
        return NOTHING
    annual = tuple((int(name[1:]), getattr(occupation, f"annual_{name}")) for name in PERCENTILES)
    measure = frozen.Occupation(occupation.slug, occupation.name, occupation.soc, annual, Citation("guide", "", "", ""))
    found = (position(amount, measure) for amount in (low, high))
    return " to ".join(WORDS.get(one.bound, plain(one.percentile)) for one in found)


def beside_generalist(row: models.Specialization) -> str:
    """Return how much more than the generalist's range a specialization pays by itself: "25 to 40", "-7"."""
    if row.premium_low is not None and row.premium_high is not None:
        return f"{plain(row.premium_low)} to {plain(row.premium_high)}"
    band = _band(row)
    if band is None or row.stated_for is None:
        return NOTHING
    usual = (row.stated_for.low + row.stated_for.high) / 2
    return f"{100 * (band / usual - 1):.1f}"


def _band(row: models.Specialization) -> Decimal | None:
    """Return the middle of a band, its low where it has no high."""
    low: Decimal | None = row.band_low
    high: Decimal | None = row.band_high
    if row.band_occupation is not None:
        low = getattr(row.band_occupation, f"annual_p{row.band_percentile_low}")
        high = getattr(row.band_occupation, f"annual_p{row.band_percentile_high}") if row.band_percentile_high else None
    return low if low is None or high is None else (low + high) / 2


def hours(row: models.Occupation) -> str:
    """Return the hours that turn the median hour into the median year; the Bureau counts 2,080."""
    return f"{row.annual_p50 / row.hourly_p50:,.0f}"
