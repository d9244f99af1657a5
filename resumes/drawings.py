"""The tables of pages as pictures: one row a resume that says how far drawing has come, and one a page."""

from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from resumes.codec import TypedField
from resumes.reading.document import Box


def picture_name(_picture: "PagePicture", _filename: str) -> str:
    """Return a random name for the stored file."""
    return uuid4().hex


class DrawingQuerySet(models.QuerySet["Drawing"]):
    """What may be drawn."""

    def free(self, now: datetime) -> "DrawingQuerySet":
        """Return what has not ended and nobody is at work on."""
        return self.filter(Q(lease_until=None) | Q(lease_until__lte=now), ended_at=None)


class Drawing(models.Model):
    """How far drawing a resume's pages has come. It has failed where it has ended without a picture."""

    resume = models.OneToOneField("resumes.Resume", models.CASCADE, related_name="drawing")
    asked_at = models.DateTimeField(default=timezone.now, help_text="When a worker was told last")
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True, help_text="Until when the present attempt holds it")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = DrawingQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"pages of {self.resume_id}"


class PagePicture(models.Model):
    """One page as a picture, `width` by `height` pixels; `shows` is what part of the page, in points."""

    resume = models.ForeignKey("resumes.Resume", models.CASCADE, related_name="pictures")
    page = models.PositiveSmallIntegerField(help_text="Counted from 1")
    file = models.FileField(upload_to=picture_name, max_length=100)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    shows = TypedField[Box](of=Box)

    class Meta:
        default_permissions = ()
        ordering = ("page",)
        constraints = (models.UniqueConstraint(fields=("resume", "page"), name="one_picture_a_page"),)

    def __str__(self) -> str:
        return f"page {self.page} of {self.resume_id}"
