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
from resumes.extraction.skill_usage import is_item_of_its_line, is_person, is_worked_with, written_in

Zone = Literal["list", "open", "products", "closed"]

_SEPARATOR = re.compile(r"(?:\s*v?\d[\d.]*)?\s*(?:[,;/|•·&+()\[\]\t\n-]|\band\b|\bor\b)+[\s,(•]*(?:and |or )?\s*")
_LABEL = re.compile(r"\s*(?:• )?([A-Za-z][A-Za-z &/-]{1,30}?)\s*:")
_TITLES = re.compile(r",\s*(?:Ph\.?\s?D|M\.?D|MBA|M\.?S|M\.?Sc|P\.?E|PMP|CFA|CPA|Jr|Sr)\b\.?", re.IGNORECASE)
"""What stands behind a person's name with a comma."""
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
    seen = [Sighting(m, zones[bisect_right(starts, m.start) - 1]) for m in mentions(text, findings.skill_tables)]
    taken = list(names_of_others(findings))
    seen = [s for s in seen if admissible(s, text) and not any(at.start <= s.mention.start < at.end for at in taken)]
    employers = {squeeze(role.employer) for role in findings.roles if role.employer}
    firm = [counts_alone(sighting, employers, text) for sighting in seen]
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
    if means_something_else(mention, text) or is_person(mention, text):
        return False
    if mention.form.rule == "retyped" and not (zone == "list" and is_item_of_its_line(mention, text)):
        return False
    if mention.entry.broad and (zone != "list" or _HEADING.match(text, mention.end)):
        return False
    return mention.end - mention.start > 1 or not initial(text, mention.start)


def means_something_else(mention: Mention, text: str) -> bool:
    """Return whether what follows shows that the word is none: "Spring 2024", "markdown optimization"."""
    pattern = load("skill_context")["elsewhere"].get(mention.form.text)
    following = text[mention.start + len(mention.form.text) :][:30].lstrip().lower()
    return pattern is not None and bool(re.match(pattern, following))


def initial(text: str, position: int) -> bool:
    """Return whether a single letter is part of something else: "J. C. Lee", "R&D", "C-level", "Ph.D"."""
    before, after = text[:position][-1:], text[position + 1 : position + 3]
    if text.startswith("-based", position + 1):
        return False
    return before in {"&", ".", "-", "'", "’"} or after[:1] in {"&", "-", "'", "’"} or bool(re.match(r"\.\s?\S", after))


def counts_alone(sighting: Sighting, employers: set[str], text: str) -> bool:
    """Return whether the mention counts whatever skill stands beside it."""
    mention = sighting.mention
    if sighting.zone == "list":
        return True
    if squeeze(mention.form.text) in employers:
        return mention.form.rule == "listed" and written_in(mention, text)
    return mention.form.rule != "listed" or is_worked_with(mention, text)


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
    if (
        zones
        and findings.section_of(0) == "contact"
        and not re.search(r"[,|•·]", _TITLES.sub("", document.line_text(0)))
    ):
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
