"""Kinds of values that many schemas hold."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Tier = Literal["entry", "mid", "senior", "staff"]
Rung = Literal["lead", "director", "vp", "chief-ai-officer"]
Specialization = Literal["generalist", "llm-genai", "computer-vision", "nlp", "mlops", "reinforcement-learning"]
Employer = Literal["other", "public-tech", "major-ai"]
Degree = Literal["none", "associate", "bachelor", "master", "phd"]
Kind = Literal["ml", "adjacent", "other", "internship", "academic"]
Confidence = Annotated[
    Literal["high", "medium", "low"], Field(description="How sure the reading is; ask the person below `high`.")
]
Years = Annotated[float, Field(description="Years, two decimals.")]
Ranges = Annotated[
    list[tuple[int, int]],
    Field(description="Half-open ranges of characters (Unicode code points) of the text that was read."),
]


class Part(BaseModel):
    """A schema. What it is made of is never repeated in an error: it may be a resume's."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Sent(BaseModel):
    """A schema of what programs send: a name that is not known is an error, not silence."""

    model_config = ConfigDict(hide_input_in_errors=True, extra="forbid", strict=False)


class Source(Part):
    """Where a figure comes from."""

    origin: Literal["guide", "oews", "market", "method", "visitor"] = Field(
        description="`guide`: the salary guide; `oews`: wages of the U.S. Bureau of Labor Statistics; `market`: "
        "posted and reported salaries; `method`: a figure of the edition that the guide does not print; `visitor`: "
        "a correction of yours."
    )
    section: str = Field(description="The section or table.")
    reference: str = Field(description="The guide's own reference, empty where it gives none.")
    url: str | None = Field(description="Path of the page with the figure's row, on this site.")


class Range(Part):
    """A range of US dollars a year."""

    low: int = Field(description="US dollars a year.")
    high: int | None = Field(description="US dollars a year; null where the guide gives no upper end.")
    and_up: bool = Field(description="Whether the guide prints a plus behind the upper figure.")


class BaseRange(Part):
    """The base salary range."""

    low: int = Field(description="US dollars a year.")
    point: int = Field(description="The single figure inside the range that the years give; US dollars a year.")
    high: int = Field(description="US dollars a year.")
