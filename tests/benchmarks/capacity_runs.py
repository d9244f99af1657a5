"""Simulations of planned sites: their peak as planned, all workers busy, ten times the peak."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from tests.benchmarks.capacity_data import Model
from tests.benchmarks.capacity_plan import Plan
from tests.benchmarks.capacity_queueing import mean_wait, spread, variation
from tests.benchmarks.capacity_simulation import Seen, Site, lognormal, over_a_day, poisson, simulate
from tests.benchmarks.parts import Cell, percentile

SEED = 20261123
MOST_ARRIVALS = 20_000
"""Of one simulation: a day of ten thousand whole, of larger ones as much of the peak hour."""

BURST = 30.0
"""Seconds of ten times the load."""


@dataclass(frozen=True, slots=True)
class Run:
    """One simulation: what it is of, its site, what arrived a second, what was seen."""

    what: str
    site: Site
    rate: float
    seen: Seen
    formula: float

    @property
    def wait(self) -> float:
        return sum(self.seen.waits) / max(1, len(self.seen.waits))

    def row(self) -> list[Cell]:
        seen = self.seen
        waits, answers, uploads = (tuple(one) or (0.0,) for one in (seen.waits, seen.answers, seen.uploads))
        return [
            self.what,
            self.site.workers,
            self.site.web,
            self.rate,
            self.wait * 1000,
            self.formula * 1000 if self.formula < 1e9 else "without end",
            percentile(waits, 95),
            percentile(uploads, 95),
            percentile(answers, 95),
            seen.refused / max(1, seen.arrived) * 100,
            seen.longest,
        ]


COLUMNS = [
    "simulated",
    "worker cores",
    "web cores",
    "uploads a second",
    "mean wait, ms",
    "by formula, ms",
    "95 % wait, s",
    "95 % upload, s",
    "95 % to answer, s",
    "refused, %",
    "longest queue",
]


def site_of(model: Model, planned: Plan, chance: random.Random) -> Site:
    """Return the planned site as it is simulated, with no bound on what waits."""
    web = model["web_ms"] / 1000
    return Site(
        workers=planned.workers,
        web=planned.web,
        reading=lognormal(model["worker_ms"] / 1000, spread(model["worker_late"]), chance),
        upload=web * model["upload_share"],
        question=web * model["question_share"],
        answer=web * model["answer_share"],
        refusal=web * model["refusal_share"],
        pause=model["question_seconds"],
        handover=model["handover_ms"] / 1000,
    )


def simulated(model: Model, what: str, site: Site, rate: float, arrivals: Iterator[float]) -> Run:
    sigma = spread(model["worker_late"])
    formula = mean_wait(site.workers, rate, model["worker_ms"] / 1000, variation(sigma))
    return Run(what, site, rate, simulate(site, arrivals), formula)


def as_planned(model: Model, planned: Plan) -> Run:
    """Simulate the planned peak hour, or the whole day where that is short enough."""
    chance = random.Random(SEED)
    site = site_of(model, planned, chance)
    if planned.a_day <= MOST_ARRIVALS:
        whole = over_a_day(planned.a_day, model.hours, chance)
        return simulated(model, f"{planned.a_day:,.0f} a day, the day", site, planned.rate, whole)
    peak = islice(poisson(planned.rate, 3600, chance), MOST_ARRIVALS)
    return simulated(model, f"{planned.a_day:,.0f} a day, its peak", site, planned.rate, peak)


def beyond(model: Model, planned: Plan) -> Iterator[Run]:
    """Simulate the planned site with all its workers busy, and under ten times its peak for a while."""
    chance = random.Random(SEED)
    site = site_of(model, planned, chance)
    full = site.workers / (model["worker_ms"] / 1000)
    many, few = (int(full * seconds) for seconds in (model["waiting_seconds"], model["little_waiting_seconds"]))
    for words, one in (("", site), (f", {few} may wait", replace(site, most_waiting=few))):
        yield simulated(model, f"all workers busy, 5 min{words}", one, full, poisson(full, 300, chance))
    ten = model["overload"] * planned.rate
    for words, one in (
        ("", site),
        (f", {many} may wait", replace(site, most_waiting=many)),
        (f", {many} may wait, pages ask every 5 s", replace(site, most_waiting=many, pause=5.0)),
        (f", {few} may wait", replace(site, most_waiting=few)),
    ):
        yield simulated(model, f"ten times the peak, {BURST:g} s{words}", one, ten, poisson(ten, BURST, chance))
