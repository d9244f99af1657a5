"""The part "load" of the report: targets, tables and charts of what was measured."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tests.benchmarks.load_told import STAGES, Run, by_stage, growth, holds, most_at_once, settled, spans
from tests.benchmarks.parts import Bars, Cell, Curve, Part, Table, Target, median, percentile

DRIVER = "driver"


class Measured(msgspec.Struct):
    """All that was measured; None for what was left out."""

    rate: float
    idle: Run | None = None
    pictures: list[float] = []
    sustained: Run | None = None
    steps: list[tuple[float, Run]] = []
    most: float = 0.0
    overload: Run | None = None
    overload_rate: float = 0.0


def step(rate: float, run: Run) -> str:
    """Return a line on one step's run."""
    grows = growth(run.samples, run.told.arrivals)
    middle, high, _ = spans(seconds_of(run))
    kept = "kept up" if holds(rate, run) else "did not keep up"
    return (
        f"{rate:5.1f} a second: {kept}; {len(run.told.taken)} of {len(run.told.visits)} taken,"
        f" queue {grows:+.2f} a second, most {most_at_once(run.samples)};"
        f" answers {middle:.0f} ms, 95 % {high:.0f} ms; driver {run.told.share:.0%}"
    )


def seconds_of(run: Run) -> list[float]:
    """Return the seconds from the form's sending to the answer, of all visitors that saw it."""
    return [visit.seconds for visit in run.told.visits if visit.answered]


def part(found: Measured) -> Part:
    """Return the whole part."""
    return Part(
        part="load",
        title="Load, through HTTP",
        targets=[*of_idle(found), *of_sustained(found), *of_overload(found)],
        text=list(text(found)),
        tables=list(tables(found)),
        curves=list(curves(found)),
        bars=list(bars(found)),
    )


def of_idle(found: Measured) -> Iterator[Target]:
    """Yield the targets of a site that does nothing else."""
    if not found.idle:
        return
    seconds = [1000 * one for one in seconds_of(found.idle)]
    why = slowest(found.idle)
    what = "upload to finished estimate, idle"
    yield Target(what=f"{what}, median", target=250, measured=median(seconds), unit="ms", why=why)
    yield Target(what=f"{what}, 95th percentile", target=500, measured=percentile(seconds, 95), unit="ms")


def slowest(run: Run) -> str:
    """Return which stages take the most, in words."""
    middles = {name: 1000 * median(times) for name, times in by_stage(run.told.visits, run.rows).items() if times}
    most = sorted(middles.items(), key=lambda one: -one[1])[:4]
    return "Most of it: " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in most) + "."


def of_sustained(found: Measured) -> Iterator[Target]:
    """Yield the targets of a steady load."""
    if run := found.sustained:
        grows = growth(run.samples, run.told.arrivals)
        per = f"at {found.rate:g} resumes a second"
        kept = found.rate if holds(found.rate, run) else 0.0
        yield Target(what=f"lost, {per}", target=0, measured=run.lost, unit="resumes")
        yield Target(
            what=f"growth of the queue, {per}", target=found.rate / 50, measured=grows, unit="a second", why=busy(run)
        )
        if not found.steps:
            yield Target(what="sustained", target=20, measured=kept, unit="a second", at_most=False)
    if found.steps:
        last = found.steps[-1][1]
        why = f"Beyond it the queue grows. Processor time a resume there: {costs(last)}."
        yield Target(what="sustained at most", target=20, measured=found.most, unit="a second", at_most=False, why=why)


def busy(run: Run) -> str:
    """Return how busy the machine was, in words."""
    spent = {**run.processor, DRIVER: run.told.processor}
    cores = sum(spent.values()) / run.told.seconds
    return f"{cores:.2f} cores were busy, {run.told.share:.2f} of them with the driver."


def costs(run: Run) -> str:
    """Return the milliseconds of processor time that a resume took, by kind of process, in words."""
    return ", ".join(f"{name} {ms:.0f} ms" for name, ms in each(run).items())


def each(run: Run) -> dict[str, float]:
    """Return the milliseconds of processor time a visit, by kind of process, the driver's beside."""
    count = max(1, len(run.told.visits))
    spent = {**run.processor, DRIVER: run.told.processor}
    return {name: 1000 * spent[name] / count for name in sorted(spent, key=lambda name: -spent[name])}


def of_overload(found: Measured) -> Iterator[Target]:
    """Yield the targets of ten times the load."""
    if not (run := found.overload):
        return
    per = f"at {found.overload_rate:g} uploads a second"
    wrong = [visit for visit in run.told.visits if not visit.in_order]
    late = sum(visit.taken for visit in wrong)
    broken = sum(not visit.status for visit in wrong)
    why = f"{late} were taken after more than a second, {broken} got no answer, {len(wrong) - late - broken} another."
    share = 100 * len(wrong) / max(1, len(run.told.visits))
    yield Target(
        what=f"neither taken within a second nor refused with a time, {per}",
        target=0,
        measured=share,
        unit="%",
        why=why if wrong else "",
    )
    yield Target(what=f"lost of those taken, {per}", target=0, measured=run.lost, unit="resumes")
    yield Target(what=f"restarts, {per}", target=0, measured=int(run.restarted), unit="")


def text(found: Measured) -> Iterator[str]:
    """Yield what is to be known of the figures."""
    yield (
        "The site as `make run` starts it, on the defaults but for raised limits of one visitor; the project's own"
        " invented resumes, PDF, Word and text mixed. The driver runs beside it, and its share is told. A queue is"
        " bounded where it grows by less than a fiftieth of what arrives, or never holds two seconds' arrivals."
    )
    if run := found.overload:
        refused = [visit for visit in run.told.visits if visit.refused]
        after = settled(run.samples, run.told.arrivals)
        when = "never" if after is None else f"{after:.0f} s after the last upload"
        yield (
            f"Overload: {len(run.told.visits):,} uploads in {run.told.arrivals:.0f} s, {len(run.told.taken):,} taken,"
            f" {len(refused):,} refused with a time. All that was taken was read {when}, without a restart:"
            f" {'no' if run.restarted else 'yes'}. {busy(run)} The driver was late by {run.told.late:.1f} s at most."
        )
    if found.pictures:
        middle, high, _ = spans(found.pictures)
        yield (
            f"Pictures of a resume's pages, drawn when they are first looked at: median {middle:.0f} ms,"
            f" 95th percentile {high:.0f} ms, over {len(found.pictures)} PDFs."
        )


def runs(found: Measured) -> Iterator[tuple[str, Run]]:
    """Yield the runs by name."""
    if found.idle:
        yield "idle", found.idle
    if found.sustained:
        yield f"{found.rate:g} a second", found.sustained
    if found.overload:
        yield f"{found.overload_rate:g} a second", found.overload


def tables(found: Measured) -> Iterator[Table]:
    """Yield stages, requests, processor time and the steps of rising load."""
    if found.idle:
        times = by_stage(found.idle.told.visits, found.idle.rows)
        rows: list[list[Cell]] = [[stage, *spans(times[stage])] for stage in STAGES]
        rows.append(["all", *spans(seconds_of(found.idle))])
        yield Table(caption="Idle, by stage", columns=["stage", "median ms", "95 % ms", "most ms"], rows=rows)
    for name, run in runs(found):
        rows = [[one.name, one.count, one.failed, one.median, one.high] for one in run.told.requests]
        columns = ["request", "count", "failed", "median ms", "95 % ms"]
        yield Table(caption=f"Requests, {name}", columns=columns, rows=rows)
    kinds = list(dict.fromkeys(kind for _, run in runs(found) for kind in each(run)))
    rows = [[kind, *(each(run).get(kind) for _, run in runs(found))] for kind in kinds]
    heads = ["process", *(name for name, _ in runs(found))]
    yield Table(caption="Processor time a visit, ms", columns=heads, rows=rows)
    if found.steps:
        yield Table(caption="Rising load", columns=STEP_COLUMNS, rows=[steps_row(*one) for one in found.steps])


STEP_COLUMNS = [
    "uploads a second",
    "taken",
    "queue grows, a second",
    "most at once",
    "median ms",
    "95 % ms",
    "driver, cores",
]


def steps_row(rate: float, run: Run) -> list[Cell]:
    middle, high, _ = spans(seconds_of(run))
    grows = growth(run.samples, run.told.arrivals)
    return [f"{rate:g}", len(run.told.taken), grows, most_at_once(run.samples), middle, high, run.told.share]


def curves(found: Measured) -> Iterator[Curve]:
    """Yield the queue over time, under steady load and under overload."""
    for name, run in list(runs(found))[1 if found.idle else 0 :]:
        yield queue(f"Queue, {name}", run)


def queue(title: str, run: Run) -> Curve:
    points = [(one.at, float(one.queued + one.reading)) for one in thinned(run.samples)]
    return Curve(title=title, x="seconds", y="resumes", points=points)


def thinned(samples: Sequence[msgspec.Struct], most: int = 200) -> Iterable:  # type: ignore[type-arg]
    return samples[:: max(1, len(samples) // most)]


def bars(found: Measured) -> Iterator[Bars]:
    """Yield the medians of the stages."""
    if found.idle:
        times = by_stage(found.idle.told.visits, found.idle.rows)
        yield Bars(
            title="Upload to estimate, by stage",
            unit="ms",
            bars=[(stage, 1000 * median(values)) for stage, values in times.items() if values],
        )


def printed(part: Part) -> str:
    """Return the part as lines for whoever waits at the terminal."""
    told = [f"{one.what}: {one.measured:.4g} {one.unit}" for one in part.targets if one.measured is not None]
    rows = [f"{table.caption}\n" + "\n".join(map(row, table.rows)) for table in part.tables]
    return "\n\n".join(["\n".join(told), *part.text, *rows])


def row(cells: Iterable[Cell]) -> str:
    return "  ".join(f"{cell:>10.1f}" if isinstance(cell, float) else f"{cell!s:>10}" for cell in cells)
