"""The BLS's wages (OEWS, data scientists) as a place's figure: where they are firm enough, and why not."""

from decimal import Decimal

from salaries.estimation.amounts import Citation
from salaries.estimation.beside import OewsFactor
from salaries.estimation.guide import DATA_SCIENTISTS, Guide
from salaries.estimation.means import place_factor
from salaries.estimation.profile import Place
from salaries.reference.oews import Area, Areas

TABLE = "BLS wages by area, {period}, data scientists"


def metro_row(place: Place, guide: Guide, areas: Areas) -> Area | None:
    """Return the row of the place's metropolitan area, None outside all of them."""
    return areas.metro(place.cbsa, guide.occupation(DATA_SCIENTISTS).soc) if place.cbsa else None


def state_row(place: Place, guide: Guide, areas: Areas) -> Area | None:
    """Return the row of the place's state, None where the region is no state."""
    return areas.state(place.region, guide.occupation(DATA_SCIENTISTS).soc) if place.region else None


def oews_factor(area: Area | None, guide: Guide, areas: Areas) -> OewsFactor | None:
    """Return the factor that a row gives, firm or not; None where a mean is not released."""
    national = areas.national(guide.occupation(DATA_SCIENTISTS).soc).annual_mean
    if area is None or area.annual_mean is None or national is None:
        return None
    return OewsFactor(
        name=area.name,
        factor=place_factor(area.annual_mean, national, guide),
        mean=area.annual_mean,
        national_mean=national,
        jobs=area.employment,
        error=area.wage_rse,
        firm=infirm(area, guide) is None,
        source=Citation("oews", TABLE.format(period=areas.period), f"{area.name}{_how_firm(area)}"),
    )


def infirm(area: Area, guide: Guide) -> str | None:
    """Return in words why a row's mean is not used, None where it is."""
    why = shortfall(area, guide)
    if why is None:
        return None
    if area.annual_mean is None:
        return f"The BLS publishes no mean for data scientists in {area.name}."
    return f"The BLS mean for {area.name} {why}."


def shortfall(area: Area, guide: Guide) -> str | None:
    """Return what a row's mean falls short of, as the end of a sentence that begins with the mean; None where firm."""
    fewest, largest = guide.parameters.oews_fewest_jobs.value, guide.parameters.oews_largest_error.value
    if area.annual_mean is None:
        return "is not published"
    if area.employment is None or area.employment < fewest:
        return f"rests on {_jobs(area.employment)}, under {_plain(fewest)}"
    if area.wage_rse is None or area.wage_rse > largest:
        error = "of unknown size" if area.wage_rse is None else f"of {_plain(area.wage_rse)} %"
        return f"has a standard error {error}, over {_plain(largest)} %"
    return None


def _how_firm(area: Area) -> str:
    error = "" if area.wage_rse is None else f", +/- {_plain(area.wage_rse)} %"
    return f" ({_jobs(area.employment)}{error})"


def _jobs(employment: int | None) -> str:
    return "an unpublished number of jobs" if employment is None else f"{employment:,} jobs"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
