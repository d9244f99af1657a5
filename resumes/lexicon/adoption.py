"""Which changes to the lexicons this worker reads resumes with: those in the database, once they are proved.

Every resume asks the database, so that what is saved holds from the next resume on, in every worker and without a
restart. New changes are proved first, on the sample resume in a child: where that fails the ones before stay in use.
"""

import threading
from pathlib import Path

import structlog
from django.utils import timezone

from resumes import limits, sandbox
from resumes.extraction.amendments import UNAMENDED, Amendments
from resumes.lexicon import stored
from resumes.reading.errors import ReadingError

log = structlog.get_logger(__name__)

SAMPLE = Path(__file__).parent.parent / "samples" / "sample-resume.pdf"


class Adopted:
    """The changes in use, and those that failed and are not tried again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._used = UNAMENDED
        self._failed: Amendments | None = None

    def amendments(self) -> Amendments:
        """Return the changes to read with, after proving what is new in the database."""
        wanted = stored.amendments()
        with self._lock:
            if wanted not in (self._used, self._failed):
                self._prove(wanted)
            return self._used

    def _prove(self, wanted: Amendments) -> None:
        told = {"lexicon": wanted.digest()[:12], "skills": len(wanted.skills), "employers": len(wanted.employers)}
        try:
            prove(wanted)
        except sandbox.Interrupted as error:
            log.warning("lexicon_not_proved", reason=error.reason, **told)
        except ReadingError as error:
            self._failed = wanted
            log.error("lexicon_refused", reason=getattr(error, "reason", error.code), **told)
        else:
            self._used = wanted
            log.info("lexicon_adopted", **told)


def prove(wanted: Amendments) -> None:
    """Read the sample resume with the changes. Raises `ReadingError` and `sandbox.Interrupted`."""
    today = timezone.now().date()
    bounds = limits.confinement()
    sandbox.analyse(SAMPLE.read_bytes(), as_of=today, limits=limits.reading_limits(), bounds=bounds, amendments=wanted)


ADOPTED = Adopted()
