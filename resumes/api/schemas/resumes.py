"""A resume on its way, and what was read of it and answered."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from resumes.api.schemas.corrections import CorrectionsStanding
from resumes.api.schemas.estimate import EstimateMade
from resumes.api.schemas.facts import FactsRead
from resumes.api.schemas.parts import Part


class Failed(Part):
    """Why a resume could not be read."""

    code: str = Field(description="For programs, such as `no_text`, `encrypted`, `too_slow`.")
    title: str = Field(description="In a few words.")
    message: str = Field(description="What happened and what a person can do about it.")


class Status(Part):
    """Where a resume stands."""

    id: UUID = Field(description="Random; nobody without your key can use it.")
    state: Literal["queued", "reading", "done", "failed"] = Field(
        description="`queued` and `reading` pass, usually within a second; `done` and `failed` are ends."
    )
    error: Failed | None = Field(description="Null unless the state is `failed`.")
    received_at: datetime = Field(description="UTC.")
    expires_at: datetime = Field(description="UTC. File, text and everything derived are gone by then.")
    status_url: str = Field(description="Path of this answer.")
    result_url: str = Field(description="Path of what was read and answered, once the state is `done`.")


class VersionsUsed(Part):
    """What read the resume: same bytes and same versions, same facts."""

    code: str = Field(description="Version of the extraction.")
    lexicon: str = Field(description="Hash of the lexicons.")


class Result(Part):
    """What was read and what the guide gives for it."""

    id: UUID = Field(description="The resume.")
    as_of: date = Field(description="The day that `present` means.")
    facts: FactsRead = Field(description="What was read.")
    corrections: CorrectionsStanding = Field(description="What you said instead.")
    estimate: EstimateMade | None = Field(description="Null where there is a `question` instead.")
    question: Literal["no_history", "undated", "not_ml"] | None = Field(
        description="Why there is no estimate: `no_history`: no work was found; `undated`: the work that counts has no "
        "dates; `not_ml`: nothing speaks of ML work, which is all the guide prices. A correction answers it."
    )
    question_words: str | None = Field(description="The question to a person.")
    versions: VersionsUsed = Field(description="What read it.")
    expires_at: datetime = Field(description="UTC.")


class Text(Part):
    """The text that was read; the ranges of `evidence` are of it."""

    text: str = Field(description="Lines parted by a line feed.")
    format: str = Field(description="`pdf`, `docx`, `txt`, ...")
    pages: int = Field(description="Pages, where the format has any; else 1.")
