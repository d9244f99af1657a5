"""The documents that are measured: the project's own, and those kept beside the checkout where there are any."""

from collections.abc import Iterator
from dataclasses import dataclass

from resumes.reading.signature import Format, format_of
from tests.benchmarks.parts import ROOT
from tests.corpus.layouts import documents, render

BESIDE = ROOT.parent / "shared" / "corpus" / "dev" / "files"
SAMPLE = ROOT / "resumes" / "samples" / "sample-resume.pdf"


@dataclass(frozen=True, slots=True)
class Document:
    """One file's bytes. It has no name: what is told of documents is told of all of them together."""

    data: bytes
    format: Format


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents under the words that reports use for them."""

    title: str
    documents: tuple[Document, ...]


def of(data: bytes) -> Document:
    return Document(data, format_of(data))


def own() -> Corpus:
    """Return the project's invented resumes and the sample that it shows visitors."""
    found = [render(written.person, written.layout) for written in documents()]
    return Corpus("own resumes", tuple(map(of, [SAMPLE.read_bytes(), *found])))


def beside() -> Corpus:
    """Return the resumes kept beside the checkout, none where there are none."""
    files = sorted(BESIDE.iterdir()) if BESIDE.is_dir() else []
    return Corpus("resumes kept elsewhere", tuple(of(file.read_bytes()) for file in files))


def corpora(most: int | None = None) -> Iterator[Corpus]:
    """Yield the corpora that hold anything, each cut to `most` documents spread over the whole."""
    for corpus in (own(), beside()):
        if corpus.documents:
            yield Corpus(corpus.title, spread(corpus.documents, most))


def spread(found: tuple[Document, ...], most: int | None) -> tuple[Document, ...]:
    """Return at most so many of the documents, at even distances."""
    if most is None or len(found) <= most:
        return found
    return tuple(found[place * len(found) // most] for place in range(most))
