"""Component "place": where the person is, from the contact block, else from the current or latest role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from resumes.extraction import findings, gazetteer
from resumes.extraction.employer_place import employer_place
from resumes.extraction.facts import Confidence, Evidence, Location, Role
from resumes.extraction.findings import Findings
from resumes.extraction.gazetteer import Spot
from resumes.extraction.lexicons import load as lexicon
from resumes.extraction.phrases import words_of
from resumes.extraction.place_names import PlaceName, place_names
from resumes.extraction.same_names import likeliest
from salaries.reference import metros

REACHED = re.compile(r"\S@\S+\.\w|\+?\(?\d[\d\s().-]{7,}\d|linkedin\.com|github\.com", re.IGNORECASE)
"""An e-mail address, a telephone number or a profile: marks of the contact block."""
CONTACT_LINES = 14
"""No contact block is longer; what follows without a heading is prose."""
PROSE = 14
"""Words in a line: from this many on it is a sentence, in which a lone city can be anything's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the person: `rank` orders candidates, the least first."""

    spot: Spot
    evidence: Evidence
    confidence: Confidence
    rule: str
    rank: int


@Language.component("bandwise_place")
def find_place(doc: Doc) -> Doc:
    """Fill `findings.location` and leave the words it was read from in `doc.spans["place"]`."""
    found = findings.of(doc)
    chosen = person_place(found)
    spans: list[Span | None] = []
    if chosen is not None:
        found.location = _location(chosen)
        evidence = chosen.evidence
        spans.append(doc.char_span(evidence.start, evidence.end, label=chosen.rule, alignment_mode="expand"))
    doc.spans["place"] = [span for span in spans if span is not None]
    return doc


def person_place(found: Findings) -> Candidate | None:
    """Return where the person is: what the contact block says, else where the current or latest role is."""
    contact = sorted(_contact_candidates(found), key=lambda candidate: candidate.rank)
    return contact[0] if contact else _role_place(found)


def _location(chosen: Candidate) -> Location:
    spot = chosen.spot
    return Location(
        city=spot.city,
        region=spot.region,
        country=spot.country,
        metro=metros.slug_of(spot.cbsa),
        cbsa=spot.cbsa,
        confidence=chosen.confidence,
        evidence=(chosen.evidence,),
    )


def _contact_candidates(found: Findings) -> Iterator[Candidate]:
    first = next((i for i, line in enumerate(found.document.lines) if line.end > line.start), 0)
    for index in contact_lines(found):
        text = found.document.line_text(index)
        labelled = _labelled_home(text)
        for name in place_names(text, gazetteer.load()):
            if _is_elsewhere(name, text) or not _usable_in_contact(
                name, text, is_name_line=index == first, labelled=labelled
            ):
                continue
            yield _candidate(found, index, name, "labelled" if labelled else "contact")


def contact_lines(found: Findings) -> list[int]:
    """Return the lines that tell how to reach the person.

    These are the lines before the first heading, those under a heading like "Contact", those beside an e-mail
    address or a telephone number on the first page outside of any role, and lines that begin with "Address:" and
    the like.
    """
    lines: list[int] = []
    for section in found.sections:
        if section.name == "contact":
            lines.extend(range(section.first, min(section.last, section.first + CONTACT_LINES)))
    for index, line in enumerate(found.document.lines):
        text = found.document.line_text(index)
        if _labelled_home(text):
            lines.append(index)
        elif line.page == 1 and _is_reached(text) and not _inside_role(found, index):
            lines.extend((index, index - 1, index + 1))
    return [i for i in dict.fromkeys(lines) if 0 <= i < len(found.document.lines) and not _inside_study(found, i)]


def _is_reached(text: str) -> bool:
    return len(text.split()) < PROSE and bool(REACHED.search(text))


def _inside_role(found: Findings, index: int) -> bool:
    line = found.document.lines[index]
    spans = (span for role in found.roles for span in (*role.evidence, *((role.body,) if role.body else ())))
    return any(span.start < line.end and line.start < span.end for span in spans)


def _inside_study(found: Findings, index: int) -> bool:
    """Tell whether the line belongs to a section whose places are those of schools, employers or conferences."""
    away = {"experience", "education", "publications", "projects", "awards", "volunteering", "courses"}
    return found.section_of(index) in away


def _usable_in_contact(name: PlaceName, text: str, *, is_name_line: bool, labelled: bool) -> bool:
    """Tell whether a place can be the person's: no first name in the name line, no school's city, none in prose."""
    if labelled or (name.qualified and name.known):
        return True
    return not is_name_line and len(text.split()) < PROSE and not SCHOOL.search(text)


def _candidate(found: Findings, index: int, name: PlaceName, rule: str) -> Candidate:
    line = found.document.lines[index]
    spot, sure = likeliest(found.document.text, name)
    text = found.document.line_text(index)
    at_school = rule == "contact" and bool(SCHOOL.search(text))
    in_prose = rule == "contact" and len(text.split()) >= PROSE
    high = name.known and (name.qualified or sure) and not at_school and not in_prose
    evidence = Evidence(line.start + name.start, line.start + name.end)
    return Candidate(spot, evidence, "high" if high else "medium", rule, _rank(name, rule) + 3 * at_school)


def _rank(name: PlaceName, rule: str) -> int:
    if rule == "labelled":
        return 0
    if not name.known:
        return 4
    if not name.spot.city:
        return 3
    return 1 if name.qualified else 2


SCHOOL = re.compile(r"\b(?:University|College|Institute|School|Universit[àäée]t?|IIT|NIT|Alumn)", re.IGNORECASE)


def _label_pattern(kind: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(lexicon("places")["labels"][kind], key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


HOME = re.compile(rf"(?:^|[|•·,\t]\s*)(?:{_label_pattern('home').pattern})\s*[:\t]", re.IGNORECASE)
HOME_IN_WORDS = re.compile(
    r"\b(?:currently |now )?(?:based|living|located|residing|lives?) (?:in|at|out of)\b", re.IGNORECASE
)
DWELLING = {"based", "living", "located", "residing", "live", "lives"}
ELSEWHERE = _label_pattern("elsewhere")
MARK = re.compile(r"[|•·;\t]")
WORK_PAPER = re.compile(r" (?:work|employment)\b", re.IGNORECASE)


def _labelled_home(text: str) -> bool:
    if ":" not in text and "\t" not in text and DWELLING.isdisjoint(words_of(text)):
        return False
    return bool(HOME.search(text) or HOME_IN_WORDS.search(text)) and len(text.split()) < 2 * PROSE


def _is_elsewhere(name: PlaceName, text: str) -> bool:
    """Tell whether the words around a place say that the person is not there: "willing to relocate to Boston".

    Such a word speaks for what follows it up to the next mark, and for what stands right before it ("a Boston native").
    """
    if HOME.search(text):
        return False
    before = MARK.split(text[: name.start])[-1]
    return bool(
        ELSEWHERE.search(before)
        or ELSEWHERE.match(text[name.end :].lstrip(" ")[:24])
        or WORK_PAPER.match(text, name.end)
    )


def _role_place(found: Findings) -> Candidate | None:
    """Return the place of a running role, the first printed first; without one, that of the role that ended last.

    Where no place is printed beside them, the first one's employer can carry its place in its name.
    """
    current = _current_or_latest(found.roles)
    for role in current:
        named = [candidate for index in _role_lines(found, role) for candidate in _on_role_line(found, index)]
        if named:
            return min(named, key=lambda candidate: candidate.rank)
    spot = employer_place(current[0].employer or "") if current else None
    return Candidate(spot, current[0].evidence[0], "low", "employer", 9) if spot else None


def _current_or_latest(roles: list[Role]) -> list[Role]:
    dated = [role for role in roles if role.evidence]
    running = [role for role in dated if role.end == "present"]
    latest = max(dated, key=lambda role: role.end or role.start or "", default=None)
    return running or ([latest] if latest else [])


def _role_lines(found: Findings, role: Role) -> list[int]:
    """Return the lines of a role's heading, and the lines around it that are neither bullet nor heading nor prose."""
    first, last = min(e.start for e in role.evidence), max(e.end for e in role.evidence)
    heading = [i for i, line in enumerate(found.document.lines) if line.start < last and first < line.end]
    around = [heading[0] - 1, heading[-1] + 1] if heading else []
    return heading + [i for i in around if 0 <= i < len(found.document.lines) and _may_name_employer(found, i)]


def _may_name_employer(found: Findings, index: int) -> bool:
    text = found.document.line_text(index)
    is_heading = any(section.heading == index for section in found.sections)
    return not text.startswith("• ") and 0 < len(text.split()) < PROSE and not is_heading


def _on_role_line(found: Findings, index: int) -> Iterator[Candidate]:
    for name in place_names(found.document.line_text(index), gazetteer.load()):
        yield _candidate(found, index, name, "role")
