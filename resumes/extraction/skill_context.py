"""Which mentions count as skills: by the section they stand in, and by what stands beside them."""

import re
from collections.abc import Sequence

from resumes.extraction.findings import Findings
from resumes.extraction.lexicons import load
from resumes.extraction.skill_mentions import Mention, mentions

_SEPARATOR = re.compile(r"(?:\s*v?\d[\d.]*)?\s*(?:[,;/|•·&+()\[\]:\t\n-]|\band\b|\bor\b)+[\s,(•]*(?:and |or )?\s*")


def counted(findings: Findings) -> list[Mention]:
    """Return the mentions that count, in text order."""
    text = findings.document.text
    zones = line_zones(findings)
    found = [m for m in mentions(text) if zones[line_at(findings, m.start)] != "closed"]
    firm = [not m.listed or zones[line_at(findings, m.start)] == "list" for m in found]
    spread(text, found, firm)
    return [mention for mention, sure in zip(found, firm, strict=True) if sure]


def spread(text: str, found: Sequence[Mention], firm: list[bool]) -> None:
    """Let a mention that counts in lists only count where it stands beside one that counts."""
    order = list(range(1, len(found)))
    for at, beside in [(i, i - 1) for i in order] + [(i - 1, i) for i in reversed(order)]:
        if firm[beside] and not firm[at]:
            left, right = sorted((at, beside))
            firm[at] = bool(_SEPARATOR.fullmatch(text, found[left].end, found[right].start))


def line_at(findings: Findings, position: int) -> int:
    """Return the line that holds the position."""
    lines = findings.document.lines
    low, high = 0, len(lines)
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if lines[middle].start <= position else (low, middle)
    return low


def line_zones(findings: Findings) -> list[str]:
    """Return "list", "closed" or "open" for every line."""
    rules = load("skill_context")
    zones = []
    for number in range(len(findings.document.lines)):
        section = findings.section_of(number)
        zones.append(
            "list" if section in rules["list_sections"] else "closed" if section in rules["closed_sections"] else "open"
        )
    return zones
