"""What a restored resume takes over from its download, beside what was read."""

from typing import Any

from resumes.exchange.origin import Origin, Restored
from salaries import editions
from salaries.models import Edition


def columns_of_restored(restored: Restored) -> dict[str, Any]:
    """Return the columns of the row: corrections, the day that "present" means, the edition that answered before."""
    return {
        "corrections": restored.corrections,
        "as_of": restored.as_of,
        "restored": restored.origin,
        "edition": edition_before(restored.origin),
    }


def edition_before(origin: Origin) -> Edition | None:
    """Return the edition that answered when the download was made, None where it is not here: the current one answers.

    One that only has its name, and other figures, is another.
    """
    edition = Edition.objects.filter(name=origin.edition, state=Edition.State.PUBLISHED).first()
    return edition if edition and editions.kept(edition).digest == origin.sha256 else None
