"""What a number of resumes a day takes: cores, writes, connections, machines, dollars; and which limit is met first."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.capacity_data import Limit, Model

DAY, MONTH = 86_400, 30
"""Seconds, and days."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts that bear a load in its peak hour. `rate` is resumes a second then."""

    a_day: float
    rate: float
    workers: int
    web: int
    demand: dict[str, float]
    machines: int
    databases: int
    redis: int
    bucket_gb: float
    database_gb: float
    network_gbit: float
    sent_gb_a_month: float
    dollars_a_month: float

    @property
    def is_one_machine(self) -> bool:
        """Whether web, workers, SQLite and the embedded broker share one machine."""
        return not self.databases


def peak_rate(model: Model, a_day: float) -> float:
    """Return resumes a second in the peak hour."""
    return a_day / DAY * model["peak"]


def workers_for(model: Model, rate: float) -> int:
    """Return the cores of workers that are busy as planned."""
    needed = math.ceil(rate * model["worker_ms"] / 1000 / model["utilisation"])
    return max(int(model["least_workers"]), needed)


def web_cores(model: Model, rate: float) -> float:
    """Return the web's cores: busy as planned at the peak, and able to refuse many times of it.

    When more comes than workers can do, all that they do is answered, and the rest is refused meanwhile.
    """
    refusing = model["overload"] * model["refusal_share"]
    return rate * model["web_ms"] / 1000 * (1 / model["utilisation"] + refusing)


def demand(model: Model, rate: float) -> dict[str, float]:
    """Return what the peak asks of each part, a second where it is not cores and connections: not rounded."""
    workers = rate * model["worker_ms"] / 1000 / model["utilisation"]
    web = web_cores(model, rate)
    return {
        "cores": workers + web,
        "transactions": rate * model["transactions"],
        "statements": rate * model["statements"],
        "connections": web * model["web_threads"] + workers * model["worker_connections"],
        "redis": rate * model["redis"],
        "puts": rate * model["puts"],
        "expired": rate,
    }


def plan(model: Model, a_day: float) -> Plan:
    """Return what that many resumes a day take."""
    rate = peak_rate(model, a_day)
    asked = demand(model, rate)
    workers, web = workers_for(model, rate), max(1, math.ceil(web_cores(model, rate)))
    one = workers + web <= model["cores"] and asked["transactions"] <= limit(model, "SQLite's one writer").value
    databases = 0 if one else 2 * needed(model, asked["transactions"], "one PostgreSQL")
    redis = 0 if one else needed(model, asked["redis"], "one Redis")
    apart = 0 if one else model["spare"] + databases + math.ceil(redis / model["cores"])
    machines = math.ceil((workers + web) / model["cores"]) + int(apart)
    bucket, sent = a_day * model["stored_mb"] / 1000 * model["kept_days"], a_day * MONTH * model["sent_mb"] / 1000
    dollars = machines * model["machine_price"] + bucket * model["stored_price"] + sent * model["sent_price"]
    network = rate * model["traffic_mb"] * 8 / 1000
    rows = a_day * model["row_kb"] / 1e6 * model["kept_days"]
    return Plan(
        a_day=a_day,
        rate=rate,
        workers=workers,
        web=web,
        demand=asked,
        machines=machines,
        databases=databases,
        redis=redis,
        bucket_gb=bucket,
        database_gb=rows,
        network_gbit=network,
        sent_gb_a_month=sent,
        dollars_a_month=dollars,
    )


def needed(model: Model, asked: float, part: str) -> int:
    """Return how many of a part bear what is asked, busy as planned."""
    return max(1, math.ceil(asked / (limit(model, part).value * model["utilisation"])))


def limit(model: Model, part: str) -> Limit:
    """Return the limit of a part. Raises `StopIteration` where there is none of that name."""
    return next(one for one in model.limits if one.part == part)


def reached(model: Model) -> Iterator[tuple[float, Limit]]:
    """Yield each limit with the resumes a day whose peak reaches it, the first one first."""
    each = demand(model, peak_rate(model, 1))
    yield from sorted(((one.value / each[one.per], one) for one in model.limits), key=lambda pair: pair[0])
