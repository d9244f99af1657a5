"""A resume's life as rows: the database is the queue of record, the broker only carries ids."""

from datetime import date, datetime, timedelta
from functools import cached_property
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from resumes.api.rows import ApiKey
from resumes.codec import TypedField
from resumes.drawings import Drawing, PagePicture
from resumes.exchange.origin import Origin
from resumes.extraction.facts import Facts
from resumes.lexicon.rows import EmployerEntry, SkillEntry, Trial
from resumes.marks import DoneResumes, Mark
from resumes.profile import Corrections
from resumes.reading.document import Document, Line
from salaries.offers import Offer

__all__ = [
    "FIRST_TURN",
    "ApiKey",
    "DoneResumes",
    "Drawing",
    "EmployerEntry",
    "Mark",
    "PagePicture",
    "Reading",
    "Resume",
    "SkillEntry",
    "State",
    "Trial",
]

FIRST_TURN = timedelta(seconds=10)
"""How long a queued resume waits before the sweep queues it again; every further turn takes twice as long."""


def file_name(_resume: "Resume", _filename: str) -> str:
    """Return a random name for the stored file: nothing of the visitor's, and not the resume's public id."""
    return uuid4().hex


def first_turn() -> datetime:
    return timezone.now() + FIRST_TURN


def end_of_keeping() -> datetime:
    return timezone.now() + timedelta(hours=settings.RESUME_KEPT_HOURS)


def today() -> date:
    return timezone.now().date()


class State(models.TextChoices):
    """Where a resume stands. Done and failed are ends."""

    QUEUED = "queued"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class ResumeQuerySet(models.QuerySet["Resume"]):
    """The questions that pages and the sweep ask."""

    def owned_by(self, owner: str | None) -> "ResumeQuerySet":
        """Return what this browser session sent and may still see; nothing where it has no mark."""
        if not owner:
            return self.none()
        return self.filter(owner=owner, expires_at__gt=timezone.now())

    def waiting(self) -> "ResumeQuerySet":
        """Return what nobody reads yet, the oldest first."""
        return self.filter(state=State.QUEUED).order_by("created_at")

    def overdue(self, now: datetime) -> "ResumeQuerySet":
        """Return what waits past its turn or whose lease has lapsed: to be queued again."""
        late = Q(state=State.QUEUED) | Q(state=State.READING, lease_until__lte=now)
        return self.filter(late, next_turn__lte=now).order_by("next_turn")

    def lapsed(self, now: datetime) -> "ResumeQuerySet":
        """Return what is being read under a lease that has ended: its reader is gone."""
        return self.filter(state=State.READING, lease_until__lte=now)

    def claimable(self, now: datetime) -> "ResumeQuerySet":
        """Return what an attempt may take: queued or lapsed, with attempts left, not expired."""
        free = Q(state=State.QUEUED) | Q(state=State.READING, lease_until__lte=now)
        return self.filter(free, attempts__lt=settings.RESUME_MAX_ATTEMPTS, expires_at__gt=now)

    def expired(self, now: datetime) -> "ResumeQuerySet":
        """Return what was kept long enough, the longest first."""
        return self.filter(expires_at__lte=now).order_by("expires_at")


class Resume(models.Model):
    """An uploaded resume, from its arrival to its removal after a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.CharField(max_length=64, db_index=True, help_text="The mark in the sender's session")
    file = models.FileField(upload_to=file_name, max_length=100)
    filename = models.CharField(max_length=120, help_text="The sender's name for it, cleaned, for display only")
    size = models.PositiveIntegerField(help_text="Bytes")
    is_sample = models.BooleanField(default=False)
    as_of = models.DateField(default=today, help_text='The day that "Present" means')

    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    code = models.CharField(max_length=24, blank=True, help_text="Why it failed")
    attempts = models.PositiveSmallIntegerField(default=0)
    holder = models.UUIDField(null=True, blank=True, editable=False, help_text="The attempt that took it last")
    lease_until = models.DateTimeField(null=True, blank=True, help_text="Until when the present attempt holds it")
    next_turn = models.DateTimeField(default=first_turn, help_text="When the sweep may queue it again")
    queue_delay = models.DurationField(default=FIRST_TURN, help_text="Distance to the turn after that")

    edition = models.ForeignKey(
        "salaries.Edition",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The edition that it was first answered with, and keeps",
    )
    taken_edition = models.ForeignKey(
        "salaries.Edition",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="A later one that the visitor has taken in its place",
    )
    corrections = TypedField[Corrections](of=Corrections, default=Corrections)
    offers = TypedField[tuple[Offer, ...]](of=tuple[Offer, ...], default=tuple)
    restored = TypedField[Origin | None](of=Origin | None, default=None)
    """Where it comes from, if it came as a download of this site."""

    shared_as = models.CharField(
        max_length=64, null=True, blank=True, unique=True, help_text="SHA-256 of its share link's token"
    )
    shared_at = models.DateTimeField(null=True, blank=True)

    created_at = models.DateTimeField(default=timezone.now)
    begun_at = models.DateTimeField(null=True, blank=True, help_text="When its first attempt took it")
    ended_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(default=end_of_keeping, db_index=True)

    objects = ResumeQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at",)
        permissions = (("retry_resume", "Can have a failed resume read again"),)
        indexes = (
            models.Index(fields=("state", "next_turn"), name="resume_turn"),
            models.Index(fields=("state", "ended_at"), name="resume_end"),
            # Lists for operators, the newest first: of all, of a state, of the few samples.
            models.Index(fields=("-created_at", "-id"), name="resume_came"),
            models.Index(fields=("state", "-created_at", "-id"), name="resume_state_came"),
            models.Index(fields=("-created_at", "-id"), condition=Q(is_sample=True), name="resume_sample_came"),
        )
        constraints = (
            models.CheckConstraint(name="resume_state_is_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="resume_failed_has_a_code_others_none",
                condition=(Q(state=State.FAILED) & ~Q(code="")) | (~Q(state=State.FAILED) & Q(code="")),
            ),
            models.CheckConstraint(
                name="resume_has_a_lease_only_while_reading",
                condition=Q(state=State.READING, lease_until__isnull=False)
                | (~Q(state=State.READING) & Q(lease_until__isnull=True)),
            ),
            models.CheckConstraint(
                name="resume_has_an_end_only_when_ended",
                condition=Q(state__in=(State.DONE, State.FAILED), ended_at__isnull=False)
                | Q(state__in=(State.QUEUED, State.READING), ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="resume_link_has_its_time",
                condition=Q(shared_as=None, shared_at=None) | Q(shared_as__isnull=False, shared_at__isnull=False),
            ),
            models.CheckConstraint(name="resume_attempts_are_few", condition=Q(attempts__lte=20)),
            models.CheckConstraint(name="resume_expires_after_it_came", condition=Q(expires_at__gt=F("created_at"))),
        )

    def __str__(self) -> str:
        return f"{self.pk} ({self.state})"

    @property
    def has_ended(self) -> bool:
        return self.state in (State.DONE, State.FAILED)

    @property
    def is_restored(self) -> bool:
        """Whether it was not read from a resume's own file but restored from a download of this site."""
        return self.restored is not None

    @cached_property
    def reading(self) -> "Reading":
        """The newest result. Raises `Reading.DoesNotExist` while there is none."""
        return self.readings.latest("read_at")

    def facts(self) -> Facts:
        """Return all that extraction found. Raises `Reading.DoesNotExist` while there is no result."""
        facts: Facts = self.reading.facts
        return facts

    def document(self) -> Document:
        """Return the text and its lines. Raises `Reading.DoesNotExist` while there is no result."""
        return self.reading.document()


class Reading(models.Model):
    """The result of reading one resume with one version of the code and the lexicons."""

    resume = models.ForeignKey(Resume, models.CASCADE, related_name="readings")
    version = models.CharField(max_length=100, help_text="Code version and lexicon hash")
    text = models.TextField()
    lines = TypedField[tuple[Line, ...]](of=tuple[Line, ...])
    format = models.CharField(max_length=4)
    pages = models.PositiveSmallIntegerField()
    remarks = TypedField[tuple[str, ...]](of=tuple[str, ...])
    facts = TypedField[Facts](of=Facts)
    seconds_reading = models.FloatField()
    seconds_extracting = models.FloatField()
    peak_mib = models.PositiveIntegerField(help_text="Largest resident memory of the child, MiB")
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=("version", "-id"), name="reading_version"),)
        constraints = (models.UniqueConstraint(fields=("resume", "version"), name="one_reading_a_resume_and_version"),)

    def __str__(self) -> str:
        return f"{self.resume_id} by {self.version}"

    def document(self) -> Document:
        """Return the document as it was read."""
        return Document(self.text, self.lines, self.format, self.pages, self.remarks)  # type: ignore[arg-type]
