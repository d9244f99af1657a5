"""What the section "take it along" says, and where a restored resume comes from."""

from dataclasses import dataclass
from datetime import date, datetime

from resumes.exchange.keeping import answered_then
from resumes.models import Resume
from salaries.estimation.amounts import Amounts


@dataclass(frozen=True, slots=True)
class Restoration:
    """When the download was made and up to which day it counts years.

    `lost` names the edition that answered then where this site does not hold it; `base` is the range that it gave,
    None where the download held a question.
    """

    made_at: datetime
    as_of: date
    lost: str = ""
    base: Amounts | None = None


@dataclass(frozen=True, slots=True)
class Along:
    """When everything goes, and the share link: since when there is one, and its address just after it was made."""

    ends: datetime
    shared_at: datetime | None = None
    link: str = ""
    restoration: Restoration | None = None


def along(resume: Resume, link: str = "") -> Along:
    """Return what the section shows; `link` is the address of a share link that was just made."""
    return Along(resume.expires_at, resume.shared_at, link, restoration(resume))


def restoration(resume: Resume) -> Restoration | None:
    """Return where a restored resume comes from, None for one that was read from its own file."""
    origin = resume.restored
    if origin is None:
        return None
    if answered_then(resume.edition, origin):
        return Restoration(origin.made_at, resume.as_of)
    base = None if origin.low is None else Amounts(origin.low, origin.high)
    return Restoration(origin.made_at, resume.as_of, origin.edition, base)
