"""What a restored resume takes over from its download, beside what was read."""

from typing import Any

from resumes.exchange.origin import Origin, Restored
from salaries import editions
from salaries.models import Edition


def columns_of_restored(restored: Restored) -> dict[str, Any]:
    """Return the columns of the row: corrections, offers, the day of "present", the edition that answered before."""
    return {
        "corrections": restored.corrections,
        "offers": restored.offers,
        "as_of": restored.as_of,
        "restored": restored.origin,
        "edition": edition_before(restored.origin),
    }


def edition_before(origin: Origin) -> Edition | None:
    """Return the edition that answered when the download was made, None where it is not here."""
    edition = Edition.objects.filter(name=origin.edition, state=Edition.State.PUBLISHED).first()
    return edition if answered_then(edition, origin) else None


def answered_then(edition: Edition | None, origin: Origin) -> bool:
    """Return whether this is the edition, with the figures, that answered when the download was made."""
    if edition is None or edition.name != origin.edition:
        return False
    return editions.kept(edition).digest == origin.sha256
