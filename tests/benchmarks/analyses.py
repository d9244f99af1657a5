"""Every document of a corpus analyzed in every way, in turns: in this process, in a forked child, in the sandbox."""

import gc
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

import spacy
from spacy.language import Language

from resumes import child, sandbox
from resumes.confinement import Confinement
from resumes.extraction.pipeline import Pipeline
from resumes.reading.errors import ReadingError
from tests.benchmarks.documents import Corpus, Document
from tests.benchmarks.limit import limit
from tests.benchmarks.staging import AS_OF, LIMITS, Bench, bench
from tests.benchmarks.turns import Took, forked, in_turns, timed

Ways = dict[str, Callable[[], Mapping[str, Took]]]
"""By name, what analyzes a document in some way and says what that or its parts took."""
Others = Callable[[Document], Ways]
"""What else is to be measured in turns with ours: a former commit."""
BOUNDS = Confinement()


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document's least times by way ("analysis", "limit", ...) and by stage."""

    format: str
    pages: int
    words: int
    took: Mapping[str, Took]

    def ratio(self, way: str, to: str) -> float:
        """Return how often the wall time of one way goes into another's."""
        return self.took[way].wall / self.took[to].wall

    def worked(self, way: str, to: str) -> float:
        """Return the same of processor time, which other processes on the machine lengthen less."""
        return self.took[way].cpu / self.took[to].cpu


def load() -> Pipeline:
    """Load what the sandbox's server holds, as it does, and return its pipeline."""
    handler = signal.getsignal(signal.SIGTERM)
    preloaded = import_module("resumes.preloaded")  # reads a first document, freezes memory, and ignores SIGTERM
    signal.signal(signal.SIGTERM, handler)
    pipeline: Pipeline = preloaded.PIPELINE
    return pipeline


def prepare() -> tuple[Bench, Language]:
    """Return what analyses are timed with and the limit's tokenizer; the sandbox's server is then up."""
    built, blank = bench(load()), spacy.blank("en")
    sandbox.warm()
    gc.collect()
    gc.freeze()
    return built, blank


def analyses(corpus: Corpus, rounds: int, built: Bench, blank: Language, others: Others) -> Iterator[Analysis]:
    """Yield the times of each document that gives facts; those that give none are left out."""
    for document in corpus.documents:
        try:
            found = child.analyse(document.data, LIMITS, AS_OF).document
        except ReadingError:
            continue
        took = in_turns({**ways(document, built, blank), **others(document)}, rounds)
        yield Analysis(document.format, found.pages or 1, len(found.text.split()), took)


def ways(document: Document, built: Bench, blank: Language) -> Ways:
    """Return the ways of analyzing a document; only PDFs have a limit."""
    data = document.data
    found: Ways = {
        "analysis": lambda: {"analysis": timed(lambda: child.analyse(data, LIMITS, AS_OF))},
        "analysis in a child": lambda: {"analysis in a child": forked(lambda: child.analyse(data, LIMITS, AS_OF))},
        "stages": lambda: built.stages(data),
        "sandboxed": lambda: sandboxed(data),
    }
    if document.format == "pdf":
        found["limit"] = lambda: {"limit": timed(lambda: limit(data, blank))}
        found["limit in a child"] = lambda: {"limit in a child": forked(lambda: limit(data, blank))}
    return found


def sandboxed(data: bytes) -> Mapping[str, Took]:
    """Return the wall time of the whole sandboxed call, that inside the child, and the difference."""
    begun = time.perf_counter()
    answer = sandbox.analyse(data, as_of=AS_OF, limits=LIMITS, bounds=BOUNDS)
    whole = time.perf_counter() - begun
    seconds = {"sandboxed": whole, "inside the child": answer.seconds, "sandbox": whole - answer.seconds}
    return {name: Took(took, 0.0) for name, took in seconds.items()}


def none(_document: Document) -> Ways:
    return {}
