"""Component "sections": which lines belong to experience, education, skills and so on, by their headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span

from resumes.extraction import findings
from resumes.extraction.findings import Section, SectionName
from resumes.extraction.headings import YEAR, despaced, plain, sections_hinted, sections_named, vocabulary
from resumes.extraction.own_headings import headings_of_work
from resumes.extraction.titles import ends_in_title
from resumes.reading.document import Document

RUN_IN = re.compile(r"^([A-Za-z][A-Za-z&/ ]{2,40}?)\s*(?::|\t|\s[-–—]\s)\s*(?=\S)")
SENTENCE_END = re.compile(r"^\s*[a-z].*\.\s*$")
"""A line that starts small and ends in a full stop is the rest of a sentence."""
LONGEST_HEADING = 70
DATED_LINES = 2
SAME_SIZE = 0.6
"""Points: sizes closer than this are taken for one."""


@dataclass(frozen=True, slots=True)
class Dress:
    """How a line is set apart: what the headings of one document have in common."""

    caps: bool
    bold: bool
    size: float
    styled: bool
    capital: bool

    def lacks(self, usual: "Dress") -> int:
        """Return in how many ways this line is set apart less than the document's usual heading."""
        smaller = bool(self.size and usual.size) and self.size < usual.size - SAME_SIZE
        small = (usual.caps and not self.caps) or (usual.capital and not self.capital)
        return small + (usual.bold and not self.bold) + smaller + (usual.styled > self.styled)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line whose words could be a heading. `whole` is False where text follows in the same line."""

    line: int
    names: tuple[SectionName, ...]
    dress: Dress
    sure: bool
    whole: bool = True


@Language.component("bandwise_sections")
def find_sections(doc: Doc) -> Doc:
    """Fill `findings.sections` and leave one span a section in `doc.spans["sections"]`."""
    found = findings.of(doc)
    found.sections = sections(found.document)
    spans = (_span(doc, found.document, section) for section in found.sections)
    doc.spans["sections"] = [span for span in spans if span is not None]
    return doc


def sections(document: Document) -> list[Section]:
    """Return the sections of a document in reading order, the contact block before the first heading included.

    A mixed heading ("Education and Experience") gives two sections over the same lines, experience first.
    """
    seen = accepted(list(candidates(document)))
    seen = sorted([*seen, *accepted_hints(document, seen)], key=lambda heading: heading.line)
    headings = sorted([*seen, *in_own_words(document, seen)], key=lambda heading: heading.line)
    top = headings[0].line if headings else len(document.lines)
    found = [Section("contact", 0, top)] if top else []
    ends = [heading.line for heading in headings[1:]] + [len(document.lines)]
    for heading, end in zip(headings, ends, strict=False):
        found.extend(Section(name, heading.line, end, heading.line) for name in heading.names)
    return joined(document, [_reread(document, section, found) for section in found])


def _reread(document: Document, section: Section, every: list[Section]) -> Section:
    """Return a section that tells of the person's work without any year as a summary, where another lists the work.

    Under a heading of skills that several lines with years follow stands work: "Technical experience".
    """
    if section.heading is not None and section.name == "skills":
        years = sum(bool(YEAR.search(document.line_text(line))) for line in range(section.first + 1, section.last))
        dated = plain(document.line_text(section.heading)) in vocabulary().dated and years >= DATED_LINES
        return replace(section, name="experience") if dated else section
    if section.heading is None or section.name != "experience" or section.last - section.first == 1:
        return section
    words = plain(document.line_text(section.heading))
    others = any(other.name == "experience" and other.heading != section.heading for other in every)
    prose = words in vocabulary().open and others and not YEAR.search(_text(document, section))
    return replace(section, name="summary") if prose else section


def candidates(document: Document) -> Iterator[Candidate]:
    """Yield every line whose words, alone or before a colon or tab, are those of a heading."""
    for index, line in enumerate(document.lines):
        text = document.line_text(index)
        if text.startswith("•") or not text.strip() or SENTENCE_END.match(text):
            continue
        words = plain(text) if len(text) <= LONGEST_HEADING else ""
        if (names := sections_named(words)) and not _is_title(words) and not _opens_with_title(words):
            dress = _dress(text, bold=line.bold, size=line.size, styled=line.heading)
            yield Candidate(index, tuple(names), dress, words in vocabulary().sure)
        elif (run_in := RUN_IN.match(text)) and plain(run_in[1]) in vocabulary().running:
            names = sections_named(plain(run_in[1]))
            dress = _dress(run_in[1], bold=line.bold, size=line.size, styled=line.heading)
            yield Candidate(index, tuple(names), dress, sure=False, whole=False)


def _is_title(words: str) -> bool:
    """Return whether a line is rather a job title ("Software Research Intern"); headings name posts in the plural."""
    known = words in vocabulary().sure or words in vocabulary().phrases
    return not known and not words.endswith("s") and ends_in_title(words)


def _opens_with_title(words: str) -> bool:
    """Return whether a title stands before a comma, as a post and its field: "Research Intern, Language Technology"."""
    lead, comma, _ = words.partition(",")
    return bool(comma) and words not in vocabulary().phrases and _is_title(lead)


def accepted_hints(document: Document, known: list[Candidate]) -> Iterator[Candidate]:
    """Yield lines dressed like this document's sure headings that hold a heading's word beside unknown ones.

    Only where that dress is for headings alone: capitals, or letters larger than most lines have.
    """
    usual = usual_dress([candidate for candidate in known if candidate.sure and candidate.whole])
    body = Counter(line.size for line in document.lines).most_common(1)[0][0] if document.lines else 0.0
    if usual is None or not (usual.caps or usual.size > body + SAME_SIZE):
        return
    taken = {candidate.line for candidate in known}
    for index, line in enumerate(document.lines):
        if index in taken or line.bold != usual.bold or abs(line.size - usual.size) > SAME_SIZE:
            continue
        text = document.line_text(index)
        dress = _dress(text, bold=line.bold, size=line.size, styled=line.heading)
        if text.startswith("•") or dress.lacks(usual) or dress.caps != usual.caps:
            continue
        words, lead = plain(text), plain(re.split(r"[(,|]", text)[0])
        if "\t" in text or _is_title(words) or _is_title(lead):
            continue
        if names := sections_hinted(words):
            yield Candidate(index, tuple(names), dress, sure=False)


def in_own_words(document: Document, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield headings of work in words of the person's own, where no heading of work has a year beneath it.

    Only where the document's headings wear capitals, larger letters or a style of their own.
    """
    lines = [heading.line for heading in known] + [len(document.lines)]
    for heading, end in zip(known, lines[1:], strict=False):
        years = any(YEAR.search(document.line_text(line)) for line in range(heading.line, end))
        if years and "experience" in heading.names:
            return
    dresses = [
        _dress(document.line_text(at), bold=line.bold, size=line.size, styled=line.heading)
        for at, line in enumerate(document.lines)
    ]
    body = Counter(line.size for line in document.lines).most_common(1)[0][0] if document.lines else 0.0
    for line in headings_of_work(document, {heading.line for heading in known if heading.whole}, dresses):
        dress = dresses[line]
        if dress.caps or dress.styled or dress.size > body + SAME_SIZE:
            yield Candidate(line, ("experience",), dress, sure=False)


def _dress(text: str, *, bold: bool, size: float, styled: bool) -> Dress:
    letters = "".join(filter(str.isalpha, despaced(text)))
    caps = bool(letters) and sum(map(str.isupper, letters)) >= 0.8 * len(letters)
    return Dress(caps, bold, size, styled, capital=letters[:1].isupper())


def accepted(seen: list[Candidate]) -> list[Candidate]:
    """Drop candidates that are dressed less than this document's sure headings: words of a title or a line of text."""
    usual = usual_dress([candidate for candidate in seen if candidate.sure and candidate.whole])
    if usual is None:
        return [candidate for candidate in seen if candidate.whole or candidate.dress.caps]
    whole = sum(candidate.whole and candidate.sure for candidate in seen)
    if whole > 1:
        seen = [candidate for candidate in seen if candidate.whole or candidate.dress.caps or candidate.dress.bold]
    plain_text = not usual.size and not usual.styled
    kept = [candidate for candidate in seen if candidate.dress.lacks(usual) <= (0 if plain_text else _slack(candidate))]
    second = _second_dress(kept, usual)
    return [candidate for candidate in seen if candidate in kept or (candidate.whole and candidate.dress == second)]


def _second_dress(kept: list[Candidate], usual: Dress) -> Dress | None:
    """Return what at least two sure headings of another place share, such as those of a sidebar in smaller letters."""
    others = Counter(one.dress for one in kept if one.sure and one.whole and one.dress.lacks(usual))
    dress, number = others.most_common(1)[0] if others else (usual, 0)
    return dress if number > 1 and (dress.caps or dress.bold) else None


def _slack(candidate: Candidate) -> int:
    """Return how many missing signs are forgiven: a run-in heading is measured by its line, not by itself."""
    return 1 if candidate.sure or not candidate.whole else 0


def usual_dress(sure: list[Candidate]) -> Dress | None:
    """Return what most of the sure headings share, None without any."""
    if not sure:
        return None
    half = len(sure) / 2
    sizes = Counter(round(candidate.dress.size * 2) / 2 for candidate in sure)
    return Dress(
        caps=sum(candidate.dress.caps for candidate in sure) > half,
        bold=sum(candidate.dress.bold for candidate in sure) > half,
        size=sizes.most_common(1)[0][0],
        styled=sum(candidate.dress.styled for candidate in sure) > half,
        capital=sum(candidate.dress.capital for candidate in sure) > half,
    )


def joined(document: Document, found: list[Section]) -> list[Section]:
    """Join neighbors of one name: "WORK" over "EXPERIENCE" in a narrow margin, and text that goes on without a year.

    Two headings of one kind with entries below each ("Industry", "Academia") stay apart.
    """
    result = found[:1]
    for before, section in pairwise(found):
        bare = before.heading is not None and before.last - before.first == 1
        next_to = section.name == before.name and result[-1].last == section.first == before.last
        if next_to and (bare or not YEAR.search(_text(document, section))):
            result[-1] = replace(result[-1], last=section.last)
        else:
            result.append(section)
    return result


def _text(document: Document, section: Section) -> str:
    return "\n".join(document.line_text(line) for line in range(section.first, section.last))


def _span(doc: Doc, document: Document, section: Section) -> Span | None:
    start, end = document.lines[section.first].start, document.lines[section.last - 1].end
    return doc.char_span(start, end, label=section.name, alignment_mode="expand")
