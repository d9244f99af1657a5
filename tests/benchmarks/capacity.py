"""How many machines a day's resumes take, what is full first, and whether a simulation agrees.

    python -m tests.benchmarks.capacity

Reckons with `capacity.toml`, and with what the other parts have measured in place of what it states.
"""

from collections.abc import Iterator, Sequence

from tests.benchmarks.capacity_data import Model, results, stated, taken
from tests.benchmarks.capacity_plan import Plan, plan, reached
from tests.benchmarks.capacity_runs import COLUMNS, Run, as_planned, beyond
from tests.benchmarks.parts import Cell, Curve, Part, Table, Target, percentile, save

AGREED = 0.3
"""By how much of the formula the simulated mean wait may differ: the formula itself is an approximation."""

UNEVEN = 1.0
"""Milliseconds of mean wait below which the two are not compared: nobody waits."""


def part_of(model: Model) -> Part:
    """Return plans, limits and simulations as a part of the report."""
    plans = [plan(model, load) for load in model.loads]
    runs = [as_planned(model, one) for one in plans]
    over = list(beyond(model, plans[len(plans) // 2]))
    return Part(
        part="capacity",
        title="Capacity",
        text=list(text(model, plans)),
        targets=[*of_answers(model, runs), *of_formulas(runs), *of_refusals(over)],
        tables=[of_plans(plans), of_limits(model), of_runs(runs, over), of_quantities(model)],
        curves=[
            Curve(title="Machines", x="resumes a day", y="machines", points=machines(model), log=True),
            Curve(title="Cost", x="resumes a day", y="dollars a month", points=costs(model), log=True),
        ],
    )


def of_answers(model: Model, runs: Sequence[Run]) -> Iterator[Target]:
    """Yield the promise on the time from upload to answer, at the planned use of the cores."""
    for run in runs:
        high = percentile(run.seen.answers, 95)
        what = f"upload to answer, 95th percentile, simulated, {run.what}"
        yield Target(what=what, target=model["answer_seconds"], measured=high, unit="s")


def of_formulas(runs: Sequence[Run]) -> Iterator[Target]:
    """Yield how far the simulated mean wait lies from the formula, where anybody waits at a steady rate."""
    for run in runs:
        if "the day" in run.what or max(run.wait, run.formula) * 1000 < UNEVEN:
            continue
        what = f"mean wait simulated against the formula, {run.what}"
        off = abs(run.wait - run.formula) / run.formula
        yield Target(what=what, target=AGREED, measured=off, unit="of it")


def of_refusals(over: Sequence[Run]) -> Iterator[Target]:
    """Yield whether uploads are answered within a second where what waits is bounded, under ten times the load."""
    last = over[-1]
    what = f"uploads accepted or refused, 95th percentile, simulated, {last.what}"
    yield Target(what=what, target=1.0, measured=percentile(last.seen.uploads, 95), unit="s")


def of_plans(plans: Sequence[Plan]) -> Table:
    """Return what each load takes, a column a load."""
    rows: list[list[Cell]] = [
        ["resumes a second at the peak", *(one.rate for one in plans)],
        ["worker cores", *(one.workers for one in plans)],
        ["web cores", *(one.web for one in plans)],
        ["writing transactions a second", *(one.demand["transactions"] for one in plans)],
        ["database statements a second", *(one.demand["statements"] for one in plans)],
        ["database connections", *(round(one.demand["connections"]) or 1 for one in plans)],
        ["Redis commands a second", *(one.demand["redis"] for one in plans)],
        ["bucket, GB", *(one.bucket_gb for one in plans)],
        ["database, GB", *(one.database_gb for one in plans)],
        ["network at the peak, Gbit/s", *(one.network_gbit for one in plans)],
        ["PostgreSQL servers, standbys among them", *(one.databases or "SQLite" for one in plans)],
        ["Redis servers", *(one.redis or "embedded" for one in plans)],
        ["machines", *(one.machines for one in plans)],
        ["dollars a month", *(round(one.dollars_a_month) for one in plans)],
    ]
    columns = ["what a day's resumes take", *(f"{one.a_day:,.0f}" for one in plans)]
    return Table(caption="Plans, for the peak hour", columns=columns, rows=rows)


def of_limits(model: Model) -> Table:
    """Return the limits in the order in which a growing load meets them."""
    rows: list[list[Cell]] = [[one.part, round(load), one.value, one.then] for load, one in reached(model)]
    columns = ["what is full", "at resumes a day", "one bears", "what to change then"]
    return Table(caption="What is full first", columns=columns, rows=rows)


def of_runs(runs: Sequence[Run], over: Sequence[Run]) -> Table:
    rows = [run.row() for run in (*runs, *over)]
    return Table(caption="Simulated, and by formula", columns=COLUMNS, rows=rows)


def of_quantities(model: Model) -> Table:
    """Return all that is reckoned with, and where it comes from."""
    rows: list[list[Cell]] = [
        [name.replace("_", " "), one.value, one.unit, one.source] for name, one in model.quantities.items()
    ]
    rows += [[one.part, one.value, one.per, one.source] for one in model.limits]
    return Table(caption="What this reckons with", columns=["quantity", "value", "unit", "source"], rows=rows)


def machines(model: Model) -> list[tuple[float, float]]:
    return [(10.0**power, plan(model, 10.0**power).machines) for power in range(4, 9)]


def costs(model: Model) -> list[tuple[float, float]]:
    return [(10.0**power, plan(model, 10.0**power).dollars_a_month) for power in range(4, 9)]


def text(model: Model, plans: Sequence[Plan]) -> Iterator[str]:
    """Yield what is to be known, and what it comes to."""
    peak, busy = f"{model['peak']:g}", f"{model['utilisation']:.0%}"
    yield (
        f"The peak hour has {peak} times the day's mean; workers and web are busy for {busy} of it. A resume takes "
        f"{model['worker_ms']:.0f} ms of a worker's core, a visit {model['web_ms']:.0f} ms of the web's. What is an "
        "assumption is called one in the last table; prices are."
    )
    told = ", ".join(f"{one.a_day:,.0f} a day {count(one)}, ${one.dollars_a_month:,.0f} a month" for one in plans)
    load, first = next(iter(reached(model)))
    yield f"{told}. The first limit that a growing load meets is {first.part}, at {load:,.0f} a day."
    yield (
        "The simulation (simpy) has Poisson arrivals, the web's and the workers' cores as queues in the order of "
        "arrival, lognormal reading times of the measured mean and 95th percentile, and pages that ask as the waiting "
        "page does. The formula is Erlang's C with Lee and Longton's factor for times that are not exponential."
    )
    yield (
        "Under overload it is not the workers that give way first: pages that wait ask every "
        f"{model['question_seconds']:g} s, and where many may wait, their questions keep the web from taking and "
        "refusing uploads. Hence the plan's web has cores to answer all that its workers can do and to refuse the rest "
        f"of {model['overload']:g} times the peak, and that is enough where no more may wait than is read in "
        f"{model['little_waiting_seconds']:g} s, or where pages ask less often the longer they wait."
    )


def count(planned: Plan) -> str:
    return "one machine" if planned.machines == 1 else f"{planned.machines} machines"


def main() -> None:
    """Reckon, simulate, and write the part."""
    print(save(part_of(taken(stated(), results()))))


if __name__ == "__main__":
    main()
