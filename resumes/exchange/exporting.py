"""Everything that was read of a resume and answered, as its owner takes it along."""

from datetime import datetime

from resumes.exchange import portable
from resumes.exchange.download import SCHEMA, Answered, Download, EditionUsed, Versions
from resumes.models import Resume
from resumes.presentation.basis import Basis, basis_of
from resumes.profile import question_of
from salaries import editions, wages
from salaries.estimation.estimate import Estimate
from salaries.models import Edition


def exported(resume: Resume, edition: Edition, made_at: datetime) -> Download:
    """Return a resume that was read, on the edition that answers it; `exchange.download.encoded` makes it JSON.

    Raises `NoSuchFigure` where the edition lacks what a correction names.
    """
    kept = editions.kept(edition)
    basis = basis_for(resume, edition)
    question = question_of(basis.read, basis.corrections)
    return Download(
        schema=SCHEMA,
        made_at=made_at,
        as_of=resume.as_of,
        versions=Versions.of(resume.reading.version),
        edition=EditionUsed(edition.name, kept.digest),
        document=basis.document,
        facts=basis.read,
        corrections=basis.corrections,
        question=question,
        estimate=None if question else answered(basis.estimate),
        offers=resume.offers,
    )


def json_resume(resume: Resume, edition: Edition) -> portable.Resume:
    """Return what was read, as corrected, as a JSON Resume."""
    basis = basis_for(resume, edition)
    return portable.resume(basis.document, basis.facts, basis.corrections)


def basis_for(resume: Resume, edition: Edition) -> Basis:
    """Return what the resume's page is told from."""
    guide = editions.freeze(edition)
    return basis_of(resume.document(), resume.facts(), resume.corrections, guide, resume.as_of, wages.areas())


def answered(estimate: Estimate) -> Answered:
    """Return the estimate as the download holds it."""
    return Answered(
        tier=estimate.tier,
        rung=estimate.rung,
        specialization=estimate.specialization,
        relevant_years=estimate.relevant_years,
        years_sum=estimate.years_sum,
        low=estimate.low,
        point=estimate.point,
        high=estimate.high,
        and_up=estimate.and_up,
        steps=estimate.steps,
        positions=estimate.positions,
        scenarios=estimate.scenarios,
    )
