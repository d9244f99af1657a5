"""The kind of a role, weighed from its title, its employer and the text under it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from resumes.extraction import abroad
from resumes.extraction.facts import Kind
from resumes.extraction.lexicons import load
from resumes.extraction.phrases import Phrases

LEFT_BEHIND = re.compile(
    r"\b(?:(?:hired|joined|converted|promoted|returned)\s+(?:after|from|following)|formerly|previously)\b\s*[^\n,;()]*",
    re.IGNORECASE,
)
"""What a head tells of earlier posts: "Engineer, hired after a summer internship" is no internship."""
SHORT_FELLOWSHIP = 12
"""Months: fellowships of less than a year count as internships."""
A_YEAR = 12
"""Months: an internship is seldom longer."""
A_SUMMER = 4
"""Months: what students work between two terms is seldom longer."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of a role when its kind is weighed.

    `head` is those lines of its entry's head that hold title or dates, `months` how long it lasted (None: unknown),
    `studying` whether it lies in the years of a degree of the resume, `at_school` whether its employer is a place of
    study, `leaning` how much of the resume as a whole speaks of ML, from 0 to 1.
    """

    title: str
    employer: str
    head: str
    body: str
    months: int | None = None
    studying: bool = False
    at_school: bool = False
    leaning: float = 0.0

    @property
    def head_says_paid(self) -> bool:
        """Whether the head says that this is paid work beside studies, and no internship."""
        return bool(signs("paid").search(self.head))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind and whether the signs for it stand clear of those for the next; `guessed` where there is hardly a sign."""

    kind: Kind
    sure: bool
    guessed: bool = False


@cache
def signs(table: str, words: str = "words") -> Phrases:
    """Return one family of signs of the lexicon; those of ML work hold the names of its skills."""
    listed: list[str] = load("kinds")[table][words]
    further = set(ml_skills()) if (table, words) == ("ml_text", "strong") else abroad.signs_of(table)
    return Phrases({*listed, *further})


def ml_skills() -> Iterator[str]:
    """Yield the names, in small letters, of the skills that hardly anything but ML work has.

    Words that are names only in a list, or only in capitals, are everyday words otherwise.
    """
    ambiguous = set(load("kinds")["ml_skills"]["ambiguous"])
    for family in load("kinds")["ml_skills"]["families"]:
        for name, skill in load(f"skills_{family}").items():
            if _speaks(skill) >= weight("speaking_skill"):
                everyday = {word.lower() for word in (*skill.get("listed", ()), *skill.get("cased", ()))}
                yield from {word.lower() for word in (name, *skill.get("aliases", ()))} - everyday - ambiguous


def _speaks(skill: Mapping[str, Any]) -> float:
    """Return how loudly a skill speaks for any of the specializations that are no engineer's of other software."""
    said = skill.get("speaks", {})
    return max((said.get(name, 0.0) for name in load("kinds")["ml_skills"]["specializations"]), default=0.0)


@cache
def weight(name: str) -> float:
    """Return how much a sign counts."""
    return float(load("kinds")["weights"][name])


def kind_of(work: Work) -> Verdict:
    """Return the kind of a role: student posts first, then what the job is about."""
    return student_kind(work) or professional_kind(work)


def student_kind(work: Work) -> Verdict | None:
    """Return the kind of an internship or of a student's post, None for a professional job.

    Other titles hold words of internships as well: a stage manager is on no stage, and who does research for a
    doctorate on a grant ("becaria doctoral") is no intern.
    """
    texts = (occupations().left_out(LEFT_BEHIND.sub("", text)) for text in (work.title, work.head))
    titles = (signs("academic").left_out(text) for text in texts)
    if any(signs("internship").search(title) for title in titles):
        return Verdict("internship", sure=True)
    tutoring = signs("tutoring").search(work.title)
    beside = work.studying and not occupations().search(work.title)  # a home tutor works for the pupil's parents
    if signs("academic").search(work.title) or (tutoring and (beside or work.at_school)):
        return Verdict("academic", sure=True)
    fellowship = "fellow" in work.title.lower().split() and _lasts_at_most(work, SHORT_FELLOWSHIP - 1)
    if fellowship and not work.head_says_paid:
        return Verdict("internship", sure=False)
    if not work.studying or signs("faculty").search(work.title) or work.head_says_paid:
        return None
    return beside_studies(work)


def beside_studies(work: Work) -> Verdict | None:
    """Return what a post in the years of a degree is where its title does not say: research, or a summer's job."""
    if work.at_school and _is_research(work):
        return Verdict("academic", sure=bool(work.title))
    if "visiting" in work.title.lower().split():
        return Verdict("academic", sure=False)
    if not work.title:
        at_research = "research" in work.employer.lower()
        return Verdict("internship", sure=False) if at_research or _lasts_at_most(work, A_YEAR) else None
    if _is_research(work) and _lasts_at_most(work, A_SUMMER):
        return Verdict("internship", sure=False)
    if work.at_school and _lasts_at_most(work, A_SUMMER):
        return Verdict("internship", sure=False)
    return None


def _lasts_at_most(work: Work, months: int) -> bool:
    return work.months is not None and work.months <= months


def _is_research(work: Work) -> bool:
    words = work.title.lower()
    plain = any(word in words for word in ("research", "assistant", "student", "fellow"))
    return not words or plain or _abroad_research().search(words) is not None


@cache
def _abroad_research() -> Phrases:
    return Phrases(abroad.listed("research"))


def professional_kind(work: Work) -> Verdict:
    """Return what a professional job is about: the family of most weight among ML, software and data, and the rest."""
    scores = {"ml": ml_score(work), "adjacent": adjacent_score(work), "other": other_score(work)}
    ranked = sorted(scores.items(), key=lambda score: -score[1])
    sure = ranked[0][1] - ranked[1][1] >= weight("margin")
    kinds: dict[str, Kind] = {"ml": "ml", "adjacent": "adjacent", "other": "other"}
    if ranked[0][1] < weight("least"):
        return Verdict("ml" if _leaning(work) > 0.5 else "other", sure=False, guessed=True)
    return Verdict(kinds[ranked[0][0]], sure)


def ml_score(work: Work) -> float:
    """Return the weight of the signs of ML: the title's, the employer's, and those of the text."""
    leaning = _leaning(work)
    title = weight("ml_title") * bool(signs("ml_title").search(work.title))
    neutral = weight("neutral_ml") * leaning * _is_neutral(work.title)
    maybe = weight("maybe_ml_title") * bool(signs("maybe_ml_title").search(work.title)) * min(1.0, 2 * leaning)
    employer = weight("ml_employer") * bool(signs("ml_employers").search(f"{work.employer} {work.head}"))
    strong = weight("strong_text") * share(work.body, "ml_text", "strong")
    weak = weight("weak_text") * share(work.body, "ml_text", "weak")
    return title + neutral + maybe + employer + strong + weak + weight("person") * leaning


def _leaning(work: Work) -> float:
    """Return how far the rest of the resume speaks for a role: hardly, where its own text has not one sign of ML.

    A few words, mostly the rest of a name, are no such text.
    """
    silent = len(work.body.split()) >= weight("telling_text") and not share(work.body, "ml_text", "strong")
    return work.leaning * (weight("silent_text") if silent else 1.0)


def _is_neutral(title: str) -> bool:
    """Return whether a title says nothing of its field: "Member of Technical Staff", "Consultant"."""
    fields = ("ml_title", "adjacent_title", "open_title", "other_title", "physical_title")
    told = any(signs(field).search(title) for field in fields) or occupations().search(title)
    return bool(signs("neutral_title").search(title)) and not told


def adjacent_score(work: Work) -> float:
    """Return the weight of the signs of software, data and quantitative work."""
    title = weight("open_adjacent") * bool(signs("open_title").search(work.title))
    title = title or weight("adjacent_title") * bool(signs("adjacent_title").search(work.title))
    faculty = signs("faculty").search(work.title)
    title += weight("faculty_adjacent" if faculty else "neutral_adjacent") * _is_neutral(work.title)
    return title + weight("software_text") * share(work.body, "software_text", "words")


def other_score(work: Work) -> float:
    """Return the weight of the signs of any other work."""
    title = weight("other_title") * bool(signs("other_title").search(work.title))
    title = weight("physical_title") if signs("physical_title").search(work.title) else title
    title = weight("occupation") if has_plain_occupation(work.title) else title
    title += weight("other_employer") * bool(signs("other_employers").search(f"{work.employer} {work.head}"))
    text = share(work.body, "other_text", "words")
    text += 0.0 if signs("faculty").search(work.title) else share(work.body, "teaching_text", "words")
    return title + weight("other_text") * min(weight("cap"), text)


def has_plain_occupation(title: str) -> bool:
    """Return whether a title is an occupation outside of technical work: it needs no text to say so."""
    beside = occupations().left_out(title)
    return beside != title and not any(signs(field).search(beside) for field in ("ml_title", "adjacent_title"))


@cache
def occupations() -> Phrases:
    """Return the occupations outside of technical work."""
    return Phrases(word for words in load("occupations")["occupations"].values() for word in words)


def share(text: str, table: str, words: str) -> float:
    """Return how thickly a text is set with signs: different ones in each of its lines, up to the cap."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return 0.0
    found = sum(_different(line, table, words) for line in lines)
    return min(weight("cap"), 8.0 * found / max(4, len(lines)))


@lru_cache(maxsize=512)  # a line is judged in its role and in the resume as a whole
def _different(line: str, table: str, words: str) -> int:
    """Return how many different signs a line holds, two at most."""
    return min(2, len({sign.lower() for sign in signs(table, words).listed_in(line)}))
