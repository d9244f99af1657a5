"""Remove a resume with everything derived from it."""

from functools import partial

from django.db import transaction

from resumes.models import Resume


def delete(resume: Resume) -> None:
    """Remove row, results and file. A resume that is gone already is no error.

    The file goes after the commit: a rollback must not leave a row without its file, and a file that a crash leaves
    behind is an orphan, which the sweep removes.
    """
    storage, name = resume.file.storage, resume.file.name
    with transaction.atomic():
        Resume.objects.filter(pk=resume.pk).delete()
        if name:
            transaction.on_commit(partial(storage.delete, name))
