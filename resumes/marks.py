"""What visitors marked as wrong, as counts that outlive their resumes: kinds and categories, never anybody's words.

Decision: a resume is counted once, when it goes (`resumes.deletion`), with the corrections that stand then. So what was
taken back leaves nothing, somebody who tries three specializations counts once, and no row has to remember which
resume it came from. Like counts are one row a day, so that rows do not tell what was marked together. Samples are left
out. The price: a count is up to a day late.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

OF_PERSON = ("years", "tier", "rung", "specialization", "llm_production", "place", "city", "degree", "employer")
OF_ROLES = ("role_kind", "role_dates", "role_title", "role_employer", "role_added", "role_removed")
OF_SKILLS = ("skill_added", "skill_removed")
KINDS = (*OF_PERSON, *OF_ROLES, *OF_SKILLS)


@dataclass(frozen=True, slots=True)
class Marked:
    """One kind of fact, the category that was read, the one that the visitor gave, and how sure the reading was."""

    kind: str
    was: str
    became: str
    confidence: str = ""

    def columns(self) -> dict[str, Any]:
        return asdict(self)


def today() -> date:
    return timezone.now().date()


class Mark(models.Model):
    """How often, on one day and with one version, visitors changed one kind of fact from one category to another."""

    day = models.DateField(default=today, help_text="When the resumes went")
    version = models.CharField(max_length=100, help_text="Code version and lexicon hash that read them")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in KINDS])
    was = models.CharField(max_length=80, help_text="Category that was read")
    became = models.CharField(max_length=80, help_text="Category that visitors gave")
    confidence = models.CharField(max_length=6, blank=True, help_text="How sure the reading was")
    count = models.PositiveIntegerField(default=0)
    resumes = models.PositiveIntegerField(default=0, help_text="Of how many it was the first mark of its kind")

    class Meta:
        verbose_name = "mark"
        default_permissions = ("view",)
        verbose_name_plural = "what visitors marked as wrong"
        constraints = (
            models.UniqueConstraint(
                name="one_mark_a_day_version_and_change",
                fields=("day", "version", "kind", "was", "became", "confidence"),
            ),
            models.CheckConstraint(name="mark_kind_is_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="mark_resumes_are_among_its_count", condition=Q(resumes__lte=F("count"))),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.was} -> {self.became}, {self.count} on {self.day}"


class DoneResumes(models.Model):
    """How many resumes that were read went on one day, and how many of them with a mark: what shares are taken of."""

    day = models.DateField(default=today)
    version = models.CharField(max_length=100)
    count = models.PositiveIntegerField(default=0)
    marked = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "done resumes"
        default_permissions = ("view",)
        constraints = (
            models.UniqueConstraint(name="one_count_a_day_and_version", fields=("day", "version")),
            models.CheckConstraint(name="marked_are_among_the_done", condition=Q(marked__lte=F("count"))),
        )

    def __str__(self) -> str:
        return f"{self.count} by {self.version} on {self.day}"


def count(version: str, marked: list[Marked]) -> None:
    """Count one resume that was read, and what its visitor marked."""
    day = today()
    done, _ = DoneResumes.objects.get_or_create(day=day, version=version)
    DoneResumes.objects.filter(pk=done.pk).update(count=F("count") + 1, marked=F("marked") + int(bool(marked)))
    seen: set[str] = set()
    for one in marked:
        row, _ = Mark.objects.get_or_create(day=day, version=version, **one.columns())
        first = one.kind not in seen
        Mark.objects.filter(pk=row.pk).update(count=F("count") + 1, resumes=F("resumes") + int(first))
        seen.add(one.kind)
