"""The negotiation sheet as data: three amounts, and the guide's points made this person's own."""

from dataclasses import dataclass

from resumes.advice.asks import Ask, Offer, asks
from resumes.advice.lines import work_lines
from resumes.advice.points import OWN, Ground, Said
from resumes.advice.strongest import StrongLine, strongest
from resumes.advice.words import told
from resumes.extraction.facts import Facts
from resumes.reading.document import Document
from salaries.contents.freezing import sources_of
from salaries.contents.tables import Contents, NegotiationPoint
from salaries.estimation.amounts import Citation
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.explanation.words import named

LLM, END_TO_END = "llm-premium", "end-to-end"


@dataclass(frozen=True, slots=True)
class Point:
    """One of the guide's points: its title and words, and what of it is this person's own."""

    slug: str
    title: str
    words: str
    own: tuple[Said, ...]
    source: Citation


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A point of the guide that does not hold for this person, and why."""

    slug: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that the sheet prints, in its order; amounts in US dollars a year of base salary."""

    edition: str
    asks: tuple[Ask, Ask, Ask]
    points: tuple[Point, ...]
    left_out: tuple[LeftOut, ...]


def sheet(
    document: Document,
    facts: Facts,
    estimate: Estimate,
    guide: Guide,
    contents: Contents,
    offers: tuple[Offer, ...] = (),
    chosen: tuple[StrongLine, ...] = (),
) -> Sheet:
    """Return the sheet of one person; `facts` as corrected, `contents` with the figures of its texts in place.

    `chosen` lines stand in the place of the strongest.
    """
    best, lines = chosen or strongest(document, facts), work_lines(document, facts)
    ground = Ground(document, facts, estimate, guide, contents, offers, best, lines)
    own = {row.slug: tuple(OWN[row.slug](ground)) for row in contents.negotiation if row.slug in OWN}
    missing = [row for row in contents.negotiation if row.slug == LLM and not own.get(LLM)]
    return Sheet(
        edition=guide.edition,
        asks=asks(estimate, guide, offers, fair_top(contents), shows_both=ground.shows_both),
        points=tuple(point(row, own.get(row.slug, ()), contents) for row in contents.negotiation if row not in missing),
        left_out=tuple(LeftOut(row.slug, row.title, no_premium(facts, estimate)) for row in missing),
    )


def fair_top(contents: Contents) -> Citation:
    """Return the guide's point on research and production; its section where an edition has no such point."""
    row = next((row for row in contents.negotiation if row.slug == END_TO_END), contents.negotiation[0])
    return sources_of(contents).cite(row.source, f"negotiation.{row.slug}")


def point(row: NegotiationPoint, own: tuple[Said, ...], contents: Contents) -> Point:
    cited = sources_of(contents).cite(row.source, f"negotiation.{row.slug}")
    return Point(row.slug, row.title, row.words, own, cited)


def no_premium(facts: Facts, estimate: Estimate) -> str:
    """Return why the range holds no LLM premium."""
    if estimate.what_if or estimate.rung or not facts.llm_production:
        return told("sheet", "no_premium")
    return told("sheet", "other_premium", field=named("specializations", estimate.specialization))
