"""The calls that need no resume: an estimate by hand, and the current edition."""

from decimal import Decimal
from typing import Any

from django.urls import reverse
from ninja import Router
from ninja.responses import Status as Answer

from resumes import measures
from resumes.api import priced
from resumes.api.access import Call
from resumes.api.documented import errors
from resumes.api.problems import FieldFault, Refusal
from resumes.api.schemas.estimate import EditionNow, EstimateMade, ProfileSent
from salaries import editions, wages
from salaries.estimation import estimate
from salaries.estimation.profile import Place, Profile
from salaries.places.resolving import fitting

router = Router(tags=["Guide"])
HUNDREDTH = Decimal("0.01")


@router.post(
    "/estimates",
    response={200: EstimateMade, **errors(400, 413, 422, 503)},
    url_name="estimates",
    operation_id="estimateByHand",
    summary="Get an estimate without a resume",
)
def by_hand(request: Call, sent: ProfileSent) -> Any:  # noqa: ARG001
    """Gives the explained range for what you say of somebody. Nothing of it is stored."""
    if sent.ml_years is None and sent.adjacent_years is None and sent.rung is None:
        raise Refusal("not_usable", [FieldFault("ml_years", "Give ml_years, adjacent_years or rung.")])
    kept = editions.kept(editions.current())
    found = estimate(profile_of(sent), kept.guide, wages.areas())
    measures.by_hand()
    return Answer(200, priced.estimate(found, kept.digest))


def profile_of(sent: ProfileSent) -> Profile:
    """Return what the estimator gets. Raises `Refusal` for a place that is none or several."""
    return Profile(
        ml_years=years(sent.ml_years),
        adjacent_years=years(sent.adjacent_years),
        rung=sent.rung,
        specialization=sent.specialization,
        llm_production=sent.llm_production,
        phd=sent.degree == "phd",
        place=place(sent.place) if sent.place else Place(),
        employer=sent.employer,
    )


def years(told: float | None) -> Decimal:
    """Return years with the two decimals that are counted; none are zero."""
    return Decimal(str(told or 0)).quantize(HUNDREDTH)


def place(text: str) -> Place:
    """Return the place of that name. Raises `Refusal` where none or several go by it, which it lists."""
    found = fitting(text)
    if len(found) == 1:
        return found[0].place
    names = "; ".join(option.name for option in found)
    words = f"Several places fit: {names}." if found else "No US city, metropolitan area or state goes by that name."
    raise Refusal("not_usable", [FieldFault("place", f"{words} Write it as Seattle, WA.")])


@router.get(
    "/editions/current",
    response={200: EditionNow, **errors(503)},
    url_name="edition",
    operation_id="getCurrentEdition",
    summary="Ask which edition of the guide answers",
)
def current(request: Call) -> Any:  # noqa: ARG001
    """Names the edition that new estimates cite, with its hash."""
    edition = editions.current()
    told = {"name": edition.name, "title": edition.title, "effective": edition.effective.isoformat()}
    url = reverse("salaries:named_edition_data", args=[edition.name])
    return Answer(200, {**told, "sha256": editions.kept(edition).digest, "url": url})
