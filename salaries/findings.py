"""What each page of the guide says in one line: the finding, with its figures, not the topic."""

from salaries.contents.prose import money, span
from salaries.parts import PARTS
from salaries.presentation import GuidePage


def findings(page: GuidePage) -> dict[str, str]:
    """Return the heading of each part, by slug; a part whose table is empty is called by its name."""
    contents, guide = page.contents, page.guide
    found = {
        "percentiles": "The BLS counts no ML engineers; two occupations frame their pay",
        "negotiation": f"{len(contents.negotiation)} points to take into the talk",
        "questions": f"{len(contents.questions)} questions, answered with the guide's figures",
        "method": "An estimate is tier, times specialization, times place",
        "tiers": f"{len(guide.tiers)} tiers join end to end, from {money(guide.tiers[0].base.low)} to "
        f"{money(guide.tiers[-1].base.high)} in base",
        "compensation": "At public tech companies equity adds "
        f"{span(guide.equity.low, guide.equity.high, unit='percent')} to the base",
        **_of_places(page),
        **_of_work(page),
    }
    return {part: found.get(part, name) for part, name in PARTS.items()}


def _of_places(page: GuidePage) -> dict[str, str]:
    tops = {part: rows[0].bar for part, rows in (("states", page.states), ("metros", page.metros)) if rows}
    return {part: f"{bar.name} pays best: {money(bar.amount)} a year on average" for part, bar in tops.items()}


def _of_work(page: GuidePage) -> dict[str, str]:
    found = {}
    if page.premium and page.premium.premium:
        more = span(page.premium.premium.low, page.premium.premium.high, unit="percent")
        found["specializations"] = f"{page.premium.name} in production add {more}; other fields stay nearer their tier"
    if page.leadership:
        low, high = page.leadership[0].low, page.leadership[-1].high
        found["career"] = f"Beyond the tiers, leadership pays {span(low, high, page.leadership[-1].and_up)}"
    return found
