"""What the server of children has in memory before it forks: parsers, spaCy, lexicons, the pipeline built.

Imported by that server alone. A first document is read here, so that no child pays for what is set up on first use.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from inspect import signature
from pathlib import Path

from resumes import confinement
from resumes.exchange.restoring import restored  # noqa: F401  (what children do with a download)
from resumes.extraction import lexicons
from resumes.extraction.amendments import UNAMENDED, Amendments
from resumes.extraction.pipeline import VERSION as PIPELINE_VERSION
from resumes.extraction.pipeline import Pipeline, amend, build, extract
from resumes.extraction.trying import try_out  # noqa: F401  (what children do with a text)
from resumes.reading import ocr
from resumes.reading.errors import ReadingError
from resumes.reading.pictures import draw
from resumes.reading.reader import read

FIRST_DOCUMENT = Path(__file__).parent / "samples" / "sample-resume.pdf"
OF_LEXICONS = ("resumes.extraction.", "salaries.reference.", "salaries.offers.")


def tables() -> Iterator[Callable[[], object]]:
    """Yield the functions that build something of the lexicons on first use: cached for good, without parameters."""
    modules = [module for name, module in sys.modules.items() if name.startswith(OF_LEXICONS)]
    cached = [found for module in modules for found in vars(module).values() if hasattr(found, "cache_parameters")]
    for function in cached:
        if function.cache_parameters()["maxsize"] is None and not signature(function).parameters:
            yield function


def version(amendments: Amendments) -> str:
    """Return what results are marked with: the code's version, the files' hash and, behind a dot, staff's changes."""
    return ".".join(filter(None, (VERSION, amendments.digest()[:12])))


def amended(amendments: Amendments) -> Pipeline:
    """Return the pipeline as staff's changes have it, the one in memory where there are none."""
    return PIPELINE if amendments == UNAMENDED else amend(PIPELINE, amendments)


SERVER = os.getpid()
VERSION = f"{PIPELINE_VERSION}+{lexicons.digest()[:12]}"
PIPELINE = build()

for build_table in list(tables()):
    build_table()
with suppress(ReadingError):
    extract(read(FIRST_DOCUMENT.read_bytes()), PIPELINE, date(2026, 1, 1))
    list(draw(FIRST_DOCUMENT.read_bytes(), 1))
confinement.can_filter()
if ocr.installed():
    ocr.reader()

# A stop by SIGTERM reaches the worker's whole process group: the worker then lets its documents end, and its server
# of children must live as long. It ends by itself when the worker does.
signal.signal(signal.SIGTERM, signal.SIG_IGN)
# What is alive now stays alive: the collector need not touch, and so copy, its pages in every child.
gc.collect()
gc.freeze()
