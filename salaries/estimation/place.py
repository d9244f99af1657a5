"""Third step: what the place changes, from the nearest figure that is firm enough."""

from collections.abc import Callable
from dataclasses import replace

from salaries.estimation.beside import OewsFactor, PlaceFinding
from salaries.estimation.bls import infirm, metro_row, oews_factor, state_row
from salaries.estimation.estimate import Step
from salaries.estimation.factors import ONE, alike, dollars, times
from salaries.estimation.guide import Guide, PlaceMean
from salaries.estimation.means import national_mean, place_factor
from salaries.estimation.profile import Place
from salaries.reference.oews import Area, Areas

US = "US"
OUTSIDE = "This place is outside the United States, so nothing is adjusted: this is the US national range."
UNKNOWN = "No place is known, so nothing is adjusted: this is the US national range."
NO_FIGURE = "Neither the guide nor the BLS has a firm figure for this place: this is the US national range."

Answer = PlaceFinding | str | None
"""A finding, or why a figure was passed over, or None where there is no figure at all."""


def price(place: Place, guide: Guide, areas: Areas) -> PlaceFinding:
    """Return the first figure that answers: the guide's metro, the BLS's metro, the guide's state, the BLS's state."""
    if place.country not in (None, US):
        return nation(guide, OUTSIDE)
    if place.cbsa is None and place.region is None:
        return nation(guide, UNKNOWN)
    passed: tuple[str, ...] = ()
    for look in CHAIN:
        answer = look(place, guide, areas)
        if isinstance(answer, PlaceFinding):
            return replace(answer, passed_over=passed)
        passed += (answer,) if answer else ()
    return nation(guide, *passed, NO_FIGURE)


def place_step(before: Step, finding: PlaceFinding) -> Step:
    """Return the step that multiplies by the place's factor."""
    return times(
        before,
        alike(finding.factor),
        slug="place",
        label=finding.name,
        because=("place",),
        source=finding.source,
        note=_words(finding),
    )


def nation(guide: Guide, *why: str) -> PlaceFinding:
    """Return factor 1, the US national range, and why."""
    source = guide.parameters.place_weight.source
    return PlaceFinding("nation", "United States", ONE, None, None, source, passed_over=why)


def _guide_metro(place: Place, guide: Guide, areas: Areas) -> Answer:
    listed = guide.metro(place.cbsa)
    if listed is None:
        return None
    finding = _of_guide(listed, oews_factor(metro_row(place, guide, areas), guide, areas), guide)
    return replace(finding, kind="guide-metro")


def _oews_metro(place: Place, guide: Guide, areas: Areas) -> Answer:
    answer = _of_oews(metro_row(place, guide, areas), guide, areas)
    return replace(answer, kind="oews-metro") if isinstance(answer, PlaceFinding) else answer


def _guide_state(place: Place, guide: Guide, areas: Areas) -> Answer:
    listed = guide.state(place.region)
    if listed is None:
        return None
    return _of_guide(listed, oews_factor(state_row(place, guide, areas), guide, areas), guide)


def _oews_state(place: Place, guide: Guide, areas: Areas) -> Answer:
    return _of_oews(state_row(place, guide, areas), guide, areas)


CHAIN: tuple[Callable[[Place, Guide, Areas], Answer], ...] = (_guide_metro, _oews_metro, _guide_state, _oews_state)


def _of_guide(listed: PlaceMean, oews: OewsFactor | None, guide: Guide) -> PlaceFinding:
    national = national_mean(guide)
    factor = place_factor(listed.mean, national, guide)
    return PlaceFinding("guide-state", listed.name, factor, listed.mean, national, listed.source, oews=oews)


def _of_oews(area: Area | None, guide: Guide, areas: Areas) -> Answer:
    if area is None:
        return None
    found = oews_factor(area, guide, areas)
    if found is None or not found.firm:
        return infirm(area, guide)
    return PlaceFinding("oews-state", found.name, found.factor, found.mean, found.national_mean, found.source)


def _words(finding: PlaceFinding) -> str:
    if finding.mean is None or finding.national_mean is None:
        return " ".join(finding.passed_over)
    means = f"Mean {dollars(finding.mean)} there, {dollars(finding.national_mean)} in the nation."
    return " ".join((means, *finding.passed_over))
