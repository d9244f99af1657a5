"""The offers that are kept with a resume, held against its range."""

from resumes.models import Resume
from resumes.presentation.basis import Basis
from resumes.profile import profile_of
from salaries import wages
from salaries.offers import OfferCheck, check


def held(resume: Resume, basis: Basis) -> tuple[OfferCheck, ...]:
    """Return each kept offer with its check, none where none is kept."""
    if not resume.offers:
        return ()
    profile = profile_of(basis.read, basis.corrections, basis.as_of)
    return tuple(check(offer, profile, basis.guide, wages.areas()) for offer in resume.offers)
