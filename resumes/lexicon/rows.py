"""The tables of staff's changes to the lexicons, and of texts on which a change is tried out."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Lower
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from simple_history.models import HistoricalRecords  # type: ignore[import-untyped]

from resumes.codec import TypedField
from resumes.extraction.amendments import Amendments, EmployerRow, SkillRow
from resumes.extraction.skill_lexicon import CATEGORIES
from resumes.extraction.tried import Tried
from resumes.lexicon import spellings

LONGEST_LIST = 2_000
LONGEST_TEXT = 5_000
"""Characters."""

KEPT = timedelta(minutes=1)
"""How long a text may lie that nobody has come to fetch the answer for."""

SPEAKS = ("generalist", "llm_genai", "computer_vision", "nlp", "mlops", "reinforcement_learning")
"""Columns of weights, one a specialization."""


class Rule(models.TextChoices):
    """Where a skill's own name counts."""

    ANY = "any", "Anywhere, in any letter case"
    CASED = "cased", "Anywhere, but only as written here"
    LISTED = "listed", "Only in a list of skills, because the word means something else too"


class Kind(models.TextChoices):
    """What an employer counts as."""

    MAJOR_AI = "major-ai", "Major AI company"
    PUBLIC_TECH = "public-tech", "Public tech company"
    OTHER = "other", "Neither: an employer like any other"


def weight(name: str) -> Any:
    limits = (MinValueValidator(0), MaxValueValidator(1))
    return models.FloatField(name, default=0, validators=limits)


def at_most(table: str, column: str, length: int) -> models.CheckConstraint:
    """Return the constraint that a column's text has no more characters than that."""
    words = f"At most {length:,} characters."
    condition = LessThanOrEqual(Length(column), length)
    return models.CheckConstraint(name=f"{table}_{column}_short", condition=condition, violation_error_message=words)


def once(table: str, what: str) -> models.UniqueConstraint:
    words = f"There is an entry for this {what} already; change that one."
    return models.UniqueConstraint(Lower("name"), name=f"one_entry_a_{table}", violation_error_message=words)


class SkillEntry(models.Model):
    """A skill of staff's, or how they want one of the files to be: the whole entry, in place of the files'."""

    name = models.CharField(max_length=60, help_text="How pages write it.")
    category = models.CharField(
        max_length=20,
        choices=[(category, category.capitalize()) for category in CATEGORIES],
        help_text="Products count in courses and papers too; methods and fields do not.",
    )
    rule = models.CharField("its name counts", max_length=6, choices=Rule.choices, default=Rule.ANY)
    aliases = models.TextField(
        "also printed as", blank=True, help_text="One a line. Found anywhere, in any letter case and hyphenation."
    )
    cased = models.TextField("only exactly as", blank=True, help_text="One a line. Found anywhere, as written here.")
    listed = models.TextField(
        "only in lists as", blank=True, help_text="One a line. For words that mean something else in a sentence."
    )
    kept = models.TextField(
        "shown as printed", blank=True, help_text="Those of the names above that pages keep where a resume prints them."
    )
    broad = models.BooleanField("a field rather than a skill", default=False, help_text="Counts in lists only.")
    generalist = weight("generalist")
    llm_genai = weight("LLM and GenAI")
    computer_vision = weight("computer vision")
    nlp = weight("NLP")
    mlops = weight("MLOps")
    reinforcement_learning = weight("reinforcement learning")
    in_use = models.BooleanField(
        "looked for", default=True, help_text="Untick to have it found no more, also where the files know it."
    )
    changed_at = models.DateTimeField(auto_now=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "skill of ours"
        verbose_name_plural = "skills of ours"
        ordering = ("name",)
        constraints = (
            once("skill", "skill"),
            *(at_most("skill", column, LONGEST_LIST) for column in ("aliases", "cased", "listed", "kept")),
            at_most("skill", "name", 60),
            models.CheckConstraint(name="skill_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="skill_category_is_known", condition=Q(category__in=CATEGORIES)),
            models.CheckConstraint(name="skill_rule_is_known", condition=Q(rule__in=Rule.values)),
            *(
                models.CheckConstraint(name=f"skill_{one}_is_a_share", condition=Q(**{f"{one}__range": (0, 1)}))
                for one in SPEAKS
            ),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raise `ValidationError` for spellings that would be found where they should not."""
        self.name = " ".join(self.name.split())
        for column in ("aliases", "cased", "listed", "kept"):
            setattr(self, column, "\n".join(spellings.lines(getattr(self, column))))
        others = SkillEntry.objects.exclude(pk=self.pk)
        if self.in_use:
            spellings.refuse_bad_skill(self.row(), [other.row() for other in others])

    def row(self) -> SkillRow:
        """Return the entry as extraction takes it."""
        cased, listed = spellings.lines(self.cased), spellings.lines(self.listed)
        return SkillRow(
            self.name,
            self.category,
            aliases=spellings.lines(self.aliases),
            cased=(self.name, *cased) if self.rule == Rule.CASED else cased,
            listed=(self.name, *listed) if self.rule == Rule.LISTED else listed,
            names=spellings.lines(self.kept),
            broad=self.broad,
            speaks=tuple((one.replace("_", "-"), getattr(self, one)) for one in SPEAKS if getattr(self, one)),
            withdrawn=not self.in_use,
        )


class EmployerEntry(models.Model):
    """An employer of staff's, or what they want one of the files to count as."""

    name = models.CharField(max_length=80, help_text='As resumes print it; endings such as "Inc." need not be added.')
    aliases = models.TextField("also printed as", blank=True, help_text="One a line.")
    kind = models.CharField(
        "counts as",
        max_length=12,
        choices=Kind.choices,
        help_text="Which total compensation a resume shows first for people who work there.",
    )
    in_use = models.BooleanField("in force", default=True, help_text="Untick to go by the files alone.")
    changed_at = models.DateTimeField(auto_now=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "employer of ours"
        verbose_name_plural = "employers of ours"
        ordering = ("name",)
        constraints = (
            once("employer", "employer"),
            at_most("employer", "aliases", LONGEST_LIST),
            at_most("employer", "name", 80),
            models.CheckConstraint(name="employer_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="employer_kind_is_known", condition=Q(kind__in=Kind.values)),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raise `ValidationError` for names that another entry has, and for those that are no names."""
        self.name = " ".join(self.name.split())
        self.aliases = "\n".join(spellings.lines(self.aliases))
        others = EmployerEntry.objects.exclude(pk=self.pk)
        spellings.refuse_bad_employer(self.row(), [other.row() for other in others])

    def row(self) -> EmployerRow:
        """Return the entry as extraction takes it."""
        kind = None if self.kind == Kind.OTHER else self.kind
        return EmployerRow((self.name, *spellings.lines(self.aliases)), kind)


class Trial(models.Model):
    """A text that somebody tries a change out on: gone when it is answered, after a minute at the latest."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    text = models.TextField()
    stands_as = models.CharField(max_length=10)
    amendments = TypedField[Amendments](of=Amendments)
    answer = TypedField[Tried | None](of=Tried | None, default=None)
    failure = models.CharField(max_length=24, blank=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        default_permissions = ()
        constraints = (at_most("trial", "text", LONGEST_TEXT),)

    def __str__(self) -> str:
        return str(self.pk)
