"""Whether our own code can read at all: a resume that gave no answer is to blame only where the sample gives one.

After a deploy that lacks a file, with lexicons that break the pipeline, or on a machine without memory every document
ends without an answer. None of them is unreadable for that.
"""

from functools import cache
from pathlib import Path

from resumes import child, limits, sandbox
from resumes.child import Analysed
from resumes.extraction.amendments import Amendments
from resumes.models import today
from resumes.reading.errors import ReadingError

SAMPLE = Path(__file__).parent / "samples" / "sample-resume.pdf"


@cache
def sample() -> bytes:
    return SAMPLE.read_bytes()


def reads(amendments: Amendments) -> bool:
    """Return whether the sandbox reads the sample, with staff's changes to the lexicons."""
    what = (sample(), limits.reading_limits(), today(), amendments)
    try:
        return isinstance(sandbox.run(child.analyse, *what, bounds=limits.confinement()), Analysed)
    except (ReadingError, sandbox.Interrupted):
        return False
