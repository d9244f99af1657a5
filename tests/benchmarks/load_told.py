"""What visitors tell of a site under load, and what follows: what was lost, late or refused, where time went."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from random import Random

import msgspec

from tests.benchmarks.parts import median, percentile

REFUSALS = (429, 503)
SEED = 20
ANSWERED_WITHIN = 1.0
"""Seconds in which an upload is answered, also under overload."""


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One visit. Moments are seconds since 1970, all else seconds; `status` is the upload's answer, 0 where none came.

    `upload` is the form's request, `page` the last question, `seconds` all from the form's sending to the answer.
    """

    begun: float
    status: int
    upload: float
    retry_after: str = ""
    resume: str = ""
    answered: bool = False
    seconds: float = 0.0
    first_asked: float = 0.0
    asked: int = 0
    asked_at: float = 0.0
    page: float = 0.0

    @property
    def taken(self) -> bool:
        """Whether the site has accepted the resume."""
        return bool(self.resume)

    @property
    def refused(self) -> bool:
        """Whether the site has said that it cannot now, and when it can."""
        return self.status in REFUSALS and bool(self.retry_after)

    @property
    def in_order(self) -> bool:
        """Whether the upload was accepted in time or refused as it should be."""
        return self.refused or (self.taken and self.upload < ANSWERED_WITHIN)


class Asked(msgspec.Struct, frozen=True):
    """One kind of request: how many, how many failed, median and 95th percentile in milliseconds."""

    name: str
    count: int
    failed: int
    median: float
    high: float


class Told(msgspec.Struct, frozen=True):
    """What a run of visitors tells: seconds in which they came and in all, the driver's own processor time, and by how
    many seconds the latest of them was late."""

    visits: list[Visit]
    arrivals: float
    seconds: float
    processor: float
    late: float
    requests: list[Asked]

    @property
    def share(self) -> float:
        """The driver's share of one core."""
        return self.processor / self.seconds

    @property
    def taken(self) -> list[Visit]:
        return [visit for visit in self.visits if visit.taken]


class Row(msgspec.Struct, frozen=True):
    """A resume as the database has it when all is over. Moments are seconds since 1970."""

    id: str
    state: str
    created: float
    begun: float | None
    ended: float | None
    attempts: int
    reading: float | None
    extracting: float | None
    peak_mib: int | None


class Sample(msgspec.Struct, frozen=True):
    """How many resumes waited and how many were being read, so many seconds from the start."""

    at: float
    queued: int
    reading: int


STAGES = (
    "upload request",
    "wait in queue",
    "reading",
    "extracting",
    "child, pipe, saving",
    "until the page asks",
    "answer's page",
)
"""What a visit's time is made of. The second begins when the first stores the row, before it is answered."""


def moment(stored: str | None) -> float | None:
    """Return a moment as SQLite stores it as seconds since 1970."""
    if stored is None:
        return None
    return datetime.fromisoformat(stored).replace(tzinfo=UTC).timestamp()


def row_of(columns: Sequence[object]) -> Row:
    """Return a row from its columns: id, state, three moments, attempts, two times, memory."""
    key, state, *moments = columns[:5]
    created, begun, ended = (moment(one if one is None else str(one)) for one in moments)
    values = (str(key), str(state), created, begun, ended, *columns[5:])
    return msgspec.convert(dict(zip(Row.__struct_fields__, values, strict=True)), Row)


def stages(visit: Visit, row: Row) -> dict[str, float]:
    """Return the seconds of each stage of an answered visit; they add up to all of its time.

    The upload's own time ends where the row stands, since a worker may begin before the visitor has an answer.
    """
    assert row.begun is not None
    assert row.ended is not None
    reading, extracting = row.reading or 0.0, row.extracting or 0.0
    seen = visit.begun + visit.seconds
    asked = max(row.ended, visit.asked_at)
    times = (
        row.created - visit.begun,
        row.begun - row.created,
        reading,
        extracting,
        row.ended - row.begun - reading - extracting,
        asked - row.ended,
        seen - asked,
    )
    return dict(zip(STAGES, times, strict=True))


def by_stage(visits: Iterable[Visit], rows: Mapping[str, Row]) -> dict[str, list[float]]:
    """Return the seconds of each stage over all visits that were answered and whose resume was read."""
    found: dict[str, list[float]] = {stage: [] for stage in STAGES}
    for visit in visits:
        row = rows.get(visit.resume)
        if visit.answered and row and row.state == "done" and row.begun:
            for stage, seconds in stages(visit, row).items():
                found[stage].append(seconds)
    return found


def lost(visits: Iterable[Visit], rows: Mapping[str, Row]) -> int:
    """Return how many accepted resumes have not come to an end: gone, or still waiting when all was to be over."""
    ends = {key for key, row in rows.items() if row.state in ("done", "failed")}
    return sum(visit.taken and visit.resume not in ends for visit in visits)


def moments(rate: float, seconds: float) -> Iterator[float]:
    """Yield at which seconds from the start visitors come: so many a second in the mean, independent of each other."""
    chance, at = Random(SEED), 0.0
    while (at := at + chance.expovariate(rate)) < seconds:
        yield at


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return how steeply a line through the points climbs (least squares), 0.0 for fewer than two different x."""
    count = len(points)
    if count < 2:
        return 0.0
    middle = sum(x for x, _ in points) / count
    level = sum(y for _, y in points) / count
    spread = sum((x - middle) ** 2 for x, _ in points)
    return sum((x - middle) * (y - level) for x, y in points) / spread if spread else 0.0


def growth(samples: Sequence[Sample], until: float) -> float:
    """Return by how many resumes a second the queue grows while visitors come, its first third left out."""
    steady = [(one.at, float(one.queued + one.reading)) for one in samples if until / 3 <= one.at <= until]
    return slope(steady)


def bounded(samples: Sequence[Sample], until: float, rate: float) -> bool:
    """Return whether the queue is bounded at that rate of arrival.

    It is where it grows by less than a fiftieth of what arrives: of a queue that only wavers a line through its samples
    climbs by less, and one that cannot keep up by a tenth of the load climbs by five times as much. A queue that
    is shorter than two seconds' arrivals throughout is bounded whatever the line says.
    """
    most = max((one.queued + one.reading for one in samples), default=0)
    return growth(samples, until) < rate / 50 or most < 2 * rate


def settled(samples: Sequence[Sample], until: float) -> float | None:
    """Return how many seconds after the last arrival nothing waited any more; None where that never came."""
    return next((one.at - until for one in samples if one.at >= until and not one.queued + one.reading), None)


def most_at_once(samples: Iterable[Sample]) -> int:
    """Return the most resumes that waited or were read at the same time."""
    return max((one.queued + one.reading for one in samples), default=0)


def spans(values: Sequence[float]) -> tuple[float, float, float]:
    """Return median, 95th percentile and the most, in milliseconds; zeros for no values."""
    if not values:
        return 0.0, 0.0, 0.0
    return 1000 * median(values), 1000 * percentile(values, 95), 1000 * max(values)


class Run(msgspec.Struct, frozen=True):
    """What a run of visitors did to a site: processor time in seconds by kind of process; whether it restarted."""

    told: Told
    rows: dict[str, Row]
    samples: list[Sample]
    processor: dict[str, float]
    restarted: bool = False

    @property
    def lost(self) -> int:
        return lost(self.told.visits, self.rows)


def holds(rate: float, run: Run) -> bool:
    """Return whether the site keeps up with a rate: everything taken, nothing lost, the queue bounded."""
    everything = len(run.told.taken) == len(run.told.visits) and not run.lost
    return everything and bounded(run.samples, run.told.arrivals, rate)
