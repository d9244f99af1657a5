"""One invented person as the advice finds them: a text, the facts that were read from it, and their estimate."""

from dataclasses import replace
from datetime import date
from typing import Any

from resumes.extraction.bullets import bullets_within
from resumes.extraction.facts import Education, Evidence, Facts, Remark, Role, Skill
from resumes.extraction.merit import judge
from resumes.profile import Corrections, profile_of
from resumes.reading.document import Document, Line
from salaries.contents.files import GUIDES, read
from salaries.contents.freezing import guide_of
from salaries.contents.prose import filled
from salaries.estimation import estimate
from salaries.estimation.estimate import Estimate
from salaries.reference import oews

AS_OF = date(2026, 11, 1)
CONTENTS = filled(read(GUIDES / "2026.yaml"))
GUIDE = guide_of(CONTENTS)

TEXT = """Ana Example
ML Engineer, Example Robotics, 2019 to now
• Served the grasp model to 40 warehouses; failed picks fell from 9% to 3%.
• Trained segmentation models in PyTorch for parcels of every shape.
• Deployed the scoring service on Kubernetes for 600 robots.
• Attended planning meetings of the team every other week.
Education
M.S. Computer Science
Skills: vLLM, Python"""
BODY = Evidence(TEXT.index("• Served"), TEXT.index("\nEducation"))


def at(words: str, text: str = TEXT) -> Evidence:
    """Return where the words stand in the text."""
    start = text.index(words)
    return Evidence(start, start + len(words))


def document(text: str = TEXT, pages: int = 1) -> Document:
    """Return the text as a document."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line)))
        start += len(line) + 1
    return Document(text, tuple(lines), "txt", pages)


def facts(text: str = TEXT, body: Evidence = BODY, **others: Any) -> Facts:
    """Return the facts of the text, with one ML role since 2019."""
    role = Role("ML Engineer", "Example Robotics", "2019-01", "present", "ml", "high", (at("ML Engineer", text),), body)
    judged = [judge(text, item) for item in bullets_within(document(text), body)]
    best = tuple(sorted((one for one in judged if one.score), key=lambda one: -one.score))
    methods = (Skill("Segmentation", "method", (at("segmentation", text),)),) if "segmentation" in text else ()
    whole = Facts(roles=(role,), achievements=best, skills=(Skill("PyTorch", "framework", ()), *methods))
    return replace(whole, **others)


def plain(*bullets: str) -> tuple[Document, Facts]:
    """Return a resume of one role with these bullets."""
    text = "\n".join(("ML Engineer", *(f"• {bullet}" for bullet in bullets)))
    return document(text), facts(text, Evidence(len("ML Engineer\n"), len(text)))


def estimated(found: Facts, **corrections: Any) -> Estimate:
    """Return the estimate of facts, as corrected."""
    return estimate(profile_of(found, Corrections(**corrections), AS_OF), GUIDE, oews.load())


STUDIES = Education("master", evidence=(at("M.S. Computer Science"),))
LLM_SKILL = Skill("vLLM", "mlops", (at("vLLM"),))


def remark(code: str, words: str) -> Remark:
    return Remark(code, at(words))
