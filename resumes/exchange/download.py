"""The download of everything that was read of a resume and answered: its shape, in both directions. Pure.

`schema.json` beside this file describes the same for other programs. Members stand in the order of the fields below,
always all of them. Amounts and years are decimal strings, amounts in US dollars a year; evidence is a half-open range
of characters (Unicode code points) of `document.text`, so that every quote is a slice of it; dates of roles are
written "YYYY-MM", "YYYY" or "present". What a later version adds gets another `SCHEMA`.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, Literal

import msgspec

from resumes.extraction.facts import Facts
from resumes.profile import Question
from resumes.reading.document import Document
from resumes.said import Corrections
from salaries.estimation.estimate import Position, Scenario, Step
from salaries.offers import Offer

__all__ = ["FAMILY", "SCHEMA", "Answered", "Download", "EditionUsed", "Versions", "encoded", "json_schema"]

FAMILY = "bandwise-resume-"
"""What `schema` begins with in every version of the download."""
SCHEMA: Final = "bandwise-resume-1"


class Versions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What read the resume: the code's version and the hash of the lexicons, staff's changes behind a dot."""

    code: str
    lexicon: str

    @classmethod
    def of(cls, version: str) -> "Versions":
        """Return the two parts of a reading's version."""
        code, _, lexicon = version.partition("+")
        return cls(code, lexicon)

    @property
    def whole(self) -> str:
        """Return the version as a reading keeps it."""
        return f"{self.code}+{self.lexicon}" if self.lexicon else self.code


class EditionUsed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The edition of the guide that answered; `sha256` is the hash that its own download bears."""

    name: str
    sha256: str


class Answered(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The estimate, with every step and its citation; low, point and high are those of the last step."""

    tier: str
    rung: str | None
    specialization: str
    relevant_years: Decimal
    years_sum: str
    low: Decimal
    point: Decimal
    high: Decimal
    and_up: bool
    steps: tuple[Step, ...]
    positions: tuple[Position, ...]
    scenarios: tuple[Scenario, ...]


class Download(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything. `estimate` is None where the site asks a `question` instead of answering.

    `as_of` is the day that "present" means. The estimate follows from facts, corrections, `as_of` and the edition, so
    that a restored resume has it worked out anew; it is here to be read. `offers` are those that were kept with
    the resume.
    """

    schema: Literal["bandwise-resume-1"]
    made_at: datetime
    as_of: date
    versions: Versions
    edition: EditionUsed
    document: Document
    facts: Facts
    corrections: Corrections
    question: Question | None
    estimate: Answered | None
    offers: tuple[Offer, ...] = ()


def encoded(download: Download) -> bytes:
    """Return the download as JSON to read and to upload: two spaces deep, the same bytes for the same values."""
    return msgspec.json.format(msgspec.json.encode(download, order="deterministic"), indent=2)


def json_schema() -> dict[str, Any]:
    """Return what `schema.json` holds: the JSON Schema of a download, as the types above have it."""
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Bandwise download of a resume"}
    return draft | msgspec.json.schema(Download)
