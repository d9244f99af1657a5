"""What the guide says in sentences; figures in them stand in braces, so that they follow the tables."""

from django.db import models

from salaries.models.limits import filled, once
from salaries.models.row import NAME_TAKEN, Row, source_field

BRACES = "Figures of this edition in braces: {tier.senior.range}."


class Takeaway(Row):
    """One of the guide's main points."""

    words = models.TextField("text", help_text=BRACES)

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            filled("takeaway_with_text", "words"),
        )


class NegotiationPoint(Row):
    """A point on negotiating."""

    title = models.CharField(max_length=120)
    words = models.TextField("text", help_text=BRACES)

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            filled("negotiation_point_with_text", "title", "words"),
            once("one_negotiation_point_per_name", "title", words=NAME_TAKEN),
        )

    def __str__(self) -> str:
        return self.title


class Question(Row):
    """A question with its answer."""

    question = models.CharField(max_length=200)
    answer = models.TextField(help_text=BRACES)

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            filled("question_with_text", "question", "answer"),
            once("one_question_per_wording", "question", words=NAME_TAKEN),
        )

    def __str__(self) -> str:
        return self.question


class PayingSkill(Row):
    """A skill that raises pay."""

    name = models.CharField(max_length=120)
    words = models.TextField("text", help_text=BRACES)

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            filled("paying_skill_with_text", "name", "words"),
            once("one_paying_skill_per_name", "name", words=NAME_TAKEN),
        )


class Disagreement(Row):
    """Two places of the guide that do not agree: both stay, and the page says so."""

    words = models.TextField("text", help_text=BRACES)
    tiers = models.CharField(max_length=80, blank=True, help_text="Slugs of the tiers it concerns; empty: all.")
    other = source_field()

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            filled("disagreement_with_text", "words"),
        )
