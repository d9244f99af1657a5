import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from resumes.exchange import download as shape
from resumes.exchange.download import Versions, encoded
from resumes.profile import Corrections
from resumes.reading.signature import format_of
from tests.resumes.exchange.downloads import SHA256, download
from tests.resumes.written import FACTS, TEXT

FILE = Path(shape.__file__).with_name("schema.json")
SCHEMA = json.loads(FILE.read_text(encoding="utf-8"))


def plain(**arguments: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(encoded(download(**arguments)))  # type: ignore[arg-type]
    return found


def test_the_schema_file_says_what_the_types_say() -> None:
    assert json.loads(json.dumps(shape.json_schema())) == SCHEMA


def test_a_download_fits_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(plain(), SCHEMA)


def test_a_question_fits_the_schema_too() -> None:
    found = plain(facts=replace(FACTS, roles=(), education=replace(FACTS.education, highest="none")))
    assert (found["question"], found["estimate"]) == ("no_history", None)
    jsonschema.validate(found, SCHEMA)


def test_the_schema_refuses_what_is_no_download() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain() | {"schema": "bandwise-resume-2"}, SCHEMA)


def test_the_same_values_are_the_same_bytes() -> None:
    assert encoded(download()) == encoded(download())


def test_members_stand_in_their_documented_order() -> None:
    assert list(plain()) == list(shape.Download.__struct_fields__)


def test_it_holds_the_text_that_evidence_points_into() -> None:
    role = json.loads(encoded(download()))["facts"]["roles"][0]
    at = role["evidence"][0]
    assert TEXT[at["start"] : at["end"]] == "Machine Learning Engineer"


def test_it_holds_each_step_with_its_citation_and_the_edition_with_its_hash() -> None:
    found = json.loads(encoded(download()))
    assert [step["slug"] for step in found["estimate"]["steps"]] == ["tier", "specialization", "place", "round"]
    assert found["estimate"]["steps"][0]["source"]["section"] == "Salary by Experience Level"
    assert found["edition"] == {"name": "2026", "sha256": SHA256}


def test_it_holds_what_was_corrected_beside_what_was_read() -> None:
    found = json.loads(encoded(download(corrections=Corrections(years=Decimal("4.5")))))
    assert found["corrections"]["years"] == "4.5"
    assert Decimal(found["estimate"]["relevant_years"]) == Decimal("4.5")


def test_it_is_told_by_its_content() -> None:
    assert format_of(encoded(download())) == "json"


@pytest.mark.parametrize("version", ["2026.3+abc.def", "2026.3"])
def test_a_version_comes_back_whole(version: str) -> None:
    assert Versions.of(version).whole == version
