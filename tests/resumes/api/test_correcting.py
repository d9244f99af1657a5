"""Corrections by programs: laid over what was read, all or nothing, and counted like those of the pages."""

from typing import Any

import pytest

from resumes.marks import Mark
from resumes.models import Resume
from tests.resumes.api.conftest import Program, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def corrected(program: Program, resume: Resume, patch: Any) -> Any:
    answer = program.send_json("PATCH", f"/resumes/{resume.pk}/corrections", patch)
    assert answer.status_code == 200, answer.content
    return told(answer)


@pytest.mark.parametrize(
    ("patch", "field", "value"),
    [
        ({"years": 2.5}, "tier", "entry"),
        ({"years": 2.5}, "relevant_years", 2.5),
        ({"tier": "staff"}, "tier", "staff"),
        ({"rung": "director"}, "rung", "director"),
        ({"specialization": "nlp"}, "specialization", "nlp"),
        ({"roles": [{"key": "24", "kind": "other"}]}, "relevant_years", 1.5),
        ({"roles": [{"key": "24", "removed": True}]}, "relevant_years", 1.5),
        ({"roles": [{"kind": "ml", "start": "2015-01", "end": "2015-12"}]}, "relevant_years", 8.33),
    ],
)
def test_the_estimate_follows(ana: Program, done: Resume, patch: Any, field: str, value: Any) -> None:
    result = corrected(ana, done, patch)
    assert result["estimate"][field] == value
    assert told(ana.get(f"/resumes/{done.pk}/result")) == result


@pytest.mark.parametrize(
    ("patch", "name", "kind"),
    [
        ({"place": "Boise, ID"}, "Boise", "oews-metro"),
        ({"where": "us", "place": "Colorado"}, "Colorado", "guide-state"),
        ({"where": "abroad"}, None, "nation"),
        ({"where": "unknown"}, None, "nation"),
    ],
)
def test_the_place_follows(ana: Program, done: Resume, patch: Any, name: str | None, kind: str) -> None:
    place = corrected(ana, done, patch)["estimate"]["place"]
    assert place["kind"] in (kind, "oews-state")
    assert name is None or name in place["name"]


def test_skills_and_other_facts_follow(ana: Program, done: Resume) -> None:
    patch = {"skills": {"add": ["JAX"], "remove": ["Go"]}, "degree": "phd", "llm_production": True}
    result = corrected(ana, done, patch | {"employer": "major-ai"})
    assert [skill["name"] for skill in result["facts"]["skills"]] == ["PyTorch", "JAX"]
    assert (result["corrections"]["skills_added"], result["corrections"]["skills_removed"]) == (["JAX"], ["Go"])
    assert "phd" in [step["slug"] for step in result["estimate"]["steps"]]


def test_what_is_left_out_stays_and_null_takes_back(ana: Program, done: Resume) -> None:
    corrected(ana, done, {"years": 4, "specialization": "nlp"})
    result = corrected(ana, done, {"years": None})
    assert (result["corrections"]["years"], result["corrections"]["specialization"]) == (None, "nlp")
    assert result["estimate"]["relevant_years"] == 7.33


def test_a_role_is_taken_as_it_was_read(ana: Program, done: Resume) -> None:
    corrected(ana, done, {"roles": [{"key": "24", "removed": True}]})
    result = corrected(ana, done, {"roles": [{"key": "24", "undo": True}]})
    assert result["corrections"]["roles"] == []


def test_all_is_taken_back_at_once(ana: Program, done: Resume) -> None:
    before = told(ana.get(f"/resumes/{done.pk}/result"))
    corrected(ana, done, {"years": 4, "skills": {"remove": ["Go"]}})
    assert told(ana.delete(f"/resumes/{done.pk}/corrections")) == before


@pytest.mark.parametrize(
    ("patch", "field"),
    [
        ({"years": 61}, "years"),
        ({"years": "many"}, "years"),
        ({"tier": "wizard"}, "tier"),
        ({"age": 30}, "age"),
        ({"place": "Gondolin"}, "place"),
        ({"place": "New York"}, "place"),
        ({"roles": [{"kind": "ml"}]}, "start"),
        ({"roles": [{"key": "9999", "kind": "ml"}]}, "role"),
        ({"roles": [{"key": "24", "start": "yesterday"}]}, "start"),
        ({"roles": [{"key": "24", "boss": "me"}]}, "roles.0.boss"),
        ({"skills": {"remove": ["COBOL"]}}, "skill"),
    ],
)
def test_what_cannot_be_used_names_its_field_and_changes_nothing(
    ana: Program, done: Resume, patch: Any, field: str
) -> None:
    answer = ana.send_json("PATCH", f"/resumes/{done.pk}/corrections", {"degree": "phd", **patch})
    assert (answer.status_code, told(answer)["code"]) == (422, "not_usable")
    (fault,) = told(answer)["errors"]
    assert fault["field"] == field
    assert fault["detail"]
    done.refresh_from_db()
    assert not done.corrections.any


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b'"years"', 422), (b"", 422), (b"[" * 300_000, 413)])
def test_a_body_that_is_no_object_is_refused(ana: Program, done: Resume, body: bytes, status: int) -> None:
    path = f"/resumes/{done.pk}/corrections"
    assert ana.call("PATCH", path, data=body, content_type="application/json").status_code == status


def test_a_refusal_does_not_repeat_what_was_sent(ana: Program, done: Resume) -> None:
    answer = ana.send_json("PATCH", f"/resumes/{done.pk}/corrections", {"tier": "my secret"})
    assert b"my secret" not in answer.content


def test_marks_are_counted_when_the_resume_goes(ana: Program, done: Resume) -> None:
    corrected(ana, done, {"specialization": "nlp"})
    ana.delete(f"/resumes/{done.pk}")
    assert Mark.objects.filter(kind="specialization", became="nlp").exists()


def test_a_resume_that_waits_cannot_be_corrected(ana: Program, done: Resume) -> None:
    Resume.objects.update(state="queued", ended_at=None)
    answer = ana.send_json("PATCH", f"/resumes/{done.pk}/corrections", {"years": 3})
    assert answer.status_code == 409
