"""Component "achievements": the lines of a resume that are worth showing, and why."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from resumes.extraction.bullets import bullets
from resumes.extraction.facts import Achievement, Evidence
from resumes.extraction.findings import Findings, of
from resumes.extraction.lexicons import load
from resumes.extraction.merit import judge


@Language.component("bandwise_achievements")
def find_achievements(doc: Doc) -> Doc:
    """Fill `findings.achievements`, best first."""
    findings = of(doc)
    findings.achievements = ranked(findings.document.text, list(items(findings)))
    found = ((item, item.evidence) for item in findings.achievements)
    spans = (
        doc.char_span(at.start, at.end, label=f"achievements.{item.reasons[0]}", alignment_mode="expand")
        for item, at in found
    )
    doc.spans["achievements"] = [span for span in spans if span is not None]
    return doc


def ranked(text: str, ranges: Sequence[Evidence]) -> list[Achievement]:
    """Return the ranges that hold an achievement, highest score first, in text order where scores are equal.

    Of lines that only name a paper or a prize the first few stay: long lists of them would hide all other work.
    """
    rules = load("achievements")
    judged = (judge(text, evidence) for evidence in ranges)
    worthy = [item for item in judged if item.score >= rules["least"] and item.reasons != ("ownership",)]
    worthy.sort(key=lambda item: (-item.score, item.evidence.start))
    papers = [item for item in worthy if item.reasons == ("research",)][rules["most_papers"] :]
    return [item for item in worthy if item not in papers][: rules["most_lines"]]


def items(findings: Findings) -> Iterator[Evidence]:
    """Yield the bullets, or the lines where there are none, of the sections that tell of achievements."""
    rules = load("achievements")
    taken = [evidence for role in findings.roles for evidence in role.evidence]
    for section in findings.sections:
        first = section.first if section.heading is None else section.first + 1
        listed = bullets(findings.document, first, section.last) if section.name in rules["sections"] else ()
        for item in listed:
            heads = any(item.start <= head.start < item.end for head in taken)
            if not heads and item.end - item.start >= rules["shortest"]:
                yield item
