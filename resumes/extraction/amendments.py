"""What staff change of the lexicons: rows that add skills and employers, or stand in for those of the files.

The files stay the base. A row for a skill stands in for the file's whole entry of that name, so that it says all there
is to know of it; a row for an employer is asked before the files are.
"""

import hashlib
from dataclasses import dataclass

import msgspec


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill as a row of the lexicon's files has it; the name stands among `cased` or `listed` where it is restricted.

    `speaks` pairs specializations with weights from 0 to 1. A `withdrawn` skill is not found any more.
    """

    name: str
    category: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    broad: bool = False
    speaks: tuple[tuple[str, float], ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class EmployerRow:
    """The names of an employer and its total-compensation scenario; None says that the guide treats it like others."""

    names: tuple[str, ...]
    kind: str | None


@dataclass(frozen=True, slots=True)
class Amendments:
    """All changes to the lexicons at one moment, each name once."""

    skills: tuple[SkillRow, ...] = ()
    employers: tuple[EmployerRow, ...] = ()

    def digest(self) -> str:
        """Return a hash that changes with any change of any row, empty where there is none."""
        if self == UNAMENDED:
            return ""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()


UNAMENDED = Amendments()
