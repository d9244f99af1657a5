"""The written resumes: one YAML file a person, which holds every printed text and the label's facts.

Skills are marked where they are printed: `<PyTorch>`, `<ConvNets=CNN>` for one whose label has another form, `<?Jira>`
for one that a fair reader may list or leave out. The marks are gone from the printed text.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

PEOPLE = Path(__file__).resolve().parent / "people"
MARK = re.compile(r"<(?P<optional>\??)(?P<printed>[^<>=]+)(?:=(?P<label>[^<>]+))?>")

HeadStyle = Literal[
    "title-first",
    "employer-first",
    "split",
    "one-line",
    "bar",
    "stacked",
    "dates-first",
    "at",
    "parentheses",
    "labeled",
]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dated thing: a job, a degree, a project, a talk. `role` ("ml 2021-06 present") makes it a role of the label.

    Two periods in one entry are two roles, parted by a semicolon; "-" stands for a bound that is not printed.
    `positions` are the levels under one employer. `label_title` stands where the label's title differs from print.
    """

    title: str = ""
    employer: str = ""
    place: str = ""
    dates: str = ""
    role: str = ""
    label_title: str = ""
    text: str = ""
    bullets: str = ""
    positions: tuple["Entry", ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands under one heading; `side` puts it into the sidebar of the layouts that have one."""

    heading: str
    text: str = ""
    entries: tuple[Entry, ...] = ()
    bullets: str = ""
    side: bool = False
    style: HeadStyle | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    country: str
    city: str | None = None
    region: str | None = None
    metro: str | None = None


class Label(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The facts that the printed text does not spell out by itself.

    `education` is a degree, followed by "in progress" where it is; `stated_years` is like "8 total".
    """

    education: str
    specialization: str
    location: Place | None = None
    current_title: str | None = None
    acceptable: tuple[str, ...] = ()
    stated_years: str = ""
    skills_also: tuple[str, ...] = ()
    notes: str = ""


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An invented person. `hidden` is text that only the layout with invisible keywords holds."""

    layouts: tuple[str, ...]
    name: str
    contact: tuple[str, ...]
    sections: tuple[Section, ...]
    label: Label
    slug: str = ""
    headline: str = ""
    style: HeadStyle = "title-first"
    hidden: str = ""

    def entries(self) -> Iterator[Entry]:
        """Yield every entry and every position under one, in printed order."""
        for section in self.sections:
            for entry in section.entries:
                yield entry
                yield from entry.positions


def plain(text: str) -> str:
    """Return the text as printed, without the marks of skills."""
    return MARK.sub(lambda mark: mark["printed"], text).strip()


def lines(text: str) -> list[str]:
    """Return the printed lines of a block."""
    return [plain(line) for line in text.splitlines() if line.strip()]


@cache
def people() -> tuple[Person, ...]:
    """Return every person of the corpus, by file name. Raises `msgspec.ValidationError` for an ill-formed file."""
    return tuple(_load(path) for path in sorted(PEOPLE.glob("*.yaml")))


def _load(path: Path) -> Person:
    # BaseLoader leaves every scalar a string: "2019" and "no" are text to print here, never numbers or booleans.
    source: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    try:
        return msgspec.convert({**source, "slug": path.stem}, Person, strict=False)
    except msgspec.ValidationError as error:
        error.add_note(path.name)
        raise
