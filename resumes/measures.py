"""What is counted and timed in the life of resumes, for a monitoring server to fetch (`config.metrics` serves it).

Every label is one of our own few words: a failure's code, a stage's name. Nothing of a visitor, no id, no address:
labels are kept for months, and each value is a series of its own. Where the values lie `config.metric_files` decides;
counting costs no query and cannot fail for want of a disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from prometheus_client import Counter, Histogram

from resumes.reading.errors import ReadingError, TooSlow, Unreadable

if TYPE_CHECKING:
    from resumes.child import Analysed
    from resumes.models import Resume

ACCEPTED = "accepted"
DONE = "done"
SECONDS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 40, 120, 600)
"""Bounds of the stages' buckets: reading takes tenths of a second, its limit is 20, waiting has none."""

UPLOADS = Counter("bandwise_uploads", "Uploads by what became of them at the door", ["outcome"])
ENDED = Counter("bandwise_resumes_ended", "Resumes that ended, by failure code or done", ["code"])
STAGES = Histogram("bandwise_stage_seconds", "Seconds in each stage of a done resume", ["stage"], buckets=SECONDS)
HANDED_BACK = Counter("bandwise_attempts_handed_back", "Attempts stopped by what lies outside the document")
CHILDREN = Counter("bandwise_child_failures", "Children that gave no answer", ["work", "fault"])
ESTIMATES = Counter("bandwise_estimates", "Estimates made: a resume's first, and by hand", ["of"])
SWEEPS = Counter("bandwise_sweep_passes", "Passes of the sweep")
SWEPT = Counter("bandwise_swept", "What the sweep did to resumes and files", ["deed"])

for stage in ("waiting", "reading", "extracting", "whole"):
    STAGES.labels(stage)


@contextmanager
def upload() -> Iterator[None]:
    """Count an upload: as accepted, or under the code of its refusal, or as broken where something else failed."""
    try:
        yield
    except ReadingError as error:
        refused(error.code)
        raise
    except Exception:
        refused("broken")
        raise
    UPLOADS.labels(ACCEPTED).inc()


def refused(code: str) -> None:
    """Count an upload that was refused for the reason that the code names."""
    UPLOADS.labels(code).inc()


def done(resume: Resume, analysed: Analysed, ended_at: datetime) -> None:
    """Count a resume that was read, with the seconds of each stage from its arrival to its end."""
    ENDED.labels(DONE).inc()
    if resume.begun_at:
        STAGES.labels("waiting").observe((resume.begun_at - resume.created_at).total_seconds())
    STAGES.labels("reading").observe(analysed.seconds_reading)
    STAGES.labels("extracting").observe(analysed.seconds_extracting)
    STAGES.labels("whole").observe((ended_at - resume.created_at).total_seconds())


def failed(code: str, count: int = 1) -> None:
    """Count resumes that ended as failed with that code."""
    ENDED.labels(code).inc(count)


@contextmanager
def child(work: str) -> Iterator[None]:
    """Count a child that gives no answer, by what stopped it; a document that is refused is an answer."""
    try:
        yield
    except TooSlow:
        CHILDREN.labels(work, "too_slow").inc()
        raise
    except Unreadable as error:
        CHILDREN.labels(work, fault_of(error.reason)).inc()
        raise
    except ReadingError:
        raise
    except Exception:
        CHILDREN.labels(work, "interrupted").inc()
        raise


def fault_of(reason: str) -> str:
    """Return what a child died of, from the reason that the sandbox gives: a word of ours, never the reason itself."""
    if "memory" in reason.lower():
        return "memory"
    return "crash" if reason.startswith("child ended") else "error"


def swept(deed: str, count: int = 1) -> None:
    """Count what the sweep did: `queued_again`, `expired`, `orphan_removed`."""
    SWEPT.labels(deed).inc(count)


def by_hand(**_signal: object) -> None:
    """Count an estimate that was made by hand."""
    ESTIMATES.labels("by_hand").inc()
