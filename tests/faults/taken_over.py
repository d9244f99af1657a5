"""The project's Celery application with readers that every document takes over: `celery -A tests.faults.taken_over`.

A real worker then has real children, confined as ever, that do what `stand_ins` can do instead of reading.
"""

from config.celery import app
from resumes import child
from tests.faults import stand_ins

__all__ = ["app"]

child.analyse = stand_ins.obey  # type: ignore[assignment]
