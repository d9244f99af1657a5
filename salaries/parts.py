"""The pages of the guide: one a part, in reading order. The slugs are the anchors that citations carry."""

PARTS: dict[str, str] = {
    "percentiles": "National percentiles",
    "tiers": "Experience tiers",
    "states": "States",
    "metros": "Metropolitan areas",
    "specializations": "Specializations",
    "compensation": "Total compensation and benefits",
    "negotiation": "Negotiating",
    "career": "Career and growth",
    "questions": "Questions",
    "method": "How the estimate is worked out",
}
"""Slug = name in the guide's table of contents."""


def beside(part: str) -> dict[str, str | None]:
    """Return the slugs of the parts before and after one, None at an end. Raises `ValueError` for no part."""
    order = list(PARTS)
    index = order.index(part)
    return {
        "before": order[index - 1] if index else None,
        "after": order[index + 1] if index + 1 < len(order) else None,
    }
