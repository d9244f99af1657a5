"""Drills: the same tests at their full size, and a table of what they measured.

`make test` runs each fault a few times; `make drill` (DRILL=1) runs it as often as the promise says and prints, for
each promise of `promises.toml`, the figures that its tests handed to `figure`.
"""

import os
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.house import House, furnish
from tests.faults.web import web  # noqa: F401  (a fixture for all drills)

DRILL = os.environ.get("DRILL") == "1"
PROMISES: dict[str, str] = tomllib.loads((Path(__file__).parent / "promises.toml").read_text())["promises"]

_figures: dict[int, list[str]] = {}


def sized(drill: int, test: int) -> int:
    """Return how often to do something: so often in a drill, fewer times in an ordinary run of the tests."""
    return drill if DRILL else test


@pytest.fixture
def figure() -> Callable[[int, str], None]:
    """Return a function that puts a figure into the drill's table: `figure(8, "workers killed: 100 of 100 ended")`."""

    def noted(promise: int, words: str) -> None:
        assert str(promise) in PROMISES
        _figures.setdefault(promise, []).append(words)

    return noted


@pytest.fixture(scope="session")
def furniture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the guide, and the static files, for houses to be furnished with."""
    folder = tmp_path_factory.mktemp("furniture")
    furnish(folder)
    return folder


@pytest.fixture(scope="session")
def house(furniture: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A whole site, running, for all drills that leave it as they found it."""
    home = tmp_path_factory.mktemp("house")
    (home / "var").mkdir()
    made = House(home, furniture, home / "var")
    try:
        made.open()
        yield made
    finally:
        made.close()


@pytest.fixture
def emptied(house: House) -> None:
    """Begin without a resume and without a file, whatever the tests before have left in the house."""
    house.empty()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table, one line a figure, in the promises' order."""
    if not _figures:
        return
    terminalreporter.section("what the drills measured" if DRILL else "what the faults measured (make drill: in full)")
    for number in sorted(_figures):
        terminalreporter.write_line(f"{number:>2}  {PROMISES[str(number)]}")
        for words in _figures[number]:
            terminalreporter.write_line(f"      {words}")
