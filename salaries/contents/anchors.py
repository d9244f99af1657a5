"""Where the guide's pages print a figure: the part and, on its page, the anchor of the figure's row.

A figure is named as texts name it ("tier.senior.total", "state.CA"); its row carries the anchor "tier-senior-total",
"state-ca". Citations lead there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from salaries.contents import tables

OVERVIEW = ""
"""The guide's first page; every other is a part of its own."""

PART_OF_KIND: Mapping[str, str] = {
    "occupation": "percentiles",
    "tier": "tiers",
    "state": "states",
    "metro": "metros",
    "specialization": "specializations",
    "negotiation": "negotiation",
    "rung": "career",
    "takeaway": OVERVIEW,
    "question": "questions",
    "skill": "questions",
    "parameter": "method",
}
PART_OF_FIGURES: Mapping[str, str] = {
    "overview": OVERVIEW,
    "compensation": "compensation",
    "benefits": "compensation",
    "negotiation": "negotiation",
    "growth": "career",
}
"""Figures stand together by their own parts, of which the pages join some."""

OWN_ROWS = frozenset({"p10", "p25", "p50", "p75", "p90", "phd", "total"})
"""Details of an occupation or tier that stand apart from its first row."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row on a page of the guide."""

    part: str
    row: str

    def __str__(self) -> str:
        """Return it as citations carry it: "metros#metro-seattle"."""
        return f"{self.part}#{self.row}"


def anchor_of(name: str, parts: Mapping[str, str]) -> Anchor | None:
    """Return where the named figure is printed, None for a name of no table. `parts`: as `parts_of_figures` gives."""
    kind, slug, *details = name.split(".")
    part = parts.get(slug) if kind == "figure" else PART_OF_KIND.get(kind)
    if part is None:
        return None
    detail = [one for one in details if one in OWN_ROWS]
    return Anchor(part, "-".join([kind, slug.lower(), *detail]))


def parts_of_figures(contents: tables.Contents) -> dict[str, str]:
    """Return the page of each of the other figures, by its slug."""
    return {row.slug: PART_OF_FIGURES[row.part] for row in contents.figures}


KIND_OF: Mapping[type[tables.Row], str] = {tables.NegotiationPoint: "negotiation", tables.PayingSkill: "skill"}
"""Kinds that are called otherwise than their table's row."""


def name_of(row: tables.Row) -> str:
    """Return the name of a row's figure: "state.CA"."""
    kind = KIND_OF.get(type(row), type(row).__name__.lower())
    return f"{kind}.{getattr(row, 'slug', '')}"
