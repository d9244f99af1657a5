"""A resume's estimate as it stands: with its corrections, on the edition that answers it."""

from dataclasses import dataclass

from resumes.answering import edition_of
from resumes.models import Resume
from resumes.presentation.basis import Basis, basis_of
from resumes.presentation.places import where
from resumes.profile import profile_of, question_of
from salaries import editions, wages
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile


@dataclass(frozen=True, slots=True)
class Current:
    """The profile that the estimate is worked out from, and what the estimate's page is told from."""

    profile: Profile
    basis: Basis

    @property
    def found(self) -> Estimate:
        """The estimate."""
        return self.basis.estimate

    @property
    def guide(self) -> Guide:
        """The edition's figures."""
        return self.basis.guide

    @property
    def where(self) -> str:
        """The place in the fewest words, empty where none is known."""
        return where(self.basis)


def current(resume: Resume) -> Current | None:
    """Return what stands, None where the page asks a question instead of answering."""
    facts, said = resume.facts(), resume.corrections
    if question_of(facts, said):
        return None
    guide = editions.freeze(edition_of(resume, editions.current()))
    basis = basis_of(resume.document(), facts, said, guide, resume.as_of, wages.areas())
    return Current(profile_of(facts, said, resume.as_of), basis)
