"""The offers that a visitor keeps with their resume: seen by its owner alone, and gone with it."""

from collections.abc import Iterable

from resumes.advice import asks
from resumes.models import Resume
from salaries.offers import Offer, pay_of
from salaries.offers.assumptions import load

MOST = 2
"""Offers that are kept: those that a check holds side by side."""


def keep(resume: Resume, offers: Iterable[Offer]) -> None:
    """Keep these offers in the place of those before. A resume that has gone meanwhile stays gone."""
    kept = tuple(offers)[:MOST]
    Resume.objects.filter(pk=resume.pk).update(offers=kept)
    resume.offers = kept


def remove(resume: Resume, number: int) -> None:
    """Remove the offer of that number, counted from 0. Raises `IndexError` where there is none."""
    kept = list(resume.offers)
    del kept[number]
    keep(resume, kept)


def competing(offers: Iterable[Offer]) -> tuple[asks.Offer, ...]:
    """Return the offers that a pay talk can name: employees' ones, by the base of full-time work for a whole year."""
    assumptions = load()
    return tuple(asks.Offer(one.name, pay_of(one, assumptions).comparable) for one in offers if one.is_comparable)
