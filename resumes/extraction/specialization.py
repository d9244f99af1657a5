"""Component "specialization": what a recruiter would file the person under, and the LLM work of professional roles."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from resumes.extraction.facts import PROFESSIONAL, Confidence, Evidence, SpecializationGuess
from resumes.extraction.findings import Findings, of
from resumes.extraction.lexicons import load
from resumes.extraction.specialization_clues import Clue, Passage, clues, passages

SPECIALIZATIONS = ("generalist", "llm-genai", "computer-vision", "nlp", "mlops", "reinforcement-learning")

SHOWN = 8
"""Ranges of evidence that a guess carries."""


@Language.component("bandwise_specialization")
def find_specialization(doc: Doc) -> Doc:
    """Fill `findings.specialization` and `findings.llm_production`."""
    findings = of(doc)
    seen = list(clues(findings.document.text, findings.skill_tables))
    findings.specialization = guess(list(passages(findings)), seen)
    findings.llm_production = list(production(findings, seen))
    doc.spans["specialization"] = spans(doc, findings.specialization.evidence, "specialization.decided")
    doc.spans["llm_production"] = spans(doc, findings.llm_production, "specialization.llm_production")
    return doc


def guess(where: Sequence[Passage], seen: Sequence[Clue]) -> SpecializationGuess:
    """Return the specialization that the clues speak for most; generalist where none of the others dominates."""
    shares = normalised(tally(where, seen))
    primary = max(SPECIALIZATIONS, key=lambda name: (shares[name], -SPECIALIZATIONS.index(name)))
    rules = load("specializations")["confidence"]
    others = sorted((name for name in SPECIALIZATIONS if name != primary), key=lambda name: -shares[name])
    return SpecializationGuess(
        primary=primary,
        scores=shares,
        confidence=confidence_of(shares[primary] - shares[others[0]], rules),
        could_also_be=tuple(name for name in others if shares[name] >= rules["also"]),
        evidence=tuple(deciding(primary, where, seen)),
    )


def tally(where: Sequence[Passage], seen: Sequence[Clue]) -> dict[str, float]:
    """Return the score of each specialization.

    Within a passage the scores grow with the logarithm, so that a long list of papers does not outweigh a career.
    """
    totals = dict.fromkeys(SPECIALIZATIONS, 0.0)
    for passage in where:
        for name, strength in strengths([clue for clue in seen if passage.holds(clue)]).items():
            totals[name] += passage.weight * math.log1p(strength)
    rules = load("specializations")["generalist"]
    specialized = sorted(totals[name] for name in SPECIALIZATIONS if name != "generalist")
    own = rules["clues"] * totals["generalist"]
    return totals | {"generalist": rules["start"] + own + rules["others"] * sum(specialized[:-1])}


def strengths(within: Sequence[Clue]) -> Mapping[str, float]:
    """Return the summed weights of the clues; the same clue again counts a third, three times at most."""
    times: defaultdict[str, int] = defaultdict(int)
    found: defaultdict[str, float] = defaultdict(float)
    for clue in within:
        times[clue.key] += 1
        share = 1.0 if times[clue.key] == 1 else 1 / 3 if times[clue.key] <= 4 else 0.0
        for name, weight in clue.speaks.items():
            found[name] += share * weight
    return found


def normalised(totals: Mapping[str, float]) -> dict[str, float]:
    """Return the scores as shares of 1."""
    whole = sum(totals.values())
    return {name: round(score / whole, 4) for name, score in totals.items()}


def confidence_of(lead: float, rules: Mapping[str, float]) -> Confidence:
    """Return how sure a guess is by its lead over the second."""
    return "high" if lead >= rules["high"] else "medium" if lead >= rules["medium"] else "low"


def deciding(primary: str, where: Sequence[Passage], seen: Sequence[Clue]) -> list[Evidence]:
    """Return the ranges that spoke loudest for the choice, in text order, each clue once."""
    best: dict[str, tuple[float, Clue]] = {}
    for clue in seen:
        weight = clue.speaks.get(primary, 0) * max((p.weight for p in where if p.holds(clue)), default=0)
        if weight > best.get(clue.key, (0.0, clue))[0]:
            best[clue.key] = (weight, clue)
    loudest = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].start))[:SHOWN]
    return sorted(Evidence(clue.start, clue.end) for _, clue in loudest)


def production(findings: Findings, seen: Sequence[Clue]) -> Iterator[Evidence]:
    """Yield the LLM work inside titles and bodies of professional roles."""
    least = load("specializations")["production"]["weight"]
    parts = tuple(
        part for role in findings.roles if role.kind in PROFESSIONAL for part in (*role.evidence, role.body) if part
    )
    work = Passage(parts, 1.0)
    for clue in seen:
        if clue.speaks.get("llm-genai", 0) >= least and work.holds(clue):
            yield Evidence(clue.start, clue.end)


def spans(doc: Doc, ranges: Sequence[Evidence], label: str) -> list[Span]:
    found = (doc.char_span(r.start, r.end, label=label, alignment_mode="expand") for r in ranges)
    return [span for span in found if span is not None]
