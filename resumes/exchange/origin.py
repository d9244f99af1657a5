"""Where a restored resume comes from: what its download says beside what was read. Pure."""

from datetime import date, datetime
from decimal import Decimal

import msgspec

from resumes.exchange.download import Download
from resumes.said import Corrections
from salaries.offers import Offer


class Origin(msgspec.Struct, frozen=True):
    """When and by which edition the download was made, and the range that it held; None where it held a question.

    `sha256` is the hash of the edition's contents: one of the same name with another hash is another.
    """

    made_at: datetime
    edition: str
    sha256: str
    low: Decimal | None
    point: Decimal | None
    high: Decimal | None


class Restored(msgspec.Struct, frozen=True):
    """What a resume keeps of its download beside document and facts."""

    origin: Origin
    as_of: date
    corrections: Corrections
    offers: tuple[Offer, ...] = ()


def origin_of(download: Download) -> Origin:
    """Return where a resume restored from this download comes from."""
    found = download.estimate
    low, point, high = (found.low, found.point, found.high) if found else (None, None, None)
    return Origin(download.made_at, download.edition.name, download.edition.sha256, low, point, high)
