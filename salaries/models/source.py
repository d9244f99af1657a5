"""The sources of an edition's figures."""

from django.db import models

from salaries.models.content import Content
from salaries.models.edition import Edition
from salaries.models.limits import filled, known, once


class Source(Content):
    """Where figures of an edition come from."""

    class Origin(models.TextChoices):
        GUIDE = "guide", "the guide"
        METHOD = "method", "our method"

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="sources")
    order = models.PositiveSmallIntegerField(default=0)
    slug = models.SlugField(max_length=60)
    origin = models.CharField(max_length=20, choices=Origin, default=Origin.GUIDE)
    section = models.CharField(max_length=120, help_text="The section of the guide, as it is headed there.")
    reference = models.CharField(max_length=120, help_text='"its reference [5]", or "uncited".')
    anchor = models.SlugField(max_length=60, blank=True, help_text="The part of our guide page that shows it.")

    class Meta:
        ordering = ("order", "slug")
        constraints = (
            once("one_source_per_slug", "slug", words="The edition has a source with this slug already."),
            filled("source_with_section_and_reference", "slug", "section", "reference"),
            known("source_of_a_known_origin", "origin", ("guide", "method"), "A source is the guide or our method."),
        )

    def __str__(self) -> str:
        return f"{self.section}, {self.reference}"
