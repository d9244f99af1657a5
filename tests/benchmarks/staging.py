"""One analysis cut into its stages, each timed: the code is the product's own, only watched."""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec
import pypdfium2 as pdfium

from resumes import child
from resumes.extraction.pipeline import COMPONENTS, Pipeline, extract
from resumes.profile import Corrections, profile_of
from resumes.reading.limits import Limits
from resumes.reading.pdfium import TextPage
from resumes.reading.reader import read
from resumes.reading.signature import format_of
from resumes.reading.upright import read_page
from salaries.contents import files
from salaries.contents.freezing import guide_of
from salaries.estimation import estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile
from salaries.reference import market, oews
from tests.benchmarks.turns import Took, timed

LIMITS = Limits()
AS_OF = date(2026, 11, 1)
"""The day that "Present" means."""

READING = ("type check", "characters", "words", "layout")
STAGES = (*READING, "tokens", *COMPONENTS, "gathering", "estimate", "serialisation")
"""In the order in which they follow each other."""


class Clocked:
    """A spaCy pipeline whose tokenizer and components are timed, by name."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._nlp = pipeline.nlp
        self.took: dict[str, Took] = defaultdict(lambda: Took(0.0, 0.0))
        self.pipeline = [(name, self._clocked(name, component)) for name, component in pipeline.nlp.pipeline]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._nlp, name)

    def make_doc(self, text: str) -> Any:
        return self._clocked("tokens", self._nlp.make_doc)(text)

    def _clocked(self, name: str, call: Callable[[Any], Any]) -> Callable[[Any], Any]:
        stage = name.removeprefix("bandwise_")

        def clocked(given: Any) -> Any:
            wall, cpu = time.perf_counter(), time.process_time()
            found = call(given)
            before = self.took[stage]
            self.took[stage] = Took(before.wall + time.perf_counter() - wall, before.cpu + time.process_time() - cpu)
            return found

        return clocked


@dataclass(frozen=True, slots=True)
class Bench:
    """What is built once: the pipeline, the guide in the package, the wages by area and the market's figures."""

    pipeline: Pipeline
    guide: Guide

    def estimate(self, profile: Profile) -> object:
        return estimate(profile, self.guide, oews.load(), market.load())

    def stages(self, data: bytes) -> dict[str, Took]:
        """Return what each stage of one analysis takes. Raises `ReadingError`."""
        return {**of_reading(data), **self.of_extraction(data)}

    def of_extraction(self, data: bytes) -> dict[str, Took]:
        """Return the stages behind reading. `gathering` is what extraction takes beside its components."""
        document = read(data, LIMITS)
        clocked = Clocked(self.pipeline)
        found = []
        whole = timed(lambda: found.append(extract(document, replace(self.pipeline, nlp=clocked), AS_OF)))  # type: ignore[arg-type]
        facts = found[0]
        answer = child.Analysed(document, facts, "", 0.0, 0.0)
        rest = {
            "gathering": without(whole, *clocked.took.values()),
            "estimate": timed(lambda: self.estimate(profile_of(facts, Corrections(), AS_OF))),
            "serialisation": timed(lambda: msgspec.json.decode(msgspec.json.encode(answer), type=child.Answer)),
        }
        return {**clocked.took, **rest}


def bench(pipeline: Pipeline) -> Bench:
    return Bench(pipeline, guide_of(files.read(files.GUIDES / "2026.yaml")))


def of_reading(data: bytes) -> dict[str, Took]:
    """Return the stages of reading; of files without pages, `layout` is all that the type check leaves."""
    check, whole = timed(lambda: format_of(data)), timed(lambda: read(data, LIMITS))
    if format_of(data) != "pdf":
        return {"type check": check, "layout": without(whole, check)}
    characters, words = timed(lambda: over_pages(data, characters_of)), timed(lambda: over_pages(data, words_of))
    return {
        "type check": check,
        "characters": characters,
        "words": without(words, characters),
        "layout": without(whole, check, words),
    }


def over_pages(data: bytes, work: Callable[[pdfium.PdfPage], object]) -> None:
    """Open a PDF and do the work on each page that is read."""
    pdf = pdfium.PdfDocument(data)
    try:
        for index in range(min(len(pdf), LIMITS.max_pages)):
            work(pdf[index])
    finally:
        pdf.close()


def characters_of(page: pdfium.PdfPage) -> object:
    return list(TextPage(page).runs())


def words_of(page: pdfium.PdfPage) -> object:
    return read_page(page, 1, LIMITS.max_marks)


def without(whole: Took, *parts: Took) -> Took:
    """Return what is left of the whole; never below 0, where noise fell on a part."""
    return Took(
        max(0.0, whole.wall - sum(part.wall for part in parts)), max(0.0, whole.cpu - sum(part.cpu for part in parts))
    )
