"""What the guide says in sentences; figures in them stand in braces, so that they follow the tables."""

from django.db import models

from salaries.models.row import Row, source_field

BRACES = "Figures of this edition in braces: {tier.senior.range}."


class Takeaway(Row):
    """One of the guide's main points."""

    words = models.TextField("text", help_text=BRACES)


class NegotiationPoint(Row):
    """A point on negotiating."""

    title = models.CharField(max_length=120)
    words = models.TextField("text", help_text=BRACES)

    def __str__(self) -> str:
        return self.title


class Question(Row):
    """A question with its answer."""

    question = models.CharField(max_length=200)
    answer = models.TextField(help_text=BRACES)

    def __str__(self) -> str:
        return self.question


class PayingSkill(Row):
    """A skill that raises pay."""

    name = models.CharField(max_length=120)
    words = models.TextField("text", help_text=BRACES)


class Disagreement(Row):
    """Two places of the guide that do not agree: both stay, and the page says so."""

    words = models.TextField("text", help_text=BRACES)
    tiers = models.CharField(max_length=80, blank=True, help_text="Slugs of the tiers it concerns; empty: all.")
    other = source_field()
