"""Publishing an edition, now or at a date, and going back to an older one by publishing that again."""

from datetime import datetime

import structlog
from django.contrib.auth.models import User
from django.db import transaction

from salaries.contents.faults import FaultyEdition
from salaries.editions import check
from salaries.models import Edition, PlannedPublication, Publication

log = structlog.get_logger(__name__)


class NoNote(ValueError):
    """A publication says why."""

    def __init__(self) -> None:
        super().__init__("say why this edition is published")


class AlreadyCurrent(ValueError):
    """The edition is the current one: there is nothing to publish."""

    def __init__(self, name: str) -> None:
        super().__init__(f"edition {name} is the current one already")


class ChangedMeanwhile(ValueError):
    """Somebody has saved a change of the edition since it was looked at."""

    def __init__(self, name: str) -> None:
        super().__init__(f"edition {name} was changed after it was looked at; look at what would change again")


@transaction.atomic
def publish(edition: Edition, *, note: str, by: User | None, now: datetime) -> Publication:
    """Make the edition the current one, and log it; a draft becomes read-only by that.

    An edition that was published before becomes current again: that is how to roll back. Raises `NoNote`,
    `AlreadyCurrent`, `FaultyEdition`, and `ChangedMeanwhile` where the row at hand is not the newest revision.
    """
    if not note.strip():
        raise NoNote
    locked = {one.pk: one for one in Edition.objects.select_for_update().order_by("pk")}[edition.pk]
    if locked.is_current:
        raise AlreadyCurrent(locked.name)
    if locked.revision != edition.revision:
        raise ChangedMeanwhile(locked.name)
    check(locked)
    Edition.objects.filter(is_current=True).update(is_current=False)
    standing = {"state": Edition.State.PUBLISHED, "published_at": locked.published_at or now, "is_current": True}
    Edition.objects.filter(pk=locked.pk).update(**standing)
    edition.refresh_from_db(fields=standing)
    PlannedPublication.objects.filter(edition=locked).delete()
    return Publication.objects.create(edition=locked, at=now, by=by, note=note.strip())


def plan(edition: Edition, *, note: str, by: User | None, at: datetime) -> PlannedPublication:
    """Set the edition's publication for a date, in place of one planned before. Raises `NoNote`, `FaultyEdition`."""
    if not note.strip():
        raise NoNote
    check(edition)
    values = {"at": at, "by": by, "note": note.strip(), "revision": edition.revision, "refused": ""}
    planned, _ = PlannedPublication.objects.update_or_create(edition=edition, defaults=values)
    return planned


def publish_due(now: datetime) -> None:
    """Publish what was planned for a date that has come, each once; what cannot be published says why and stays."""
    for planned in PlannedPublication.objects.filter(at__lte=now, refused="").select_related("edition", "by"):
        _carry_out(planned, now)


def _carry_out(planned: PlannedPublication, now: datetime) -> None:
    row = PlannedPublication.objects.filter(pk=planned.pk)
    try:
        with transaction.atomic():
            # Of two that come at once only one deletes the row, and that one publishes.
            if row.filter(refused="").delete()[0] == 1:
                # What was looked at is what is published: a change made after that has been looked at by nobody.
                planned.edition.revision = planned.revision
                publish(planned.edition, note=planned.note, by=planned.by, now=now)
    except (FaultyEdition, ChangedMeanwhile, AlreadyCurrent) as error:
        row.update(refused=str(error))
        log.warning("publication_refused", edition=planned.edition.name, reason=str(error))
