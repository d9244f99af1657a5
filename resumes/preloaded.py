"""What the server of children has in memory before it forks: parsers, spaCy, lexicons, the pipeline built.

Imported by that server alone. A first document is read here, so that no child pays for what is set up on first use.
"""

import gc
import os
import signal
from contextlib import suppress
from datetime import date

from resumes import confinement
from resumes.extraction import lexicons
from resumes.extraction.pipeline import VERSION as PIPELINE_VERSION
from resumes.extraction.pipeline import build, extract
from resumes.reading import ocr
from resumes.reading.errors import ReadingError
from resumes.reading.reader import read

FIRST_DOCUMENT = b"""Jo Doe
Denver, CO
Experience
ML Engineer, Example Inc.\tJan 2020 - Present
- Trained models in PyTorch for 2 million users
Education
MSc in Statistics, State University, 2019
"""

SERVER = os.getpid()
VERSION = f"{PIPELINE_VERSION}+{lexicons.digest()[:12]}"
PIPELINE = build()

with suppress(ReadingError):
    extract(read(FIRST_DOCUMENT), PIPELINE, date(2026, 1, 1))
confinement.can_filter()
if ocr.installed():
    ocr.reader()

# A stop by SIGTERM reaches the worker's whole process group: the worker then lets its documents end, and its server
# of children must live as long. It ends by itself when the worker does.
signal.signal(signal.SIGTERM, signal.SIG_IGN)
# What is alive now stays alive: the collector need not touch, and so copy, its pages in every child.
gc.collect()
gc.freeze()
