"""Component "stated": the years of experience that the resume claims in words for the person as a whole."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from resumes.extraction import findings
from resumes.extraction.facts import Evidence, StatedYears
from resumes.extraction.findings import Findings, Section
from resumes.extraction.lexicons import load as lexicon

OWN_WORDS = ("contact", "summary", "other", "skills")
"""Sections in which a person speaks of themselves as a whole."""
LONGEST_CAREER = 50
COUNTED = ("number", "labelled", "short", "spent")
"""The groups of the pattern, each of another form, that hold the number of years."""
UNIT = re.compile(r"year|yr|yoe|decade", re.IGNORECASE)
"""Part of every claim: a section without one need not be searched."""
NEAR = 60
"""Characters to either side of a claim that still say what it is about."""


@Language.component("bandwise_stated")
def find_stated(doc: Doc) -> Doc:
    """Fill `findings.stated_years` and leave the claim in `doc.spans["stated"]`."""
    found = findings.of(doc)
    found.stated_years = claim = next(claims(found), None)
    spans = []
    if claim is not None:
        evidence = claim.evidence
        spans = [doc.char_span(evidence.start, evidence.end, label=f"stated:{claim.of}", alignment_mode="expand")]
    doc.spans["stated"] = [span for span in spans if span is not None]
    return doc


def claims(found: Findings) -> Iterator[StatedYears]:
    """Yield the claims in text order, those among the roles last. A claim about one tool or an age is none.

    Where people write about single jobs only "years of experience" is a claim, "4 years building models" is not.
    """
    own = [section for section in found.sections if section.name in OWN_WORDS]
    work = [section for section in found.sections if section.name == "experience"]
    for section in (*own, *work):
        if section.last > section.first:
            yield from _in_section(found, section)


def _in_section(found: Findings, section: Section) -> Iterator[StatedYears]:
    lines, text = found.document.lines, found.document.text
    start, end = lines[section.first].start, lines[section.last - 1].end
    if not UNIT.search(text, start, end):
        return
    for match in _claim().finditer(text, start, end):
        claim = _read(text, match, start, end)
        if claim is not None and (not match["doing"] or _about_the_person(section, claim)):
            yield claim


def _about_the_person(section: Section, claim: StatedYears) -> bool:
    return section.name != "experience" and (section.name != "skills" or claim.of == "ml")


def _read(text: str, match: re.Match[str], start: int, end: int) -> StatedYears | None:
    years = _years(match)
    before, after = text[start : match.start()], _sentence_from(text, match.end(), end)
    if not 0 < years <= LONGEST_CAREER or _is_no_claim(before, match, after):
        return None
    return StatedYears(years, _subject(before, match[0], after), Evidence(match.start(), match.end()))


def _is_no_claim(before: str, match: re.Match[str], after: str) -> bool:
    not_before, not_after, tool = _no_claims()
    if not_before.search(before[-NEAR:]) or not_after.match((match["rest"] or "") + after):
        return True
    return bool(tool.match(after)) and not _ml().search(after[:NEAR])


def _subject(before: str, claim: str, after: str) -> Literal["ml", "total"]:
    """Tell what the years are of: what stands in the claim or behind it, else the profession before it."""
    behind = re.split(r"\b(?:including|of which|plus)\b", after)[0][:NEAR]
    if _ml().search(claim) or _ml().search(behind):
        return "ml"
    told = re.match(r"\s*(?:in|as|of|across|within)\s+\w", behind)
    sentence = re.split(r"[.!?]\s|\n\n", before)[-1][-NEAR:]
    return "ml" if not told and _ml().search(sentence) else "total"


def _years(match: re.Match[str]) -> Decimal:
    if match["decades"]:
        return 10 * (_number(match["count"]) if match["count"] else Decimal(1))
    return _number(next(found for found in map(match.group, COUNTED) if found))


def _number(text: str) -> Decimal:
    written = lexicon("stated")["numbers"].get(re.sub(r"\s", "-", text.lower()))
    return Decimal(written) if written is not None else Decimal(text)


def _sentence_from(text: str, start: int, end: int) -> str:
    return re.split(r"[.!?;|•]\s|\n\n", text[start:end], maxsplit=1)[0]


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def _no_claims() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what stands before and behind years that are no claim, and before the name of a tool."""
    words = lexicon("stated")["words"]
    return (
        re.compile(rf"\b(?:{_any(words['not_before'])})\W+(?:\w+\W+)?$", re.IGNORECASE),
        re.compile(rf"\W*(?:{_any(words['not_after'])})\b", re.IGNORECASE),
        re.compile(rf"\s*(?:{_any(words['tool_joint'])})\s+(?=[\w#+./-]*[A-Z#+])"),
    )


@cache
def _ml() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(lexicon('stated')['words']['ml'])})(?!\w)", re.IGNORECASE)


@cache
def _claim() -> re.Pattern[str]:
    words = lexicon("stated")["words"]
    number = rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?|{_any(list(lexicon('stated')['numbers']))})"
    unit = r"\s*\+?\s*(?:plus\s+)?(?:full\s+)?(?:years?|yrs?)\b\.?['’]?"
    amount = rf"(?P<number>{number})(?:\s*\(\w+\))?(?:\s*\+?\s*(?:-|–|to)\s*\d{{1,2}})?{unit}"
    decades = rf"(?:(?P<count>{number})\s+)?(?:a\s+)?(?P<decades>decades?)"
    worth = rf"(?:\s+(?:of\s+)?|\s*[-–]\s*)(?:(?!with\b|using\b)[\w/&,+'’()-]+\s+){{0,7}}?(?:{_any(words['worth'])})\b"
    doing = rf"(?P<doing>\s+(?:{_any(words['doing'])})\b)"
    about = r"(?:(?:over|more\s+than|about|around|nearly|almost)\s+)?"
    label = rf"\bexperience\s*(?:of|:|-|–)\s*{about}"
    short = rf"(?<![\w.$])(?P<short>{number})\s*\+?\s*yoe\b"
    spent = (
        rf"\bbeen\s+\w+ing\s+(?:[\w/&,-]+\s+){{0,8}}?for\s+(?:the\s+(?:past|last)\s+)?{about}(?P<spent>{number}){unit}"
    )
    return re.compile(
        rf"{label}(?P<labelled>{number}){unit}|{short}|{spent}|(?<![\w.$])(?:{amount}|{decades})(?P<rest>{worth}|{doing})",
        re.IGNORECASE,
    )
