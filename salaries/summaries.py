"""What the guide's pages are called and what they say in a sentence or two, as lists of pages show it: with figures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from salaries.contents.prose import money, span
from salaries.parts import PARTS
from salaries.presentation import GuidePage
from salaries.rows import PlaceRow, RangeTable

LONGEST = 260
"""Letters of a description up to which further pieces are added."""

SHOWN = 3
"""Places that are named."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A page's title without the edition's, and its description."""

    title: str
    description: str


def summary_of(page: GuidePage, part: str) -> Summary:
    """Return what a part says, of the overview for no part. Raises `KeyError` for a part that there is none of."""
    make = MADE_BY[part]
    title, description = make(page)
    return Summary(f"{PARTS[part]}: {title}" if title and part else title or PARTS.get(part, ""), description)


def as_much(pieces: Iterable[str], lead: str = "", between: str = "; ", end: str = ".") -> str:
    """Return pieces behind a lead, as many as a description has room for, the first always."""
    taken: list[str] = []
    for piece in pieces:
        if taken and len(lead) + sum(len(one) + 2 for one in (*taken, piece)) > LONGEST:
            break
        taken.append(piece)
    return f"{lead}{between.join(taken)}{end}"


def _overview(page: GuidePage) -> tuple[str, str]:
    low, high = _ends(page)
    guide = page.guide
    lists = f"{len(guide.states)} states, {len(guide.metros)} metropolitan areas, {len(guide.specializations)} fields"
    return (
        f"ML engineers' base pay, {low} to {high}",
        f"Base pay of machine learning engineers in the United States, from {low} at the first of "
        f"{len(guide.tiers)} tiers to {high} at the last; {lists}, total pay, negotiating, each with its source.",
    )


def _percentiles(page: GuidePage) -> tuple[str, str]:
    rows = page.contents.occupations
    pieces = [
        f"{row.name}: median {money(row.annual_p50)} a year, {money(row.annual_p10)} at the 10th and "
        f"{money(row.annual_p90)} at the 90th percentile"
        for row in rows
    ]
    return f"medians {' and '.join(money(row.annual_p50) for row in rows)}", as_much(pieces)


def _tiers(page: GuidePage) -> tuple[str, str]:
    pieces = [f"{row.name} {span(row.low, row.high)} ({row.printed})" for row in page.contents.tiers]
    return " to ".join(_ends(page)), as_much(pieces, "Base pay of ML engineers by years of experience: ")


def _states(page: GuidePage) -> tuple[str, str]:
    return _places(page, page.states, "states")


def _metros(page: GuidePage) -> tuple[str, str]:
    return _places(page, page.metros, "metropolitan areas")


def _places(page: GuidePage, rows: Sequence[PlaceRow], what: str) -> tuple[str, str]:
    named = [f"{row.bar.name} {money(row.bar.amount)}" for row in rows]
    against = f"against the national mean of {money(page.national_mean)}"
    return named[0] if named else "", as_much(
        [*named[:SHOWN], f"{len(rows)} {what} {against}, with each one's factor in an estimate"], "Annual mean wages: "
    )


def _specializations(page: GuidePage) -> tuple[str, str]:
    ruled = {f"specialization.{one.slug}" for one in page.guide.specializations if one.rule != "none"}
    pieces = [f"{row.label} {row.printed}" for row, _ in page.specializations.rows if row.name in ruled]
    premium = page.premium
    more = span(premium.premium.low, premium.premium.high, unit="percent") if premium and premium.premium else ""
    title = f"{more} more for {premium.name}" if premium and more else ""
    return title, as_much(pieces, f"What fields pay beside a generalist {page.compared_tier.name.lower()}'s base: ")


def _compensation(page: GuidePage) -> tuple[str, str]:
    equity = span(page.guide.equity.low, page.guide.equity.high, unit="percent")
    return f"equity of {equity} of base", as_much(_figures(page.compensation), "Total pay of ML engineers. ")


def _negotiation(page: GuidePage) -> tuple[str, str]:
    titles = [row.title for row in page.contents.negotiation]
    return f"{len(titles)} points", as_much([*titles, *_figures(page.asked)], "Negotiating an ML engineer's pay: ")


def _career(page: GuidePage) -> tuple[str, str]:
    pieces = [f"{rung.name} {span(rung.low, rung.high, rung.and_up)}" for rung in page.leadership]
    low, high = (page.leadership[0].low, page.leadership[-1].high) if page.leadership else (None, None)
    title = f"leadership from {money(low)} to {money(high)}" if low and high else ""
    return title, as_much([*pieces, *_figures(page.growth)], "Beyond the tiers: ")


def _questions(page: GuidePage) -> tuple[str, str]:
    asked = [row.question for row in page.contents.questions]
    return f"{len(asked)} answered", as_much(asked, "Answered with the guide's figures: ", between=" ", end="")


def _method(page: GuidePage) -> tuple[str, str]:
    pieces = [
        "Relevant years give the tier",
        "specialization and place multiply its range",
        f"the national mean is {money(page.national_mean)}",
        f"{len(page.contents.parameters)} figures of the method, each open",
    ]
    return "", as_much(pieces)


def _figures(table: RangeTable) -> list[str]:
    return [f"{row.label} {row.printed}" for row, _ in table.rows if row.printed]


def _ends(page: GuidePage) -> tuple[str, str]:
    tiers = page.guide.tiers
    return money(tiers[0].base.low), money(tiers[-1].base.high)


MADE_BY: dict[str, Callable[[GuidePage], tuple[str, str]]] = {
    "": _overview,
    "percentiles": _percentiles,
    "tiers": _tiers,
    "states": _states,
    "metros": _metros,
    "specializations": _specializations,
    "compensation": _compensation,
    "negotiation": _negotiation,
    "career": _career,
    "questions": _questions,
    "method": _method,
}
"""Title and description of each part."""
