"""The queue's page: figures of rows, and what the last sweep tells of worker and beat."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from redis import Redis

from resumes import heartbeat, sweep, workload
from resumes.analysis import analyse
from resumes.models import Resume, State
from tests.processes import Broker

pytestmark = pytest.mark.django_db

Store = Callable[..., Resume]


def page(client: Client) -> Any:
    return client.get(reverse("admin:resumes_queue"))


def ended(store: Store, minutes: int, code: str = "", **columns: Any) -> Resume:
    end = timezone.now() - timedelta(minutes=minutes)
    state = "failed" if code else "done"
    return store(state=state, code=code, ended_at=end, created_at=end - timedelta(seconds=10), **columns)


def test_it_counts_what_waits_and_is_read(admin_client: Client, store: Store, broker: Broker) -> None:
    store(created_at=timezone.now() - timedelta(minutes=3))
    store(state="reading", lease_until=timezone.now() + timedelta(seconds=9))
    store(state="reading", lease_until=timezone.now() - timedelta(seconds=9))
    shown = page(admin_client)
    assert (shown.context["waiting"].count, shown.context["being_read"].count) == (1, 2)
    assert shown.context["being_read"].lapsed == 1
    assert "the oldest for 3\xa0minutes" in shown.content.decode()


def test_it_counts_what_ended_in_the_last_hour_and_day(store: Store) -> None:
    for minutes in (1, 30, 120, 3000):
        ended(store, minutes)
    ended(store, 5, "too_slow")
    sums, codes = workload.ended(timezone.now())
    assert [(one.words, one.hour, one.day) for one in sums] == [("Done", 2, 3), ("Failed", 1, 1)]
    assert [(one.code, one.words) for one in codes] == [("too_slow", "Reading it took too long")]


@pytest.mark.parametrize(("share", "value"), [(0.5, 10), (0.95, 19)])
def test_percentiles_are_by_nearest_rank(share: float, value: int) -> None:
    assert workload.rank(list(range(1, 21)), share) == value


def test_where_nothing_was_measured_there_is_no_percentile() -> None:
    assert workload.measured("Waiting", []).median is None


def test_times_and_version_are_those_of_what_was_read(admin_client: Client, store: Store, broker: Broker) -> None:
    resume = store()
    analyse(resume.pk)
    recent = workload.recent(timezone.now())
    assert recent.versions == ((resume.reading.version, 1),)
    assert all(one.median is not None and one.median >= 0 for one in recent.times)
    assert resume.reading.version in page(admin_client).content.decode()


def test_an_attempt_after_the_first_does_not_change_how_long_it_waited(store: Store) -> None:
    begun = timezone.now() - timedelta(minutes=1)
    resume = store(begun_at=begun, attempts=1)
    analyse(resume.pk)
    resume.refresh_from_db()
    assert resume.begun_at == begun


@pytest.mark.django_db(transaction=True)
def test_a_fresh_sweep_says_that_worker_and_beat_work(admin_client: Client, broker: Broker) -> None:
    sweep.sweep()
    assert "Worker and beat do their work" in page(admin_client).content.decode()


def test_an_old_sweep_points_to_beat(admin_client: Client, broker: Broker) -> None:
    cache.set(heartbeat.KEY, (timezone.now() - timedelta(minutes=10)).isoformat())
    shown = page(admin_client).content.decode()
    assert "The last sweep was 10 minutes ago. Beat has sent nothing" in shown


def test_what_beat_sent_and_nobody_took_points_to_the_worker(admin_client: Client, broker: Broker) -> None:
    with Redis.from_url(broker.url.replace("redis+socket", "unix")) as redis:
        redis.lpush("upkeep", "message")
    shown = page(admin_client).content.decode()
    assert "No sweep is known since the broker started. Beat sends, and no worker takes" in shown


def test_a_broker_that_is_down_is_told_and_the_rest_shown(admin_client: Client, store: Store) -> None:
    store()
    shown = page(admin_client)
    assert "The broker does not answer" in shown.content.decode()
    assert shown.context["waiting"].count == 1


def test_without_a_cache_nothing_is_noted_and_nothing_fails() -> None:
    heartbeat.beat()


def test_it_asks_a_fixed_number_of_questions(
    admin_client: Client, store: Store, broker: Broker, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        ended(store, number, "too_slow" if number % 2 else "")
    with django_assert_max_num_queries(12):
        page(admin_client)


def test_ends_are_counted_up_to_a_bound_and_the_page_says_so(
    admin_client: Client, store: Store, broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workload, "MOST", 2)
    monkeypatch.setattr(workload, "NEWEST_FAILED", 2)
    for minutes in (1, 2, 90):
        ended(store, minutes, "too_slow")
    shown = page(admin_client)
    assert [(one.hour, one.day) for one in shown.context["sums"]] == [(0, 0), (2, 2)]
    assert [(one.code, one.day) for one in shown.context["codes"]] == [("too_slow", 2)]
    assert "2 or more" in shown.content.decode()


def test_counts_use_the_index_of_ends(store: Store) -> None:
    since = timezone.now() - timedelta(hours=1)
    plan = workload.since(State.DONE, since).explain()
    assert "resume_end" in plan
    assert "TEMP B-TREE" not in plan
