"""One measured part of the benchmark as a file, and the statistics that all parts share.

A part is written by its own module to `var/bench/<part>.json` with `save`; `report.py` says what becomes of it.
"""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[2]
MEASURED = ROOT / "var" / "bench"
"""Where parts leave their results; not kept under version control."""

LOAD_BEFORE = os.getloadavg()[0]
BUSY = 0.5
"""Processes a core that want it before a measurement: with more the machine is busy."""

Cell = str | float | int | None


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """One promise and what was measured of it.

    `measured` is None where it could not be measured; `why` then says why, and for a missed target where its time
    goes and what was tried. `at_most` is False where more is better (resumes a second).
    """

    what: str
    target: float
    measured: float | None
    unit: str
    at_most: bool = True
    why: str = ""

    @property
    def reached(self) -> bool:
        """Return whether the target is reached: what was not measured is not."""
        if self.measured is None:
            return False
        return self.measured <= self.target if self.at_most else self.measured >= self.target


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows under column heads, as many cells a row as heads; the first column names the row."""

    caption: str
    columns: list[str]
    rows: list[list[Cell]]


class Curve(msgspec.Struct, frozen=True, kw_only=True):
    """Points of one measured line in rising x; `x` and `y` name the axes with their units.

    `log` draws both axes in powers of ten, where a line of slope 1 is linear growth.
    """

    title: str
    x: str
    y: str
    points: list[tuple[float, float]]
    log: bool = False


class Bars(msgspec.Struct, frozen=True, kw_only=True):
    """Named lengths beside each other, all of the same unit."""

    title: str
    unit: str
    bars: list[tuple[str, float]]
    log: bool = False


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """When and on what a part was measured: the machine by its cores and its Python alone.

    `load` is how many processes wanted a core in the minute before: other people's work, which makes ours wait.
    """

    date: str
    commit: str
    cores: int
    python: str
    load: float | None = None

    @property
    def busy(self) -> bool:
        """Return whether the machine had so much else to do that times on the clock are too long."""
        return self.load is not None and self.load > BUSY * self.cores


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What one part of the benchmark says. `part` is its name and that of its file; `text` holds paragraphs."""

    part: str
    title: str
    targets: list[Target] = []
    tables: list[Table] = []
    text: list[str] = []
    curves: list[Curve] = []
    bars: list[Bars] = []
    measured: Measured | None = None


def save(part: Part, folder: Path = MEASURED) -> Path:
    """Write the part with the day, the commit and the machine, and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = msgspec.structs.replace(part, measured=part.measured or here())
    file = folder / f"{part.part}.json"
    file.write_bytes(msgspec.json.format(msgspec.json.encode(whole)) + b"\n")
    return file


def load(file: Path) -> Part:
    """Return a part. Raises `msgspec.ValidationError` for a file that is none."""
    return msgspec.json.decode(file.read_bytes(), type=Part)


def here() -> Measured:
    """Return the day, the commit ("+" behind it where files were changed since), the cores and the Python."""
    cores = len(os.sched_getaffinity(0))
    today = datetime.now(tz=UTC).date().isoformat()
    load = round(LOAD_BEFORE, 1)
    return Measured(date=today, commit=commit(), cores=cores, python=platform.python_version(), load=load)


def commit() -> str:
    """Return the short name of the commit at hand, "" outside a repository."""
    command = ["git", "describe", "--always", "--dirty=+", "--exclude=*"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the percentile with linear interpolation between the two nearest values.

    The same as numpy's default and R's type 7. Raises `ValueError` for no values.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def median(values: Sequence[float]) -> float:
    """Return the 50th percentile."""
    return percentile(values, 50)
