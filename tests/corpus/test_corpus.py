"""The corpus is sound: closed sets, labels that the documents bear out, every layout used, the same bytes each time."""

import re
from collections import Counter
from datetime import date
from functools import cache

import pytest

from resumes.reading.document import Document
from resumes.reading.reader import read
from tests.corpus.labels import label_of, roles_of, skills_of
from tests.corpus.layouts import LAYOUTS, Written, documents, render
from tests.corpus.person import Person, people
from tests.corpus.score_years import TIERS, tier_of, true_years

KINDS = {"ml", "adjacent", "other", "internship", "academic"}
DEGREES = {"none", "associate", "bachelor", "master", "phd"}
FIELDS = {"generalist", "llm-genai", "computer-vision", "nlp", "mlops", "reinforcement-learning"}
METROS = {
    *("san-jose", "san-francisco", "seattle", "new-york", "boston"),
    *("washington", "austin", "pittsburgh", "denver", "raleigh"),
}
START = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?")
AS_OF = date(2026, 11, 1)

each_person = pytest.mark.parametrize("person", people(), ids=lambda person: person.slug)
each_document = pytest.mark.parametrize("written", documents(), ids=lambda written: written.stem)


@cache
def document_of(written: Written) -> Document:
    return read(render(written.person, written.layout))


def letters(text: str) -> str:
    """Return the text without blanks and hyphens, where line breaks and letter spacing may have changed them."""
    return re.sub(r"[\s\-]+", "", text).casefold()


def test_it_holds_at_least_forty_documents_of_thirty_two_people() -> None:
    assert len(people()) >= 32
    assert len(documents()) >= 40


def test_every_layout_is_used() -> None:
    assert {layout for person in people() for layout in person.layouts} == set(LAYOUTS)


def test_every_tier_has_at_least_six_people() -> None:
    tiers = Counter(tier_of(true_years(label_of(person, ""), AS_OF)["relevant"]) for person in people())
    assert all(tiers[slug] >= 6 for slug, _ in TIERS)


def test_every_specialization_is_there() -> None:
    assert {person.label.specialization for person in people()} == FIELDS


@each_person
def test_kinds_are_of_the_closed_set(person: Person) -> None:
    assert {role["kind"] for role in roles_of(person)} <= KINDS


@each_person
def test_bounds_are_months_years_present_or_nothing(person: Person) -> None:
    for role in roles_of(person):
        assert role["start"] is None or START.fullmatch(role["start"])
        assert role["end"] in {None, "present"} or START.fullmatch(role["end"] or "")


@each_person
def test_a_role_ends_no_earlier_than_it_starts(person: Person) -> None:
    dated = [role for role in roles_of(person) if role["start"] and role["end"] != "present"]
    assert all((role["start"] or "")[:7] <= (role["end"] or "") + "-99" for role in dated)


@each_person
def test_degree_specialization_and_metro_are_of_the_closed_sets(person: Person) -> None:
    label = label_of(person, "")
    assert label["education"]["highest"] in DEGREES
    assert {label["specialization"]["primary"], *label["specialization"]["acceptable"]} <= FIELDS
    assert (label["location"] or {}).get("metro") in {None, *METROS}


@each_person
def test_countries_and_states_are_two_letters(person: Person) -> None:
    place = person.label.location
    assert place is None or re.fullmatch("[A-Z]{2}", place.country)
    assert place is None or place.country != "US" or re.fullmatch("[A-Z]{2}", place.region or "")


@each_person
def test_the_current_title_is_that_of_a_role(person: Person) -> None:
    titles = {role["title"] for role in roles_of(person)}
    assert person.label.current_title in titles or (person.label.current_title is None and not titles)


@each_person
def test_no_name_or_address_stands_in_a_label(person: Person) -> None:
    label = str(label_of(person, ""))
    assert not [part for part in (person.name, *person.contact[1:]) if part in label]


@each_person
def test_a_skill_is_either_wanted_or_optional(person: Person) -> None:
    must, may = skills_of(person)
    assert must
    assert not set(must) & set(may)


@each_document
def test_every_role_of_the_label_is_printed(written: Written) -> None:
    text = letters(document_of(written).text)
    titles = [role["title"] or "" for role in roles_of(written.person)]
    # The cells of a table's row wrap side by side, so that a title's words need not follow each other in the text.
    parts = [word for title in titles for word in title.split()] if written.layout == "pdf-role-table" else titles
    assert [part for part in parts if letters(part) not in text] == []


@each_document
def test_a_running_header_runs_over_two_pages(written: Written) -> None:
    assert (document_of(written).pages == 2) == (written.layout == "pdf-running-header")


@each_document
def test_no_mark_of_a_skill_is_printed(written: Written) -> None:
    assert not set("<>") & set(document_of(written).text)


@each_document
def test_the_same_person_and_layout_give_the_same_bytes(written: Written) -> None:
    assert render(*written) == render(*written)


def test_invisible_keywords_are_in_no_label() -> None:
    for person in people():
        assert not [skill for skill in skills_of(person)[0] if skill in person.hidden.split()]
