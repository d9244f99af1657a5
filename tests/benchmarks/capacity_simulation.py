"""Visitors, web servers, a queue and workers, simulated event by event.

Each visitor uploads, then asks every so often whether the answer is there, as the waiting page does. The web's cores
serve uploads, questions and answers in the order in which they come; the workers' cores read resumes. Where a bound is
set, an upload that finds so many waiting is refused at once.
"""

import random
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import simpy  # type: ignore[import-not-found]  # in the environment of the benchmarks alone

Seconds = Callable[[], float]
"""Draws how long something takes."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is simulated: cores, times in seconds, and how many may wait (None: any number)."""

    workers: int
    web: int
    reading: Seconds
    upload: float
    question: float
    answer: float
    pause: float
    handover: float
    refusal: float = 0.0
    most_waiting: int | None = None


@dataclass(slots=True)
class Seen:
    """What happened: seconds of waiting for a worker and from upload to answer, uploads refused, the longest queue.

    `uploads` are the seconds in which an upload was accepted or refused.
    """

    waits: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    uploads: list[float] = field(default_factory=list)
    refused: int = 0
    arrived: int = 0
    longest: int = 0
    busy: float = 0.0


def simulate(site: Site, arrivals: Iterator[float]) -> Seen:
    """Run until the last arrival has its answer. `arrivals` are moments in rising order, seconds from the start."""
    world = simpy.Environment()
    seen = Seen()
    web, workers = simpy.Resource(world, site.web), simpy.Resource(world, site.workers)

    def gate() -> Iterator[Any]:
        for moment in arrivals:
            yield world.timeout(moment - world.now)
            seen.arrived += 1
            world.process(visit())

    def served(seconds: float) -> Iterator[Any]:
        with web.request() as turn:
            yield turn
            yield world.timeout(seconds)

    def full() -> bool:
        return site.most_waiting is not None and len(workers.queue) >= site.most_waiting

    def taken() -> Generator[Any, Any, bool]:
        """Serve an upload, or refuse it at once, when its turn has come."""
        with web.request() as turn:
            yield turn
            refused = full()
            yield world.timeout(site.refusal if refused else site.upload)
        return not refused

    def visit() -> Iterator[Any]:
        begun = world.now
        accepted = yield from taken()
        seen.uploads.append(world.now - begun)
        if not accepted:
            seen.refused += 1
            return
        reading = world.process(read())
        while not reading.processed:
            yield world.timeout(site.pause)
            yield from served(site.question)
        yield from served(site.answer)
        seen.answers.append(world.now - begun)

    def read() -> Iterator[Any]:
        yield world.timeout(site.handover)
        queued = world.now
        with workers.request() as turn:
            seen.longest = max(seen.longest, len(workers.queue))
            yield turn
            seen.waits.append(world.now - queued)
            seconds = site.reading()
            seen.busy += seconds
            yield world.timeout(seconds)

    world.process(gate())
    world.run()
    return seen


def poisson(rate: float, seconds: float, chance: random.Random) -> Iterator[float]:
    """Yield moments of arrival at a steady rate a second."""
    moment = chance.expovariate(rate)
    while moment < seconds:
        yield moment
        moment += chance.expovariate(rate)


def over_a_day(a_day: float, hours: Sequence[float], chance: random.Random) -> Iterator[float]:
    """Yield moments of arrival over a day, thinned from those of its busiest hour; `hours` in times the mean."""
    busiest = max(hours)
    for moment in poisson(a_day / 86_400 * busiest, 86_400, chance):
        if chance.random() * busiest < hours[int(moment // 3600)]:
            yield moment


def lognormal(mean: float, sigma: float, chance: random.Random) -> Seconds:
    """Return what draws from the lognormal distribution of that mean and spread."""
    return lambda: mean * chance.lognormvariate(-(sigma**2) / 2, sigma)
