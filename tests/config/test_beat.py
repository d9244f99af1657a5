from datetime import timedelta

import pytest
from celery.beat import ScheduleEntry

from config.beat import ENOUGH, Bounded
from config.celery import app
from resumes.queueing import UPKEEP, queue_length
from tests.processes import Broker


@pytest.fixture
def beat() -> Bounded:
    return Bounded(app=app, lazy=True)


def entry() -> ScheduleEntry:
    options = {"queue": UPKEEP}
    return ScheduleEntry("sweep", "resumes.tasks.sweep", schedule=timedelta(seconds=5), options=options, app=app)


def test_what_is_due_is_sent(beat: Bounded, broker: Broker) -> None:
    beat.apply_entry(entry(), beat.producer)
    assert queue_length(UPKEEP) == 1


def test_with_no_worker_there_messages_do_not_pile_up(beat: Bounded, broker: Broker) -> None:
    for _ in range(ENOUGH + 10):
        beat.apply_entry(entry(), beat.producer)
    assert queue_length(UPKEEP) == ENOUGH


def test_a_broker_that_is_gone_is_no_error(beat: Bounded) -> None:
    beat.apply_entry(entry())
