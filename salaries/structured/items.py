"""Schema.org items: ways to a page, occupations with what they pay, questions with their answers, the data themselves.

A range that the guide states is a range of amounts; percentiles are given where a source publishes percentiles, and
nowhere else: the edges of a tier are no percentiles of anything.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from salaries.contents import tables
from salaries.contents.prose import PERCENTILES
from salaries.reference.oews import Area

Item = Mapping[str, Any]

CURRENCY, YEAR = "USD", "P1Y"
NAME_OF = {"p10": "percentile10", "p25": "percentile25", "p50": "median", "p75": "percentile75", "p90": "percentile90"}
"""What schema.org calls the published percentiles."""

NATION: Item = {"@type": "Country", "name": "United States"}
PROFESSION = "Machine learning engineer"


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> Item:
    """Return the way to a page: names with their addresses, the page itself last."""
    elements = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": elements}


def occupation(row: tables.Occupation, address: str) -> Item:
    """Return an occupation of the guide with its national percentiles, US dollars a year."""
    wages = {name: getattr(row, f"annual_{name}") for name in PERCENTILES}
    return {
        "@type": "Occupation",
        "@id": f"{address}#occupation-{row.slug}",
        "name": row.name,
        "description": row.words,
        "occupationalCategory": row.soc,
        "occupationLocation": NATION,
        "estimatedSalary": distribution(wages),
    }


def occupation_in(area: Area, name: str, location: Item, period: str) -> Item:
    """Return an occupation as the BLS publishes it for an area: all its percentiles must be released."""
    wages = {percentile: getattr(area, percentile) for percentile in PERCENTILES}
    return {
        "@type": "Occupation",
        "name": name,
        "description": f"Wages in {area.name} as the BLS publishes them, {period}.",
        "occupationalCategory": area.soc,
        "occupationLocation": location,
        "estimatedSalary": distribution(wages),
    }


def tier(row: tables.Tier, address: str) -> Item:
    """Return an experience tier with the base range that the guide states for it, US dollars a year."""
    return {
        "@type": "Occupation",
        "@id": f"{address}#tier-{row.slug}",
        "name": f"{PROFESSION}, {row.name.lower()}",
        "description": row.words,
        "occupationLocation": NATION,
        "experienceRequirements": {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": number(row.floor * 12),
        },
        "estimatedSalary": {
            "@type": "MonetaryAmount",
            "name": "base",
            "currency": CURRENCY,
            "value": {
                "@type": "QuantitativeValue",
                "minValue": number(row.low),
                "maxValue": number(row.high),
                "unitText": "YEAR",
            },
        },
    }


def distribution(wages: Mapping[str, Decimal]) -> Item:
    """Return percentiles of wages ("p10" to "p90"), US dollars a year."""
    amounts = {NAME_OF[name]: number(wage) for name, wage in wages.items()}
    return {
        "@type": "MonetaryAmountDistribution",
        "name": "base",
        "currency": CURRENCY,
        "duration": YEAR,
        **amounts,
    }


def questions(rows: Sequence[tables.Question]) -> Item:
    """Return questions with their answers as one page of them; figures stand in the answers."""
    asked = [
        {"@type": "Question", "name": row.question, "acceptedAnswer": {"@type": "Answer", "text": row.answer}}
        for row in rows
    ]
    return {"@type": "FAQPage", "mainEntity": asked}


def dataset(contents: tables.Contents, description: str, address: str, downloads: Mapping[str, str]) -> Item:
    """Return an edition as a set of data. `downloads`: media types by address."""
    distribution = [
        {"@type": "DataDownload", "contentUrl": url, "encodingFormat": media} for url, media in downloads.items()
    ]
    return {
        "@type": "Dataset",
        "@id": f"{address}#data",
        "name": contents.title,
        "description": description,
        "version": contents.name,
        "url": address,
        "isAccessibleForFree": True,
        "spatialCoverage": NATION,
        "distribution": distribution,
    }


def location_of(area: Area) -> Item:
    """Return an area as a place: a state, or a metropolitan area."""
    kind = "State" if area.kind == "state" else "AdministrativeArea"
    return {"@type": kind, "name": area.name, "containedInPlace": NATION}


def number(amount: Decimal) -> int | float:
    """Return an amount as a number of JSON, whole where it is whole."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)
