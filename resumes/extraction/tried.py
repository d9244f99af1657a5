"""What is found in a piece of text that a change to the lexicons is tried out on."""

from dataclasses import dataclass
from typing import Literal

Frame = Literal["resume", "job", "skills", "employers"]
"""What the text is: a whole resume, what is written under a job, a list of skills, or employers, one a line."""


@dataclass(frozen=True, slots=True)
class Find:
    """What was found under one name, and where; `kind` is a skill's category or an employer's scenario."""

    name: str
    kind: str
    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found in a text."""

    skills: tuple[Find, ...] = ()
    employers: tuple[Find, ...] = ()


@dataclass(frozen=True, slots=True)
class Tried:
    """A text as it was read, with what is found in it now and what would be."""

    text: str
    now: Found
    then: Found
