import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import msgspec

from resumes.exchange import portable
from resumes.extraction.facts import Evidence, Facts, Location, Role
from resumes.extraction.pipeline import build, extract
from resumes.extraction.years import count
from resumes.profile import Corrections
from resumes.reading.document import Document
from resumes.reading.reader import read
from tests.resumes.written import FACTS, ML, TEXT, document

HERE = Path(__file__).resolve().parent
SCHEMA = json.loads((HERE / "json-resume-1.0.0.json").read_text(encoding="utf-8"))
SAMPLE = HERE.parents[2] / "resumes" / "samples" / "sample-resume.pdf"
TODAY = date(2026, 11, 22)
NOTHING_SAID = Corrections()
PIPELINE = build()


def resume(facts: Facts = FACTS, corrections: Corrections = NOTHING_SAID) -> portable.Resume:
    return portable.resume(document(), facts, corrections)


def extracted(data: bytes) -> tuple[Document, Facts]:
    found = read(data)
    return found, extract(found, PIPELINE, TODAY)


def written(found: portable.Resume) -> bytes:
    jsonschema.validate(found, SCHEMA)
    return msgspec.json.encode(found)


def test_it_fits_the_public_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.validate(resume(), SCHEMA)


def test_an_empty_one_fits_it_too() -> None:
    jsonschema.validate(resume(Facts()), SCHEMA)


def test_a_present_role_has_no_end_and_one_date_is_both() -> None:
    once = replace(ML, start="2019", end=None)
    found = resume(replace(FACTS, roles=(ML, once, replace(once, start=None))))["work"]
    assert "endDate" not in found[0]
    assert (found[1]["startDate"], found[1]["endDate"]) == ("2019", "2019")
    assert not {"startDate", "endDate"} & set(found[2])


def test_bullets_are_highlights_and_broken_ones_are_whole() -> None:
    text = "ML Engineer\n• Built a\nranker\n• Ran it"
    role = Role("ML Engineer", None, "2020", None, "ml", "high", (Evidence(0, 11),), Evidence(12, len(text)))
    assert portable.work(role, Document(text, (), "txt"))["highlights"] == ["Built a ranker", "Ran it"]


def test_what_the_visitor_says_of_place_and_degree_counts() -> None:
    said = Corrections(place=Location("Boise", "ID", "US"), degree="phd")
    found = resume(corrections=said)
    assert found["basics"]["location"] == {"city": "Boise", "region": "ID", "countryCode": "US"}
    assert found["education"] == [{"studyType": "PhD"}]


def test_a_place_that_nobody_names_is_none() -> None:
    said = Corrections(place=Location(None, None, "ZZ"))
    assert "location" not in resume(corrections=said)["basics"]


def test_neither_name_nor_address_are_made_up() -> None:
    assert set(resume()["basics"]) == {"label", "location"}
    assert TEXT.split("\n")[0] not in json.dumps(resume())


def test_the_sample_comes_back_with_its_roles_years_and_skills() -> None:
    found, facts = extracted(SAMPLE.read_bytes())
    _, again = extracted(written(portable.resume(found, facts, NOTHING_SAID)))
    told = [(r.title, r.employer, r.start, r.end, r.kind) for r in facts.roles]
    assert told == [(r.title, r.employer, r.start, r.end, r.kind) for r in again.roles]
    assert count(facts.roles, None, TODAY) == count(again.roles, None, TODAY)
    names, back = {one.name for one in facts.skills}, {one.name for one in again.skills}
    assert len(names & back) >= 0.9 * len(names | back)


def test_the_sample_comes_back_with_place_degree_and_specialization() -> None:
    found, facts = extracted(SAMPLE.read_bytes())
    _, again = extracted(written(portable.resume(found, facts, NOTHING_SAID)))
    assert again.location
    assert facts.location
    assert again.location.cbsa == facts.location.cbsa
    assert (again.education.highest, again.education.quantitative) == ("master", True)
    assert again.specialization
    assert facts.specialization
    assert again.specialization.primary == facts.specialization.primary
