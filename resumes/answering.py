"""Which edition of the guide answers a resume: the one that answered it first, until the visitor takes another.

Decision: a new edition changes nobody's answer unasked. The page says what the current edition would answer, and the
visitor takes it, and can go back.
"""

from resumes import measures
from resumes.models import Resume
from salaries.models import Edition


def edition_of(resume: Resume, current: Edition) -> Edition:
    """Return the edition that answers the resume: what the visitor took, else its own, else the current one."""
    key = resume.taken_edition_id or resume.edition_id
    if key is None or key == current.pk:
        return current
    return resume.taken_edition or resume.edition or current


def keep_edition(resume: Resume, edition: Edition) -> None:
    """Keep the edition that gave the first answer; later ones change nothing."""
    if resume.edition_id is None:
        first = Resume.objects.filter(pk=resume.pk, edition=None).update(edition=edition)
        measures.ESTIMATES.labels("resume").inc(first)
        resume.edition = edition


def take_edition(resume: Resume, edition: Edition) -> None:
    """Let another edition answer from now on; the resume's own again where it is that."""
    taken = None if edition.pk == resume.edition_id else edition
    Resume.objects.filter(pk=resume.pk).update(taken_edition=taken)
    resume.taken_edition = taken
