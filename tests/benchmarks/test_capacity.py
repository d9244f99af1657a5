"""The capacity model: formulas against textbooks, the simulation against formulas, plans that grow with the load."""

import random

import pytest

from tests.benchmarks import capacity_plan, report
from tests.benchmarks.capacity_data import Lookup, Model, Quantity, looked_up, stated, taken
from tests.benchmarks.capacity_queueing import erlang_b, erlang_c, mean_wait, spread, variation
from tests.benchmarks.parts import Part, Table

RATE, SERVICE = 8.0, 0.1
"""A server that is busy for four fifths of the time."""


def test_erlang_b_is_that_of_the_tables() -> None:
    assert erlang_b(10, 5) == pytest.approx(0.0184, abs=5e-5)


def test_erlang_c_is_that_of_the_tables() -> None:
    assert erlang_c(10, 8) == pytest.approx(0.409, abs=5e-4)


def test_one_server_makes_those_wait_who_find_it_busy() -> None:
    assert erlang_c(1, 0.8) == pytest.approx(0.8)
    assert mean_wait(1, RATE, SERVICE) == pytest.approx(0.4)


def test_even_service_halves_the_wait() -> None:
    assert mean_wait(1, RATE, SERVICE, variation=0) == pytest.approx(0.2)


def test_more_than_the_servers_can_do_waits_without_end() -> None:
    assert mean_wait(2, 21, SERVICE) == float("inf")
    assert erlang_c(2, 2.1) == 1


def test_the_spread_gives_back_the_95th_percentile() -> None:
    chance, sigma = random.Random(1), spread(3)
    drawn = sorted(chance.lognormvariate(0, sigma) for _ in range(20_000))
    assert drawn[19_000] == pytest.approx(3, rel=0.05)
    assert variation(sigma) == pytest.approx(0.75, abs=0.01)


def test_every_quantity_has_a_unit_and_a_source() -> None:
    model = stated()
    assert all(one.unit and one.source for one in model.quantities.values())
    assert all(one.source and one.then and one.value > 0 for one in model.limits)


def test_an_hour_of_the_day_is_the_stated_peak_and_the_day_has_its_mean() -> None:
    model = stated()
    assert len(model.hours) == 24
    assert sum(model.hours) == pytest.approx(24)
    assert max(model.hours) == model["peak"]


def test_each_load_takes_more_of_everything() -> None:
    plans = [capacity_plan.plan(stated(), load) for load in stated().loads]
    for name in ("workers", "web", "machines", "databases", "bucket_gb", "network_gbit", "dollars_a_month"):
        values = [getattr(one, name) for one in plans]
        assert values == sorted(values)
        assert values[0] < values[-1]


def test_cores_are_busy_as_planned_and_no_more() -> None:
    model = stated()
    planned = capacity_plan.plan(model, 10_000_000)
    busy = planned.rate * model["worker_ms"] / 1000 / planned.workers
    assert model["utilisation"] * 0.98 < busy <= model["utilisation"]


def test_the_web_has_cores_to_refuse_what_workers_cannot_do() -> None:
    model = stated()
    rate = capacity_plan.peak_rate(model, 1_000_000)
    done, sent = rate / model["utilisation"], rate * model["overload"]
    needed = (done + sent * model["refusal_share"]) * model["web_ms"] / 1000
    assert capacity_plan.web_cores(model, rate) == pytest.approx(needed)


def test_a_small_site_is_one_machine_without_servers_beside() -> None:
    assert capacity_plan.plan(stated(), 10_000).is_one_machine
    assert not capacity_plan.plan(stated(), 100_000_000).is_one_machine


def test_limits_are_met_in_the_order_told() -> None:
    loads = [load for load, _ in capacity_plan.reached(stated())]
    assert loads == sorted(loads)
    assert len(loads) == len(stated().limits)


def test_the_load_that_meets_a_limit_asks_for_just_that() -> None:
    model = stated()
    for load, limit in capacity_plan.reached(model):
        asked = capacity_plan.demand(model, capacity_plan.peak_rate(model, load))
        assert asked[limit.per] == pytest.approx(limit.value)


def part() -> Part:
    rows: list[list[str | float | int | None]] = [["web", 50.0, 60], ["worker", 10.0, 12]]
    return Part(
        part="load", title="Load", tables=[Table(caption="Times a visit", columns=["p", "idle", "high"], rows=rows)]
    )


def lookup(**changed: str | tuple[str, ...]) -> Lookup:
    values = {"part": "load", "table": "Times", "rows": ("web", "worker"), "columns": ("busy", "idle"), **changed}
    return Lookup(**values)  # type: ignore[arg-type]


def test_what_was_measured_takes_the_place_of_what_is_stated() -> None:
    quantity = Quantity(1, "ms", "default", (lookup(),))
    model = Model(loads=(), hours=(), quantities={"web_ms": quantity}, limits=())
    found = taken(model, [part()])
    assert found["web_ms"] == 60
    assert "Load" in found.quantities["web_ms"].source


def test_what_was_not_measured_stays_as_stated() -> None:
    model = stated()
    assert taken(model, []) == model
    assert looked_up(lookup(columns=("busy",)), part().tables) is None
    assert looked_up(lookup(rows=("nobody",)), part().tables) is None


def test_a_quantity_can_be_one_column_over_another() -> None:
    assert looked_up(lookup(columns=("high",), over="idle"), part().tables) == pytest.approx(72 / 60)


def test_names_that_are_looked_up_are_those_of_the_report() -> None:
    names = {one.part for quantity in stated().quantities.values() for one in quantity.measured}
    assert names <= set(report.ORDER)
