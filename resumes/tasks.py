"""What workers run: ids in, nothing out; the work and its safety against repeats are in the modules called."""

from uuid import UUID

from celery import shared_task
from celery.signals import worker_init

from resumes import analysis, pictures, sandbox, sweep
from resumes.lexicon import trials


@worker_init.connect
def warm_sandbox(**_signal: object) -> None:
    """Start the server of children with the worker, so that the first resume finds it warm."""
    sandbox.warm()


@shared_task(acks_late=True, ignore_result=True)
def analyse_resume(resume_id: str) -> None:
    """Read one resume."""
    analysis.analyse(UUID(resume_id))


@shared_task(ignore_result=True)
def draw_pages(resume_id: str) -> None:
    """Draw the pages of one resume."""
    pictures.draw(UUID(resume_id))


@shared_task(name="resumes.tasks.sweep", ignore_result=True)
def sweep_resumes() -> None:
    """Queue what waits too long, remove what has expired."""
    sweep.sweep()


@shared_task(ignore_result=True)
def try_lexicon(trial_id: str) -> None:
    """Try a change to the lexicons out on a text of staff's."""
    trials.answer(UUID(trial_id))


@shared_task(ignore_result=True)
def remove_orphans() -> None:
    """Remove files that no row names, and sessions whose time is up."""
    sweep.done(sweep.remove_old_sessions)
    sweep.done(sweep.remove_orphans)
