"""Time short calls in calibrated loops, in processes of their own: `python -m tests.benchmarks.calls`.

An estimate from a profile, and the current edition of the guide out of the database to the frozen value that
estimates read, first and when it is kept. pyperf starts the processes: each runs this module again. Writes the part
"calls".
"""

import os
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyperf

from tests.benchmarks.parts import ROOT, Part, Table, Target, percentile, save

SAID = ("BENCH_VAR",)
"""Variables that the processes get beside the usual ones."""

PROCESSES, VALUES = 3, 8
MS = 1000

CALLS = {
    "estimate": ("estimate from a profile", 0.2),
    "freeze": ("the guide out of the database, frozen", 10.0),
    "kept": ("the guide, frozen before and kept", 1.0),
}
"""What each call is called, and how many milliseconds it may take in the median."""


def main() -> None:
    """Prepare a database, measure, save: what a process of pyperf's does is `measure` alone."""
    if "BENCH_VAR" in os.environ:
        measure(Path(os.environ["BENCH_VAR"]))
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BENCH_VAR"] = folder
        prepare(Path(folder))
        found = measure(Path(folder))
    print(save(part_of(found)))


def django(var: Path) -> None:
    """Set Django up over a database in the folder."""
    os.environ |= {"VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "config.settings"}
    os.chdir(ROOT)
    import django as framework

    framework.setup()


def prepare(var: Path) -> None:
    """Make the database and load the guide into it."""
    django(var)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_guide", verbosity=0)


def measure(var: Path) -> dict[str, list[float]]:
    """Return the seconds of each call, one value a calibrated loop; pyperf starts this module again for each process.

    In such a process only one call is measured, and handed back by pyperf's own pipe.
    """
    django(var)
    again = ("-m", "tests.benchmarks.calls")
    runner = pyperf.Runner(processes=PROCESSES, values=VALUES, program_args=again)
    runner.argparser.set_defaults(inherit_environ=list(SAID), quiet=True)
    found = {name: runner.bench_func(name, call) for name, call in calls().items()}
    return {name: list(result.get_values()) for name, result in found.items() if result}


def calls() -> dict[str, Callable[[], object]]:
    """Return the calls that are timed."""
    from salaries import editions
    from salaries.contents.kept import Kept
    from salaries.estimation import estimate
    from salaries.estimation.profile import Place, Profile
    from salaries.reference import market, oews

    edition = editions.current()
    guide, areas, seen = editions.freeze(edition), oews.load(), market.load()
    profile = Profile(ml_years=Decimal("4.50"), adjacent_years=Decimal("2.00"), place=Place("Seattle", "WA", "US"))
    return {
        "estimate": lambda: estimate(profile, guide, areas, seen),
        "freeze": lambda: Kept(editions.contents(edition)).guide,
        "kept": lambda: editions.freeze(edition),
    }


def part_of(found: dict[str, list[float]]) -> Part:
    """Return what is told of the calls."""
    rows, targets = [], []
    for name, (what, bound) in CALLS.items():
        middle, late = (percentile(found[name], percent) * MS for percent in (50, 95))
        rows.append([what, middle, late, len(found[name])])
        targets.append(Target(what=what, target=bound, measured=middle, unit="ms"))
    columns = ["call", "median ms", "95th percentile ms", "loops"]
    return Part(
        part="calls",
        title="Short calls",
        targets=targets,
        tables=[Table(caption="Short calls", columns=columns, rows=rows)],
        text=[f"By pyperf: {PROCESSES} processes, {VALUES} calibrated loops each, SQLite."],
    )


if __name__ == "__main__":
    main()
