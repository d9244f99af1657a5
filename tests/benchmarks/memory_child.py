"""How much memory of its own a child takes for a document: forked as the sandbox forks, from what the server preloads.

    python -m tests.benchmarks.memory_child FOLDER

Prints one JSON list: for each file the MiB of the child's own pages at their peak, and its peak of resident memory as
readings keep it (`peak_mib`), which counts what it shares with its server too.

The child reads its own figures when it is done. Pages that it shares with the server only ever become fewer, so that
what it shares at its end is the least, and its peak of resident memory less that bounds its own pages from above.
"""

import json
import os
import sys
from datetime import date
from pathlib import Path

from resumes import child
from resumes.reading.limits import Limits

AS_OF = date(2026, 11, 1)


def own_pages() -> float:
    """Return the most MiB that this process has had to itself so far, from above."""
    peak = sizes(Path("/proc/self/status"))["VmHWM"]
    now = sizes(Path("/proc/self/smaps_rollup"))
    return (peak - now["Shared_Clean"] - now["Shared_Dirty"]) / 1024


def sizes(file: Path) -> dict[str, int]:
    """Return the figures in KiB that a file of the kernel's names."""
    lines = (line.split() for line in file.read_text(encoding="ascii").splitlines())
    return {words[0].rstrip(":"): int(words[1]) for words in lines if len(words) == 3 and words[2] == "kB"}


def measured(data: bytes) -> tuple[float, int]:
    """Return own pages at their peak and the peak of resident memory, MiB, of a child that analyses the bytes.

    Raises `ValueError` where it gives no answer.
    """
    reader, writer = os.pipe()
    if os.fork() == 0:
        try:
            child.attempt(child.analyse, data, Limits(), AS_OF)
            os.write(writer, json.dumps((own_pages(), child.peak_mib())).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.wait()
    own, peak = json.loads(said)
    return own, peak


def main() -> None:
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the sandbox has it
    import resumes.preloaded  # noqa: F401  (what children find in memory)

    files = sorted(Path(sys.argv[1]).iterdir())
    print(json.dumps([measured(file.read_bytes()) for file in files]))


if __name__ == "__main__":
    main()
