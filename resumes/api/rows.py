"""The table of keys: who may use the API, and never the key itself."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

DIGEST = 64
"""Letters of a SHA-256 in hexadecimal."""


class ApiKeyQuerySet(models.QuerySet["ApiKey"]):
    """The question that every call asks."""

    def in_force(self) -> "ApiKeyQuerySet":
        """Return the keys that nobody has revoked."""
        return self.filter(revoked_at=None)


class ApiKey(models.Model):
    """One client's key, kept as its hash: what the client holds is shown once and cannot be had again."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=80, help_text="Whose program it is and what for, so that others know it.")
    prefix = models.CharField(
        "begins with", max_length=12, editable=False, help_text="Its first letters: how a client tells theirs apart."
    )
    digest = models.CharField(max_length=DIGEST, unique=True, editable=False, help_text="SHA-256 of the key")
    created_at = models.DateTimeField("made", default=timezone.now, editable=False)
    last_used = models.DateField("last used", null=True, blank=True, editable=False, help_text="The day, no closer.")
    revoked_at = models.DateTimeField("revoked", null=True, blank=True, editable=False)

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        verbose_name = "API key"
        ordering = ("-created_at",)
        constraints = (
            models.CheckConstraint(
                name="api_key_revoked_after_it_was_made",
                condition=Q(revoked_at=None) | Q(revoked_at__gte=models.F("created_at")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}...)"

    @property
    def owner(self) -> str:
        """The mark of its resumes; no session's mark holds a colon."""
        return f"key:{self.pk}"
