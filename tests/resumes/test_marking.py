"""What corrections say was read wrong, in categories alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from resumes.corrections import ABROAD, UNKNOWN, us_place
from resumes.extraction.facts import Education, Evidence, Facts, Location, Role, SpecializationGuess
from resumes.marking import marked
from resumes.marks import Marked
from resumes.profile import Corrections
from salaries import editions
from salaries.estimation.guide import Guide
from salaries.models import Edition

pytestmark = pytest.mark.django_db

AS_OF = date(2026, 1, 15)
SEATTLE = Location("Seattle", "WA", "US", "seattle", "42660", "medium")
ROLE = Role("Engineer", "Acme", "2020-01", "2023-12", "ml", "high", (Evidence(0, 8),))
FACTS = Facts(
    roles=(ROLE,),
    education=Education("master", confidence="high"),
    location=SEATTLE,
    specialization=SpecializationGuess("computer-vision", {}, "low"),
)


@pytest.fixture
def guide(edition: Edition) -> Guide:
    return editions.freeze(edition)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (Corrections(specialization="nlp"), Marked("specialization", "computer-vision", "nlp", "low")),
        (Corrections(degree="phd"), Marked("degree", "master", "phd", "high")),
        (Corrections(place=us_place("Austin, TX")), Marked("place", "WA", "TX", "medium")),
        (Corrections(place=us_place("Spokane, WA")), Marked("city", "WA", "WA", "medium")),
        (Corrections(place=ABROAD), Marked("place", "WA", "abroad", "medium")),
        (Corrections(place=UNKNOWN), Marked("place", "WA", "unknown", "medium")),
        (Corrections(employer="major-ai"), Marked("employer", "none", "major-ai")),
        (Corrections(llm_production=True), Marked("llm_production", "no", "yes")),
        (Corrections(rung="director"), Marked("rung", "none", "director")),
        (Corrections(tier="staff"), Marked("tier", "mid", "staff", "high")),
        (Corrections(years=Decimal("4.4")), Marked("years", "counted", "more-half", "high")),
        (Corrections(years=Decimal("5.5")), Marked("years", "counted", "more-two", "high")),
        (Corrections(years=Decimal(9)), Marked("years", "counted", "more", "high")),
        (Corrections(years=Decimal("3.5")), Marked("years", "counted", "fewer-half", "high")),
        (Corrections(years=Decimal(1)), Marked("years", "counted", "fewer", "high")),
    ],
)
def test_a_correction_becomes_two_categories(guide: Guide, said: Corrections, found: Marked) -> None:
    assert marked(FACTS, said, AS_OF, guide) == [found]


@pytest.mark.parametrize(
    "said",
    [
        Corrections(),
        Corrections(specialization="computer-vision"),
        Corrections(degree="master"),
        Corrections(place=us_place("Seattle, WA")),
        Corrections(tier="mid"),
        Corrections(years=Decimal(4)),
        Corrections(llm_production=False),
    ],
)
def test_what_only_says_what_was_read_is_no_mark(guide: Guide, said: Corrections) -> None:
    assert marked(FACTS, said, AS_OF, guide) == []


def test_where_nothing_was_read_the_mark_says_so(guide: Guide) -> None:
    said = Corrections(years=Decimal(3), specialization="nlp", place=us_place("Texas"))
    assert [(one.kind, one.was) for one in marked(Facts(), said, AS_OF, guide)] == [
        ("years", "none"),
        ("specialization", "none"),
        ("place", "none"),
    ]


def test_a_degree_that_was_only_begun_is_told_apart(guide: Guide) -> None:
    facts = replace(FACTS, education=Education("phd", in_progress=True))
    assert marked(facts, Corrections(degree="phd"), AS_OF, guide)[0].was == "phd-begun"


def test_a_place_of_no_us_state_is_none_of_its_words(guide: Guide) -> None:
    facts = replace(FACTS, location=Location("Smallville", "Kansas City Area", "US"))
    assert marked(facts, Corrections(place=us_place("Texas")), AS_OF, guide)[0].was == "us"
