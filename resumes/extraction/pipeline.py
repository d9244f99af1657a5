"""The spaCy pipeline: one registered component a family of facts, in the order in which they lean on each other."""

import re
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without types
from spacy.vocab import Vocab

from resumes.extraction import (  # noqa: F401  (importing registers the components)
    achievements,
    admission,
    dates,
    education,
    place,
    roles,
    sections,
    skills,
    specialization,
    stated,
)
from resumes.extraction.amendments import UNAMENDED, Amendments
from resumes.extraction.employer_kinds import Known, own_employers
from resumes.extraction.facts import Facts
from resumes.extraction.findings import Findings
from resumes.extraction.skill_lexicon import Tables, amended, tables
from resumes.reading.document import Document

VERSION = "2026.4"
"""Changes with any change that can alter a fact."""

MARK = re.compile(r"[^\w\s]")

COMPONENTS = (
    "language",
    "sections",
    "dates",
    "stated",
    "roles",
    "education",
    "place",
    "skills",
    "specialization",
    "achievements",
    "admission",
)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The components, and what they look for beside what the files tell each of them."""

    nlp: Language
    skill_tables: Tables
    own_employers: tuple[Known, ...] = ()


def build(amendments: Amendments = UNAMENDED) -> Pipeline:
    """Return the pipeline, lexicons loaded: built once a process, used for every document.

    The components match characters, and tokens only carry their spans: they are parted at spaces and marks, and their
    vocabulary holds nothing but the words, which takes a small part of the time that spaCy's English takes.
    """
    nlp = spacy.blank("en", vocab=Vocab())
    nlp.tokenizer = Tokenizer(nlp.vocab, infix_finditer=MARK.finditer)
    for name in COMPONENTS:
        nlp.add_pipe(f"bandwise_{name}")
    return amend(Pipeline(nlp, tables()), amendments)


def amend(pipeline: Pipeline, amendments: Amendments) -> Pipeline:
    """Return the pipeline as staff's changes to the lexicons have it: in some milliseconds, so that each child can."""
    found = amended(amendments.skills)
    return replace(pipeline, skill_tables=found, own_employers=own_employers(amendments.employers))


def extract(document: Document, pipeline: Pipeline, as_of: date) -> Facts:
    """Return the facts of a document; `as_of` is the day that "Present" means.

    Raises `NotAResume` and `NotEnglish` (resumes.reading.errors) for documents that are neither.
    """
    return gather(find(document, pipeline, as_of))


def find(document: Document, pipeline: Pipeline, as_of: date, *, only: Container[str] | None = None) -> Findings:
    """Return what the components find, all of them or `only` some. Raises what `extract` raises."""
    doc = pipeline.nlp.make_doc(document.text)
    doc._.findings = Findings(document, as_of, pipeline.skill_tables, pipeline.own_employers)
    for name, component in pipeline.nlp.pipeline:
        if only is None or name in only:
            doc = component(doc)
    found: Findings = doc._.findings
    return found


def gather(found: Findings) -> Facts:
    """Freeze the findings into facts."""
    return Facts(
        roles=tuple(found.roles),
        education=found.education,
        location=found.location,
        current_title=found.current_title,
        specialization=found.specialization,
        skills=tuple(found.skills),
        stated_years=found.stated_years,
        llm_production=tuple(found.llm_production),
        employer_kind=found.employer_kind,
        rung=found.rung,
        achievements=tuple(found.achievements),
        remarks=tuple(found.remarks),
    )
