"""Which mentions count as skills: by the section they stand in, and by what stands beside them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from resumes.extraction.facts import Evidence
from resumes.extraction.findings import Findings
from resumes.extraction.lexicons import load
from resumes.extraction.skill_lexicon import squeeze
from resumes.extraction.skill_mentions import Mention, mentions

Zone = Literal["list", "open", "products", "closed"]

_SEPARATOR = re.compile(r"(?:\s*v?\d[\d.]*)?\s*(?:[,;/|•·&+()\[\]\t\n-]|\band\b|\bor\b)+[\s,(•]*(?:and |or )?\s*")
_LABEL = re.compile(r"\s*(?:• )?([A-Za-z][A-Za-z &/-]{1,30}?)\s*:")
_HEADING = re.compile(r"[^\n,:|]{0,30}:")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention and the zone of its line."""

    mention: Mention
    zone: Zone


def counted(findings: Findings) -> list[Mention]:
    """Return the mentions that count, in text order."""
    text, zones = findings.document.text, line_zones(findings)
    starts = [line.start for line in findings.document.lines]
    seen = [Sighting(m, zones[bisect_right(starts, m.start) - 1]) for m in mentions(text)]
    taken = list(names_of_others(findings))
    seen = [s for s in seen if admissible(s, text) and not any(at.start <= s.mention.start < at.end for at in taken)]
    employers = {squeeze(role.employer) for role in findings.roles if role.employer}
    firm = [counts_alone(sighting, employers) or written_in(sighting.mention, text) for sighting in seen]
    spread(text, seen, firm)
    return [sighting.mention for sighting, sure in zip(seen, firm, strict=True) if sure]


def names_of_others(findings: Findings) -> Iterator[Evidence]:
    """Yield the ranges that name the person's place or an employer: "Central Java", "Oracle"."""
    if findings.location:
        yield from findings.location.evidence
    for role in findings.roles:
        for evidence in role.evidence if role.employer else ():
            at = findings.document.text.find(role.employer or "", evidence.start, evidence.end)
            if at >= 0:
                yield Evidence(at, at + len(role.employer or ""))


def admissible(sighting: Sighting, text: str) -> bool:
    """Return whether the mention may count at all where it stands."""
    mention, zone = sighting.mention, sighting.zone
    if zone == "closed" or (zone == "products" and mention.entry.category not in load("skill_context")["products"]):
        return False
    if means_something_else(mention, text):
        return False
    if mention.entry.broad and (zone != "list" or _HEADING.match(text, mention.end)):
        return False
    return mention.end - mention.start > 1 or not initial(text, mention.start)


def means_something_else(mention: Mention, text: str) -> bool:
    """Return whether what follows shows that the word is none: "Spring 2024", "markdown optimization"."""
    pattern = load("skill_context")["elsewhere"].get(mention.entry.name)
    following = text[mention.start + len(mention.form.text) :][:30].lstrip().lower()
    return pattern is not None and mention.form.text == mention.entry.name and bool(re.match(pattern, following))


def initial(text: str, position: int) -> bool:
    """Return whether a single letter is part of something else: "J. C. Lee", "R&D", "C-level", "Ph.D"."""
    before, after = text[:position][-1:], text[position + 1 : position + 3]
    return before in {"&", ".", "-", "'", "’"} or after[:1] in {"&", "-", "'", "’"} or bool(re.match(r"\.\s?\S", after))


def counts_alone(sighting: Sighting, employers: set[str]) -> bool:
    """Return whether the mention counts whatever stands beside it."""
    if sighting.zone == "list":
        return True
    return sighting.mention.form.rule != "listed" and squeeze(sighting.mention.form.text) not in employers


def written_in(mention: Mention, text: str) -> bool:
    """Return whether the words before it name the mention as what something is written in: "scripts in R"."""
    rules = load("skill_context")["told"]
    if mention.entry.category not in rules["categories"] and mention.entry.name not in rules["names"]:
        return False
    before = text[max(0, mention.start - 8) : mention.start].split()
    following = text[mention.end : mention.end + 3]
    genus = re.match(r"\. ?[a-z]", following)  # "in C. elegans"
    return bool(before) and before[-1] in rules["before"] and mention.form.text[:1].isupper() and not genus


def spread(text: str, seen: Sequence[Sighting], firm: list[bool]) -> None:
    """Let a mention that counts in lists only count where it stands beside one that counts."""
    order = list(range(1, len(seen)))
    for at, beside in [(i, i - 1) for i in order] + [(i - 1, i) for i in reversed(order)]:
        if firm[beside] and not firm[at]:
            left, right = (seen[i].mention for i in sorted((at, beside)))
            firm[at] = bool(_SEPARATOR.fullmatch(text, left.end, right.start))


def line_zones(findings: Findings) -> list[Zone]:
    """Return the zone of every line."""
    document = findings.document
    bodies = [role.body for role in findings.roles if role.body]
    zones = []
    for at, line in enumerate(document.lines):
        at_work = any(body.start <= line.start < body.end for body in bodies)
        zones.append(zone_of(document.line_text(at), "experience" if at_work else findings.section_of(at)))
    if zones and findings.section_of(0) == "contact" and not re.search(r"[,|•·]", document.line_text(0)):
        zones[0] = "closed"  # the person's name: "Ruby Jenkins"
    return zones


def zone_of(line: str, section: str) -> Zone:
    """Return the zone of a line: its label decides before its section."""
    rules = load("skill_context")
    found = _LABEL.match(line)
    label = found[1].lower() if found else ""
    if label in rules["course_labels"] or section in rules["closed"]:
        return "closed"
    if label in rules["list_labels"] or section in rules["list"]:
        return "list"
    return "products" if section in rules["products_only"] else "open"
