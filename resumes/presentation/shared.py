"""What a share link shows: the estimate as it is told without a resume. No word of the resume comes in here."""

from resumes.models import Resume
from resumes.profile import profile_of
from salaries import wages
from salaries.estimation.guide import Guide
from salaries.explanation.page import Explained, explained
from salaries.reference import states

ABROAD = "This place is outside the United States"


def shared_page(resume: Resume, guide: Guide) -> Explained:
    """Return the estimate of a resume with its corrections, from its profile alone.

    A place abroad is not named.
    """
    profile = profile_of(resume.facts(), resume.corrections, resume.as_of)
    place = profile.place
    abroad = place.country not in (None, "US")
    state = states.load().get(place.region or "")
    where = "" if abroad else place.city or (state.name if state else "")
    return explained(profile, guide, wages.areas(), where=where, abroad=ABROAD if abroad else "")
