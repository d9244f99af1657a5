"""A resume as programs get it: the facts in the words of `manage.py analyze`, the estimate with its steps."""

from dataclasses import asdict
from typing import Any

from django.urls import reverse

from resumes import failures, printout
from resumes.answering import edition_of, keep_edition
from resumes.api import priced
from resumes.exchange.download import Versions
from resumes.extraction.facts import Facts
from resumes.models import Resume, State
from resumes.presentation.words import question as words_of
from resumes.profile import profile_of, question_of
from resumes.said import Corrections, keyed, said
from salaries import editions, wages
from salaries.estimation import estimate
from salaries.models import Edition


def status(resume: Resume) -> dict[str, Any]:
    """Return where a resume stands."""
    return {
        "id": resume.pk,
        "state": resume.state,
        "error": failed(resume.code) if resume.state == State.FAILED else None,
        "received_at": resume.created_at,
        "expires_at": resume.expires_at,
        "status_url": reverse("api:v1:resume", args=[resume.pk]),
        "result_url": reverse("api:v1:result", args=[resume.pk]),
    }


def failed(code: str) -> dict[str, str]:
    """Return why reading failed, in the words of the pages."""
    words = failures.words(code)
    return {"code": words.code, "title": words.title, "message": words.message}


def result(resume: Resume) -> dict[str, Any]:
    """Return what was read and answered. Raises `NoPublishedEdition`, and `NoSuchFigure` where the edition lacks one.

    The edition that gives the first answer is kept, as on the pages.
    """
    edition = edition_of(resume, editions.current())
    question = question_of(resume.facts(), resume.corrections)
    answered = None if question else estimated(resume, edition)
    if answered:
        keep_edition(resume, edition)
    return {
        "id": resume.pk,
        "as_of": resume.as_of,
        "facts": facts(resume, edition),
        "corrections": corrections(resume.corrections),
        "estimate": answered,
        "question": question,
        "question_words": "{title} {why}".format(**words_of(question)) if question else None,
        "versions": versions(resume.reading.version),
        "expires_at": resume.expires_at,
    }


def estimated(resume: Resume, edition: Edition) -> dict[str, Any]:
    """Return the estimate of a resume as corrected."""
    profile = profile_of(resume.facts(), resume.corrections, resume.as_of)
    found = estimate(profile, editions.freeze(edition), wages.areas())
    return priced.estimate(found, editions.kept(edition).digest)


def facts(resume: Resume, edition: Edition) -> dict[str, Any]:
    """Return the facts with the roles and skills that were corrected in their place, each role with its key."""
    read: Facts = resume.facts()
    ask = printout.Ask(editions.freeze(edition), resume.as_of, wages.areas())
    printed = printout.facts(said(read, resume.corrections), ask)
    names = [key for key, _ in keyed(read, resume.corrections)]
    printed["roles"] = [{"key": key, **role} for key, role in zip(names, printed["roles"], strict=True)]
    return printed


def corrections(told: Corrections) -> dict[str, Any]:
    """Return all corrections that stand."""
    values = asdict(told)
    return values | {"years": None if told.years is None else float(told.years)}


def versions(version: str) -> dict[str, str]:
    """Return what read a resume."""
    parts = Versions.of(version)
    return {"code": parts.code, "lexicon": parts.lexicon}
