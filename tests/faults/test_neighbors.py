"""One thread, two bombs, a good resume between them: it waits for the first no longer than that one may take."""

from collections.abc import Callable

import pytest
from django.conf import LazySettings

from resumes.models import Resume, State
from tests.conftest import RESUME
from tests.faults import documents
from tests.faults.conftest import sized
from tests.faults.sending import let_work_take, send, start_warm, wait_for_all
from tests.processes import Worker

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

SLACK = 2.0
"""Seconds: for killing and burying the bomb, and for the messages between broker and worker, on a busy machine."""


def latency(resume: Resume) -> float:
    """Return the seconds between upload and end."""
    resume.refresh_from_db()
    assert resume.state == State.DONE
    assert resume.ended_at
    return (resume.ended_at - resume.created_at).total_seconds()


def test_a_good_resume_between_two_bombs_waits_no_longer_than_one_may_take(
    worker: Worker, settings: LazySettings, figure: Callable[[int, str], None]
) -> None:
    limit = sized(20, 3)
    let_work_take(worker, settings, limit, threads=1)
    start_warm(worker)
    alone = send(RESUME)
    wait_for_all(120)
    _, good, _ = send(documents.doubling_pdf(28)), send(RESUME), send(documents.doubling_pdf(28))
    wait_for_all(4 * limit + 180)
    added = latency(good) - latency(alone)
    assert added <= limit + SLACK
    figure(3, f"a good resume behind a bomb that takes up to {limit} s, one thread: {added:.1f} s later than alone")
