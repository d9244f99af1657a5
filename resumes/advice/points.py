"""The guide's points on negotiating, made one person's own: what of each holds for them, and what is not known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from resumes.advice.asks import Offer
from resumes.advice.lines import WorkLine, quoted, skills_of_side
from resumes.advice.strongest import StrongLine
from resumes.advice.words import load, told
from resumes.extraction.facts import Evidence, Facts
from resumes.reading.document import Document
from salaries.contents.freezing import sources_of
from salaries.contents.prose import money, span
from salaries.contents.tables import Contents, Figure
from salaries.estimation.amounts import Citation
from salaries.estimation.estimate import Estimate, Position
from salaries.estimation.factors import amounts_of, dollars, span_words
from salaries.estimation.guide import Guide
from salaries.explanation.beside import ordinal
from salaries.explanation.words import named, sentence

COMPUTE = ("compute-negotiable", "compute-credits", "conferences", "research-time")
"""The guide's figures that belong to the point on compute and publication."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the sheet is made from; `facts` as corrected, `contents` with the figures of its texts in place."""

    document: Document
    facts: Facts
    estimate: Estimate
    guide: Guide
    contents: Contents
    offers: tuple[Offer, ...]
    best: tuple[StrongLine, ...]
    lines: tuple[WorkLine, ...]

    def first(self, reason: str) -> Evidence | None:
        """Return the strongest line that bears out a reason: of paid work, else of the whole resume."""
        worked = sorted((line.found for line in self.lines if reason in line.found.reasons), key=lambda one: -one.score)
        told_anywhere = (one for one in self.facts.achievements if reason in one.reasons)
        return next((one.evidence for one in (*worked, *told_anywhere)), None)

    @property
    def shows_both(self) -> bool:
        """Whether the resume shows research and production."""
        return self.research is not None and self.first("production") is not None

    @property
    def research(self) -> Evidence | None:
        """A line of research, or of paid work that names the methods it used."""
        return self.first("research") or self._method

    @property
    def _method(self) -> Evidence | None:
        methods = skills_of_side(self.facts, "theory")
        named_at = [at.start for skill in methods for at in skill.evidence]
        found = (line.evidence for line in self.lines)
        return next((line for line in found if any(line.start <= start < line.end for start in named_at)), None)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing to say: words, the resume's own line behind them (word for word), the figure's source."""

    words: str
    quote: str = ""
    evidence: Evidence | None = None
    source: Citation | None = None
    known: bool = True
    """False where the words say what is not known."""
    about: str = ""
    """The kind of employer that it holds for, empty where it holds for all."""


def both_classifications(ground: Ground) -> Iterator[Said]:
    """Yield both occupations' figures, and where the estimate's point stands in each."""
    for position in ground.estimate.positions:
        occupation = ground.guide.occupation(position.occupation)
        p50, p75, p90 = (dollars(occupation.at(percentile)) for percentile in (50, 75, 90))
        median = told("sheet", "median", p50=p50, p75=p75, p90=p90)
        yield Said(f"{standing(ground, position)} {median}", source=position.source)


def standing(ground: Ground, position: Position) -> str:
    percentile = ordinal(int(position.percentile.to_integral_value()))
    return told(
        "sheet",
        "position",
        occupation=ground.guide.occupation(position.occupation).name,
        amount=dollars(ground.estimate.steps[-1].point),
        where=told("sheet", position.bound, percentile=percentile),
    )


def impact(ground: Ground) -> Iterator[Said]:
    """Yield the strongest lines, word for word, each with why."""
    for line in ground.best:
        yield Said(line.because, line.quote, line.evidence)
    if not ground.best:
        yield Said(told("sheet", "no_impact"), known=False)


def llm_premium(ground: Ground) -> Iterator[Said]:
    """Yield the premium where the range holds it, with the lines it stands on."""
    step = next((step for step in ground.estimate.steps if step.slug == "specialization"), None)
    premium = ground.guide.specialization(ground.estimate.specialization).premium
    if step is None or premium is None:
        return
    printed = span(premium.low, premium.high, premium.and_up, "percent")
    yield Said(told("sheet", "premium", premium=printed), source=premium.source)
    for at in line_ranges(ground, ground.facts.llm_production)[:2]:
        yield Said("", quoted(ground.document, at), at)


def line_ranges(ground: Ground, found: tuple[Evidence, ...]) -> list[Evidence]:
    """Return the lines of paid work that evidence stands in, each once."""
    lines = [line.evidence for line in ground.lines]
    return [line for line in lines if any(line.start <= at.start < line.end for at in found)]


def equity(ground: Ground) -> Iterator[Said]:
    """Yield what the guide says of equity, and what to ask the kind of employer, or each kind where it is unknown."""
    first, share = ground.estimate.scenario_first, ground.guide.equity
    for scenario in ground.estimate.scenarios:
        if first not in (None, scenario.slug):
            continue
        about = sentence(named("employers", scenario.slug))
        if scenario.slug == "public-tech" and not ground.estimate.rung:
            values = {"share": span(share.low, share.high, unit="percent"), "total": span_words(scenario.total)}
            yield Said(told("sheet", "equity_share", **values), source=share.source, about=about)
            yield Said(signing_bonus(ground), source=ground.guide.signing_bonus.source, about=about)
        if scenario.slug != "public-tech":
            yield Said(told("sheet", "equity_unknown"), source=scenario.source, known=False, about=about)
        yield from (Said(question, about=about) for question in asked_of(scenario.slug))


def signing_bonus(ground: Ground) -> str:
    """Return the guide's words on signing bonuses, with its amounts."""
    bonus = ground.guide.signing_bonus
    return told("sheet", "signing", amounts=span_words(amounts_of(bonus.span))) if bonus.span else bonus.note


def asked_of(employer: str) -> list[str]:
    questions: list[str] = load()["equity"].get(employer, [])
    return questions


def end_to_end(ground: Ground) -> Iterator[Said]:
    """Yield a line of research and one of production; where one is missing, that it is."""
    for side, at in (("research", ground.research), ("production", ground.first("production"))):
        if at is None:
            yield Said(told("sheet", f"no_{side}"), known=False)
        else:
            yield Said(told("sheet", f"{side}_shown"), quoted(ground.document, at), at)


def competing_offers(ground: Ground) -> Iterator[Said]:
    """Yield the offers that were given, beside the range."""
    last = ground.estimate.steps[-1]
    for offer in ground.offers:
        where = "below" if offer.base < last.low else "above" if offer.base > last.high else "within"
        values = {"employer": offer.employer, "amount": money(offer.base), "where": told("sheet", f"offer_{where}")}
        yield Said(told("sheet", "offer", **values))
    if not ground.offers:
        yield Said(told("sheet", "no_offers"), known=False)


def compute_and_publication(ground: Ground) -> Iterator[Said]:
    """Yield the guide's amounts for compute and conferences, its words on publishing, and what was published."""
    sources = sources_of(ground.contents)
    for row in ground.contents.figures:
        if row.slug in COMPUTE:
            yield Said(figure_words(row), source=sources.cite(row.source, f"figure.{row.slug}"))
    if at := ground.first("research"):
        yield Said(told("sheet", "published"), quoted(ground.document, at), at)


def figure_words(row: Figure) -> str:
    """Return a figure of the guide with its amounts, unit and words."""
    if row.low is None:
        return told("sheet", "no_amount", name=row.name, words=row.words)
    amounts, unit = span(row.low, row.high, row.and_up, row.unit), told("units", row.unit)
    return told("sheet", "amount", name=row.name, amounts=amounts, unit=unit, words=row.words)


OWN: dict[str, Callable[[Ground], Iterator[Said]]] = {
    "both-classifications": both_classifications,
    "impact": impact,
    "llm-premium": llm_premium,
    "equity": equity,
    "end-to-end": end_to_end,
    "competing-offers": competing_offers,
    "compute-and-publication": compute_and_publication,
}
"""What makes each point of the guide one's own, by its slug; a point that an editor adds keeps the guide's words."""
