"""Wages by area as the Bureau released them: apart from the guide's editions, one release the current one."""

from django.db import models
from django.db.models import Q

from salaries.models.row import money


class WageRelease(models.Model):
    """One loaded release. Never changed: a corrected table is a release of its own, with the same year."""

    year = models.PositiveSmallIntegerField(help_text="The Bureau releases the wages of May.")
    period = models.CharField(max_length=40, help_text='As pages and estimates cite it: "May 2025".')
    files = models.TextField(help_text="The files that it was read from.")
    digest = models.CharField(max_length=64, unique=True)
    """Hash of year and areas."""
    loaded_at = models.DateTimeField()
    is_current = models.BooleanField("current", default=False)

    class Meta:
        ordering = ("-loaded_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                name="one_current_wage_release",
                fields=("is_current",),
                condition=Q(is_current=True),
                violation_error_message="There is one current release.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.period}{' (current)' if self.is_current else ''}"


class AreaWage(models.Model):
    """One occupation in one area, as `salaries.reference.oews.Area` holds it. Empty: not released."""

    release = models.ForeignKey(WageRelease, models.CASCADE, related_name="areas")
    kind = models.CharField(max_length=10)
    code = models.CharField(max_length=7, blank=True)
    name = models.CharField(max_length=120)
    soc = models.CharField("SOC", max_length=7)
    employment = models.PositiveIntegerField(null=True)
    employment_rse = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    annual_mean = money(null=True)
    wage_rse = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    p10 = money(null=True)
    p25 = money(null=True)
    p50 = money(null=True)
    p75 = money(null=True)
    p90 = money(null=True)
    footnotes = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(name="one_wage_per_area", fields=("release", "kind", "code", "soc")),)

    def __str__(self) -> str:
        return f"{self.name}, {self.soc}"
