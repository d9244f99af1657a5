"""One resume's facts against its label, and the figures of a whole corpus.

Labels are as `tests/corpus/labels.py` makes them; predictions are the lines that `manage.py analyze --json` prints.
A label without a prediction, or whose prediction is an error, counts as wrong in every figure.
"""

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.corpus.score_texts import SAME_TITLE, likeness, same_role, skill_key
from tests.corpus.score_years import TIERS, tier_of, true_years

TOLERANCE = 0.5
"""Years by which a count may be off and still be right."""
RATED = {
    "years": "years_relevant",
    "education": "education",
    "location": "location",
    "specialization": "specialization",
}
"""Facts that carry a confidence, and the figure that says whether each was right."""

Facts = Mapping[str, Any]
Label = Mapping[str, Any]
Figures = dict[str, float | dict[str, float]]


@dataclass(frozen=True)
class Tally:
    """How many were found of those wanted, and how many were given in all."""

    hits: int
    wanted: int
    given: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hits + other.hits, self.wanted + other.wanted, self.given + other.given)

    def figures(self) -> dict[str, float]:
        precision = self.hits / self.given if self.given else 0.0
        recall = self.hits / self.wanted if self.wanted else 0.0
        both = precision + recall
        return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


@dataclass(frozen=True)
class Score:
    """One resume: `right` says of each figure whether it is, `sure` of each fact marked high."""

    name: str
    failed: bool
    right: Mapping[str, bool]
    wanted: Mapping[str, Any]
    given: Mapping[str, Any]
    off_by: float
    rated: int
    sure: Sequence[bool]
    roles: Tally
    kinds_right: int
    roles_missed: Sequence[Facts]
    roles_extra: Sequence[Facts]
    skills: Tally
    skills_missed: Sequence[str]
    skills_extra: Sequence[str]

    @property
    def experienced(self) -> bool:
        return bool(self.wanted["relevant"] >= 1)


def score(label: Label, prediction: Facts | None, as_of: date) -> Score:
    """Compare one prediction with its label; `as_of` is the day that "present" means."""
    facts: Facts = (prediction or {}).get("facts") or {}
    years = true_years(label, as_of)
    counted = facts.get("years") or {}
    pairs, missed, extra = match_roles(label["roles"], facts.get("roles") or [])
    wanted_skills, given_skills = skill_keys(label, facts)
    right = {**_years_right(years, counted), **_facts_right(label, facts)}
    tier = facts.get("tier") or ((prediction or {}).get("estimate") or {}).get("tier")
    right["tier"] = tier == tier_of(years["relevant"])
    levels = {name: (facts.get(name) or {}).get("confidence") for name in RATED}
    return Score(
        name=label["id"],
        failed=not facts,
        right=right,
        wanted={**years, "tier": tier_of(years["relevant"]), **_told(label)},
        given={**counted, "tier": tier, **_told(facts)},
        off_by=abs((counted.get("total") or 0.0) - years["total"]),
        rated=sum(level is not None for level in levels.values()),
        sure=[right[RATED[name]] for name, level in levels.items() if level == "high"],
        roles=Tally(len(pairs), len(label["roles"]), len(facts.get("roles") or [])),
        kinds_right=sum(wanted["kind"] == given.get("kind") for wanted, given in pairs),
        roles_missed=missed,
        roles_extra=extra,
        skills=Tally(len(wanted_skills & given_skills), len(wanted_skills), len(given_skills)),
        skills_missed=sorted(wanted_skills - given_skills),
        skills_extra=sorted(given_skills - wanted_skills),
    )


def _years_right(years: Mapping[str, float], counted: Mapping[str, float | None]) -> dict[str, bool]:
    def close(name: str) -> bool:
        value = counted.get(name)
        return value is not None and abs(value - years[name]) <= TOLERANCE + 1e-9

    return {f"years_{name}": close(name) for name in ("total", "ml", "relevant")}


def _facts_right(label: Label, facts: Facts) -> dict[str, bool]:
    field, guess = label["specialization"], (facts.get("specialization") or {}).get("primary")
    place, found = label.get("location") or {}, facts.get("location") or {}
    degree, seen = label["education"], facts.get("education") or {}
    read = bool(facts)
    education = read and degree["highest"] == seen.get("highest")
    return {
        "specialization": guess in {field["primary"], *field.get("acceptable", [])},
        "specialization_strict": guess == field["primary"],
        "location": read and _state_or_country(place) == _state_or_country(found),
        "metro": read and place.get("metro") == found.get("metro"),
        "education": education,
        "education_progress": education and bool(degree.get("in_progress")) == bool(seen.get("in_progress")),
        "title": read and likeness(label.get("current_title"), facts.get("current_title")) >= SAME_TITLE,
    }


def _state_or_country(place: Facts) -> tuple[str | None, str | None]:
    country = place.get("country")
    return place.get("region") if country == "US" else None, country


def _told(facts: Facts) -> dict[str, Any]:
    """Return what the details print of a label or of a prediction's facts."""
    return {
        "specialization": (facts.get("specialization") or {}).get("primary"),
        "place": {key: (facts.get("location") or {}).get(key) for key in ("city", "region", "country", "metro")},
        "degree": {key: (facts.get("education") or {}).get(key) for key in ("highest", "in_progress")},
        "title": facts.get("current_title"),
    }


def match_roles(
    wanted: Iterable[Facts], given: Iterable[Facts]
) -> tuple[list[tuple[Facts, Facts]], list[Facts], list[Facts]]:
    """Return the pairs that are one role, the wanted ones left over, and the given ones left over."""
    left, pairs, missed = list(given), [], []
    for role in wanted:
        same = next((other for other in left if same_role(role, other)), None)
        if same is None:
            missed.append(role)
        else:
            left.remove(same)
            pairs.append((role, same))
    return pairs, missed, left


def skill_keys(label: Label, facts: Facts) -> tuple[set[str], set[str]]:
    """Return the keys of the skills wanted and given; those that a reader may leave out are in neither."""
    wanted = {skill_key(name) for name in label["skills"]}
    optional = {skill_key(name) for name in label.get("skills_also", [])} - wanted
    given = {skill_key(skill if isinstance(skill, str) else skill["name"]) for skill in facts.get("skills") or []}
    return wanted, given - optional


def figures_of(scores: Sequence[Score]) -> Figures:
    """Return the figures of a corpus, each a share between 0 and 1 unless its name says otherwise."""
    share = _shares(scores)
    matched = sum(score.roles.hits for score in scores)
    sure = [right for score in scores for right in score.sure]
    experienced = [score for score in scores if score.experienced] or scores
    return {
        "resumes": len(scores),
        "failed": sum(score.failed for score in scores),
        "tier": share("tier"),
        "tier_balanced": _balanced(scores),
        "years_relevant_within_half": share("years_relevant"),
        "years_relevant_experienced": _shares(experienced)("years_relevant"),
        "years_ml_within_half": share("years_ml"),
        "years_total_within_half": share("years_total"),
        "years_total_mean_error": statistics.fmean(score.off_by for score in scores),
        "specialization": share("specialization"),
        "specialization_strict": share("specialization_strict"),
        "state_or_country": share("location"),
        "metro": share("metro"),
        "education": share("education"),
        "education_and_progress": share("education_progress"),
        "current_title": share("title"),
        "roles": _sum(score.roles for score in scores).figures(),
        "role_kind": sum(score.kinds_right for score in scores) / max(1, matched),
        "skills": _sum(score.skills for score in scores).figures(),
        "high_confidence_share": len(sure) / max(1, sum(score.rated for score in scores)),
        "high_confidence_right": sum(sure) / max(1, len(sure)),
    }


def _shares(scores: Sequence[Score]) -> Callable[[str], float]:
    return lambda name: sum(score.right[name] for score in scores) / len(scores)


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally(0, 0, 0))


def _balanced(scores: Sequence[Score]) -> float:
    """Return the mean of the four tiers' recalls: who always answers "entry" gets a quarter."""
    tiers = [[score.right["tier"] for score in scores if score.wanted["tier"] == slug] for slug, _ in TIERS]
    return statistics.fmean(statistics.fmean(tier) for tier in tiers if tier)
