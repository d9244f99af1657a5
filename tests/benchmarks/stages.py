"""Measure analyses by stage and against the limit: `python -m tests.benchmarks.stages [--rounds 5] [--most N]`.

Writes the part "stages". Times are the least of all rounds, document by document; medians and percentiles are over
documents. With `--old COMMIT` the analysis of that commit is measured in the same turns, in a process of its own.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as in the sandbox's server, before numpy is imported

from tests.benchmarks.analyses import Analysis, Others, analyses, none, prepare
from tests.benchmarks.documents import corpora
from tests.benchmarks.former import former
from tests.benchmarks.parts import Bars, Cell, Part, Table, Target, median, percentile, save
from tests.benchmarks.staging import STAGES

ROUNDS = 5
MEDIAN, LATE, SANDBOX = 2.0, 3.5, 20.0
"""Targets: the whole analysis in limits, in the median and at the 95th percentile; milliseconds around the child."""

WAYS = {
    "limit": "limit",
    "analysis": "limit",
    "limit in a child": "limit in a child",
    "analysis in a child": "limit in a child",
    "inside the child": "limit in a child",
    "sandboxed": "limit",
    "sandbox": "limit",
}
"""The ways of analyzing, in the order of the table, and the limit that each is held against."""

Corpora = dict[str, list[Analysis]]
"""Analyses by the words for their corpus."""

TEXT = (
    "A document's time is the least of all rounds, its ratio that of two such times of the same run. The limit is "
    "pdfium's text with the box of every character, through the ordinary bindings of pypdfium2, and "
    '`spacy.blank("en")` over that text. *Inside the child* is held against the limit in a child forked for it, all '
    "else against the limit in the warm process; a forked child copies the memory that it touches. *Sandboxed* is the "
    "whole call as a worker makes it, *sandbox* that without what its child measured of itself. Only PDFs with text "
    "have a limit. Resumes that give no facts are left out.",
)


def measure(rounds: int, most: int | None, others: Others) -> Corpora:
    """Measure all corpora; their words say how many documents gave facts."""
    built, blank = prepare()
    found: Corpora = {}
    for corpus in corpora(most):
        rows = list(analyses(corpus, rounds, built, blank, others))
        found[f"{len(rows)} {corpus.title}"] = rows
    return found


def part_of(found: Corpora) -> Part:
    """Return what is told of the analyses."""
    name, rows = list(found.items())[-1]
    stages = [(stage, ms([row.took[stage].cpu for row in rows if stage in row.took])) for stage in STAGES]
    return Part(
        part="stages",
        title="Analyses",
        text=list(TEXT),
        targets=[target for title, rows in found.items() for target in targets(title, rows)],
        tables=[*(whole(title, rows) for title, rows in found.items()), by_stage(found), by_size(found)],
        bars=[Bars(title=f"Median of each stage, {name}", unit="ms", bars=stages)],
    )


def ms(seconds: Sequence[float], percent: float = 50) -> float:
    return percentile(seconds, percent) * 1000


def pdfs(rows: Sequence[Analysis]) -> list[Analysis]:
    return [row for row in rows if row.format == "pdf"]


def targets(title: str, rows: Sequence[Analysis]) -> Iterator[Target]:
    """Yield the targets of one corpus, each missed one with the stages that take the most."""
    why = f"Most goes to {', '.join(heaviest(pdfs(rows)))}."
    inside = [row.ratio("inside the child", "limit in a child") for row in pdfs(rows)]
    around = [row.ratio("sandboxed", "limit") for row in pdfs(rows)]
    overhead = [row.took["sandbox"].wall for row in rows]
    for what, ratios in (("inside the child", inside), ("around the sandboxed call", around)):
        for word, percent, bound in (("median", 50, MEDIAN), ("95th percentile", 95, LATE)):
            got = percentile(ratios, percent)
            said = why if got > bound else ""
            name = f"analysis in limits, {what}, {word}, {title}"
            yield Target(what=name, target=bound, measured=got, unit="x", why=said)
    name = f"sandbox around an analysis, median, {title}"
    yield Target(what=name, target=SANDBOX, measured=ms(overhead), unit="ms")


def heaviest(rows: Sequence[Analysis], most: int = 4) -> list[str]:
    """Return the stages that take the most processor time over all documents, with their shares."""
    sums = {stage: sum(row.took[stage].cpu for row in rows if stage in row.took) for stage in STAGES}
    whole = sum(sums.values())
    return [f"{stage} ({sums[stage] / whole:.0%})" for stage in sorted(sums, key=sums.__getitem__, reverse=True)[:most]]


def whole(title: str, rows: Sequence[Analysis]) -> Table:
    """Return the ways of analyzing PDFs, each in milliseconds and in limits."""
    lines = pdfs(rows)
    former = sorted({name for row in lines for name in row.took} - {*WAYS, *STAGES})
    cells = [[name, *way_cells(name, lines)] for name in (*WAYS, *former)]
    times = ["median ms", "95th percentile ms", "processor ms, median"]
    ratios = ["limits, median", "limits, 95th percentile", "limits, processor, median", "limits, processor, 95th"]
    return Table(caption=f"PDFs of {title}", columns=["way", *times, *ratios], rows=cells)


def way_cells(name: str, lines: Sequence[Analysis]) -> list[Cell]:
    """Return the cells of one way; the sandbox tells no processor time."""
    walls, cpus = [row.took[name].wall for row in lines], [row.took[name].cpu for row in lines]
    to = WAYS.get(name, "limit")
    ratios = [row.ratio(name, to) for row in lines]
    worked: list[Cell] = [None, None]
    if all(cpus):
        worked = [percentile([row.worked(name, to) for row in lines], percent) for percent in (50, 95)]
    return [ms(walls), ms(walls, 95), ms(cpus) if any(cpus) else None, median(ratios), percentile(ratios, 95), *worked]


def by_stage(found: Corpora) -> Table:
    """Return each stage's processor time over all documents of each corpus, and its share."""
    columns = ["stage", *(f"{head}, {title}" for title in found for head in ("median ms", "95th ms", "share"))]
    cells = [[stage, *(cell for rows in found.values() for cell in stage_cells(stage, rows))] for stage in STAGES]
    return Table(caption="Stages, processor time", columns=columns, rows=cells)


def stage_cells(stage: str, rows: Sequence[Analysis]) -> list[Cell]:
    took = [row.took[stage].cpu for row in rows if stage in row.took]
    whole = sum(row.took[name].cpu for row in rows for name in STAGES if name in row.took)
    return [ms(took), ms(took, 95), f"{sum(took) / whole:.1%}"]


def by_size(found: Corpora) -> Table:
    """Return the whole analysis by format, per page and per word."""
    cells: list[list[Cell]] = []
    for title, rows in found.items():
        for kind in sorted({row.format for row in rows}):
            some = [row for row in rows if row.format == kind]
            took = [row.took["analysis"].wall for row in some]
            pages = [row.took["analysis"].wall / row.pages for row in some]
            words = [row.took["analysis"].wall / row.words * 1000 for row in some]
            per_page = ms(pages) if kind == "pdf" else None
            cells.append([f"{kind}, {title}", len(some), ms(took), ms(took, 95), per_page, ms(words)])
    columns = ["documents", "number", "median ms", "95th percentile ms", "ms a page", "µs a word"]
    return Table(caption="Whole analyses by format and size", columns=columns, rows=cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--most", type=int, default=None, help="documents of each corpus (default: all)")
    parser.add_argument("--old", default=None, metavar="COMMIT", help="a former commit to measure in the same turns")
    options = parser.parse_args()
    with ExitStack() as stack:
        others = stack.enter_context(former(options.old)) if options.old else none
        print(save(part_of(measure(options.rounds, options.most, others))))


if __name__ == "__main__":
    main()
