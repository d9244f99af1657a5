"""The simulation: as long a wait as the formulas say, nobody lost, a bound that holds."""

import random
from typing import Any

import pytest

pytest.importorskip("simpy", reason="in the environment of the benchmarks alone")

from tests.benchmarks.capacity_data import stated
from tests.benchmarks.capacity_queueing import mean_wait
from tests.benchmarks.capacity_simulation import Seen, Site, over_a_day, poisson, simulate

SERVICE = 0.1


def site(chance: random.Random, **changed: Any) -> Site:
    """Return a site where only reading takes time."""
    values = {"workers": 1, "web": 1000, "upload": 0.0, "question": 0.0, "answer": 0.0, "pause": 5.0, "handover": 0.0}
    return Site(reading=lambda: chance.expovariate(1 / SERVICE), **{**values, **changed})


def seen(rate: float, seconds: float, **changed: Any) -> Seen:
    chance = random.Random(5)
    return simulate(site(chance, **changed), poisson(rate, seconds, chance))


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


@pytest.mark.parametrize(("workers", "rate"), [(1, 7.0), (4, 32.0)])
def test_visitors_wait_as_long_as_erlang_says(workers: int, rate: float) -> None:
    waited = mean(seen(rate, 12_000 / rate * 2, workers=workers).waits)
    assert waited == pytest.approx(mean_wait(workers, rate, SERVICE), rel=0.15)


def test_everybody_who_arrives_is_answered() -> None:
    found = seen(5.0, 200)
    assert found.arrived == len(found.answers) == len(found.waits) > 900
    assert found.refused == 0


def test_a_page_learns_of_its_answer_when_it_asks() -> None:
    found = seen(0.1, 1000, pause=0.6)
    assert min(found.answers) == pytest.approx(0.6)


def test_a_bound_refuses_what_workers_cannot_do_and_no_more() -> None:
    found = seen(100.0, 60, most_waiting=20)
    assert found.refused / found.arrived == pytest.approx(0.9, abs=0.03)
    assert max(found.waits) < 21 * SERVICE * 2
    assert found.arrived == found.refused + len(found.answers)


def test_without_a_bound_the_wait_grows_with_the_overload() -> None:
    assert max(seen(20.0, 60).waits) > 20


def test_the_day_has_its_number_of_arrivals_and_its_peak() -> None:
    hours = stated().hours
    moments = list(over_a_day(20_000, hours, random.Random(3)))
    busiest = hours.index(max(hours))
    assert len(moments) == pytest.approx(20_000, rel=0.03)
    assert sum(busiest <= moment / 3600 < busiest + 1 for moment in moments) == pytest.approx(2_500, rel=0.08)


def test_the_same_seed_gives_the_same_run() -> None:
    assert seen(8.0, 50) == seen(8.0, 50)
