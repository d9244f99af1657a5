"""Component "achievements": the lines of a resume that are worth showing, and why."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from resumes.extraction.facts import Achievement, Evidence
from resumes.extraction.findings import Findings, of
from resumes.extraction.lexicons import load

BULLET = "• "

FULL_LINE = 60
"""Letters from which a line without a full stop is taken to go on in the next."""


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
    """Return the ranges that hold an achievement, highest score first, in text order where scores are equal."""
    rules = load("achievements")
    judged = (judge(text, evidence) for evidence in ranges)
    worthy = [item for item in judged if item.score >= rules["least"] and item.reasons != ("ownership",)]
    worthy.sort(key=lambda item: (-item.score, item.evidence.start))
    return worthy[: rules["most_lines"]]


def judge(text: str, evidence: Evidence) -> Achievement:
    """Return the range with its score, from 0 to 1, and its reasons, weightiest first."""
    line = " ".join(evidence.quote(text).split()).lower()
    weights = {name: rule["weight"] for name, rule in load("achievements")["reasons"].items()}
    duty = any(pattern.search(line) for pattern in patterns()["never"])
    held = [name for name in weights if not duty and any(pattern.search(line) for pattern in patterns()[name])]
    score = round(min(1.0, sum(weights[name] for name in held)), 2)
    return Achievement(evidence, score, tuple(sorted(held, key=lambda name: (-weights[name], name))))


@cache
def patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns of each reason, and under "never" those of lines that are no achievement, in small letters.

    Patterns that need not mind the case are searched several times faster.
    """
    rules = load("achievements")
    written = {name: rule["patterns"] for name, rule in rules["reasons"].items()} | {"never": rules["never"]}
    return {name: tuple(re.compile(p) for p in sources) for name, sources in written.items()}


def items(findings: Findings) -> Iterator[Evidence]:
    """Yield the bullets, or the lines where there are none, of the sections that tell of achievements."""
    rules = load("achievements")
    taken = [evidence for role in findings.roles for evidence in role.evidence]
    for section in findings.sections:
        first = section.first if section.heading is None else section.first + 1
        for item in joined(findings, first, section.last) if section.name in rules["sections"] else ():
            heads = any(item.start <= head.start < item.end for head in taken)
            if not heads and item.end - item.start >= rules["shortest"]:
                yield item


def joined(findings: Findings, first: int, last: int) -> Iterator[Evidence]:
    """Yield the lines of a section, each bullet with the lines that carry it on."""
    document = findings.document
    start: int | None = None
    for number in range(first, last):
        line = document.lines[number]
        goes_on = start is not None and carries_on(document.line_text(number - 1), document.line_text(number))
        if start is not None and not goes_on:
            yield Evidence(start, document.lines[number - 1].end)
        if not goes_on:
            start = line.start
    if start is not None:
        yield Evidence(start, document.lines[last - 1].end)


def carries_on(before: str, line: str) -> bool:
    """Return whether a line goes on with the sentence of the one before it, which broke off at the margin."""
    if line.startswith(BULLET) or "\t" in line or not line.strip():
        return False
    broke_off = len(before) >= FULL_LINE and not before.rstrip().endswith((".", ":", ";", "!"))
    return line[0].islower() or broke_off
