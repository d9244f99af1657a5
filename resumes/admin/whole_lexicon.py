"""All that is looked for, the files' entries beside staff's: to search, to read, and to begin a change from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from resumes.extraction.lexicons import load
from resumes.extraction.skill_lexicon import CATEGORIES, by_name, described
from resumes.lexicon.rows import EmployerEntry, Kind, SkillEntry

ON_A_PAGE = 100
FILES, OURS, CHANGED, WITHDRAWN = "of the files", "ours", "changed by us", "not looked for"
STANDINGS = (FILES, OURS, CHANGED, WITHDRAWN)
HEADINGS = {"aliases": "", "cased": "exactly ", "listed": "in lists "}
"""What stands before spellings that do not count anywhere in any letter case."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry: what it is called, what it is filed under, how it is printed, whose it is, where it is changed."""

    name: str
    kind: str
    printed: str
    speaks: str
    standing: str
    address: str

    def holds(self, words: str) -> bool:
        return all(word in f"{self.name} {self.printed}".casefold() for word in words.casefold().split())


def skills() -> Iterator[Listed]:
    """Yield every skill by name."""
    own = {entry.name: entry for entry in SkillEntry.objects.all()}
    for name in sorted({*by_name(), *own}, key=str.casefold):
        yield skill(name, own.get(name))


def skill(name: str, own: SkillEntry | None) -> Listed:
    """Return a skill as staff have it, else as the files do."""
    entry, row = described(own.row()) if own else by_name()[name]
    printed = [f"{HEADINGS[rule]}{text}" for rule in HEADINGS for text in row.get(rule, ())]
    speaks = ", ".join(f"{specialization} {weight:g}" for specialization, weight in entry.speaks.items())
    standing = FILES if own is None else WITHDRAWN if not own.in_use else CHANGED if name in by_name() else OURS
    return Listed(name, entry.category, "; ".join(printed), speaks, standing, address("skillentry", name, own))


def employers() -> Iterator[Listed]:
    """Yield every employer by name."""
    own = {name: entry for entry in EmployerEntry.objects.filter(in_use=True) for name in entry.row().names}
    files = {name: kind for kind, entry in load("employers").items() if kind != "endings" for name in entry["names"]}
    for name in sorted({*files, *own}, key=str.casefold):
        entry = own.get(name)
        kind = entry.kind if entry else files[name]
        standing = FILES if entry is None else CHANGED if name in files else OURS
        printed = entry.name if entry and entry.name != name else ""
        yield Listed(name, Kind(kind).label, printed, "", standing, address("employerentry", name, entry))


def address(model: str, name: str, own: SkillEntry | EmployerEntry | None) -> str:
    """Return where an entry is changed: staff's own, or a new one that begins as the files have it."""
    if own is not None:
        return reverse(f"admin:resumes_{model}_change", args=(own.pk,))
    return f"{reverse(f'admin:resumes_{model}_add')}?{urlencode({'base': name})}"


def page(request: HttpRequest, entries: Iterator[Listed], kinds: tuple[str, ...]) -> dict[str, Any]:
    """Return one page of the entries that the address asks for."""
    words, kind, standing = (request.GET.get(key, "") for key in ("q", "kind", "standing"))
    found = [
        entry
        for entry in entries
        if kind in ("", entry.kind) and standing in ("", entry.standing) and entry.holds(words)
    ]
    shown = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    asked = urlencode({key: value for key, value in (("q", words), ("kind", kind), ("standing", standing)) if value})
    chosen = {"words": words, "kind": kind, "standing": standing, "asked": asked}
    return {"shown": shown, "kinds": kinds, "standings": STANDINGS, **chosen}


def page_of_skills(request: HttpRequest) -> dict[str, Any]:
    return {"what": "skill", "title": "All skills", **page(request, skills(), CATEGORIES)}


def page_of_employers(request: HttpRequest) -> dict[str, Any]:
    kinds = tuple(str(label) for label in Kind.labels)
    return {"what": "employer", "title": "All employers", **page(request, employers(), kinds)}
