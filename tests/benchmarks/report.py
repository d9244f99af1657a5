"""Render RESULTS.md and results.svg from what the parts measured.

    python -m tests.benchmarks.report

How a part joins in:

1. It is a module of its own in this folder (`growth.py`) with a `main()`, started as `python -m
   tests.benchmarks.growth`, and a line `$(BENCH)/bin/python -m tests.benchmarks.growth` in the Makefile.
2. It measures, makes one `parts.Part` and hands it to `parts.save`, which writes `var/bench/<part>.json`:

        from tests.benchmarks.parts import Bars, Curve, Part, Table, Target, percentile, save

        save(Part(
            part="growth",                       # a name in ORDER below; the file is named for it
            title="Growth",
            targets=[Target(what="time against pages, exponent", target=1.0, measured=0.93, unit="",
                            at_most=True, why="where the time goes and what was tried, if missed")],
            tables=[Table(caption="Seconds by pages", columns=["pages", "ms"], rows=[[1, 9.2], [2, 17.5]])],
            curves=[Curve(title="Time against pages", x="pages", y="ms", points=[(1, 9.2), (2, 17.5)], log=False)],
            bars=[Bars(title="By stage", unit="ms", bars=[("read", 8.1), ("roles", 3.0)])],
            text=["One paragraph each; Markdown."],
        ))

   Whether a target is reached is computed, never stated: `measured <= target`, or `>=` with `at_most=False`. What
   could not be measured has `measured=None` and a `why`. The day, commit, cores and Python version are added by
   `save`. Numbers are given raw (the report rounds to three figures); units are words ("ms", "x", "MiB", "a second").
   What was tried for a missed target is told by people, in `tried.toml`: `part = ["One sentence each."]`.
3. This module takes all parts found, in the order of `ORDER` (others follow by name), keeps them in
   `tests/benchmarks/results.json`, and renders from that file alone: a part that was not measured again keeps its
   last figures, with the day and the commit they are of.

Nothing of the resumes kept beside the checkout may reach a part but aggregates over all of them ("62 resumes kept
elsewhere"): no name, no file, no text.
"""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import msgspec

from tests.benchmarks.drawing import picture
from tests.benchmarks.parts import MEASURED, Cell, Measured, Part, Table, Target, load

FOLDER = Path(__file__).resolve().parent
RESULTS, REPORT, PICTURE = FOLDER / "results.json", FOLDER / "RESULTS.md", FOLDER / "results.svg"
TRIED = FOLDER / "tried.toml"
ORDER = ("stages", "calls", "peers", "pages", "load", "memory", "growth", "start", "scale", "capacity")

HEAD = """# What Bandwise takes

Written by `make bench` and its sisters (`make help`) from what they measured: change the code, not this file.
Machines are noisy, so what is compared was measured in turns, document by document, within one run."""


def merged(measured: Path, kept: Path) -> list[Part]:
    """Return the parts kept, each replaced by what was measured since, in the order of the report."""
    before = msgspec.json.decode(kept.read_bytes(), type=list[Part]) if kept.exists() else []
    parts = {part.part: part for part in chain(before, map(load, sorted(measured.glob("*.json"))))}
    return sorted(parts.values(), key=lambda part: (place(part.part), part.part))


def place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def report(parts: list[Part]) -> str:
    """Return RESULTS.md."""
    return "\n\n".join([HEAD, *targets(parts), "![Charts of these results](results.svg)", *map(section, parts)]) + "\n"


def targets(parts: Iterable[Part]) -> Iterator[str]:
    """Yield the table of all targets, and what is to be said of those that are missed."""
    every = [(part, target) for part in parts for target in part.targets]
    reached = sum(target.reached for _, target in every)
    yield f"## Targets\n\n{reached} of {len(every)} reached."
    rows: list[list[Cell]] = [
        [part.title, target.what, bound(target), amount(target.measured, target.unit), verdict(target)]
        for part, target in every
    ]
    yield table(Table(caption="", columns=["part", "target", "wanted", "measured", "reached"], rows=rows))
    told: dict[str, list[str]] = {}
    for _, target in every:
        told.setdefault(target.why, []).append(target.what)
    said = [f"- *{'; '.join(whats)}*: {why}" for why, whats in told.items() if why]
    if said:
        yield "What is to be said of them:\n\n" + "\n".join(said)


def verdict(target: Target) -> str:
    if target.measured is None:
        return "**not measured**"
    return "yes" if target.reached else "**missed**"


def bound(target: Target) -> str:
    return f"{'at most' if target.at_most else 'at least'} {amount(target.target, target.unit)}"


def amount(value: float | None, unit: str) -> str:
    return "" if value is None else f"{shown(value)} {unit}".strip()


def shown(value: Cell) -> str:
    """Return a cell's text: numbers to three figures, thousands parted."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("|", "\\|")
    if isinstance(value, int) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def section(part: Part) -> str:
    """Return one part: its text, its tables, what was tried, what it was measured on."""
    blocks = [f"## {part.title}", *part.text]
    for one in part.tables:
        blocks += [f"**{one.caption}**", table(one)]
    if tried := tried_for(part.part):
        blocks.append("What was tried:\n\n" + "\n".join(f"- {one}" for one in tried))
    if part.measured:
        blocks.append(f"<sub>{machine(part.measured)}</sub>")
    return "\n\n".join(blocks)


def machine(at: Measured) -> str:
    """Return when and on what a part was measured, and whether the machine had other work."""
    told = f"{at.date}, commit {at.commit or 'unknown'}, {at.cores} cores, Python {at.python}"
    return (
        f"{told}, **busy with other work (load {at.load:.1f}): times on the clock are too long**" if at.busy else told
    )


@cache
def tried_for(part: str) -> list[str]:
    """Return what people tell of their attempts at the part's targets."""
    told: dict[str, list[str]] = tomllib.loads(TRIED.read_text(encoding="utf-8"))
    return told.get(part, [])


def table(one: Table) -> str:
    """Return a Markdown table, numbers to the right. Raises `ValueError` where a row has too many or too few cells."""
    numbers = [all(not isinstance(row[at], str) for row in one.rows) for at in range(len(one.columns))]
    marks = ["---:" if number and at else "---" for at, number in enumerate(numbers)]
    cells = [[shown(cell) for _, cell in zip(one.columns, row, strict=True)] for row in one.rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in (one.columns, marks, *cells))


def write(measured: Path = MEASURED, folder: Path = FOLDER) -> list[Part]:
    """Merge, keep and render all parts in the folder; return them."""
    parts = merged(measured, folder / RESULTS.name)
    (folder / RESULTS.name).write_bytes(msgspec.json.format(msgspec.json.encode(parts)) + b"\n")
    (folder / REPORT.name).write_text(report(parts), encoding="utf-8")
    (folder / PICTURE.name).write_text(picture(parts), encoding="utf-8")
    return parts


def main() -> None:
    """Write the report and print the targets."""
    print(*targets(write()), sep="\n\n")


if __name__ == "__main__":
    main()
