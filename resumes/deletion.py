"""Remove a resume with everything derived from it; what its visitor marked as wrong stays as a count."""

from functools import partial

import msgspec
import structlog
from django.db import transaction

from resumes import marks
from resumes.answering import edition_of
from resumes.marking import marked
from resumes.marks import Marked
from resumes.models import Drawing, PagePicture, Reading, Resume, State
from resumes.storing import remove
from salaries import editions

log = structlog.get_logger(__name__)


def delete(resume: Resume) -> None:
    """Remove row, results, file and pictures. A resume that is gone already is no error, and is not counted again.

    Files go after the commit: a rollback must not leave a row without its file, and a file that a crash leaves
    behind is an orphan, which the sweep removes.
    """
    storage, name = resume.file.storage, resume.file.name
    with transaction.atomic():
        pictures = pictures_of(resume)
        lock(resume)
        leaving = what_to_count(resume)
        _, rows = Resume.objects.filter(pk=resume.pk).delete()
        if leaving and rows.get(Resume._meta.label):
            marks.count(*leaving)
        transaction.on_commit(partial(remove, storage, [file for file in (name, *pictures) if file]))


def lock(resume: Resume) -> None:
    """Wait for whoever writes the row, and let nobody: a result saved meanwhile would refer to a row that goes."""
    list(Resume.objects.select_for_update().filter(pk=resume.pk).values_list("pk"))


def pictures_of(resume: Resume) -> list[str]:
    """Return the names of its pages' pictures, of which there come no more: a drawing under way finds its row gone."""
    Drawing.objects.filter(resume=resume).delete()
    return list(PagePicture.objects.filter(resume=resume).values_list("file", flat=True))


def what_to_count(resume: Resume) -> tuple[str, list[Marked]] | None:
    """Return the version that read the resume, and what was marked; None for samples and where nothing was read.

    What is restored from a download was counted when its resume went.

    Nothing keeps a resume from going: one whose facts an earlier version wrote in another form is not counted.
    """
    if resume.is_sample or resume.is_restored or resume.state != State.DONE:
        return None
    try:
        version = resume.readings.values_list("version", flat=True).latest("read_at")
        return version, marks_of(resume) if resume.corrections.any else []
    except (Reading.DoesNotExist, msgspec.ValidationError, editions.NoPublishedEdition, ValueError) as error:
        log.warning("marks_not_counted", reason=type(error).__name__)
        return None


def marks_of(resume: Resume) -> list[Marked]:
    """Return what the visitor marked as wrong, by the edition that answered."""
    guide = editions.freeze(edition_of(resume, editions.current()))
    return marked(resume.facts(), resume.corrections, resume.as_of, guide)
