"""Draw where warm analyses spend their time, as a flame graph: `python -m tests.benchmarks.flame FILE.svg`.

py-spy looks at a process that analyzes all documents over and over, once it is warm: what is loaded on the way there
is not in the picture. Widths are shares of the time, from the process's start at the top to the innermost calls.
"""

import argparse
import ctypes
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path

from resumes import child
from resumes.confinement import MIB
from resumes.reading.errors import ReadingError
from tests.benchmarks.analyses import load
from tests.benchmarks.documents import corpora
from tests.benchmarks.parts import ROOT
from tests.benchmarks.staging import AS_OF, LIMITS

SECONDS, RATE = 20, 250
"""How long is looked, and how often a second."""
SET_PTRACER, ANYBODY = 0x59616D61, -1
"""From linux/prctl.h: lets a process that is no parent of ours look, where only root could otherwise."""


def analyze(seconds: float) -> None:
    """Say when warm, then analyze for so long."""
    ctypes.CDLL(None).prctl(SET_PTRACER, ANYBODY)
    load()
    documents = [document.data for corpus in corpora() for document in corpus.documents]
    print("warm", flush=True)
    ends = time.monotonic() + seconds
    for data in cycle(documents):
        if time.monotonic() > ends:
            return
        try:
            child.analyse(data, LIMITS, AS_OF)
        except ReadingError:
            continue


def draw(file: Path) -> None:
    """Draw the graph. Raises `CalledProcessError` where py-spy cannot look at the process."""
    file.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.benchmarks.flame", "--analyze", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None or not process.stdout.readline():
                raise ChildProcessError("the process that analyzes did not get warm")
            look(process.pid, file)
        finally:
            process.terminate()
    print(f"{file}: {file.stat().st_size / MIB:.1f} MiB")


def look(pid: int, file: Path) -> None:
    spy = Path(sys.executable).with_name("py-spy")
    options = ["--duration", str(SECONDS), "--rate", str(RATE), "--output", str(file), "--nonblocking"]
    subprocess.run([str(spy), "record", "--pid", str(pid), *options], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--analyze", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.analyze:
        analyze(2 * SECONDS)
    else:
        draw(options.file)


if __name__ == "__main__":
    main()
