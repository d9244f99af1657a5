"""Measure how times grow: with the document, with the lexicon, with the resumes that are stored.

python -m tests.benchmarks.growth [--rounds 5] [--most 1000000] [--only documents|rows]
"""

import argparse
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from config import embedded
from tests.benchmarks import growth_documents
from tests.benchmarks.growth_fit import FLAT, MOST_EXPONENT, MOST_RATIO, Growth, tables
from tests.benchmarks.parts import Cell, Part, Table, Target, save

if TYPE_CHECKING:
    from tests.benchmarks.growth_plans import Plan
    from tests.benchmarks.growth_rows import Found

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)

TEXT = (
    "Processor time, the least of several rounds in which sizes take turns. A curve's exponent is the slope of the log "
    "of what a time is above that of the smallest size over the log of what the size is above the smallest: 1 for "
    f"every straight line, whatever its constant part. At most {MOST_EXPONENT:g} counts as linear, a rise under "
    f"{FLAT:.0%} as none. What must not depend on finished resumes may take at most {MOST_RATIO:g} times as long with "
    "the most of them as with the fewest that fill its page.",
    "Documents are invented: jobs and sentences of the corpus's invented people put together anew, each analysis in a "
    "child forked for it, as in the sandbox. Larger lexicons hold invented skills that share their beginnings with "
    "real ones. Stored resumes are rows of SQLite made from one real answer, each with an owner and times of its own, "
    "spread as a million a day would be; one in 32 has failed. The newest 10,000 bring their whole readings.",
)


def main() -> None:
    """Measure, and write the part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="stored resumes at most")
    parser.add_argument("--only", choices=("documents", "rows"))
    options = parser.parse_args()
    grown: list[Growth] = []
    if options.only != "rows":
        grown += growth_documents.measure(options.rounds)
    found = None if options.only == "documents" else rows([n for n in SIZES if n <= options.most], options.rounds)
    grown += found.grown if found else []
    part = Part(
        part="growth",
        title="Growth",
        targets=[*(one.target() for one in grown), *(scans(found.plans) if found else [])],
        tables=[*tables(grown), *([of_sizes(found.sizes), of_plans(found.plans)] if found else [])],
        curves=[one.curve() for one in grown],
        text=list(TEXT),
    )
    print(save(part))


def rows(sizes: Sequence[int], rounds: int) -> "Found":
    """Measure stored resumes in a database and with a broker of their own."""
    with tempfile.TemporaryDirectory(prefix="growth-") as folder:
        set_up(Path(folder))
        from resumes.extraction.pipeline import build  # behind the settings that lead to this folder
        from tests.benchmarks import growth_rows
        from tests.processes import Broker

        broker = Broker(Path(folder))
        broker.start()
        try:
            return growth_rows.measure(Path(folder), broker, build(), sizes, rounds)
        finally:
            broker.stop()


def set_up(folder: Path) -> None:
    """Start Django on a database, files and broker in the folder; static files are linked as the sources have them."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "VAR_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'rows.sqlite3'}",
        "REDIS_URL": f"unix://{embedded.socket_of(folder)}",
        "LOG_LEVEL": "CRITICAL",
    }
    (folder / "static").mkdir()
    import django
    from django.conf import settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    django.setup()


def scans(plans: "Sequence[Plan]") -> Iterator[Target]:
    """Yield the promise that no query looks at all resumes."""
    found = [plan for plan in plans if plan.scans]
    why = "; ".join(f"{plan.page}: {plan.shown}" for plan in found)
    yield Target(what="queries that scan a table of resumes", target=0, measured=len(found), unit="", why=why)


def of_sizes(sizes: Mapping[int, int]) -> Table:
    """Return how large the databases are."""
    told: list[list[Cell]] = [[f"{size:,}", count / 1e6, count / 1e3 / size] for size, count in sizes.items()]
    return Table(caption="Size of the database", columns=["stored resumes", "MB", "kB a resume"], rows=told)


def of_plans(plans: "Sequence[Plan]") -> Table:
    """Return the table of plans."""
    told: list[list[Cell]] = [[plan.page, plan.shown, "; ".join(plan.steps)] for plan in plans]
    caption = "How SQLite answers the queries on tables that grow with resumes, at the largest size"
    return Table(caption=caption, columns=["page", "query", "plan"], rows=told)


if __name__ == "__main__":
    main()
