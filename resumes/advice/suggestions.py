"""What would make the resume say more: few suggestions, each about one line, with the question that completes it.

Nothing is rewritten and no number is made up: a template has blanks where only the person knows what to write.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from resumes.advice.lines import WorkLine, quoted, skills_of_side, work_lines
from resumes.advice.open_lines import open_lines
from resumes.advice.words import load
from resumes.extraction.facts import Evidence, Facts
from resumes.reading.document import Document
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide

DATES = ("claim_above_roles", "undated_role", "date_typo", "future_date")
"""Remarks of extraction that touch the count of years, weightiest first."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to do: what was seen, at which line, and the question or step that completes it.

    `quote` is the line in the resume's words, empty where the resume as a whole is meant; `template` a sentence with
    blanks, empty where none helps.
    """

    code: str
    title: str
    seen: str
    step: str
    template: str = ""
    evidence: Evidence | None = None
    quote: str = ""


def suggestions(
    document: Document, facts: Facts, estimate: Estimate, guide: Guide, read: tuple[WorkLine, ...] | None = None
) -> tuple[Suggestion, ...]:
    """Return the suggestions, most valuable first: what years hang on, what pay hangs on, then the rest.

    `read` are the resume's `work_lines`, where the caller has them.
    """
    lines = work_lines(document, facts) if read is None else read
    found = (
        *dates(document, facts),
        *outcomes(document, lines),
        *in_list_only(document, facts, guide),
        *one_side_missing(facts, lines),
        *order_and_length(document, facts, estimate),
    )
    return found[: load()["limits"]["suggestions"]]


def suggestion(document: Document, code: str, at: Evidence | None = None, **values: object) -> Suggestion:
    """Return the suggestion of that code, its blanks filled, about a part of the text."""
    written: dict[str, str] = load()["suggestions"][code]
    texts = {name: text.format(**values) for name, text in written.items()}
    return Suggestion(code, **texts, evidence=at, quote=quoted(document, at) if at else "")


def dates(document: Document, facts: Facts) -> Iterator[Suggestion]:
    """Yield what is wrong with dates, one line a kind."""
    for code in DATES:
        remark = next((remark for remark in facts.remarks if remark.code == code), None)
        if remark is not None:
            yield suggestion(document, code, remark.evidence)


def outcomes(document: Document, lines: tuple[WorkLine, ...]) -> Iterator[Suggestion]:
    """Yield the lines nearest to a result that state none, with the question that fits their kind of work."""
    written = load()["suggestions"]["no_outcome"]
    for line, work in open_lines(document, lines):
        yield Suggestion(
            "no_outcome",
            written["title"],
            written["seen"],
            work["question"],
            work["template"],
            line.evidence,
            quoted(document, line.evidence),
        )


def in_list_only(document: Document, facts: Facts, guide: Guide) -> Iterator[Suggestion]:
    """Yield the paying skills that the resume names outside all of its paid roles, one for each skill of the guide."""
    worked = [role.body for role in facts.roles if role.body]
    for paying in guide.skills:
        names = load()["paying"].get(paying.slug, ())
        found = [skill for skill in facts.skills if skill.name in names and skill.evidence]
        if found and not any(within(at, worked) for skill in found for at in skill.evidence):
            skill = found[0]
            yield suggestion(document, "in_list_only", skill.evidence[0], skill=skill.name, name=paying.name)


def within(at: Evidence, parts: list[Evidence]) -> bool:
    """Return whether evidence lies in one of the parts."""
    return any(part.start <= at.start < part.end for part in parts)


def one_side_missing(facts: Facts, lines: tuple[WorkLine, ...]) -> Iterator[Suggestion]:
    """Yield which of the two halves of the work no paid role shows: the models, or running them."""
    if not lines:
        return
    theory = any(line.shows("research") for line in lines) or told_in_roles(facts, "theory")
    engineering = any(line.shows("production") for line in lines) or told_in_roles(facts, "engineering")
    if theory != engineering:
        written = load()["suggestions"]["no_production" if theory else "no_theory"]
        yield Suggestion("no_production" if theory else "no_theory", **written)


def told_in_roles(facts: Facts, side: str) -> bool:
    """Return whether a role's text names a skill of one side of the work."""
    worked = [role.body for role in facts.roles if role.body]
    return any(within(at, worked) for skill in skills_of_side(facts, side) for at in skill.evidence)


def order_and_length(document: Document, facts: Facts, estimate: Estimate) -> Iterator[Suggestion]:
    """Yield studies that stand before years of work, and pages too many."""
    limits = load()["limits"]
    heads = [at.start for role in facts.roles for at in role.evidence]
    studies = facts.education.evidence
    if studies and heads and estimate.relevant_years >= limits["experienced_years"] and studies[0].start < min(heads):
        yield suggestion(document, "education_first", studies[0], years=f"{estimate.relevant_years:.1f}")
    if document.pages > limits["most_pages"]:
        yield suggestion(document, "too_long", pages=document.pages)
