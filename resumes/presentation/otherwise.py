"""What another edition of the guide would answer: the current one, or the one that answered first."""

from dataclasses import dataclass
from decimal import Decimal

from resumes.models import Resume
from resumes.presentation.basis import basis_of
from resumes.presentation.page import Page
from salaries import editions, wages
from salaries.estimation.amounts import Amounts
from salaries.estimation.guide import NoSuchFigure
from salaries.models import Edition


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """An edition and its answer, US dollars a year; None where it has no figure for this person.

    `same`: it gives the same range and point as the answer that is shown.
    """

    edition: Edition
    base: Amounts | None
    point: Decimal | None
    same: bool = False


def offer(resume: Resume, page: Page, current: Edition) -> OtherAnswer | None:
    """Return what the current edition would answer, None where it is the one that does."""
    if current.name == page.estimate.edition:
        return None
    other = answer_by(resume, current)
    same = (other.base, other.point) == (page.answer.base, page.answer.point)
    return OtherAnswer(current, other.base, other.point, same)


def first_answer(resume: Resume) -> OtherAnswer | None:
    """Return the answer that the visitor has left for a later edition's, None where they have not."""
    if resume.taken_edition_id is None or resume.edition is None:
        return None
    return answer_by(resume, resume.edition)


def answer_by(resume: Resume, edition: Edition) -> OtherAnswer:
    """Return an edition's answer to the resume with its corrections."""
    guide = editions.freeze(edition)
    try:
        basis = basis_of(resume.document(), resume.facts(), resume.corrections, guide, resume.as_of, wages.areas())
    except NoSuchFigure:
        return OtherAnswer(edition, None, None)
    found = basis.estimate
    return OtherAnswer(edition, Amounts(found.low, found.high, found.and_up), found.point)
