"""The skills by category, and by the specialization they speak for; what the scores of the specializations are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from resumes.extraction.skill_lexicon import Entry, by_name, forms, squeeze
from resumes.presentation.basis import Basis
from resumes.presentation.quotes import at
from resumes.presentation.words import named, sentence
from resumes.said import UNLISTED
from salaries.charts import Scale

TOLD = 8
"""Skills that are named behind a specialization, the loudest."""
LOUD = 0.3
"""Weight from which a skill is said to speak for a specialization."""


@dataclass(frozen=True, slots=True)
class ShownSkill:
    """A skill; `yours` where the visitor added it, `at` where it stands in the resume, as marks name it."""

    name: str
    yours: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """The skills of one category, as they are usually written."""

    name: str
    skills: tuple[ShownSkill, ...]
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """A specialization with its share of all that speaks for one, in whole percent, and the skills that speak for it.

    `width` is its bar in percent of the loudest's. `chosen` is the one that the estimate uses.
    """

    slug: str
    name: str
    percent: int
    width: Decimal
    skills: tuple[str, ...]
    more: int
    chosen: bool


def skill_groups(basis: Basis) -> tuple[SkillGroup, ...]:
    """Return the skills by category, the fullest category first, those that no list of ours names last."""
    groups: dict[str, list[ShownSkill]] = defaultdict(list)
    mine = set(basis.corrections.skills_added)
    for skill in basis.facts.skills:
        groups[skill.category].append(ShownSkill(skill.name, skill.name in mine, at(*skill.evidence)))
    ordered = sorted(groups.items(), key=lambda group: (group[0] == UNLISTED, -len(group[1]), group[0]))
    return tuple(
        SkillGroup(sentence(named("categories", name)), tuple(found), name == UNLISTED) for name, found in ordered
    )


def scores(basis: Basis) -> tuple[Score, ...]:
    """Return the specializations that something speaks for, the loudest first."""
    guess = basis.facts.specialization
    if guess is None or not any(guess.scores.values()):
        return ()
    chosen = basis.corrections.specialization or guess.primary
    speaking = by_specialization(basis)
    every = sorted(guess.scores.items(), key=lambda pair: -pair[1])
    scale = Scale(Decimal(0), Decimal(str(every[0][1])))
    return tuple(
        Score(
            slug=slug,
            name=sentence(named("specializations", slug)),
            percent=round(share * 100),
            width=scale.at(Decimal(str(share))),
            skills=speaking[slug][:TOLD],
            more=max(0, len(speaking[slug]) - TOLD),
            chosen=slug == chosen,
        )
        for slug, share in every
        if share >= 0.005 or slug == chosen
    )


def by_specialization(basis: Basis) -> Mapping[str, tuple[str, ...]]:
    """Return the skills that speak for each specialization, the loudest first."""
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for name, entry in entries(basis):
        for slug, weight in entry.speaks.items():
            if weight >= LOUD:
                found[slug].append((-weight, name))
    return defaultdict(tuple, {slug: tuple(name for _, name in sorted(several)) for slug, several in found.items()})


def entries(basis: Basis) -> Iterator[tuple[str, Entry]]:
    """Yield the skills that were read and left, with what the lexicon says of them.

    Those that the visitor added are left out: they did not bear on the scores beside which this stands.
    """
    mine = set(basis.corrections.skills_added)
    for skill in basis.facts.skills:
        known = entry(skill.name)
        if known and skill.name not in mine:
            yield skill.name, known


def entry(name: str) -> Entry | None:
    """Return what the lexicon says of a skill by any of its usual names."""
    if name in by_name():
        return by_name()[name][0]
    known = forms().get(squeeze(name))
    return known[0].entry if known else None
