"""Any resume that is taken along comes back as it was: facts, corrections and estimate."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.exchange.exporting import answered
from resumes.extraction.facts import (
    Achievement,
    Education,
    Evidence,
    Facts,
    Location,
    Remark,
    Role,
    Skill,
    SpecializationGuess,
    StatedYears,
)
from resumes.extraction.skill_lexicon import by_name
from resumes.presentation.basis import basis_of
from resumes.presentation.words import load
from resumes.profile import Corrections, question_of
from resumes.reading.document import Document, Line
from resumes.said import RoleCorrection, keys
from tests.resumes.exchange.downloads import GUIDE, back, download
from tests.resumes.written import AS_OF

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
NAMES = st.text(LETTERS, min_size=1, max_size=40)
KNOWN = {name: sorted(load()[name]) for name in ("specializations", "tiers", "rungs", "employers", "remarks")}
SKILLS = st.sampled_from(sorted(by_name())[::40])
CONFIDENCES: Any = st.sampled_from(("high", "medium", "low"))
KINDS: Any = st.sampled_from(("ml", "adjacent", "other", "internship", "academic"))
DEGREES: Any = st.sampled_from(("none", "associate", "bachelor", "master", "phd"))
YEARS = st.integers(1970, 2025)
MONTHS = st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12))
DATES = st.one_of(MONTHS, YEARS.map(str))
PLACES = st.sampled_from(
    (Location("Seattle", "WA", "US", "seattle", "42660", "high"), Location(None, None, "ZZ", confidence="high"))
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any lines of text."""
    texts = draw(st.lists(st.text(LETTERS, min_size=1, max_size=30), min_size=1, max_size=12))
    lines, start = [], 0
    for text in texts:
        lines.append(Line(start, start + len(text), gap=draw(st.floats(0, 9))))
        start += len(text) + 1
    return Document("\n".join(texts), tuple(lines), draw(st.sampled_from(("pdf", "docx", "txt", "json"))))


def evidence(length: int) -> st.SearchStrategy[Evidence]:
    ends = st.tuples(st.integers(0, length), st.integers(0, length))
    return ends.map(lambda pair: Evidence(*sorted(pair)))


def roles(found: st.SearchStrategy[Evidence]) -> st.SearchStrategy[Role]:
    ends = st.one_of(st.none(), st.just("present"), DATES)
    proofs = st.lists(found, max_size=3).map(tuple)
    name = st.one_of(st.none(), NAMES)
    return st.builds(Role, name, name, st.one_of(st.none(), DATES), ends, KINDS, CONFIDENCES, proofs, st.none() | found)


@st.composite
def facts(draw: st.DrawFn, length: int) -> Facts:
    found = evidence(length)
    proofs = st.lists(found, max_size=2).map(tuple)
    scores = st.dictionaries(st.sampled_from(KNOWN["specializations"]), st.floats(0, 1), max_size=3)
    guess = st.builds(
        SpecializationGuess, st.sampled_from(KNOWN["specializations"]), scores, CONFIDENCES, st.just(()), proofs
    )
    two = st.decimals(0, 40, places=2)
    return Facts(
        roles=tuple(draw(st.lists(roles(found), max_size=4))),
        education=draw(
            st.builds(Education, DEGREES, st.booleans(), st.none() | NAMES, st.booleans(), CONFIDENCES, proofs)
        ),
        location=draw(st.none() | PLACES),
        current_title=draw(st.none() | NAMES),
        specialization=draw(st.none() | guess),
        skills=tuple(
            {one: Skill(one, by_name()[one][0].category, draw(proofs)) for one in draw(st.lists(SKILLS))}.values()
        ),
        stated_years=draw(st.none() | st.builds(StatedYears, two, st.sampled_from(("ml", "total")), found)),
        llm_production=draw(proofs),
        employer_kind=draw(st.none() | st.sampled_from(KNOWN["employers"])),
        rung=draw(st.none() | st.sampled_from(KNOWN["rungs"])),
        achievements=draw(
            st.lists(st.builds(Achievement, found, st.floats(0, 1), st.just(("metric",)), proofs), max_size=2).map(
                tuple
            )
        ),
        remarks=draw(
            st.lists(st.builds(Remark, st.sampled_from(KNOWN["remarks"]), st.none() | found), max_size=2).map(tuple)
        ),
    )


@st.composite
def corrections(draw: st.DrawFn, read: Facts) -> Corrections:
    """What a visitor can have said of the facts."""
    removable = [RoleCorrection(key, removed=True) for key, _ in keys(read)]
    mine = st.builds(
        RoleCorrection,
        st.just("new-3"),
        kind=KINDS,
        start=st.just("2011-02"),
        end=st.just("2012"),
        title=st.sampled_from(("ML Engineer", "Tutor")),
    )
    return Corrections(
        years=draw(st.none() | st.decimals(0, 60, places=2)),
        tier=draw(st.none() | st.sampled_from(KNOWN["tiers"])),
        rung=draw(st.none() | st.sampled_from(KNOWN["rungs"])),
        specialization=draw(st.none() | st.sampled_from(KNOWN["specializations"])),
        llm_production=draw(st.none() | st.booleans()),
        place=draw(st.none() | PLACES),
        degree=draw(st.none() | DEGREES),
        employer=draw(st.none() | st.sampled_from(KNOWN["employers"])),
        roles=(*draw(st.lists(st.sampled_from(removable), unique=True)), *draw(st.lists(mine, max_size=1)))
        if removable
        else (),
        skills_removed=tuple(
            draw(st.lists(st.sampled_from([one.name for one in read.skills]), unique=True)) if read.skills else ()
        ),
    )


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_export_restores_to_equal_facts_corrections_and_estimate(data: st.DataObject) -> None:
    of = data.draw(documents())
    read = data.draw(facts(len(of.text)))
    said = data.draw(corrections(read))
    made = download(read, said, of)
    found, kept = back(made)
    assert (found.document, found.facts, kept.corrections) == (of, read, said)
    again = basis_of(found.document, found.facts, kept.corrections, GUIDE, kept.as_of)
    assert made.estimate == (None if question_of(found.facts, kept.corrections) else answered(again.estimate))


def test_years_are_equal_after_the_way_there_and_back_as_numbers_too() -> None:
    said = Corrections(years=Decimal("4.50"))
    assert replace(back(download(corrections=said))[1].corrections, years=None) == Corrections()


def test_the_day_stays() -> None:
    assert back(download())[1].as_of == AS_OF
