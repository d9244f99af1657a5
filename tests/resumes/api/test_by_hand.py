"""Estimates without a resume, and addresses and methods that are none."""

from typing import Any

import pytest
from django.test import Client

from resumes.models import Resume
from salaries.models import Edition
from tests.resumes.api.conftest import BASE, Program, told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("profile", "tier"),
    [
        ({"ml_years": 0}, "entry"),
        ({"ml_years": 2, "adjacent_years": 4}, "mid"),
        ({"ml_years": 12.345}, "staff"),
        ({"ml_years": 7, "place": "Austin", "employer": "public-tech"}, "senior"),
        ({"ml_years": 7, "place": "Texas (state)"}, "senior"),
    ],
)
def test_a_profile_is_answered_with_its_tier(ana: Program, edition: Edition, profile: Any, tier: str) -> None:
    answer = ana.send_json("POST", "/estimates", profile)
    assert (answer.status_code, told(answer)["tier"]) == (200, tier)


def test_it_is_the_answer_of_the_form(ana: Program, edition: Edition, client: Client) -> None:
    base = told(ana.send_json("POST", "/estimates", {"ml_years": 7.4, "place": "Seattle, WA"}))["base"]
    page = client.get("/guide/estimate/?ml=7.4&place=Seattle%2C+WA").content.decode()
    assert f"${base['low']:,}" in page
    assert f"${base['high']:,}" in page


def test_production_with_llms_is_a_what_if_until_it_is_said(ana: Program, edition: Edition) -> None:
    profile = {"ml_years": 7, "specialization": "llm-genai"}
    without = told(ana.send_json("POST", "/estimates", profile))
    with_it = told(ana.send_json("POST", "/estimates", profile | {"llm_production": True}))
    assert without["what_if"]["base"] == with_it["base"]


def test_near_a_floor_the_neighbor_is_told(ana: Program, edition: Edition) -> None:
    assert told(ana.send_json("POST", "/estimates", {"ml_years": 5.8}))["neighbor"]["tier"] == "senior"


def test_a_rung_needs_no_years(ana: Program, edition: Edition) -> None:
    assert told(ana.send_json("POST", "/estimates", {"rung": "director"}))["rung"] == "director"


@pytest.mark.parametrize(
    ("profile", "field", "words"),
    [
        ({}, "ml_years", "adjacent_years or rung"),
        ({"ml_years": -1}, "ml_years", "greater than or equal to 0"),
        ({"ml_years": 3, "place": "Portland"}, "place", "Portland, OR; Portland, ME"),
        ({"ml_years": 3, "place": "Gondolin"}, "place", "No US city"),
        ({"ml_years": 3, "wage": 1}, "wage", "not permitted"),
    ],
)
def test_what_cannot_be_used_says_why(ana: Program, edition: Edition, profile: Any, field: str, words: str) -> None:
    answer = ana.send_json("POST", "/estimates", profile)
    (fault,) = told(answer)["errors"]
    assert (answer.status_code, fault["field"]) == (422, field)
    assert words in fault["detail"]


def test_nothing_is_stored(ana: Program, edition: Edition) -> None:
    ana.send_json("POST", "/estimates", {"ml_years": 3})
    assert not Resume.objects.exists()


@pytest.mark.parametrize("path", ["/", "/resume", "/resumes/not-an-id", "/resumes/1/2/3", "/docs"])
def test_an_address_that_is_none_is_a_problem_too(ana: Program, path: str) -> None:
    answer = ana.get(path)
    assert (answer.status_code, told(answer)["code"]) == (404, "not_found")


@pytest.mark.parametrize(("method", "path"), [("PUT", "/resumes"), ("GET", "/resumes"), ("OPTIONS", "/estimates")])
def test_a_method_that_is_none_names_those_that_are(ana: Program, method: str, path: str) -> None:
    answer = ana.call(method, path)
    assert (answer.status_code, told(answer)["code"], answer["Allow"]) == (405, "method_not_allowed", "POST")


def test_a_failure_of_ours_is_a_problem_and_its_words_stay_out_of_the_log(
    ana: Program, edition: Edition, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_given: object) -> None:
        raise RuntimeError("what a resume says")

    monkeypatch.setattr("resumes.api.of_guide.estimate", fail)
    answer = ana.send_json("POST", "/estimates", {"ml_years": 3})
    assert (answer.status_code, told(answer)["code"]) == (500, "failed_here")
    assert "what a resume says" not in caplog.text
    assert "RuntimeError" in caplog.text
    assert BASE not in answer.content.decode()
