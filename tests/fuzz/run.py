"""Fuzz one part for so many seconds: `python -m tests.fuzz.run reading FOLDER SECONDS`.

A file that ends the process natively, takes too long or too much memory is kept, and a new process goes on from the
files found so far. Ends with 1 if anything was found.
"""

import re
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.seeds import write_seeds, write_words

LONGEST_FILE = {"reading": 150_000, "dates": 1_500}
EXECUTED = re.compile(r"^#(\d+)", re.MULTILINE)
COVERED = re.compile(r"\bcov: (\d+)")


def run(target: str, folder: Path, seconds: float) -> int:
    """Fuzz and print figures. Returns how many findings there are."""
    folder.mkdir(parents=True, exist_ok=True)
    write_seeds(target, folder / "corpus")
    write_words(target, folder / "words.dict")
    ends, executed, covered, processes = time.monotonic() + seconds, 0, 0, 0
    while (left := int(ends - time.monotonic())) > 0:
        log = one_process(target, folder, left)
        executed += max(map(int, EXECUTED.findall(log)), default=0)
        covered = max(covered, *map(int, COVERED.findall(log)), 0)
        processes += 1
    found = [*folder.glob("findings/*.bin"), *folder.glob("native/*")]
    print(f"{target}: {executed} executed in {seconds / 60:.0f} min by {processes} processes, coverage {covered}")  # noqa: T201
    print(f"{target}: {len(found)} findings", *(f"  {file.name}" for file in found), sep="\n")  # noqa: T201
    return len(found)


def one_process(target: str, folder: Path, seconds: int) -> str:
    """Fuzz until a process ends, and return what it said."""
    (folder / "native").mkdir(exist_ok=True)
    bounds = ("-timeout=90", "-rss_limit_mb=2500", f"-max_total_time={seconds}", f"-max_len={LONGEST_FILE[target]}")
    names = (f"-artifact_prefix={folder}/native/", f"-dict={folder}/words.dict", str(folder / "corpus"))
    command = [sys.executable, "-m", "tests.fuzz.target", target, str(folder), *bounds, "-print_final_stats=1", *names]
    with (folder / "log.txt").open("a+", encoding="utf-8") as log:
        started = log.tell()
        subprocess.run(command, stdout=log, stderr=log, check=False)
        log.seek(started)
        return log.read()


if __name__ == "__main__":
    sys.exit(bool(run(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]))))
