"""A resume for the pages of advice: lines that prove something, lines that do not, a known kind of employer or none."""

from dataclasses import replace
from typing import Any

from django.test import Client

from resumes.extraction.bullets import bullets_within
from resumes.extraction.facts import Education, Evidence, Facts, Role
from resumes.extraction.merit import judge
from resumes.models import Resume
from tests.resumes.written import at, document, read_resume

STRONG = (
    "Cut the p95 latency of the ranking service from 310 ms to 90 ms",
    "Raised recall of the fraud model from 71% to 84%, saving $2.1 million a year",
    "Served the scoring model to 3 million users a day",
    "Halved the cost of training with spot GPUs, 40% fewer hours",
)
OPEN = ("Worked on the recommendation model for the start page", "Took part in planning meetings every week")


def talk(client: Client, lines: tuple[str, ...] = (*STRONG, *OPEN), **others: Any) -> Resume:
    """Store a resume of one ML role since 2019 with these lines under it."""
    text = "\n".join(("ML Engineer, Example Robotics", *(f"• {line}" for line in lines)))
    body = Evidence(text.index("\n") + 1, len(text))
    head = (at("ML Engineer", text),)
    role = Role("ML Engineer", "Example Robotics", "2019-01", "present", "ml", "high", head, body)
    judged = [judge(text, one) for one in bullets_within(document(text), body)]
    best = tuple(sorted((one for one in judged if one.score), key=lambda one: -one.score))
    facts = replace(Facts(roles=(role,), achievements=best, education=Education("none")), **others)
    return read_resume(client, facts, text)


def start_of(resume: Resume, line: str) -> int:
    """Return the character that a line begins at, by which its choice goes."""
    return resume.document().text.index(f"• {line}")
