"""Which entries are work, by their section and the words of their head."""

import re
from functools import cache

from resumes.extraction.breaks import is_break
from resumes.extraction.entries import Entry, is_printed
from resumes.extraction.findings import SectionName
from resumes.extraction.kinds import signs
from resumes.extraction.lexicons import any_of, load
from resumes.extraction.naming import Named
from resumes.extraction.phrases import Phrases
from resumes.extraction.titles import is_organization

EMPLOYED = re.compile(r"^\W*(?:employer|company|client|organi[sz]ation)\s*[:–-]", re.IGNORECASE | re.MULTILINE)
"""Heads filled in like a form: the project is then one of the job's."""
PROJECT_LINE = re.compile(r"\W*project\b", re.IGNORECASE)
CLOSED: set[SectionName] = {"publications", "skills", "awards", "courses"}
"""Sections that hold no roles, whatever their lines look like."""
SIDES: set[SectionName] = {"education", "projects", "volunteering"}
"""Sections in which posts stand now and then: those of students and interns, and those at a firm."""


def is_work(entry: Entry, names: Named, *, experience: bool, taught: bool = False) -> bool:
    """Return whether an entry is work; `experience` says whether sections of experience hold any of the resume's.

    Where none does, a title with dates is believed anywhere but in closed sections and in these. `taught` says that
    the entry stands under a heading of teaching, where courses have terms for dates.
    """
    section = entry.section.name
    head = "\n".join(view.text for view in entry.head)
    head = _funding().sub(" ", head) if names.strength == 2 else head
    if section == "experience" and names.strength == 2 and EMPLOYED.search(head):
        head = "\n".join(view.text for view in entry.head if view.dates or not PROJECT_LINE.match(view.text))
    if section in CLOSED or (names.title is None and names.employer is None) or _barred().search(head):
        return False
    if _clubs().search(head) and not _has_trade(names.title or ""):
        return False
    if _is_break(names) or (names.strength < 2 and (_course_givers().search(head) or _is_function(entry))):
        return False
    if section == "experience":
        return names.strength == 2 or (
            bool(entry.dates) and (names.strength > 0 or _lasted(entry, names, terms=taught))
        )
    if not entry.dates or names.strength < 2 or not names.title:
        return False
    if section in SIDES or experience:
        if section == "education" and (_is_degree(names.title) or _is_training(entry, names.title)):
            return False
        at_firm = section == "projects" and is_organization(names.employer or "") == 2
        return section in SIDES and (at_firm or _is_post(names.title)) and not _is_self_given(names.title)
    return True


def _is_break(names: Named) -> bool:
    """Return whether an entry without a sure title is time away from work: a leave, travels, a search for work."""
    said = names.title if names.strength == 2 else names.title or names.employer
    return bool(said and is_break(said))


def _is_function(entry: Entry) -> bool:
    """Return whether the first piece of an entry names a function in a society or a membership: "Trustee, ...".

    "Member, Technical Staff" is a post.
    """
    first = entry.pieces[0].text if entry.pieces else ""
    staff = any("staff" in piece.text.lower() for piece in entry.pieces)
    return _functions().opens(first) and not staff


@cache
def _functions() -> Phrases:
    return Phrases(load("titles")["functions"]["words"])


def _lasted(entry: Entry, names: Named, *, terms: bool) -> bool:
    """Return whether an entry without a title lasted from one date to another and names an employer in its head.

    A season alone is such a time with `terms` alone: courses and visits have it as well.
    """
    lasted = any(dated.start != dated.end if terms else is_printed(dated) for dated in entry.dates)
    return lasted and names.employer is not None and not any(view.bullet for view in entry.head)


def _is_post(title: str) -> bool:
    """Return whether a title is one that nobody has without a post: a student's, an intern's, a faculty member's.

    A guest lecturer gives a talk.
    """
    return "guest" not in title.lower().split() and any(
        signs(table).search(title) for table in ("internship", "academic", "faculty")
    )


def _is_self_given(title: str) -> bool:
    return title.lower() in set(load("titles")["project_titles"]["words"])


def _is_training(entry: Entry, title: str) -> bool:
    """Return whether an entry is a postdoc with the day of its end alone, as biographical sketches list degrees."""
    return "postdoc" in title.lower().replace("-", "") and not any(map(is_printed, entry.dates))


def _is_degree(title: str) -> bool:
    plain = re.split(r"\s(?:in|of)\s", title.lower())[0]
    return plain.split()[-1] in set(load("titles")["degree_titles"]["words"])


@cache
def _barred() -> Phrases:
    return Phrases(load("titles")["not_roles"]["words"])


@cache
def _clubs() -> Phrases:
    return Phrases(load("titles")["clubs"]["words"])


def _has_trade(title: str) -> bool:
    """Return whether a title is one of ML, software or data, as no student club has."""
    return any(signs(table).search(title) for table in ("ml_title", "adjacent_title"))


@cache
def _funding() -> re.Pattern[str]:
    return re.compile(rf"\([^()\n]*\b(?:{any_of(load('titles')['funding']['words'])})\b[^()\n]*\)", re.IGNORECASE)


@cache
def _course_givers() -> Phrases:
    return Phrases(load("titles")["course_givers"]["words"])
