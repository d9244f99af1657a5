"""A former commit's analysis, measured in turns with today's: its files laid out aside, a warm process over them."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.analyses import Others, Ways
from tests.benchmarks.documents import Document
from tests.benchmarks.parts import ROOT
from tests.benchmarks.turns import Took
from tests.benchmarks.warm import Warm


@contextmanager
def former(commit: str) -> Iterator[Others]:
    """Yield what measures a document with the commit's analysis.

    Raises `CalledProcessError` for no such commit and `NoAnswer` where its code does not run in this environment.
    """
    with tempfile.TemporaryDirectory() as folder:
        root, file = Path(folder) / "code", Path(folder) / "document"
        lay_out(commit, root)
        with Warm([sys.executable, Path(__file__).with_name("asked.py"), "bandwise"], root) as process:

            def others(document: Document) -> Ways:
                def took() -> Mapping[str, Took]:
                    file.write_bytes(document.data)
                    said = process.ask(file)
                    return {f"analysis at {commit}": Took(said["wall"], said["cpu"])}

                return {commit: took}

            yield others


def lay_out(commit: str, root: Path) -> None:
    """Write the commit's files into the folder."""
    root.mkdir()
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(root)], input=archive, check=True)
