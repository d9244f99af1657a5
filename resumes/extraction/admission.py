"""Components "language" and "admission": documents that are no English resume end here, never in an estimate.

A false alarm turns a person away, a miss shows a page of questions: when in doubt a document passes.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from resumes.extraction import findings
from resumes.extraction.findings import Findings
from resumes.extraction.language import is_english
from resumes.extraction.lexicons import load as lexicon
from resumes.reading.errors import NotAResume, NotEnglish

REACHED = re.compile(r"\S@\S+\.\w|\+?\(?\d[\d\s().-]{8,}\d|linkedin\.com/|github\.com/", re.IGNORECASE)
WIDE = re.compile(r" [ \t]+|\t[ \t]*")
"""White space in a line but for single spaces."""
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
DEED = re.compile(
    r"\b(?:I|he|she|they)\s+(?:has|have|had)?\s*(?:is|am|was|worked|works?|holds?|led|leads?|built|builds?|earned|received"
    r"|graduated|studied|modeled|trains?|trained|developed|joined|wrote|teaches|taught)\b",
    re.IGNORECASE,
)


@Language.component("bandwise_language")
def refuse_other_languages(doc: Doc) -> Doc:
    """Raise `NotEnglish` for a text in another language."""
    if not is_english(findings.of(doc).document.text):
        raise NotEnglish
    return doc


@Language.component("bandwise_admission")
def refuse_other_documents(doc: Doc) -> Doc:
    """Raise `NotAResume` for a document that is none."""
    check(findings.of(doc))
    return doc


def check(found: Findings) -> None:
    """Raise `NotAResume` for a document that shows too little of what resumes have.

    Dated roles, headings, a way to reach the person, a degree, skills and prose about what somebody did earn points;
    the phrases of another kind of document (an advertisement, a paper, a letter, an invoice, a form) cost some, and so
    do the addresses of many people.
    """
    if points(found) < lexicon("documents")["points"]["enough"]:
        raise NotAResume


def points(found: Findings) -> int:
    """Return how much a document looks like a resume."""
    worth: dict[str, int] = lexicon("documents")["points"]
    dated = sum(role.start is not None for role in found.roles)
    return (
        worth["dated_role"] * (dated > 0)
        + worth["second_dated_role"] * (dated > 1)
        + worth["heading"] * min(_headings(found), worth["most_headings"])
        + worth["contact"] * bool(REACHED.search(found.document.text))
        + worth["degree"] * (found.education.highest != "none")
        + worth["skills"] * (len(found.skills) >= worth["fewest_skills"])
        + worth["prose"] * (len(DEED.findall(found.document.text)) >= worth["fewest_deeds"])
        - max(0, _cost(found.document.text) - worth["spared"] * _has_core(found))
    )


def _has_core(found: Findings) -> bool:
    """Say whether dated work and headings stand together: then the phrases of other documents are what it tells of."""
    fewest: int = lexicon("documents")["points"]["core_headings"]
    return any(role.start is not None for role in found.roles) and _headings(found) >= fewest


def _cost(text: str) -> int:
    """Return what the other kinds of document that the text may be cost: the dearest of them."""
    documents = lexicon("documents")
    usual: int = -documents["points"]["another_kind"]
    most = documents["points"]["most_addresses"]
    many = text.count("@") > most and len(set(ADDRESS.findall(text.lower()))) > most
    costs: list[int] = [documents["kinds"][kind].get("costs", usual) for kind in other_kinds(text)]
    return int(max([usual * many, *costs]))


def other_kinds(text: str) -> tuple[str, ...]:
    """Return the kinds of document whose phrases the text holds in sufficient number."""
    plain = WIDE.sub(" ", text.lower().replace("’", "'")) + "\n"
    kinds = lexicon("documents")["kinds"].items()
    return tuple(name for name, kind in kinds if _phrases(plain, kind["phrases"]) >= kind["at_least"])


def _phrases(plain: str, phrases: list[str]) -> int:
    """Return how many phrases occur, each from the beginning of a word."""
    held = (phrase for phrase in phrases if phrase in plain)
    return sum(bool(re.search(rf"(?<!\w){re.escape(phrase)}", plain)) for phrase in held)


def _headings(found: Findings) -> int:
    usual = set(lexicon("documents")["headings"]["names"])
    return len({section.name for section in found.sections if section.heading is not None} & usual)
