import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError

from resumes import holding, limits


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "lease", lambda: timedelta(seconds=0.08))


def times_renewed(seconds: float, *, ours: bool = True) -> int:
    """Return how often a hold is renewed by work that takes so long."""
    renewals: list[int] = []

    def renew() -> bool:
        renewals.append(1)
        return ours

    with holding.held(renew):
        time.sleep(seconds)
    return len(renewals)


def test_a_hold_is_renewed_well_before_it_ends() -> None:
    assert times_renewed(0.5) >= 5


def test_short_work_renews_nothing() -> None:
    assert times_renewed(0) == 0


def test_what_is_not_ours_any_more_is_not_asked_for_again() -> None:
    assert times_renewed(0.3, ours=False) == 1


def test_a_database_that_is_gone_for_a_moment_is_asked_again() -> None:
    answers = iter([OperationalError(), True, False])

    def renew() -> bool:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with holding.held(renew):
        time.sleep(0.4)
    assert list(answers) == []


def test_whoever_takes_longer_than_any_attempt_may_loses_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "longest_attempt", lambda: timedelta(seconds=0.1))
    assert times_renewed(0.5) <= 6


def test_nothing_keeps_running_afterwards() -> None:
    before = threading.active_count()
    times_renewed(0.1)
    assert threading.active_count() == before
