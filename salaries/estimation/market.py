"""The market check: posted and reported salaries of the same kind of job, beside the guide's range."""

from salaries.estimation.amounts import Citation
from salaries.estimation.beside import MarketCheck
from salaries.reference.market import Market, MarketRow

FOR_ALL = "machine-learning-engineer"
FAMILY_OF = {"computer-vision": "computer-vision", "mlops": "mlops", "llm-genai": "ai-engineer"}
"""The job families that fit a specialization; the other specializations have none of their own in the table."""

LEVEL_OF = {"entry": "entry", "mid": "mid", "senior": "senior", "staff": "senior"}
"""The table knows no staff level (its "executive" is another thing): staff is the upper half of senior."""

STAFF = "staff"


def market_check(tier: str, specialization: str, market: Market) -> tuple[MarketCheck, ...]:
    """Return the rows that fit, ML engineers first; a family without enough entries at the level is left out."""
    families = (FOR_ALL, *filter(None, (FAMILY_OF.get(specialization),)))
    level = LEVEL_OF.get(tier, "")
    rows = [row for family in families if (row := market.row(family, level))]
    return tuple(check(row, upper_half=tier == STAFF) for row in rows)


def check(row: MarketRow, *, upper_half: bool) -> MarketCheck:
    """Return a row's middle half, or with `upper_half` what lies above its median."""
    return MarketCheck(
        family=row.family,
        level=row.level,
        count=row.reports,
        low=row.p50 if upper_half else row.p25,
        median=row.p75 if upper_half else row.p50,
        high=row.p90 if upper_half else row.p75,
        upper_half=upper_half,
        source=Citation("market", "posted and reported US salaries 2023-24", f"{row.family}, {row.level}"),
    )
