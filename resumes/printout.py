"""One file's analysis as `manage.py analyze` prints it: plain values for JSON, and a row for people."""

from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from resumes.child import Analysed
from resumes.extraction.facts import Evidence, Facts, Location, Role
from resumes.extraction.years import count
from resumes.failures import Failure
from resumes.profile import Corrections, profile_of, question_of
from salaries.estimation import estimate, relevant_years, tier_of
from salaries.estimation.guide import Guide
from salaries.reference import oews
from salaries.reference.oews import Areas

COLUMNS = "{file:<32.32} {years:>6} {tier:<7} {specialization:<22} {place:<20.20} {base:<42} {seconds:>7}"
HEADINGS = {
    "file": "file",
    "years": "years",
    "tier": "tier",
    "specialization": "specialization",
    "place": "place",
    "base": "base salary a year, or why not",
    "seconds": "seconds",
}


@dataclass(frozen=True, slots=True)
class Ask:
    """What an answer depends on beside the file: the guide, the day that "Present" means, and the wages by area."""

    guide: Guide
    as_of: date
    areas: Areas = field(default_factory=oews.load)


def answer(file: str, analysed: Analysed, ask: Ask) -> dict[str, Any]:
    """Return what is printed of a file that was read."""
    question = question_of(analysed.facts, Corrections())
    return {
        "file": file,
        "status": "ok",
        "error": None,
        "seconds": round(analysed.seconds, 4),
        "facts": facts(analysed.facts, ask),
        "estimate": None if question else estimated(analysed.facts, ask),
        "question": question,
    }


def refusal(file: str, failure: Failure, seconds: float) -> dict[str, Any]:
    """Return what is printed of a file that could not be read; `seconds` until that was clear."""
    error = {"code": failure.code, "message": failure.message}
    nothing = {"facts": None, "estimate": None, "question": None}
    return {"file": file, "status": "error", "error": error, "seconds": round(seconds, 4), **nothing}


def facts(found: Facts, ask: Ask) -> dict[str, Any]:
    """Return the facts as plain values."""
    counted = years(found, ask)
    return {
        "roles": [role(entry) for entry in found.roles],
        "years": counted,
        "tier": tier_of(Decimal(str(counted["relevant"])), ask.guide),
        "education": {**asdict(found.education), "evidence": ranges(found.education.evidence)},
        "location": location(found.location),
        "current_title": found.current_title,
        "specialization": specialization(found),
        "skills": [{"name": s.name, "category": s.category, "evidence": ranges(s.evidence)} for s in found.skills],
        "achievements": [
            {"evidence": ranges((a.evidence,)), "score": a.score, "reasons": list(a.reasons)}
            for a in found.achievements
        ],
        "remarks": [remark.code for remark in found.remarks],
    }


def years(found: Facts, ask: Ask) -> dict[str, Any]:
    """Return the counted years, the relevant ones by the guide's arithmetic, and those that the resume claims."""
    counted = count(found.roles, found.stated_years, ask.as_of)
    return {
        "total": float(counted.total),
        "ml": float(counted.ml),
        "adjacent": float(counted.adjacent),
        "relevant": float(relevant_years(counted.ml, counted.adjacent, ask.guide)),
        "stated": float(found.stated_years.years) if found.stated_years else None,
        "confidence": counted.confidence,
    }


def role(entry: Role) -> dict[str, Any]:
    """Return a role without its body."""
    names = ("title", "employer", "start", "end", "kind", "confidence")
    return {**{name: getattr(entry, name) for name in names}, "evidence": ranges(entry.evidence)}


def location(found: Location | None) -> dict[str, Any] | None:
    """Return the place, None where the resume names none."""
    return {**asdict(found), "evidence": ranges(found.evidence)} if found else None


def specialization(found: Facts) -> dict[str, Any] | None:
    """Return the specialization with its scores."""
    guess = found.specialization
    return {"primary": guess.primary, "scores": guess.scores, "confidence": guess.confidence} if guess else None


def ranges(evidence: tuple[Evidence, ...]) -> list[list[int]]:
    """Return half-open ranges of the text as pairs."""
    return [[e.start, e.end] for e in evidence]


def estimated(found: Facts, ask: Ask) -> dict[str, Any]:
    """Return the estimate's edition, tier and base range, US dollars a year."""
    result = estimate(profile_of(found, Corrections(), ask.as_of), ask.guide, ask.areas)
    base = {"low": int(result.low), "point": int(result.point), "high": int(result.high)}
    return {"edition": result.edition, "tier": result.tier, "base": base}


def row(printed: dict[str, Any]) -> str:
    """Return one line of the table for people."""
    found = printed["facts"] or {}
    place = found.get("location") or {}
    values = {
        "file": printed["file"].rpartition("/")[2],
        "years": f"{found['years']['relevant']:.2f}" if found else "",
        "tier": found.get("tier", ""),
        "specialization": (found.get("specialization") or {}).get("primary", ""),
        "place": ", ".join(filter(None, (place.get("city"), place.get("region"), place.get("country")))),
        "base": conclusion(printed),
        "seconds": f"{printed['seconds']:.3f}",
    }
    return COLUMNS.format(**values).rstrip()


def conclusion(printed: dict[str, Any]) -> str:
    """Return the range, or the code that says why there is none."""
    if printed["error"]:
        return str(printed["error"]["code"])
    if not printed["estimate"]:
        return str(printed["question"])
    return "${low:,} to ${high:,}, about ${point:,}".format(**printed["estimate"]["base"])
