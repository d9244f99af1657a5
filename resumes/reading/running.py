"""Running heads and feet: what the pages repeat at the same height is read once, page numbers not at all."""

import re
from collections.abc import Sequence

from resumes.reading.assembly import Draft

EDGE = 0.1
"""Part of the page's height at its top and bottom where running lines stand."""
SAME_HEIGHT = 4.0
"""Points by which a running line may move from page to page."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"(?:page\s*)?[-–—|\s]*\d{1,3}[-–—|\s]*(?:(?:/|of|\|)\s*\d{1,3})?", re.IGNORECASE)


def without_repeats(pages: Sequence[Sequence[Draft]], heights: Sequence[float]) -> list[Draft]:
    """Return the lines of all pages without page numbers and without the repeats of running lines."""
    kept: list[Draft] = []
    known: dict[str, list[float]] = {}
    for drafts, height in zip(pages, heights, strict=True):
        seen_here: list[tuple[str, float]] = []
        for draft in drafts:
            if not _at_edge(draft, height):
                kept.append(draft)
                continue
            place = draft.box.top if draft.box else 0.0
            key = _DIGITS.sub("#", draft.text)
            repeated = any(abs(place - other) < SAME_HEIGHT for other in known.get(key, ()))
            if not repeated and not _NUMBER.fullmatch(draft.text):
                kept.append(draft)
            seen_here.append((key, place))
        for key, place in seen_here:
            known.setdefault(key, []).append(place)
    return kept


def _at_edge(draft: Draft, height: float) -> bool:
    return draft.box is not None and (draft.box.bottom < EDGE * height or draft.box.top > (1 - EDGE) * height)
