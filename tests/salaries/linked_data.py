"""The structured data of a page, and whether items have what schema.org and its readers ask for."""

import json
from typing import Any

import html5lib

REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Occupation": {"name", "estimatedSalary", "occupationLocation"},
    "MonetaryAmountDistribution": {"name", "currency", "duration", "median"},
    "MonetaryAmount": {"currency", "value"},
    "QuantitativeValue": {"minValue", "maxValue", "unitText"},
    "OccupationalExperienceRequirements": {"monthsOfExperience"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Dataset": {"name", "description", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Country": {"name"},
    "State": {"name", "containedInPlace"},
    "AdministrativeArea": {"name", "containedInPlace"},
}
"""Properties that an item of each type must have."""


def items_of(page: bytes) -> list[dict[str, Any]]:
    """Return the items of a page's one data block."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    blocks = [one.text for one in tree.iter("script") if one.get("type") == "application/ld+json"]
    assert len(blocks) == 1
    graph = json.loads(blocks[0] or "")
    assert graph["@context"] == "https://schema.org"
    return list(graph["@graph"])


def of_type(items: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one for one in items if one["@type"] == kind]


def lacks(item: Any) -> list[str]:
    """Return what an item and those within it lack, as "Occupation.name"; the type itself where it is unknown."""
    if isinstance(item, list):
        return [word for one in item for word in lacks(one)]
    if not isinstance(item, dict):
        return []
    kind = item.get("@type", "nothing")
    missing = REQUIRED[kind] - item.keys() if kind in REQUIRED else {"type"}
    return [f"{kind}.{name}" for name in sorted(missing)] + [word for value in item.values() for word in lacks(value)]
