"""Analyse documents in the sandbox again and again, two at a time; tell what the processes that stay have in memory.

    python -m tests.benchmarks.memory_leak FOLDER --count 20000 --every 500

Prints one JSON list of samples: analyses so far, MiB of resident memory of this process, which stands for the worker,
and of the server of children, then the MiB of the server that are its alone. No child lives while a sample is taken.
"""

import argparse
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import psutil

from resumes import sandbox
from resumes.confinement import Confinement
from resumes.reading.errors import ReadingError
from resumes.reading.limits import Limits

AS_OF = date(2026, 11, 1)
AT_ONCE = 2
MIB = 2**20


def analyse(data: bytes) -> None:
    """Analyse once; that a document is refused is an answer too. Raises `sandbox.Interrupted`."""
    with suppress(ReadingError):
        sandbox.analyse(data, as_of=AS_OF, limits=Limits(), bounds=Confinement(seconds=60))


def sample(count: int) -> tuple[int, float, float, float]:
    """Return what is in memory after so many analyses."""
    worker = psutil.Process(os.getpid())
    server = next(filter(sandbox.lives, worker.children()))
    held = server.memory_full_info()
    return count, worker.memory_info().rss / MIB, held.rss / MIB, held.uss / MIB


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--every", type=int, default=500)
    asked = parser.parse_args()
    documents = cycle([file.read_bytes() for file in sorted(asked.folder.iterdir())])
    samples = []
    sandbox.warm()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for done in range(0, asked.count, asked.every):
            count = min(asked.every, asked.count - done)
            list(pool.map(analyse, islice(documents, count)))
            samples.append(sample(done + count))
            print(*(f"{one:.1f}" for one in samples[-1]), file=sys.stderr, flush=True)
    print(json.dumps(samples))


if __name__ == "__main__":
    main()
