"""The label of a written resume, in the form that the scorer reads."""

from collections.abc import Iterator
from typing import Any

import msgspec

from tests.corpus.person import MARK, Entry, Person, Section, plain


def label_of(person: Person, name: str) -> dict[str, Any]:
    """Return what a careful reader sees in the resume; `name` is the document's, without its suffix."""
    facts = person.label
    highest, _, progress = facts.education.partition(" ")
    must, may = skills_of(person)
    return {
        "id": name,
        "is_resume": True,
        "language": "en",
        "roles": sorted(roles_of(person), key=_newest_first, reverse=True),
        "stated_years": _stated(facts.stated_years),
        "education": {"highest": highest, "in_progress": progress == "in progress"},
        "location": msgspec.to_builtins(facts.location),
        "current_title": facts.current_title,
        "specialization": {"primary": facts.specialization, "acceptable": list(facts.acceptable)},
        "skills": must,
        "skills_also": may,
        "notes": facts.notes,
    }


def roles_of(person: Person) -> list[dict[str, str | None]]:
    """Return every role of the resume in printed order."""
    return [role for section in person.sections for entry in section.entries for role in _roles(entry, entry.employer)]


def _roles(entry: Entry, employer: str) -> Iterator[dict[str, str | None]]:
    for role in entry.role.split(";") if entry.role else ():
        kind, start, end = (None if word == "-" else word for word in role.split())
        title = entry.label_title or plain(entry.title)
        yield {"title": title, "employer": plain(employer), "start": start, "end": end, "kind": kind}
    for position in entry.positions:
        yield from _roles(position, position.employer or employer)


def _newest_first(role: dict[str, str | None]) -> tuple[str, str]:
    end = role["end"] or ""
    return ("9999" if end == "present" else end, role["start"] or "")


def _stated(text: str) -> dict[str, Any] | None:
    if not text:
        return None
    years, of = text.split()
    return {"years": float(years) if "." in years else int(years), "of": of}


def skills_of(person: Person) -> tuple[list[str], list[str]]:
    """Return the marked skills, each once in the order of print: those to be found, and those that may be."""
    must: dict[str, None] = {}
    may: dict[str, None] = dict.fromkeys(person.label.skills_also)
    for text in _texts(person):
        for mark in MARK.finditer(text):
            (may if mark["optional"] else must)[mark["label"] or mark["printed"]] = None
    return list(must), [skill for skill in may if skill not in must]


def _texts(person: Person) -> Iterator[str]:
    yield person.headline
    for section in person.sections:
        yield from (section.heading, section.text, section.bullets)
        yield from _entry_texts(section)


def _entry_texts(section: Section) -> Iterator[str]:
    for entry in section.entries:
        for part in (entry, *entry.positions):
            yield from (part.title, part.employer, part.text, part.bullets)
