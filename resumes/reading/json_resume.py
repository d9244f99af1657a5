"""A JSON Resume (jsonresume.org, schema 1.0.0) as the page that it stands for: headings, posts with dates, bullets.

Extraction then reads it like any other resume, and evidence stays a quote of this text. Names of older schemas are
understood too ("company" for a post's "name"). Contact data, pictures and addresses of pages are left out: nothing is
read from them. What has another type than the schema gives it is passed over.
"""

import re
from collections.abc import Iterator
from typing import Any

from resumes.reading import glyphs
from resumes.reading.assembly import Draft
from resumes.reading.errors import NoText, OtherJson
from resumes.reading.json_text import loaded

TELLING = ("basics", "work", "education", "skills", "projects", "volunteer")
"""Parts of which a resume has at least one."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-\d\d)?(?:T.*)?")
NOW = "Present"
GAP = 1.0
"""White space above a heading or an entry, in lines."""

Entry = dict[str, Any]


def read_json_resume(data: bytes) -> list[Draft]:
    """Return the lines of a JSON Resume. Raises BrokenJson, OtherJson and NoText."""
    found = loaded(data)
    if not isinstance(found, dict) or not any(part in found for part in TELLING):
        raise OtherJson
    drafts = [draft for draft in page(found) if draft.text]
    if not any(letter.isalpha() for draft in drafts if not draft.heading for letter in draft.text):
        raise NoText
    return drafts


def page(found: Entry) -> Iterator[Draft]:
    """Yield the page from top to bottom."""
    yield from opening(mapping(found, "basics"))
    for entries, title, lines in (
        (entries_of(found, "work"), "Experience", post),
        (entries_of(found, "volunteer"), "Volunteering", post),
        (entries_of(found, "education"), "Education", study),
        (entries_of(found, "projects"), "Projects", project),
        (entries_of(found, "skills"), "Skills", skill),
        (entries_of(found, "certificates"), "Certifications", named),
        (entries_of(found, "publications"), "Publications", named),
        (entries_of(found, "awards"), "Awards", named),
        (entries_of(found, "languages"), "Languages", language),
    ):
        if entries:
            yield heading(title)
        for entry in entries:
            yield from lines(entry)


def opening(basics: Entry) -> Iterator[Draft]:
    """Yield name, title, place and summary."""
    place = mapping(basics, "location")
    yield line(said(basics, "name"))
    yield line(said(basics, "label"))
    yield line(joined(", ", *(said(place, name) for name in ("city", "region", "countryCode"))))
    summary = said(basics, "summary")
    if summary:
        yield heading("Summary")
        yield from paragraphs(summary)


def post(entry: Entry) -> Iterator[Draft]:
    """Yield one post: title and dates, employer and place, what was done."""
    yield line(joined("\t", said(entry, "position"), dates(entry, open_end=NOW)), GAP)
    employer = said(entry, "name") or said(entry, "company") or said(entry, "organization")
    yield line(joined(", ", employer, said(entry, "location")))
    yield from told(entry)


def study(entry: Entry) -> Iterator[Draft]:
    """Yield one course of study: degree and field, school and dates."""
    degree = joined(" in ", said(entry, "studyType"), said(entry, "area"))
    yield line(joined("\t", joined(", ", degree, said(entry, "institution")), dates(entry)), GAP)
    yield from bullets(texts(entry, "courses"))


def project(entry: Entry) -> Iterator[Draft]:
    """Yield one project of no post."""
    yield line(joined("\t", said(entry, "name"), dates(entry)), GAP)
    yield from told(entry)
    yield line(", ".join(texts(entry, "keywords")))


def skill(entry: Entry) -> Iterator[Draft]:
    """Yield one group of skills: its name alone is a skill too."""
    yield line(joined(": ", said(entry, "name"), ", ".join(texts(entry, "keywords"))))


def named(entry: Entry) -> Iterator[Draft]:
    """Yield a certificate, a publication or an award."""
    by = said(entry, "issuer") or said(entry, "publisher") or said(entry, "awarder")
    on = moment(said(entry, "date") or said(entry, "releaseDate"))
    yield line(joined(", ", said(entry, "name") or said(entry, "title"), by, on))
    yield from paragraphs(said(entry, "summary"))


def language(entry: Entry) -> Iterator[Draft]:
    yield line(joined(": ", said(entry, "language"), said(entry, "fluency")))


def told(entry: Entry) -> Iterator[Draft]:
    """Yield what was done: prose first, then bullets."""
    yield from paragraphs(said(entry, "description"))
    yield from paragraphs(said(entry, "summary"))
    yield from bullets(texts(entry, "highlights"))


def dates(entry: Entry, open_end: str = "") -> str:
    """Return "Mar 2020 – Jun 2023"; the format leaves out the end of what goes on."""
    start, end = moment(said(entry, "startDate")), moment(said(entry, "endDate"))
    if start and start == end:
        return start
    return joined(" – ", start, end or (open_end if start else ""))


def moment(text: str) -> str:
    """Return a date of ISO 8601 as resumes print it, any other text as it is."""
    found = DATE.fullmatch(text)
    if not found:
        return text
    month = int(found[2] or 0)
    return f"{MONTHS[month - 1]} {found[1]}" if 1 <= month <= 12 else found[1]


def heading(title: str) -> Draft:
    return Draft(title, gap=GAP, heading=True)


def line(text: str, gap: float = 0.0) -> Draft:
    return Draft(glyphs.clean(text), gap=gap)


def paragraphs(text: str) -> Iterator[Draft]:
    yield from (line(one) for one in text.splitlines())


def bullets(found: list[str]) -> Iterator[Draft]:
    """Yield texts as bullets, each one line however it was broken."""
    for text in found:
        yield Draft(glyphs.BULLET + glyphs.clean(" ".join(text.split())).removeprefix(glyphs.BULLET))


def said(entry: Entry, name: str) -> str:
    """Return a text, a whole number as one, nothing for what is neither."""
    value = entry.get(name)
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def texts(entry: Entry, name: str) -> list[str]:
    """Return a list's texts that say something."""
    found = entry.get(name)
    return [one for one in found if isinstance(one, str) and one.strip()] if isinstance(found, list) else []


def mapping(entry: Entry, name: str) -> Entry:
    found = entry.get(name)
    return found if isinstance(found, dict) else {}


def entries_of(found: Entry, name: str) -> list[Entry]:
    entries = found.get(name)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def joined(between: str, *parts: str) -> str:
    """Return the parts that say something, parted by `between`."""
    return between.join(part for part in parts if part)
