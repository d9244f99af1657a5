"""From an edition's contents to the guide that estimation reads."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from salaries.contents import tables
from salaries.contents.anchors import anchor_of, parts_of_figures
from salaries.contents.prose import PERCENTILES, figures_of, fill
from salaries.estimation import guide as frozen
from salaries.estimation.amounts import Citation

EQUITY, SIGNING_BONUS, MAJOR_AI_TOTAL = "equity", "signing-bonus", "major-ai-total"
NEEDED_FIGURES = (EQUITY, SIGNING_BONUS, MAJOR_AI_TOTAL)
NEEDED_PARAMETERS = tuple(field.name.replace("_", "-") for field in fields(frozen.Parameters))


@dataclass(frozen=True, slots=True)
class Sources:
    """The edition's sources, cited for a row of the guide's pages."""

    citations: Mapping[str, Citation]
    parts: Mapping[str, str]

    def cite(self, slug: str, name: str) -> Citation:
        """Return the citation of a source that leads to the named figure's row."""
        citation = self.citations[slug]
        return replace(citation, anchor=str(anchor_of(name, self.parts) or citation.anchor))


def sources_of(contents: tables.Contents) -> Sources:
    """Return the edition's sources."""
    citations = {row.slug: Citation(row.origin, row.section, row.reference, row.anchor) for row in contents.sources}
    return Sources(citations, parts_of_figures(contents))


def guide_of(contents: tables.Contents) -> frozen.Guide:
    """Return the guide of an edition that has no faults (`salaries.contents.faults`)."""
    sources = sources_of(contents)
    occupations = tuple(_occupation(row, sources) for row in contents.occupations)
    figures = {row.slug: row for row in contents.figures}
    printed = figures_of(contents)
    return frozen.Guide(
        edition=contents.name,
        tiers=tuple(_tier(row, sources) for row in contents.tiers),
        phd=next(_phd(row, sources) for row in contents.tiers if row.phd_low is not None),
        specializations=tuple(_specialization(row, occupations, sources) for row in contents.specializations),
        occupations=occupations,
        states=tuple(_mean(row, row.slug, sources) for row in contents.states),
        metros=tuple(_mean(row, row.cbsa, sources) for row in contents.metros),
        ladder=tuple(_rung(row, sources) for row in contents.rungs if row.track == "leadership"),
        equity=_span(figures[EQUITY].low, figures[EQUITY].high, _cited(figures[EQUITY], sources)),
        major_ai_total=_figure(figures[MAJOR_AI_TOTAL].low, _cited(figures[MAJOR_AI_TOTAL], sources)),
        signing_bonus=_benefit(figures[SIGNING_BONUS], sources, printed),
        benefits=tuple(_benefit(row, sources, printed) for row in contents.figures if row.part == "benefits"),
        parameters=_parameters(contents.parameters, sources),
        disagreements=tuple(_disagreement(row, sources, printed) for row in contents.disagreements),
        skills=tuple(_skill(row, sources, printed) for row in contents.skills),
    )


def _occupation(row: tables.Occupation, sources: Sources) -> frozen.Occupation:
    annual = tuple((int(name[1:]), getattr(row, f"annual_{name}")) for name in PERCENTILES)
    return frozen.Occupation(row.slug, row.name, row.soc, annual, sources.cite(row.source, f"occupation.{row.slug}"))


def _tier(row: tables.Tier, sources: Sources) -> frozen.Tier:
    total = None
    if row.total_low is not None and row.total_source is not None:
        source = sources.cite(row.total_source, f"tier.{row.slug}.total")
        total = _span(row.total_low, row.total_high, source, and_up=row.total_and_up)
    base = _span(row.low, row.high, sources.cite(row.source, f"tier.{row.slug}"))
    return frozen.Tier(row.slug, row.name, row.floor, row.ceiling, base, total, base.source)


def _phd(row: tables.Tier, sources: Sources) -> frozen.Span:
    return _span(row.phd_low, row.phd_high, sources.cite(row.phd_source or row.source, f"tier.{row.slug}.phd"))


def _specialization(
    row: tables.Specialization, occupations: tuple[frozen.Occupation, ...], sources: Sources
) -> frozen.Specialization:
    source = sources.cite(row.source, f"specialization.{row.slug}")
    premium = _span(row.premium_low, row.premium_high, source) if row.rule == "premium" else None
    return frozen.Specialization(
        slug=row.slug,
        name=row.name,
        rule=row.rule,
        source=source,
        premium=premium,
        band=_band(row, occupations, source) if row.rule == "band" else None,
        stated_for=row.stated_for if row.rule == "band" else None,
        may_pay_less=row.may_pay_less,
    )


def _band(row: tables.Specialization, occupations: tuple[frozen.Occupation, ...], source: Citation) -> frozen.Span:
    low, high = row.band_low, row.band_high
    for occupation in occupations:
        if occupation.slug == row.band_occupation:
            low = occupation.at(row.band_percentile_low or 0)
            high = occupation.at(row.band_percentile_high) if row.band_percentile_high else None
    return _span(low, high, source, and_up=row.band_and_up)


def _mean(row: tables.State | tables.Metro, code: str, sources: Sources) -> frozen.PlaceMean:
    kind = "state" if isinstance(row, tables.State) else "metro"
    return frozen.PlaceMean(row.slug, code, row.name, row.mean, sources.cite(row.source, f"{kind}.{row.slug}"))


def _rung(row: tables.Rung, sources: Sources) -> frozen.Rung:
    span = _span(row.low, row.high, sources.cite(row.source, f"rung.{row.slug}"), and_up=row.and_up)
    return frozen.Rung(row.slug, row.name, span, row.is_base)


def _benefit(row: tables.Figure, sources: Sources, printed: Mapping[str, str]) -> frozen.Benefit:
    source = _cited(row, sources)
    span = None if row.low is None else _span(row.low, row.high, source, and_up=row.and_up)
    return frozen.Benefit(row.slug, row.name, row.unit, span, fill(row.words, printed), source)


def _parameters(rows: tuple[tables.Parameter, ...], sources: Sources) -> frozen.Parameters:
    figures = {
        row.slug.replace("-", "_"): _figure(row.value, sources.cite(row.source, f"parameter.{row.slug}"))
        for row in rows
    }
    return frozen.Parameters(**figures)


def _disagreement(row: tables.Disagreement, sources: Sources, printed: Mapping[str, str]) -> frozen.Disagreement:
    words = fill(row.words, printed)
    source, other = sources.citations[row.source], sources.citations[row.other]
    return frozen.Disagreement(row.slug, words, source, other, tuple(row.tiers.split()))


def _skill(row: tables.PayingSkill, sources: Sources, printed: Mapping[str, str]) -> frozen.PayingSkill:
    source = sources.cite(row.source, f"skill.{row.slug}")
    return frozen.PayingSkill(row.slug, row.name, fill(row.words, printed), source)


def _cited(row: tables.Figure, sources: Sources) -> Citation:
    return sources.cite(row.source, f"figure.{row.slug}")


def _span(low: Decimal | None, high: Decimal | None, source: Citation, *, and_up: bool = False) -> frozen.Span:
    if low is None:
        raise frozen.NoSuchFigure("low", str(source))
    return frozen.Span(low, high, source, and_up)


def _figure(value: Decimal | None, source: Citation) -> frozen.Figure:
    if value is None:
        raise frozen.NoSuchFigure("value", str(source))
    return frozen.Figure(value, source)
